"""What a package's version puts onto a card: its entitlements as PAID lots, its gifts as BONUS lots."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands.grant_lots import LotGrant
from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.catalog.models import CardTypeVersion, PackageEntitlement, PackageGift, PackageVersion
from prepaid.domains.catalog.reads.package_terms import entitlement_rows
from prepaid.domains.catalog.reads.prices import service_prices
from prepaid.domains.catalog.rules.products import EntitlementKind, GiftKind
from prepaid.kit.money import share_by_weights

UNITS: Final = {
    EntitlementKind.VISITS: LotUnit.VISIT,
    EntitlementKind.PERIOD: LotUnit.PERIOD,
    EntitlementKind.MONEY: LotUnit.MONEY,
}


async def package_grants(
    tx: WriteSession, version: PackageVersion, card_type: CardTypeVersion, *, paid_fen: int | None = None
) -> list[LotGrant]:
    """The lots of one package: entitlements in their order, then gifts; coupon gifts are a higher domain's.

    `paid_fen`: what was paid after reductions, shared over the entitlements by largest remainder in proportion to
    their shares of the sale price; the sale price when not given. `card_type`: the version that the card has.
    """
    rows = await entitlement_rows(tx, version)
    paid = share_by_weights(
        version.sale_price_fen if paid_fen is None else paid_fen, [row.paid_fen or row.list_fen for row in rows]
    )
    grants = [_entitlement(row, share) for row, share in zip(rows, paid, strict=True)]
    return grants + await _gifts(tx, version, card_type) if version.gifts_on else grants


def _entitlement(row: PackageEntitlement, paid_fen: int) -> LotGrant:
    return LotGrant(
        unit=UNITS[EntitlementKind(row.kind)],
        funding=Funding.PAID,
        quantity=row.times or row.days or row.amount_fen or 0,
        service_ids=tuple(row.service_ids),
        paid_fen=paid_fen,
        list_fen=row.list_fen,
        entitlement_id=row.id,
    )


async def _gifts(tx: WriteSession, version: PackageVersion, card_type: CardTypeVersion) -> list[LotGrant]:
    query = select(PackageGift).filter_by(merchant_id=version.merchant_id, version_id=version.id)
    rows: Sequence[PackageGift] = (await tx.scalars(query.order_by(PackageGift.position))).all()
    services: set[UUID] = {row.service_id for row in rows if row.service_id}
    prices = await service_prices(tx, version.merchant_id, services, reviewed=True) if services else {}
    grants = []
    for row in rows:
        if row.kind == GiftKind.COUPON.value:
            continue
        times, service = row.times or 0, row.service_id
        grants.append(
            LotGrant(
                unit=LotUnit.MONEY if service is None else LotUnit.VISIT,
                funding=Funding.BONUS,
                quantity=times if service else row.amount_fen or 0,
                service_ids=(service,) if service else (),
                list_fen=times * prices[service] if service else row.amount_fen or 0,
                entitlement_id=row.id,
                valid_days=card_type.bonus_validity_days,
            )
        )
    return grants
