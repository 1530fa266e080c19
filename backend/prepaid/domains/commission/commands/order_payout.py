"""Ordering the transfer of a payout, and taking in what became of it."""

from typing import Final
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, place
from prepaid.core.database import WriteSession
from prepaid.domains.commission.commands.run_payout import lines_of_payout
from prepaid.domains.commission.commands.save_account import NAME, OPENID
from prepaid.domains.commission.commands.settle_orders import settle_orders
from prepaid.domains.commission.errors import AccountMissing
from prepaid.domains.commission.events import CommissionPaid, PayoutRefused
from prepaid.domains.commission.models import CommissionLine, CommissionPayout
from prepaid.domains.commission.reads.settings import account_of
from prepaid.domains.commission.rules.lines import LINE_STATES, LineState
from prepaid.domains.commission.rules.payouts import PAYOUT_STATES, PayoutState
from prepaid.domains.payment.commands.pay_out import PayoutWish, pay_out
from prepaid.domains.payment.events import Cause
from prepaid.domains.payment.rules.payouts import CommissionPayout as Owed
from prepaid.domains.payment.rules.payouts import Wallet
from prepaid.kit import clock

CAUSE: Final = "COMMISSION_PAYOUT"
REMARK: Final = "佣金发放"


async def order_payout(tx: WriteSession, data_keys: DataKeys, *, merchant_id: UUID, payout_id: UUID) -> bool:
    """Hold the money in the ledger and order the transfer; again for the same payout is the same transfer.

    False when the payout does not wait for it. Runs as the worker.

    Raises:
        AccountMissing: the person has no wallet yet.
        PersonErased, MerchantCannotCollect, PayeeNameInvalid: as payment says.
    """
    key = (merchant_id, payout_id)
    payout = await tx.get_one(CommissionPayout, key, with_for_update=True, populate_existing=True)
    if payout.state != PayoutState.PAYING:
        return False
    account = await account_of(tx, merchant_id, payout.salesperson_id)
    if account is None:
        raise AccountMissing
    openid = await data_keys.decrypt(
        tx, account.openid_cipher, place(OPENID, merchant_id, account.id), tenant=merchant_id
    )
    name = await data_keys.decrypt(tx, account.name_cipher, place(NAME, merchant_id, account.id), tenant=merchant_id)
    wish = PayoutWish(
        cause=Cause(CAUSE, payout.id),
        purpose=Owed(payout.salesperson_id),
        to=Wallet(openid=openid.decode(), real_name=name.decode(), subject_id=payout.salesperson_id),
        amount_fen=payout.amount_fen,
        remark=REMARK,
    )
    ordered = await pay_out(tx, data_keys, merchant_id=merchant_id, wish=wish)
    payout.provider_payout_id = ordered.id
    await tx.flush()
    return True


async def finish_payout(tx: WriteSession, *, merchant_id: UUID, payout_id: UUID) -> CommissionPayout | None:
    """The money has arrived: the lines are paid, and orders settled. None when that was known."""
    return await _end(tx, merchant_id, payout_id, PayoutState.PAID, LineState.PAID, None)


async def fail_payout(tx: WriteSession, *, merchant_id: UUID, payout_id: UUID, code: str) -> CommissionPayout | None:
    """Nothing was paid, or it came back: it is owed as before and can be tried again. None when that was known."""
    return await _end(tx, merchant_id, payout_id, PayoutState.FAILED, LineState.FAILED, code)


async def _end(
    tx: WriteSession, merchant_id: UUID, payout_id: UUID, to: PayoutState, of_lines: LineState, code: str | None
) -> CommissionPayout | None:
    async with tx.under(DbRole.WORKER):
        lines = await lines_of_payout(tx, merchant_id, payout_id)
        key = (merchant_id, payout_id)
        payout = await tx.get_one(CommissionPayout, key, with_for_update=True, populate_existing=True)
        before = PayoutState(payout.state)
        if before is to or not PAYOUT_STATES.can(before, to):
            return None
        paid_at = clock.now() if to is PayoutState.PAID else None
        with tx.no_autoflush:
            payout.state, payout.failure, payout.paid_at = PAYOUT_STATES.advance(before, to).value, code, paid_at
            for line in lines:
                _advance(line, of_lines)
        await tx.flush()
        await settle_orders(tx, merchant_id, [line.order_id for line in lines])
        await audit.record(
            tx,
            "commission.paid" if to is PayoutState.PAID else "commission.payout_failed",
            object_type="CommissionPayout",
            object_id=payout.id,
            tenant=merchant_id,
            before={"state": before},
            after={"state": to, "amountFen": payout.amount_fen, "failure": code},
        )
        if to is PayoutState.PAID:
            await events.publish(tx, CommissionPaid(merchant_id, payout.id, payout.salesperson_id, payout.amount_fen))
        else:
            await events.publish(tx, PayoutRefused(merchant_id, payout.id, payout.salesperson_name, payout.amount_fen))
    return payout


def _advance(line: CommissionLine, to: LineState) -> None:
    if LINE_STATES.can(LineState(line.state), to):
        line.state = to.value
        line.paid_at = clock.now() if to is LineState.PAID else None
