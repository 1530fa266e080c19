"""What deposits do when merchants come, money comes in, or a proposal comes to nothing; and whom they tell what."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.identity.events.changes import ChangeClosed
from prepaid.domains.identity.events.members import MerchantCreated
from prepaid.domains.identity.models import ChangeRequest, Merchant
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.domains.ledger.events import DepositTaken
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.commands.deduct_from_deposit import DEDUCT, release_frozen
from prepaid.domains.merchants.commands.receive_deposit_payment import (
    end_deposit_request,
    lock_deposit,
    receive_deposit_payment,
)
from prepaid.domains.merchants.events.deposits import (
    DepositBecameShort,
    DepositDeducted,
    DepositDue,
    DepositPaused,
    DepositSatisfied,
)
from prepaid.domains.merchants.reads.deposits import deposit_of
from prepaid.domains.merchants.rules import deposit_notices as notices
from prepaid.domains.merchants.rules.deposits import PAYABLE
from prepaid.domains.notifications.commands.notify import notify_holders
from prepaid.domains.notifications.rules.kinds import NoticeKind
from prepaid.domains.payment.events import PayableInvolved, PaymentClosed, PaymentSucceeded
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from prepaid.kit.money import format_yuan

PAYS: Final = "deposit.pay"
WATCHES: Final = "deposit.waive"


@reacts_to(MerchantCreated)
async def begin_deposit(tx: WriteSession, fact: MerchantCreated) -> None:
    """Every merchant has a deposit, by the rule of its type; of none nothing is due yet."""
    await assess_deposit(tx, fact.merchant_id)


@reacts_to(DepositTaken)
async def look_again(tx: WriteSession, fact: DepositTaken) -> None:
    """A refund that the merchant could not cover otherwise may leave the deposit short."""
    if await deposit_of(tx, fact.merchant_id) is not None:
        await assess_deposit(tx, fact.merchant_id)


@reacts_to(PayableInvolved)
async def lock_first(tx: WriteSession, fact: PayableInvolved) -> None:
    """The deposit is locked before the payment."""
    if fact.payable.kind == PAYABLE:
        await lock_deposit(tx, fact.merchant_id, fact.payable.id)


@reacts_to(PaymentSucceeded)
async def take_in(tx: WriteSession, fact: PaymentSucceeded) -> None:
    """What was captured becomes deposit."""
    if fact.payable.kind == PAYABLE:
        which = {"merchant_id": fact.merchant_id, "deposit_payment_id": fact.payable.id}
        await receive_deposit_payment(tx, **which, payment_id=fact.payment_id, amount_fen=fact.amount_fen)


@reacts_to(PaymentClosed)
async def give_up(tx: WriteSession, fact: PaymentClosed) -> None:
    """Nobody paid in time."""
    if fact.payable.kind == PAYABLE:
        which = {"merchant_id": fact.merchant_id, "deposit_payment_id": fact.payable.id}
        await end_deposit_request(tx, **which, payment_id=fact.payment_id)


@reacts_to(ChangeClosed)
async def release(tx: WriteSession, closed: ChangeClosed) -> None:
    """A deduction that nobody agreed to frees what it froze."""
    if closed.kind != DEDUCT or closed.state == ChangeState.APPROVED.value:
        return
    change = await tx.get(ChangeRequest, (closed.merchant_id, closed.change_id))
    assert change is not None
    reason = change.decision_reason or closed.state
    await release_frozen(tx, UUID(change.payload["merchant"]), change.target_id, reason=reason)


@reacts_to(DepositDue)
async def tell_due(tx: WriteSession, fact: DepositDue) -> None:
    """The merchant."""
    await _tell(tx, notices.DEPOSIT_DUE, fact.merchant_id, fact.merchant_id, PAYS, fact.missing_fen)


@reacts_to(DepositBecameShort)
async def tell_short(tx: WriteSession, fact: DepositBecameShort) -> None:
    """Merchant and bank."""
    for tenant, code in ((fact.merchant_id, PAYS), (PLATFORM_TENANT, WATCHES)):
        until = {"until": fact.grace_until.isoformat()}
        await _tell(tx, notices.DEPOSIT_SHORT, fact.merchant_id, tenant, code, fact.missing_fen, until)


@reacts_to(DepositPaused)
async def tell_paused(tx: WriteSession, fact: DepositPaused) -> None:
    """Merchant and bank."""
    for tenant, code in ((fact.merchant_id, PAYS), (PLATFORM_TENANT, WATCHES)):
        await _tell(tx, notices.DEPOSIT_PAUSED, fact.merchant_id, tenant, code, fact.missing_fen)


@reacts_to(DepositSatisfied)
async def tell_enough(tx: WriteSession, fact: DepositSatisfied) -> None:
    """The merchant."""
    await _tell(tx, notices.DEPOSIT_ENOUGH, fact.merchant_id, fact.merchant_id, PAYS, 0)


@reacts_to(DepositDeducted)
async def tell_deducted(tx: WriteSession, fact: DepositDeducted) -> None:
    """The merchant."""
    number = {"number": fact.case_number}
    await _tell(tx, notices.DEPOSIT_DEDUCTED, fact.merchant_id, fact.merchant_id, PAYS, fact.amount_fen, number)


async def _tell(
    tx: WriteSession,
    kind: NoticeKind,
    merchant_id: UUID,
    tenant: UUID,
    code: str,
    fen: int,
    more: dict[str, str] | None = None,
) -> None:
    async with tx.under(DbRole.WORKER):
        deposit, merchant = await deposit_of(tx, merchant_id), await tx.get_one(Merchant, merchant_id)
    assert deposit is not None
    data = {"merchant": merchant.name, "yuan": format_yuan(fen), **(more or {})}
    target = GlobalId("Deposit", merchant_id, deposit.id)
    await notify_holders(tx, kind, tenant, code, data=data, target=target)
