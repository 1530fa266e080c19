"""Drafting a package."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.catalog.commands.check_product import amount, checked
from prepaid.domains.catalog.commands.working_version import new_product, product_of, write_version
from prepaid.domains.catalog.errors import EntitlementIncomplete
from prepaid.domains.catalog.models import CardType, Package, PackageEntitlement, PackageGift, PackageVersion
from prepaid.domains.catalog.reads.prices import service_prices
from prepaid.domains.catalog.rules.details import EntitlementDetails, PackageDetails
from prepaid.domains.catalog.rules.pricing import Entitlement, list_value_fen, paid_shares_fen
from prepaid.domains.merchants.reads.types import type_of_merchant
from prepaid.kit.ids import uuid7

MOST_PARTS = 50


async def save_package(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    details: PackageDetails,
    package_id: UUID | None = None,
    expected_revision: int | None = None,
) -> PackageVersion:
    """Write the version that is being worked on, with list value and shares at today's list prices.

    Whether it may be sold is checked when it is submitted: a draft may still be wrong.

    Raises:
        NotFound: the package, its card type, a service.
        ProductNameTaken, InvalidValue, StaleObject, VersionStepImpossible.
        EntitlementIncomplete: an entitlement or gift that does not name what its kind needs.
    """
    kind = await type_of_merchant(tx, merchant_id)
    package = await product_of(tx, Package, merchant_id, package_id, "packageId") if package_id else None
    await product_of(tx, CardType, merchant_id, details.card_type_id, "cardTypeId")
    columns = await checked(tx, Package, merchant_id, kind, "package", details, product_id=package_id)
    worth = await entitlements_of(tx, merchant_id, details)
    if details.term_days is not None and details.term_days <= 0:
        raise InvalidValue(path=("termDays",), reason="OUT_OF_RANGE")
    columns |= {
        "card_type_id": details.card_type_id,
        "sale_price_fen": amount(details.sale_price_fen, "salePriceFen"),
        "list_value_fen": list_value_fen(worth),
        "term_days": details.term_days,
        "sold_as": details.sold_as.value,
        "gifts_on": details.gifts_on and bool(details.gifts),
    }
    package = package or await new_product(tx, Package, merchant_id, "P", columns["name"])
    version = await write_version(
        tx, actor, PackageVersion, package, kind, columns, expected_revision=expected_revision
    )
    key: dict[str, Any] = {"merchant_id": merchant_id, "version_id": version.id}
    for part in (PackageEntitlement, PackageGift):
        await tx.execute(delete(part).filter_by(**key))
    tx.add_all(_entitlement_rows(key, worth, details))
    tx.add_all(
        PackageGift(
            **key,
            id=uuid7(),
            position=place,
            kind=gift.kind.value,
            service_id=gift.service_id,
            times=gift.times,
            amount_fen=gift.amount_fen,
            coupon_batch_id=gift.coupon_batch_id,
            cost_bearer=gift.cost_bearer.value,
        )
        for place, gift in enumerate(details.gifts)
    )
    await tx.flush()
    return version


async def entitlements_of(tx: WriteSession, merchant_id: UUID, details: PackageDetails) -> list[Entitlement]:
    """The entitlements with the list prices of today. Raises `NotFound`, `EntitlementIncomplete`, `InvalidValue`."""
    if len(details.entitlements) > MOST_PARTS or len(details.gifts) > MOST_PARTS:
        raise InvalidValue(path=("entitlements",), reason="TOO_MANY")
    whole = [("entitlements", place, each.complete) for place, each in enumerate(details.entitlements)]
    whole += [("gifts", place, each.complete) for place, each in enumerate(details.gifts)]
    for name, place, complete in whole:
        if not complete:
            raise EntitlementIncomplete(path=(name, str(place)))
    named = {service for each in details.entitlements for service in each.service_ids}
    given = {gift.service_id for gift in details.gifts if gift.service_id}
    prices = await service_prices(tx, merchant_id, named | given, "entitlements")
    return [_priced(each, prices) for each in details.entitlements]


def _priced(given: EntitlementDetails, prices: dict[UUID, int]) -> Entitlement:
    single = prices[given.service_ids[0]] if given.times is not None else 0
    return Entitlement(
        kind=given.kind,
        service_ids=tuple(sorted(set(given.service_ids))),
        times=given.times or 0,
        days=given.days or 0,
        unit_price_fen=given.period_price_fen or single,
        amount_fen=given.amount_fen or 0,
    )


def _entitlement_rows(
    key: dict[str, Any], worth: Sequence[Entitlement], details: PackageDetails
) -> list[PackageEntitlement]:
    shares = paid_shares_fen(details.sale_price_fen, worth) if list_value_fen(worth) else [0] * len(worth)
    return [
        PackageEntitlement(
            **key,
            id=uuid7(),
            position=place,
            kind=each.kind.value,
            service_ids=list(each.service_ids),
            times=each.times or None,
            days=each.days or None,
            amount_fen=each.amount_fen or None,
            unit_price_fen=each.unit_price_fen or None,
            list_fen=each.list_fen,
            paid_fen=share,
        )
        for place, (each, share) in enumerate(zip(worth, shares, strict=True))
    ]
