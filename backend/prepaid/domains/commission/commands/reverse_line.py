"""Taking commission back: a further line that names the first, and where it was paid, what somebody owes."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionLine, CommissionPayout, CommissionReceivable, Handover
from prepaid.domains.commission.rules.lines import GIVEN_OUT, LINE_STATES, Bearer, LineState, ReversalCause
from prepaid.domains.commission.rules.payouts import LeaverPolicy
from prepaid.domains.ledger.commands.commissions import reverse_commission
from prepaid.domains.salesforce.models import Salesperson
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen


@dataclass(frozen=True, slots=True)
class Cause:
    """What a reversal follows."""

    kind: ReversalCause
    id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class _Parts:
    """Of a reversal: what was not paid yet, what was, and who owes that (None: the merchant bears it)."""

    unpaid_fen: Fen
    owed_fen: Fen
    bearer: Bearer | None = None
    debtor: Salesperson | None = None


async def reverse_line(
    tx: WriteSession, line: CommissionLine, cause: Cause, *, amount_fen: Fen | None = None
) -> CommissionLine | None:
    """Reverse what is left of a locked line, or `amount_fen` of it. Runs as the worker; the order is locked before.

    A line that was not paid loses the amount; of one that was, or that is being paid, the person owes it, or whom
    the policy of his handover names. None when nothing is left of it; the same cause reverses a line once.
    """
    left_fen = line.amount_fen - line.reversed_fen
    part_fen = left_fen if amount_fen is None else min(amount_fen, left_fen)
    if part_fen <= 0 or line.state == LineState.REJECTED or await _known(tx, line, cause):
        return None
    parts = await _parts(tx, line, part_fen)
    reversal = await _written(tx, line, cause, part_fen, parts.bearer)
    if line.transfer_id is not None and (parts.unpaid_fen or parts.debtor is not None):
        transfer = await reverse_commission(
            tx,
            line.merchant_id,
            reversal_id=reversal.id,
            salesperson_id=line.salesperson_id,
            unpaid_fen=parts.unpaid_fen,
            owed_fen=parts.owed_fen if parts.debtor is not None else 0,
            debtor_id=None if parts.debtor is None else parts.debtor.id,
        )
        reversal.transfer_id = transfer.id
    with tx.no_autoflush:
        line.reversed_fen += part_fen
        if line.reversed_fen == line.amount_fen and LineState(line.state) not in GIVEN_OUT:
            line.state = LINE_STATES.advance(LineState(line.state), LineState.REVERSED).value
            line.waiting = None
    if parts.debtor is not None and parts.owed_fen:
        tx.add(_receivable(parts.debtor, reversal, parts.owed_fen))
    await tx.flush()
    await audit.record(
        tx,
        "commission.reversed",
        object_type="CommissionLine",
        object_id=line.id,
        tenant=line.merchant_id,
        after={"state": line.state, "reversedFen": line.reversed_fen, "bearer": parts.bearer},
        reason=cause.reason,
    )
    return reversal


async def _known(tx: WriteSession, line: CommissionLine, cause: Cause) -> bool:
    same = select(CommissionLine.id).filter_by(
        merchant_id=line.merchant_id, reverses_id=line.id, cause_kind=cause.kind.value, cause_id=cause.id
    )
    return await tx.scalar(same) is not None


async def _parts(tx: WriteSession, line: CommissionLine, part_fen: Fen) -> _Parts:
    if line.transfer_id is None:
        return _Parts(part_fen, 0)
    state = LineState(line.state)
    unpaid_fen = 0 if state in GIVEN_OUT else part_fen
    if state is LineState.FAILED:
        assert line.payout_id is not None
        key = (line.merchant_id, line.payout_id)
        payout = await tx.get_one(CommissionPayout, key, with_for_update=True, populate_existing=True)
        unpaid_fen = min(part_fen, payout.amount_fen)
        with tx.no_autoflush:
            payout.amount_fen -= unpaid_fen
            payout.gross_fen -= unpaid_fen
        await tx.flush()
    owed_fen = part_fen - unpaid_fen
    if not owed_fen:
        return _Parts(unpaid_fen, 0)
    bearer, debtor_id = await _bearer(tx, line)
    debtor = None if debtor_id is None else await tx.get_one(Salesperson, (line.merchant_id, debtor_id))
    return _Parts(unpaid_fen, owed_fen, bearer, debtor)


async def _bearer(tx: WriteSession, line: CommissionLine) -> tuple[Bearer, UUID | None]:
    handover = await tx.scalar(
        select(Handover).filter_by(merchant_id=line.merchant_id, leaver_id=line.salesperson_id, state="DONE")
    )
    if handover is None or handover.policy == LeaverPolicy.LEAVER_RECEIVABLE:
        return Bearer.SALESPERSON, line.salesperson_id
    if handover.policy == LeaverPolicy.MERCHANT_BEARS:
        return Bearer.MERCHANT, None
    return Bearer.SUCCESSOR, handover.successor_ids[0]


async def _written(
    tx: WriteSession, line: CommissionLine, cause: Cause, part_fen: Fen, bearer: Bearer | None
) -> CommissionLine:
    now = clock.now()
    facts = (
        "kind",
        "order_kind",
        "salesperson_id",
        "salesperson_name",
        "store_id",
        "order_id",
        "order_number",
        "deal_id",
        "deal_commission_id",
        "redemption_id",
        "redemption_item_id",
        "subject",
        "snapshot",
    )
    reversal = CommissionLine(
        merchant_id=line.merchant_id,
        id=uuid7(),
        amount_fen=-part_fen,
        earned_at=now,
        frozen_until=now,
        state=LineState.OFFSET.value,
        reversed_fen=0,
        reason=cause.reason,
        reverses_id=line.id,
        cause_kind=cause.kind.value,
        cause_id=cause.id,
        bearer=None if bearer is None else bearer.value,
        **{name: getattr(line, name) for name in facts},
    )
    tx.add(reversal)
    await tx.flush()
    return reversal


def _receivable(debtor: Salesperson, reversal: CommissionLine, amount_fen: Fen) -> CommissionReceivable:
    return CommissionReceivable(
        merchant_id=reversal.merchant_id,
        id=uuid7(),
        salesperson_id=debtor.id,
        salesperson_name=debtor.name,
        line_id=reversal.id,
        amount_fen=amount_fen,
        netted_fen=0,
        written_off_fen=0,
        state="OPEN",
        arose_at=clock.now(),
    )
