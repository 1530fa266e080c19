"""Putting the terms of a merchant type into force."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.domains.identity.models import MerchantTypeFeatures
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.merchants.errors.types import NoDraftOfType
from prepaid.domains.merchants.events import MerchantTypePublished
from prepaid.domains.merchants.models import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.rules.type_terms import TypeState
from prepaid.domains.pages.models import FormDefinition
from prepaid.kit import clock

FORM_USES: Final = ("onboarding", "service", "card_type", "package")
"""Forms that a version pins when they are published for its type, or for all types."""


async def publish_merchant_type(
    tx: WriteSession, actor: Actor, *, type_id: UUID, expected_revision: int | None = None
) -> MerchantTypeVersion:
    """The draft is in force for what begins from now on; what runs, and what was sold, keeps its version.

    Raises:
        NotFound, NoDraftOfType.
        StaleObject: the draft was saved by somebody else since.
    """
    found = await tx.get(MerchantType, type_id, with_for_update=True)
    if found is None:
        raise NotFound(path=("typeId",))
    versions = select(MerchantTypeVersion).filter_by(type_id=type_id).with_for_update()
    draft = await tx.scalar(versions.filter_by(state=TypeState.DRAFT.value))
    if draft is None:
        raise NoDraftOfType(path=("typeId",))
    if expected_revision is not None and draft.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    before = await tx.scalar(versions.filter_by(state=TypeState.PUBLISHED.value))
    if before is not None:
        before.state = TypeState.RETIRED.value
        await tx.flush()
    draft.state, draft.published_at, draft.published_by = TypeState.PUBLISHED.value, clock.now(), actor.account_id
    draft.forms = await _forms_in_force(tx, found.code)
    features = await tx.get(MerchantTypeFeatures, found.code, with_for_update=True)
    if features is None:
        tx.add(MerchantTypeFeatures(type_code=found.code, name_zh=found.name_zh, name_en=found.name_en))
        await tx.flush()
        features = await tx.get_one(MerchantTypeFeatures, found.code)
    features.features, features.name_zh, features.name_en = list(draft.features), found.name_zh, found.name_en
    await tx.flush()
    await audit.record(
        tx,
        "merchant_type.published",
        object_type="MerchantType",
        object_id=type_id,
        before={"version": before and before.version},
        after={"version": draft.version},
    )
    await signals.publish(tx, TOPIC, {"merchantType": found.code})
    await events.publish(tx, MerchantTypePublished(found.code, draft.id, draft.version))
    return draft


async def _forms_in_force(tx: WriteSession, type_code: str) -> dict[str, str]:
    rows = await tx.scalars(
        select(FormDefinition)
        .where(
            FormDefinition.state == "PUBLISHED",
            FormDefinition.key.in_(FORM_USES),
            FormDefinition.merchant_type.is_(None) | (FormDefinition.merchant_type == type_code),
        )
        .order_by(FormDefinition.merchant_type.nulls_first())
    )
    return {row.key: str(row.id) for row in rows}
