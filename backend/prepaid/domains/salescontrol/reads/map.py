"""What may be sold where, for a whole merchant: one verdict for each store and product."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.core.errors import NotFound
from prepaid.domains.catalog.reads.lineage import card_types_of, lineage_of, named_products
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.salescontrol.reads.control import rules_of, stores_on, tree_on
from prepaid.domains.salescontrol.rules.control import (
    Candidate,
    ControlRule,
    Ground,
    Seat,
    Verdict,
    candidates,
    decide,
)
from prepaid.domains.stores.rules.regions import RegionTree
from prepaid.domains.stores.rules.stores import SERVING, StoreStatus
from prepaid.kit import clock

MOST_PRODUCTS: Final = 60
PRODUCTS: Final = """
SELECT kind, id, number, name FROM (
  SELECT 1 AS place, 'CARD_TYPE' AS kind, id, number, name FROM card_type
  WHERE merchant_id = $1 AND on_sale_version_id IS NOT NULL
  UNION ALL SELECT 2, 'PACKAGE', id, number, name FROM package
  WHERE merchant_id = $1 AND on_sale_version_id IS NOT NULL
  UNION ALL SELECT 3, 'SERVICE', id, number, name FROM service
  WHERE merchant_id = $1 AND on_sale_version_id IS NOT NULL
) AS products ORDER BY place, number LIMIT $2
"""
REGIONS: Final = "SELECT id, name FROM region WHERE merchant_id = $1 ORDER BY path"


@dataclass(frozen=True, slots=True)
class Cell:
    """The verdict on one product in one store; a package's is that of its card type where this denies it."""

    store: UUID
    product: UUID
    ground: Ground
    rule: ControlRule | None


@dataclass(frozen=True, slots=True)
class SalesMap:
    """Regions in the order of the tree, stores, products, and a cell for each store and product."""

    tree: RegionTree
    regions: list[Any]
    stores: list[tuple[Any, Seat]]
    products: list[Any]
    cells: list[Cell]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a product may be sold in a store or not: of each product of its lineage, who had a say."""

    verdict: Cell
    said: list[tuple[Any, Verdict, list[Candidate]]]


async def sales_map(
    source: Fetches, merchant_id: UUID, at: datetime, *, stores: Collection[UUID] | None = None
) -> SalesMap:
    """Everything that is on sale, in the merchant's stores or those of `stores`, at an instant."""
    day = clock.shanghai_day(at)
    products = await source.fetch(PRODUCTS, merchant_id, MOST_PRODUCTS)
    above = await card_types_of(source, merchant_id, [row["id"] for row in products if row["kind"] == "PACKAGE"])
    rules = await rules_of(source, merchant_id, {*(row["id"] for row in products), *above.values()}, at)
    places = await stores_on(source, merchant_id, day, stores)
    cells = [
        _cell(row, seat, [each for each in (product["id"], above.get(product["id"])) if each], rules, at)
        for row, seat in places
        for product in products
    ]
    tree = await tree_on(source, merchant_id, day)
    regions = [row for row in await source.fetch(REGIONS, merchant_id) if row["id"] in tree.parents]
    return SalesMap(tree, regions, places, list(products), cells)


async def explain_sale(
    source: Fetches, merchant_id: UUID, product: ProductRef, store: UUID, at: datetime
) -> Explanation:
    """Which rule decides on one product in one store.

    Raises:
        NotFound: one of them is not the merchant's.
    """
    day = clock.shanghai_day(at)
    places = await stores_on(source, merchant_id, day, [store])
    lineage = await lineage_of(source, merchant_id, product)
    named = await named_products(source, merchant_id, [each.id for each in lineage])
    if not places:
        raise NotFound(path=("store",))
    if product.id not in named:
        raise NotFound(path=("product",))
    ((row, seat),) = places
    rules = await rules_of(source, merchant_id, [each.id for each in lineage], at)
    said = [
        (
            named[each.id],
            decide(each.id, rules.get(each.id, ()), seat, day),
            candidates(rules.get(each.id, ()), seat, day),
        )
        for each in lineage
    ]
    return Explanation(_cell(row, seat, [each.id for each in lineage], rules, at), said)


def product_of(type_code: str, row_id: UUID) -> ProductRef:
    """The product that an id of a GraphQL type names. Raises `NotFound`."""
    kinds = {"Service": ProductKind.SERVICE, "CardType": ProductKind.CARD_TYPE, "Package": ProductKind.PACKAGE}
    if type_code not in kinds:
        raise NotFound(path=("product",))
    return ProductRef(kinds[type_code], row_id)


def _cell(store: Any, seat: Seat, lineage: list[UUID], rules: dict[UUID, list[ControlRule]], at: datetime) -> Cell:
    if StoreStatus(store["status"]) not in SERVING:
        return Cell(seat.store, lineage[0], Ground.STORE_NOT_SELLING, None)
    verdicts = [decide(each, rules.get(each, ()), seat, clock.shanghai_day(at)) for each in lineage]
    denying = (each for each in verdicts if not each.permitted)
    controlled = (each for each in verdicts if each.rule is not None)
    first = next(denying, next(controlled, verdicts[0]))
    return Cell(seat.store, lineage[0], first.ground, first.rule)
