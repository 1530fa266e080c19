"""What a package's version holds, and what bounds it."""

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.catalog.models import (
    CardTypeService,
    CardTypeVersion,
    PackageEntitlement,
    PackageVersion,
    Service,
)
from prepaid.domains.catalog.rules.pricing import Bounds, Entitlement
from prepaid.domains.catalog.rules.products import CardKind, EntitlementKind
from prepaid.domains.merchants.models import MerchantTypeVersion


async def entitlement_rows(tx: WriteSession, version: PackageVersion) -> list[PackageEntitlement]:
    """The version's entitlements in their order."""
    query = select(PackageEntitlement).filter_by(merchant_id=version.merchant_id, version_id=version.id)
    return list(await tx.scalars(query.order_by(PackageEntitlement.position)))


def as_entitlement(row: PackageEntitlement, unit_price_fen: int | None = None) -> Entitlement:
    """A row as the rules take it, at its own list price or another."""
    return Entitlement(
        kind=EntitlementKind(row.kind),
        service_ids=tuple(row.service_ids),
        times=row.times or 0,
        days=row.days or 0,
        unit_price_fen=(row.unit_price_fen if unit_price_fen is None else unit_price_fen) or 0,
        amount_fen=row.amount_fen or 0,
    )


async def bounds_of(tx: WriteSession, card_type: CardTypeVersion, kind: MerchantTypeVersion) -> Bounds:
    """What the card type and the merchant's type allow a package."""
    allowed = select(CardTypeService.service_id).filter_by(merchant_id=card_type.merchant_id, version_id=card_type.id)
    if card_type.all_services:
        allowed = select(Service.id).filter_by(merchant_id=card_type.merchant_id)
    return Bounds(
        deepest_discount_bps=kind.deepest_discount_bps,
        longest_term_days=kind.longest_term_days,
        most_lessons=kind.most_lessons,
        registered_face_limit_fen=kind.registered_face_limit_fen,
        anonymous_face_limit_fen=kind.anonymous_face_limit_fen,
        card_kind=CardKind(card_type.kind),
        face_limit_fen=card_type.face_limit_fen,
        allowed_services=frozenset(await tx.scalars(allowed)),
    )
