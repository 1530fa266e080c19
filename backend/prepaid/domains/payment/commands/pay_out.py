"""Ordering that money leaves to a wallet or to the merchant's own account."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, place
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.ledger.commands.payouts import begin_commission_payout, begin_refund_payout, begin_withdrawal
from prepaid.domains.ledger.rules.transfers import Transfer
from prepaid.domains.payment.commands.note_event import note_event
from prepaid.domains.payment.errors import (
    MerchantCannotCollect,
    PayeeNameInvalid,
    PayerUnknown,
    PaymentAmountInvalid,
    PayoutDiffers,
)
from prepaid.domains.payment.events import Cause
from prepaid.domains.payment.models import Payout, SubMerchant
from prepaid.domains.payment.reads.subjects import merchant_number
from prepaid.domains.payment.rules.payouts import (
    NAME_LONGEST,
    REMARK_LONGEST,
    CommissionPayout,
    PayeeKind,
    PayoutPurpose,
    PayTo,
    Purpose,
    RefundPayout,
    Wallet,
    WithdrawalPayout,
)
from prepaid.domains.payment.rules.references import ReferenceKind, new_reference
from prepaid.domains.payment.rules.states import EventKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.masking import mask_name
from prepaid.kit.money import Fen, check_fen
from prepaid.kit.text import InvalidText, clean_text

PAY_OUT: Final = "payment.pay_out"
PAYEE_NAME: Final = "payout.payee_name_cipher"
PURPOSES: Final = {
    RefundPayout: PayoutPurpose.REFUND,
    CommissionPayout: PayoutPurpose.COMMISSION,
    WithdrawalPayout: PayoutPurpose.WITHDRAWAL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutWish:
    """What is to be paid out. A `cause` is paid once, unless it failed: then it may be ordered again."""

    cause: Cause
    purpose: Purpose
    to: PayTo
    amount_fen: Fen
    remark: str
    """What the payee reads, at most 32 characters."""
    payment_refund_id: UUID | None = None
    """The refund that it is sent instead of."""


async def pay_out(tx: WriteSession, data_keys: DataKeys, *, merchant_id: UUID, wish: PayoutWish) -> Payout:
    """Hold the money in the ledger and let a job send it; while payouts are stopped it waits.

    The owner hears `PayoutSucceeded`, or `PayoutFailed` when the hold has been given back; weeks later possibly
    `PayoutReturned`. Who would rather refuse than wait calls `ensure_payouts_allowed` before.

    Raises:
        PayoutDiffers: the same cause was ordered with other contents.
        MerchantCannotCollect: the merchant has no number at the provider.
        PayeeNameInvalid, PayerUnknown, PaymentAmountInvalid.
        InsufficientFunds: the ledger owes less.
    """
    if check_fen(wish.amount_fen) <= 0:
        raise PaymentAmountInvalid
    async with tx.under(DbRole.WORKER):
        known = await _known(tx, merchant_id, wish)
        if known is not None:
            return known
        number: str | None = await tx.scalar(select(SubMerchant.number).filter_by(id=merchant_id))
        if number is None:
            raise MerchantCannotCollect
        now, row_id = clock.now(), uuid7()
        payee = await _payee(tx, data_keys, merchant_id, row_id, wish.to)
        held = await _hold(tx, merchant_id, row_id, wish)
        reference = new_reference(ReferenceKind.PAYOUT, await merchant_number(tx, merchant_id), clock.shanghai_day(now))
        payout = Payout(
            merchant_id=merchant_id,
            id=row_id,
            cause_kind=wish.cause.kind,
            cause_id=wish.cause.id,
            purpose=PURPOSES[type(wish.purpose)].value,
            owed_id=_owed_id(wish.purpose),
            payment_refund_id=wish.payment_refund_id,
            reference=reference,
            amount_fen=wish.amount_fen,
            remark=wish.remark[:REMARK_LONGEST],
            sub_merchant_number=number,
            state="REQUESTED",
            created_at=now,
            transfer_id=held.id,
            **payee,
        )
        tx.add(payout)
        await note_event(tx, payout, EventKind.PAYOUT_REQUESTED, amount_fen=wish.amount_fen)
        which = {"merchant_id": merchant_id, "payout_id": payout.id}
        await enqueue(tx, PAY_OUT, payload=which, tenant=merchant_id)
    return payout


async def _known(tx: WriteSession, merchant_id: UUID, wish: PayoutWish) -> Payout | None:
    known = await tx.scalar(
        select(Payout)
        .filter_by(merchant_id=merchant_id, cause_kind=wish.cause.kind, cause_id=wish.cause.id)
        .where(Payout.state.not_in(("FAILED", "RETURNED")))
        .with_for_update()
    )
    if known is None:
        return None
    openid = wish.to.openid if isinstance(wish.to, Wallet) else None
    asked = (wish.amount_fen, PURPOSES[type(wish.purpose)].value, _owed_id(wish.purpose), openid)
    if asked != (known.amount_fen, known.purpose, known.owed_id, known.payee_openid):
        raise PayoutDiffers
    return known


async def _payee(
    tx: WriteSession, data_keys: DataKeys, merchant_id: UUID, row_id: UUID, to: PayTo
) -> dict[str, str | bytes | None]:
    if not isinstance(to, Wallet):
        return {"payee_kind": PayeeKind.SETTLEMENT_ACCOUNT.value}
    if not to.openid:
        raise PayerUnknown
    try:
        name = clean_text(to.real_name, max_length=NAME_LONGEST)
    except InvalidText:
        name = ""
    if len(name) < 2:
        raise PayeeNameInvalid(path=("realName",))
    at = place(PAYEE_NAME, merchant_id, row_id)
    return {
        "payee_kind": PayeeKind.WALLET.value,
        "payee_openid": to.openid,
        "payee_name_cipher": await data_keys.encrypt(tx, to.subject_id, name, at, tenant=merchant_id),
        "payee_name_masked": mask_name(name),
    }


async def _hold(tx: WriteSession, merchant_id: UUID, payout_id: UUID, wish: PayoutWish) -> Transfer:
    what = {"payout_id": payout_id}
    match wish.purpose:
        case RefundPayout(refund_id):
            return await begin_refund_payout(tx, merchant_id, **what, refund_id=refund_id, amount_fen=wish.amount_fen)
        case CommissionPayout(salesperson_id):
            return await begin_commission_payout(
                tx, merchant_id, **what, salesperson_id=salesperson_id, amount_fen=wish.amount_fen
            )
        case WithdrawalPayout(drawable_fen, settled_fen):
            if drawable_fen + settled_fen != wish.amount_fen:
                raise ValueError("the parts of a withdrawal add up to it")
            return await begin_withdrawal(tx, merchant_id, **what, drawable_fen=drawable_fen, settled_fen=settled_fen)


def _owed_id(purpose: Purpose) -> UUID | None:
    match purpose:
        case RefundPayout(refund_id):
            return refund_id
        case CommissionPayout(salesperson_id):
            return salesperson_id
        case WithdrawalPayout():
            return None
