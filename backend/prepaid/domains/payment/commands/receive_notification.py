"""Taking a notification that is proven to be the provider's."""

from prepaid.core.database import WriteSession
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves, receive_charge
from prepaid.domains.payment.commands.receive_payout import receive_payout
from prepaid.domains.payment.commands.receive_refund import receive_refund
from prepaid.domains.payment.reads.subjects import find_reference, merchant_of
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.references import ReferenceKind
from prepaid.domains.payment.rules.states import EventSource
from prepaid.providers.payments import ChargeStatus, NotifiedStatus, RefundStatus


async def receive_notification(tx: WriteSession, ourselves: Ourselves, status: NotifiedStatus) -> bool:
    """Find what it is about by our own reference and do what follows; False when it tells nothing new.

    Runs as the worker: who the merchant is comes out of the reference (domain/01, 14).

    Raises:
        Misfit: we never gave this reference, or what is told does not fit what was ordered.
    """
    found = await find_reference(tx, status.reference)
    kind = ReferenceKind.PAYOUT
    if isinstance(status, ChargeStatus):
        kind = ReferenceKind.PAYMENT
    elif isinstance(status, RefundStatus):
        kind = ReferenceKind.REFUND
    if found is None or found.kind is not kind:
        merchant_id = await merchant_of(tx, status.reference)
        raise Misfit(AlertKind.UNKNOWN_REFERENCE, merchant_id, status.reference[:32])
    where = {"merchant_id": found.merchant_id, "source": EventSource.NOTIFICATION}
    if isinstance(status, ChargeStatus):
        return await receive_charge(tx, ourselves, **where, payment_id=found.id, status=status)  # type: ignore[arg-type]
    if isinstance(status, RefundStatus):
        return await receive_refund(tx, ourselves, **where, payment_refund_id=found.id, status=status)  # type: ignore[arg-type]
    return await receive_payout(tx, ourselves, **where, payout_id=found.id, status=status)  # type: ignore[arg-type]
