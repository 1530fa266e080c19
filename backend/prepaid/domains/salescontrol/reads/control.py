"""Rules of products, and where stores stand, as the decision takes them."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.salescontrol.rules.control import ControlRule, Effect, Place, PlaceKind, Seat
from prepaid.domains.stores.rules.regions import RegionTree
from prepaid.kit import clock

RULES: Final = """
SELECT id, number, coalesce(service_id, card_type_id, package_id) AS product, effect, place, store_id, region_id,
  level, store_type, exclusive, since, last_day, quota, taken
FROM sales_control_rule
WHERE merchant_id = $1 AND coalesce(service_id, card_type_id, package_id) = ANY ($2::uuid[])
  AND since <= $3 AND (last_day IS NULL OR last_day >= $3) AND (ended_at IS NULL OR ended_at > $4)
"""
STORES: Final = """
SELECT s.id, s.number, s.name, s.type, s.status, p.region_id FROM store s
LEFT JOIN store_region p ON p.merchant_id = s.merchant_id AND p.store_id = s.id
  AND p.since <= $2 AND (p.until IS NULL OR p.until > $2)
WHERE s.merchant_id = $1 AND s.status <> 'CLOSED' AND ($3::uuid[] IS NULL OR s.id = ANY ($3)) ORDER BY s.number
"""
PLACES: Final = """
SELECT region_id, parent_id FROM region_placement
WHERE merchant_id = $1 AND since <= $2 AND (until IS NULL OR until > $2)
"""


async def rules_of(
    source: Fetches, merchant_id: UUID, products: Collection[UUID], at: datetime
) -> dict[UUID, list[ControlRule]]:
    """The rules in force at an instant, by their product."""
    found: dict[UUID, list[ControlRule]] = defaultdict(list)
    for row in await source.fetch(RULES, merchant_id, list(products), clock.shanghai_day(at), at):
        found[row["product"]].append(as_rule(row))
    return found


async def tree_on(source: Fetches, merchant_id: UUID, day: date) -> RegionTree:
    """The merchant's regions on a day."""
    rows = await source.fetch(PLACES, merchant_id, day)
    return RegionTree({row["region_id"]: row["parent_id"] for row in rows})


async def stores_on(
    source: Fetches, merchant_id: UUID, day: date, only: Collection[UUID] | None = None
) -> list[tuple[Any, Seat]]:
    """Stores that are not closed, each with where it stands on a day."""
    tree = await tree_on(source, merchant_id, day)
    rows = await source.fetch(STORES, merchant_id, day, None if only is None else list(only))
    return [(row, _seat(row, tree)) for row in rows]


def as_rule(row: Any) -> ControlRule:
    """A row of `RULES` as it decides."""
    place = Place(
        kind=PlaceKind(row["place"]),
        store=row["store_id"],
        region=row["region_id"],
        level=row["level"],
        store_type=row["store_type"],
    )
    return ControlRule(
        id=row["id"],
        number=row["number"],
        product=row["product"],
        effect=Effect(row["effect"]),
        place=place,
        since=row["since"],
        last_day=row["last_day"],
        quota=row["quota"],
        taken=row["taken"],
        exclusive=row["exclusive"],
    )


def _seat(row: Any, tree: RegionTree) -> Seat:
    region = row["region_id"]
    return Seat(row["id"], row["type"], () if region is None else tree.path(region))
