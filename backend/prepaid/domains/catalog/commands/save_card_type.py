"""Drafting a card type."""

from uuid import UUID

from sqlalchemy import delete, insert, select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.catalog.commands.check_product import NUMBER_PREFIX, amount, checked
from prepaid.domains.catalog.commands.working_version import new_product, product_of, write_version
from prepaid.domains.catalog.errors import FaceOverLimit, ValidityUnlawful
from prepaid.domains.catalog.models import CardType, CardTypeService, CardTypeVersion, Service
from prepaid.domains.catalog.models.cards import THREE_YEARS_DAYS
from prepaid.domains.catalog.rules.details import CardTypeDetails
from prepaid.domains.catalog.rules.products import CardKind, ValidityKind
from prepaid.domains.merchants.models import MerchantTypeVersion
from prepaid.domains.merchants.reads.types import type_of_merchant
from prepaid.domains.stores.reads.stores import ensure_scope
from prepaid.kit.money import format_yuan


async def save_card_type(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    details: CardTypeDetails,
    card_type_id: UUID | None = None,
    expected_revision: int | None = None,
) -> CardTypeVersion:
    """Write the version that is being worked on; without `card_type_id` a new card type.

    Raises:
        NotFound, ProductNameTaken, InvalidValue, StaleObject, VersionStepImpossible.
        FaceOverLimit: over what the merchant's type allows cards of this kind.
        ValidityUnlawful: a registered card that expires, an anonymous one of less than 3 years.
    """
    kind = await type_of_merchant(tx, merchant_id)
    card_type = await product_of(tx, CardType, merchant_id, card_type_id, "cardTypeId") if card_type_id else None
    columns = await checked(tx, CardType, merchant_id, kind, "card_type", details, product_id=card_type_id)
    _ensure_lawful(details, kind)
    await ensure_scope(tx, merchant_id, details.redemption_scope, "redemptionScope")
    await _ensure_services(tx, merchant_id, details)
    columns |= {
        "kind": details.kind.value,
        "form": details.form.value,
        "face_limit_fen": amount(details.face_limit_fen, "faceLimitFen"),
        "number_prefix": details.number_prefix,
        "all_services": not details.service_ids,
        "validity": details.validity.value,
        "validity_days": details.validity_days,
        "bonus_validity_days": details.bonus_validity_days,
        "gift_allowed": details.gift_allowed,
        "transfer_allowed": details.transfer_allowed,
        "consumption_order": details.consumption_order.value,
        "redemption_scope": details.redemption_scope.as_json(),
    }
    card_type = card_type or await new_product(tx, CardType, merchant_id, "T", columns["name"])
    version = await write_version(
        tx, actor, CardTypeVersion, card_type, kind, columns, expected_revision=expected_revision
    )
    key = {"merchant_id": merchant_id, "version_id": version.id}
    await tx.execute(delete(CardTypeService).filter_by(**key))
    if details.service_ids:
        rows = [key | {"service_id": service} for service in sorted(set(details.service_ids))]
        await tx.execute(insert(CardTypeService), rows)
    return version


def _ensure_lawful(details: CardTypeDetails, kind: MerchantTypeVersion) -> None:
    if NUMBER_PREFIX.fullmatch(details.number_prefix) is None:
        raise InvalidValue(path=("numberPrefix",), reason="DIGITS")
    registered = details.kind is CardKind.REGISTERED
    limit = kind.registered_face_limit_fen if registered else kind.anonymous_face_limit_fen
    if details.face_limit_fen > limit:
        raise FaceOverLimit(path=("faceLimitFen",), limit=format_yuan(limit), limit_fen=limit)
    if (details.validity is ValidityKind.NONE) != (details.validity_days is None):
        raise InvalidValue(path=("validityDays",), reason="INCOMPLETE")
    if details.validity is not ValidityKind.NONE and (registered or (details.validity_days or 0) < THREE_YEARS_DAYS):
        raise ValidityUnlawful(path=("validityDays",))
    if details.bonus_validity_days is not None and details.bonus_validity_days <= 0:
        raise InvalidValue(path=("bonusValidityDays",), reason="OUT_OF_RANGE")


async def _ensure_services(tx: WriteSession, merchant_id: UUID, details: CardTypeDetails) -> None:
    wanted = set(details.service_ids)
    known = await tx.scalars(select(Service.id).where(Service.merchant_id == merchant_id, Service.id.in_(wanted)))
    if wanted - set(known):
        raise NotFound(path=("serviceIds",))
