"""Root fields about stores and regions."""

from sqlalchemy import select

from prepaid.domains.stores import models as m
from prepaid.domains.stores.graph.types import Region, RegionLevel, Store
from prepaid.graph.types import Argument, GlobalID, root_connection, root_list, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)


def _at_or_below(row, value):  # type: ignore[no-untyped-def]
    """Stores of a region and of those below it at present."""
    roots = select(m.Region.merchant_id, m.Region.id).where(m.Region.id == value).cte("below", recursive=True)
    below = select(m.Region.merchant_id, m.Region.id).where(
        m.Region.merchant_id == roots.c.merchant_id, m.Region.parent_id == roots.c.id
    )
    tree = roots.union(below)
    return row.region_id.in_(select(tree.c.id).where(tree.c.merchant_id == row.merchant_id))


root_connection(
    "stores",
    Store,
    "Stores within the caller's data scope, newest first",
    permission="store.read",
    search=[m.Store.search, m.Store.number],
    arguments={
        "merchant": MERCHANT,
        "region": Argument(GlobalID | None, "In this region or one below it at present", _at_or_below),
    },
)
root_one("store", Store, "One store", permission="store.read")
root_connection(
    "regions",
    Region,
    "Regions in the order of the tree",
    permission="region.read",
    order_by=["path"],
    search=[m.Region.search, m.Region.path],
    arguments={
        "merchant": MERCHANT,
        "parent": Argument(GlobalID | None, "Right below this region", lambda row, value: row.parent_id == value),
    },
)
root_one("region", Region, "One region", permission="region.read")
root_list(
    "regionLevels",
    RegionLevel,
    "The levels of the tree, top first",
    permission="region.read",
    order_by=lambda row: [row.depth],
)
