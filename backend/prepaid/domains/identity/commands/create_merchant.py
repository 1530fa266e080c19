"""Creating a merchant as a tenant."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.errors.members import FeatureNotOfType
from prepaid.domains.identity.events.members import MerchantCreated
from prepaid.domains.identity.models import MERCHANT_NUMBERS, Merchant, MerchantTypeFeatures, Operator
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def create_merchant(
    tx: WriteSession,
    actor: Actor,
    *,
    name: str,
    type_code: str | None = None,
    features: Collection[str] = (),
    operator_id: UUID | None = None,
) -> Merchant:
    """Make the root that a merchant's rows belong to, with a readable number; its company data come later.

    Raises:
        NotFound: no such type or operator.
        FeatureNotOfType: the type does not have a feature that should be switched on.
        InvalidValue.
    """
    await _ensure_features(tx, type_code, features)
    if operator_id is not None and await tx.get(Operator, operator_id) is None:
        raise NotFound(path=("operatorId",))
    number = await tx.scalar(select(MERCHANT_NUMBERS.next_value()))
    merchant = Merchant(
        id=uuid7(),
        number=f"M{number:06d}",
        name=name_text(name, ("name",)),
        operator_id=operator_id,
        type_code=type_code,
        features=sorted(set(features)),
        gate="OPEN",
        clock_offset_seconds=0,
        created_at=clock.now(),
    )
    tx.add(merchant)
    await tx.flush()
    await audit.record(
        tx,
        "merchant.created",
        object_type="Merchant",
        object_id=merchant.id,
        tenant=merchant.id,
        after={"number": merchant.number, "type": type_code, "features": merchant.features, "operator": operator_id},
    )
    await events.publish(tx, MerchantCreated(merchant.id, type_code))
    return merchant


async def _ensure_features(tx: WriteSession, type_code: str | None, features: Collection[str]) -> None:
    of_type: Collection[str] = ()
    if type_code is not None:
        merchant_type = await tx.get(MerchantTypeFeatures, type_code)
        if merchant_type is None:
            raise NotFound(path=("typeCode",))
        of_type = merchant_type.features
    if excess := sorted(set(features) - set(of_type)):
        raise FeatureNotOfType(path=("features",), features="、".join(excess))
