"""Fixing what a package is worth at its submission, and refusing one that must not be sold."""

from typing import Final

from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.catalog.errors import (
    DiscountTooDeep,
    FaceOverLimit,
    LessonsOverCap,
    PackageEmpty,
    PriceOverList,
    ServiceNotAllowed,
    TermOverCap,
)
from prepaid.domains.catalog.models import PackageVersion
from prepaid.domains.catalog.reads.package_terms import as_entitlement, bounds_of, entitlement_rows
from prepaid.domains.catalog.reads.prices import service_prices
from prepaid.domains.catalog.reads.versions import card_type_in_force
from prepaid.domains.catalog.rules.pricing import Fault, PackageFault, faults, list_value_fen, paid_shares_fen
from prepaid.domains.catalog.rules.products import EntitlementKind
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.kit.money import format_yuan

REFUSALS: Final[dict[PackageFault, tuple[type[Refusal], str]]] = {
    PackageFault.EMPTY: (PackageEmpty, "entitlements"),
    PackageFault.PRICE_OVER_LIST: (PriceOverList, "salePriceFen"),
    PackageFault.DISCOUNT_TOO_DEEP: (DiscountTooDeep, "salePriceFen"),
    PackageFault.FACE_OVER_LIMIT: (FaceOverLimit, "salePriceFen"),
    PackageFault.SERVICE_NOT_ALLOWED: (ServiceNotAllowed, "entitlements"),
    PackageFault.TERM_OVER_CAP: (TermOverCap, "termDays"),
    PackageFault.LESSONS_OVER_CAP: (LessonsOverCap, "entitlements"),
}
IN_YUAN: Final = frozenset({PackageFault.PRICE_OVER_LIST, PackageFault.DISCOUNT_TOO_DEEP, PackageFault.FACE_OVER_LIMIT})


async def settle_package(tx: WriteSession, version: PackageVersion) -> None:
    """Count the entitlements at the list prices that the bank has seen, and share the price over them.

    Raises:
        NotFound: the card type or a service has not passed its own review.
        PackageEmpty, PriceOverList, DiscountTooDeep, FaceOverLimit, ServiceNotAllowed, TermOverCap, LessonsOverCap.
    """
    merchant_id = version.merchant_id
    card_type = await card_type_in_force(tx, merchant_id, version.card_type_id, "cardTypeId")
    kind = await tx.get_one(MerchantTypeVersion, version.type_version_id)
    rows = await entitlement_rows(tx, version)
    every = {service for row in rows for service in row.service_ids}
    prices = await service_prices(tx, merchant_id, every, "entitlements", reviewed=True)
    worth = [
        as_entitlement(row, prices[row.service_ids[0]] if row.kind == EntitlementKind.VISITS else None) for row in rows
    ]
    bounds = await bounds_of(tx, card_type, kind)
    if found := list(faults(version.sale_price_fen, version.term_days, worth, bounds)):
        first, *rest = map(_refusal, found)
        first.also = tuple(rest)
        raise first
    version.list_value_fen = list_value_fen(worth)
    for row, each, share in zip(rows, worth, paid_shares_fen(version.sale_price_fen, worth), strict=True):
        row.unit_price_fen, row.list_fen, row.paid_fen = each.unit_price_fen or None, each.list_fen, share
    await tx.flush()


def _refusal(fault: Fault) -> Refusal:
    refusal, name = REFUSALS[fault.fault]
    path = (name,) if fault.place is None else (name, str(fault.place), "serviceIds")
    if fault.fault in IN_YUAN:
        return refusal(path=path, limit=format_yuan(fault.bound), limit_fen=fault.bound)
    return refusal(path=path, limit=fault.bound) if fault.bound else refusal(path=path)
