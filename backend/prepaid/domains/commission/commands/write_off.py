"""Doing without what a salesperson owes: one proposes it, a second person agrees."""

from typing import Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.commission.errors import ReceivableClosed, WriteOffTooLarge
from prepaid.domains.commission.models import CommissionReceivable
from prepaid.domains.commission.reads.line_obstacles import WRITING_OFF
from prepaid.domains.commission.rules.payouts import ReceivableState
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.ledger.commands.commissions import write_off_commission
from prepaid.kit.money import Fen, format_yuan

WRITE_OFF: Final = "commission.write_off"


async def propose_write_off(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    receivable_id: UUID,
    amount_fen: Fen | None,
    reason: str,
) -> ChangeRequest:
    """Propose to do without a receivable, or `amount_fen` of it; the merchant bears it when a second person agrees.

    Raises:
        NotFound, ReasonTooShort, InvalidValue, ReceivableClosed, WriteOffTooLarge, ChangeAlreadyOpen, Forbidden.
    """
    reason = reason_text(reason)
    row = await tx.get(CommissionReceivable, (merchant_id, receivable_id))
    if row is None:
        raise NotFound(path=("receivableId",))
    await ensure_none(tx, actor, WRITING_OFF, row, path=("receivableId",))
    amount_fen = _open(row) if amount_fen is None else amount_fen
    if amount_fen <= 0:
        raise InvalidValue(path=("amountFen",), reason="OUT_OF_RANGE")
    _ensure_open(row, amount_fen)
    payload = {"merchant": str(merchant_id), "person": row.salesperson_name, "amountFen": amount_fen}
    return await submit_change(tx, actor, kind=WRITE_OFF, target_id=row.id, payload=payload, reason=reason)


@change_kind(
    WRITE_OFF,
    target_type="CommissionReceivable",
    make="commission.write_off",
    decide="commission.write_off_approve",
    zh="核销应收佣金",
    en="Write off a receivable",
)
async def apply_write_off(tx: WriteSession, change: ChangeRequest) -> None:
    """Write it off, unless it was netted meanwhile."""
    merchant_id, amount_fen = UUID(change.payload["merchant"]), change.payload["amountFen"]
    async with tx.under(DbRole.WORKER):
        key = (merchant_id, change.target_id)
        row = await tx.get_one(CommissionReceivable, key, with_for_update=True, populate_existing=True)
        _ensure_open(row, amount_fen)
        await write_off_commission(
            tx, merchant_id, write_off_id=change.id, salesperson_id=row.salesperson_id, amount_fen=amount_fen
        )
        with tx.no_autoflush:
            row.written_off_fen += amount_fen
            if _open(row) == 0:
                row.state = ReceivableState.WRITTEN_OFF.value
        await tx.flush()
        await audit.record(
            tx,
            "commission.written_off",
            object_type="CommissionReceivable",
            object_id=row.id,
            tenant=merchant_id,
            after={"amountFen": amount_fen, "state": row.state},
            reason=change.reason,
        )


def _open(row: CommissionReceivable) -> Fen:
    return row.amount_fen - row.netted_fen - row.written_off_fen


def _ensure_open(row: CommissionReceivable, amount_fen: Fen) -> None:
    if row.state != ReceivableState.OPEN:
        raise ReceivableClosed(path=("receivableId",))
    if amount_fen > _open(row):
        raise WriteOffTooLarge(path=("amountFen",), open_yuan=format_yuan(_open(row)))
