"""Taking of a merchant's deposit what it owes: frozen when one person proposes it, taken when a second one agrees."""

from typing import Final
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import free_text, reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.ledger.commands.deposits import deduct_deposit
from prepaid.domains.ledger.commands.pending import confirm, void
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.errors.deposits import (
    DebtTooSmall,
    DepositAmountInvalid,
    DepositCaseMissing,
    DepositTooSmall,
)
from prepaid.domains.merchants.events.deposits import DepositDeducted
from prepaid.domains.merchants.models import DepositDeduction
from prepaid.domains.merchants.reads.deposits import deductible_fen, deposit_to_change
from prepaid.domains.merchants.rules.deposits import DeductionPurpose, DeductionState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, format_yuan

DEDUCT: Final = "deposit.deduct"
DEDUCTED: Final = TransferKind.DEPOSIT_DEDUCTED


async def propose_deduction(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    amount_fen: Fen,
    purpose: DeductionPurpose,
    case_number: str,
    reason: str,
) -> ChangeRequest:
    """Freeze a part of the deposit for a case until a second person of the bank decides.

    A compensation is owed to the consumer of the case from the decision on (REFUND_PAYABLE of the deduction's id).

    Raises:
        NotFound, ReasonTooShort, DepositAmountInvalid, DepositCaseMissing, Forbidden.
        DepositTooSmall, DebtTooSmall.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "merchantId")
    row = await _freeze(
        tx, actor, merchant_id, amount_fen, purpose, case_number=case_number, reason=reason, refund_id=None
    )
    payload = {
        "merchant": str(merchant_id),
        "amountFen": amount_fen,
        "purpose": purpose.value,
        "case": row.case_number,
    }
    return await submit_change(tx, actor, kind=DEDUCT, target_id=row.id, payload=payload, reason=reason)


@change_kind(
    DEDUCT,
    target_type="DepositDeduction",
    make="deposit.deduct",
    decide="deposit.approve",
    zh="扣划保证金",
    en="Deduct from a deposit",
)
async def apply_deduction(tx: WriteSession, change: ChangeRequest) -> None:
    """Take what was frozen."""
    await take_frozen(tx, UUID(change.payload["merchant"]), change.target_id)


async def deduct_for_case(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    amount_fen: Fen,
    case_number: str,
    refund_id: UUID,
    reason: str,
) -> DepositDeduction:
    """A decided case takes its compensation of the deposit at once; `refund_id` owns what is owed to the consumer.

    For after-sales, whose case has had its own decision.

    Raises:
        NotFound, DepositAmountInvalid, DepositCaseMissing, DepositTooSmall.
    """
    row = await _freeze(
        tx,
        actor,
        merchant_id,
        amount_fen,
        DeductionPurpose.COMPENSATION,
        case_number=case_number,
        reason=reason,
        refund_id=refund_id,
    )
    return await take_frozen(tx, merchant_id, row.id)


async def take_frozen(tx: WriteSession, merchant_id: UUID, deduction_id: UUID) -> DepositDeduction:
    """Post a frozen deduction. Raises `StaleObject` when it is not frozen any more."""
    async with tx.under(DbRole.WORKER):
        row = await _end(tx, merchant_id, deduction_id, DeductionState.DONE)
        if row is None:
            raise StaleObject
        await confirm(tx, merchant_id, DEDUCTED, row.id)
        await _note(tx, row, "deposit.deducted")
        fact = DepositDeducted(merchant_id, row.id, row.case_number, row.amount_fen, row.refund_id)
        await events.publish(tx, fact)
        await assess_deposit(tx, merchant_id)
    return row


async def release_frozen(tx: WriteSession, merchant_id: UUID, deduction_id: UUID, *, reason: str) -> None:
    """The proposal came to nothing: what was frozen is free again."""
    async with tx.under(DbRole.WORKER):
        row = await _end(tx, merchant_id, deduction_id, DeductionState.RELEASED)
        if row is not None:
            await void(tx, merchant_id, DEDUCTED, row.id)
            await _note(tx, row, "deposit.released", reason)


async def _freeze(
    tx: WriteSession,
    actor: Actor,
    merchant_id: UUID,
    amount_fen: Fen,
    purpose: DeductionPurpose,
    *,
    case_number: str,
    reason: str,
    refund_id: UUID | None,
) -> DepositDeduction:
    case_number = free_text(case_number, ("caseNumber",))
    if not case_number:
        raise DepositCaseMissing(path=("caseNumber",))
    if amount_fen <= 0:
        raise DepositAmountInvalid(path=("amountFen",))
    deduction_id = uuid7()
    if purpose is DeductionPurpose.COMPENSATION:
        refund_id = refund_id or deduction_id
    async with tx.under(DbRole.WORKER):
        await deposit_to_change(tx, merchant_id, "merchantId")
        free = await deductible_fen(tx, merchant_id)
        if amount_fen > free:
            raise DepositTooSmall(path=("amountFen",), available_yuan=format_yuan(max(free, 0)))
        try:
            transfer = await deduct_deposit(
                tx, merchant_id, deduction_id=deduction_id, amount_fen=amount_fen, refund_id=refund_id, pending=True
            )
        except InsufficientFunds as error:
            if error.data.get("account") == AccountCode.MERCHANT_RECEIVABLE:
                raise DebtTooSmall(path=("amountFen",)) from error
            raise
        row = DepositDeduction(
            merchant_id=merchant_id,
            id=deduction_id,
            purpose=purpose.value,
            state=DeductionState.FROZEN.value,
            amount_fen=amount_fen,
            case_number=case_number,
            refund_id=refund_id,
            reason=reason,
            proposed_at=clock.now(),
            proposed_by=actor.account_id,
            ended_at=None,
            transfer_id=transfer.id,
        )
        tx.add(row)
        await tx.flush()
        await _note(tx, row, "deposit.frozen", reason)
    return row


async def _end(
    tx: WriteSession, merchant_id: UUID, deduction_id: UUID, state: DeductionState
) -> DepositDeduction | None:
    await deposit_to_change(tx, merchant_id)
    row = await tx.get(DepositDeduction, (merchant_id, deduction_id), with_for_update=True, populate_existing=True)
    if row is None or row.state != DeductionState.FROZEN:
        return None
    with tx.no_autoflush:
        row.state, row.ended_at = state.value, clock.now()
    await tx.flush()
    return row


async def _note(tx: WriteSession, row: DepositDeduction, action: str, reason: str | None = None) -> None:
    await audit.record(
        tx,
        action,
        object_type="DepositDeduction",
        object_id=row.id,
        tenant=row.merchant_id,
        after={"state": row.state, "amountFen": row.amount_fen, "case": row.case_number, "purpose": row.purpose},
        reason=reason,
    )
