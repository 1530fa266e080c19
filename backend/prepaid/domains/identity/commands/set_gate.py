"""Suspending, holding, reopening and closing a merchant."""

from uuid import UUID

from prepaid.core import audit, events, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.members import GateStepImpossible
from prepaid.domains.identity.events.members import MerchantGateChanged
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.identity.rules.gates import GATE_STATES
from prepaid.domains.identity.rules.permissions import GateState


async def set_gate(tx: WriteSession, actor: Actor, *, merchant_id: UUID, gate: GateState, reason: str) -> Merchant:
    """Change what a merchant may do: SUSPENDED closes sales, FRAUD_HOLD redemption too, CLOSED leaves reading.

    It holds from the next request on: a session's permissions are computed with the gate as it stands.

    Raises:
        NotFound, ReasonTooShort.
        GateStepImpossible: the merchant is in this state already, or closed for good.
    """
    reason = reason_text(reason)
    merchant = await tx.get(Merchant, merchant_id, with_for_update=True)
    if merchant is None:
        raise NotFound(path=("merchantId",))
    before = GateState(merchant.gate)
    if not GATE_STATES.can(before, gate):
        raise GateStepImpossible(path=("gate",), state=before.value)
    merchant.gate = gate.value
    await tx.flush()
    await audit.record(
        tx,
        "merchant.gate_changed",
        object_type="Merchant",
        object_id=merchant.id,
        tenant=merchant.id,
        before={"gate": before},
        after={"gate": gate},
        reason=reason,
    )
    await signals.publish(tx, TOPIC, {"merchant": str(merchant.id)})
    await events.publish(tx, MerchantGateChanged(merchant.id, before.value, gate.value, reason))
    return merchant
