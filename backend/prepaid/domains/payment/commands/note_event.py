"""Writing what happened, once, and the state that follows from it."""

from datetime import datetime
from typing import cast
from uuid import UUID

from sqlalchemy import CursorResult, Table
from sqlalchemy.dialects.postgresql import insert

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.payment.models import Payment, PaymentEvent, PaymentRefund, Payout
from prepaid.domains.payment.reads.subjects import kinds_of
from prepaid.domains.payment.rules.states import (
    EventKind,
    EventSource,
    payment_state,
    payout_state,
    refund_state,
)
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

EVENTS = cast(Table, PaymentEvent.__table__)


async def note_event(
    tx: WriteSession,
    row: Payment | PaymentRefund | Payout,
    kind: EventKind,
    source: EventSource = EventSource.OWN,
    *,
    variant: str = "",
    amount_fen: int | None = None,
    provider_reference: str | None = None,
    code: str | None = None,
    occurred_at: datetime | None = None,
) -> bool:
    """Add an event under the row's reference; False when the same one is there already."""
    await tx.flush()
    values = {
        "merchant_id": row.merchant_id,
        "id": uuid7(),
        "reference": row.reference,
        **_subject(row),
        "kind": kind.value,
        "variant": variant,
        "source": source.value,
        "amount_fen": amount_fen,
        "provider_reference": provider_reference,
        "code": code,
        "occurred_at": occurred_at,
        "effective_at": clock.now(),
    }
    done = await tx.execute(insert(EVENTS).values(**values).on_conflict_do_nothing())
    return cast(CursorResult[tuple[()]], done).rowcount == 1


async def restate(tx: WriteSession, row: Payment | PaymentRefund | Payout) -> None:
    """Set the state that the row's events say, with a line in the audit trail when it is another one."""
    kinds, before = await kinds_of(tx, row), row.state
    if isinstance(row, Payment):
        row.state = payment_state(kinds, row.amount_fen, row.refunded_fen).value
    elif isinstance(row, PaymentRefund):
        row.state = refund_state(kinds).value
    else:
        row.state = payout_state(kinds).value
    await tx.flush()
    if row.state != before:
        await audit.record(
            tx,
            f"{row.__tablename__}.state_changed",
            object_type=type(row).__name__,
            object_id=row.id,
            tenant=row.merchant_id,
            before={"state": before},
            after={"state": row.state, "reference": row.reference},
        )


def _subject(row: Payment | PaymentRefund | Payout) -> dict[str, UUID | None]:
    if isinstance(row, Payment):
        return {"payment_id": row.id, "payment_refund_id": None, "payout_id": None}
    if isinstance(row, PaymentRefund):
        return {"payment_id": row.payment_id, "payment_refund_id": row.id, "payout_id": None}
    return {"payment_id": None, "payment_refund_id": None, "payout_id": row.id}
