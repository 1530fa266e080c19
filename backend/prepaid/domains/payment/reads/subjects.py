"""Payments, refunds and payouts by id or by reference, locked where they are about to change."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeVar
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import Merchant
from prepaid.domains.payment.models import Payment, PaymentEvent, PaymentRefund, Payout
from prepaid.domains.payment.rules.references import ReferenceKind, parse_reference
from prepaid.domains.payment.rules.states import EventKind

R = TypeVar("R", Payment, PaymentRefund, Payout)
CLASSES: Final[Mapping[ReferenceKind, type[Payment] | type[PaymentRefund] | type[Payout]]] = {
    ReferenceKind.PAYMENT: Payment,
    ReferenceKind.REFUND: PaymentRefund,
    ReferenceKind.PAYOUT: Payout,
}


@dataclass(frozen=True, slots=True)
class Found:
    """A row by its reference."""

    merchant_id: UUID
    kind: ReferenceKind
    id: UUID


async def merchant_number(tx: WriteSession, merchant_id: UUID) -> str:
    """The readable number of a merchant. Raises `NotFound`."""
    number: str | None = await tx.scalar(select(Merchant.number).filter_by(id=merchant_id))
    if number is None:
        raise NotFound(path=("merchantId",))
    return number


async def merchant_of(tx: WriteSession, reference: str) -> UUID | None:
    """The merchant that a reference names, if there is one."""
    parsed = parse_reference(reference)
    if parsed is None:
        return None
    found: UUID | None = await tx.scalar(select(Merchant.id).filter_by(number=parsed.merchant_number))
    return found


async def find_reference(tx: WriteSession, reference: str) -> Found | None:
    """The row under a reference of ours; None for one that we never gave."""
    parsed, merchant_id = parse_reference(reference), await merchant_of(tx, reference)
    if parsed is None or merchant_id is None:
        return None
    model = CLASSES[parsed.kind]
    row_id: UUID | None = await tx.scalar(select(model.id).filter_by(merchant_id=merchant_id, reference=reference))
    return Found(merchant_id, parsed.kind, row_id) if row_id is not None else None


async def locked(tx: WriteSession, model: type[R], merchant_id: UUID, row_id: UUID) -> R:
    """The row as it is now, locked. Raises `NotFound`."""
    row = await tx.get(model, (merchant_id, row_id), with_for_update=True, populate_existing=True)
    if row is None:
        raise NotFound
    return row


async def kinds_of(tx: WriteSession, row: Payment | PaymentRefund | Payout) -> list[EventKind]:
    """The kinds of all events under the row's reference."""
    of = (PaymentEvent.merchant_id == row.merchant_id, PaymentEvent.reference == row.reference)
    return [EventKind(kind) for kind in await tx.scalars(select(PaymentEvent.kind).where(*of))]
