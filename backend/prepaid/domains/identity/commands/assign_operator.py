"""Assigning a merchant to an operator."""

from uuid import UUID

from prepaid.core import audit, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.models import Merchant, Operator
from prepaid.domains.identity.reads.policy_store import TOPIC


async def assign_operator(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, operator_id: UUID | None, reason: str
) -> Merchant:
    """Give a merchant to an operator, whose staff then see it, or (None) back to itself.

    Raises:
        NotFound, ReasonTooShort, NothingToChange.
    """
    reason = reason_text(reason)
    merchant = await tx.get(Merchant, merchant_id, with_for_update=True)
    if merchant is None:
        raise NotFound(path=("merchantId",))
    if operator_id is not None and await tx.get(Operator, operator_id) is None:
        raise NotFound(path=("operatorId",))
    before = merchant.operator_id
    if before == operator_id:
        raise NothingToChange(path=("operatorId",))
    merchant.operator_id = operator_id
    await tx.flush()
    await audit.record(
        tx,
        "merchant.operator_assigned",
        object_type="Merchant",
        object_id=merchant.id,
        tenant=merchant.id,
        before={"operator": before},
        after={"operator": operator_id},
        reason=reason,
    )
    await signals.publish(tx, TOPIC, {"merchant": str(merchant.id)})
    return merchant
