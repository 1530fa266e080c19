"""Keeping a day's bill, and comparing it with what we have."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Table, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.models import Merchant
from prepaid.domains.ledger.commands.payments import charge_channel_fee, return_channel_fee
from prepaid.domains.payment.commands.ask_provider import LAST_STEP
from prepaid.domains.payment.commands.request_payment import ASK
from prepaid.domains.payment.models import Payment, PaymentBill, PaymentBillLine, PaymentBreak, PaymentRefund
from prepaid.domains.payment.reads.bill_sides import expected_on, known_of
from prepaid.domains.payment.rules.reconciliation import Break, BreakKind, BreakResolution, BreakState, Listed, breaks
from prepaid.domains.payment.rules.references import parse_reference
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from prepaid.providers.payments import BillLine, BillLineKind

LINES = cast(Table, PaymentBillLine.__table__)
BREAKS = cast(Table, PaymentBreak.__table__)
BATCH: Final = 500
MATCHED_LATER: Final = "重新核对后一致"


async def keep_bill(tx: WriteSession, *, day: date, lines: Sequence[BillLine]) -> None:
    """Store the lines of a fetched bill under their merchants; a bill that is there stays as it is."""
    if await tx.scalar(select(PaymentBill.id).filter_by(merchant_id=PLATFORM_TENANT, day=day)) is not None:
        return
    merchants = await _merchants(tx, lines)
    for start in range(0, len(lines), BATCH):
        rows = [
            _line(day, position, line, merchants)
            for position, line in enumerate(lines[start : start + BATCH], start + 1)
        ]
        await tx.execute(insert(LINES).values(rows))
    charges = [line for line in lines if line.kind is BillLineKind.CHARGE]
    refunds = [line for line in lines if line.kind is BillLineKind.REFUND]
    now = clock.now()
    tx.add(
        PaymentBill(
            merchant_id=PLATFORM_TENANT,
            id=uuid7(),
            day=day,
            lines=len(lines),
            charged_fen=sum(line.amount_fen for line in charges),
            refunded_fen=sum(line.amount_fen for line in refunds),
            fee_fen=sum(line.fee_fen for line in lines),
            fetched_at=now,
            reconciled_at=now,
        )
    )
    await tx.flush()


async def reconcile_bill(tx: WriteSession, *, day: date) -> int:
    """Compare the kept bill of a day with payments, refunds and ledger; the number of open breaks of that day.

    New differences become breaks; those that are gone are resolved by themselves. Fees are booked with the
    payments that they belong to. What the provider was paid and we do not know, it is asked about.
    """
    bill = (
        await tx.scalars(select(PaymentBill).filter_by(merchant_id=PLATFORM_TENANT, day=day).with_for_update())
    ).one()
    listed: defaultdict[UUID, list[PaymentBillLine]] = defaultdict(list)
    for line in await tx.scalars(select(PaymentBillLine).filter_by(day=day).order_by(PaymentBillLine.position)):
        listed[line.merchant_id].append(line)
    expected: defaultdict[UUID, set[str]] = defaultdict(set)
    for merchant_id, reference in await expected_on(tx, day):
        expected[merchant_id].add(reference)
    still_open = 0
    for merchant_id in sorted(listed.keys() | expected.keys()):
        lines = listed[merchant_id]
        known = await known_of(tx, merchant_id, {line.reference for line in lines} | expected[merchant_id])
        told = [Listed(line.reference, line.sub_merchant_number, line.amount_fen) for line in lines]
        found = list(breaks(told, known, expected[merchant_id] & known.keys()))
        still_open += len(found)
        await _keep_breaks(tx, day, merchant_id, found)
        broken = {each.reference for each in found}
        await _book_fees(tx, merchant_id, [line for line in lines if line.reference not in broken])
        await _ask_about(tx, merchant_id, [each.reference for each in found if each.kind is BreakKind.MISSING_HERE])
    bill.reconciled_at = clock.now()
    await tx.flush()
    return still_open


async def _merchants(tx: WriteSession, lines: Iterable[BillLine]) -> dict[str, UUID]:
    parsed = (parse_reference(line.reference) for line in lines)
    numbers = {each.merchant_number for each in parsed if each is not None}
    rows = await tx.execute(select(Merchant.number, Merchant.id).where(Merchant.number.in_(numbers)))
    return {row.number: row.id for row in rows}


def _line(day: date, position: int, line: BillLine, merchants: dict[str, UUID]) -> dict[str, Any]:
    parsed = parse_reference(line.reference)
    return {
        "merchant_id": merchants.get(parsed.merchant_number, PLATFORM_TENANT) if parsed else PLATFORM_TENANT,
        "id": uuid7(),
        "day": day,
        "position": position,
        "kind": line.kind.value,
        "reference": line.reference,
        "charge_reference": line.charge_reference,
        "sub_merchant_number": line.payee,
        "amount_fen": line.amount_fen,
        "fee_fen": line.fee_fen,
        "provider_reference": line.provider_reference,
        "at": line.at,
    }


async def _keep_breaks(tx: WriteSession, day: date, merchant_id: UUID, found: Sequence[Break]) -> None:
    now = clock.now()
    for each in found:
        figures = {
            "kind": each.kind.value,
            "provider_fen": each.provider_fen,
            "own_fen": each.own_fen,
            "ledger_fen": each.ledger_fen,
        }
        row = {"merchant_id": merchant_id, "id": uuid7(), "day": day, "reference": each.reference, "found_at": now}
        statement = insert(BREAKS).values(**row, **figures, state=BreakState.OPEN.value)
        keys = ["merchant_id", "day", "reference"]
        await tx.execute(
            statement.on_conflict_do_update(
                index_elements=keys, set_=figures, where=BREAKS.c.state == BreakState.OPEN.value
            )
        )
    gone = select(PaymentBreak).filter_by(merchant_id=merchant_id, day=day, state=BreakState.OPEN.value)
    for settled in await tx.scalars(gone.where(PaymentBreak.reference.not_in([each.reference for each in found]))):
        settled.state, settled.resolution = BreakState.RESOLVED.value, BreakResolution.LATER_MATCHED.value
        settled.reason, settled.resolved_at = MATCHED_LATER, now


async def _book_fees(tx: WriteSession, merchant_id: UUID, lines: Sequence[PaymentBillLine]) -> None:
    for line in lines:
        of = {"merchant_id": merchant_id, "reference": line.reference}
        if line.kind == BillLineKind.CHARGE and line.fee_fen >= 0:
            payment = (await tx.scalars(select(Payment).filter_by(**of).with_for_update())).one()
            if payment.fee_fen is None:
                payment.fee_fen = line.fee_fen
                if line.fee_fen > 0:
                    await charge_channel_fee(tx, merchant_id, payment_id=payment.id, fee_fen=line.fee_fen)
        elif line.kind == BillLineKind.REFUND and line.fee_fen < 0:
            refund_id = await tx.scalar(select(PaymentRefund.id).filter_by(**of))
            assert refund_id is not None
            await return_channel_fee(tx, merchant_id, refund_id=refund_id, fee_fen=-line.fee_fen)


async def _ask_about(tx: WriteSession, merchant_id: UUID, references: Sequence[str]) -> None:
    """A notification that never came: ask, and the next comparison finds it here."""
    lost = select(Payment.id).filter_by(merchant_id=merchant_id).where(Payment.reference.in_(references))
    for payment_id in await tx.scalars(lost.where(Payment.captured_at.is_(None))):
        which = {"merchant_id": merchant_id, "payment_id": payment_id, "step": LAST_STEP}
        await enqueue(tx, ASK, payload=which, tenant=merchant_id)
