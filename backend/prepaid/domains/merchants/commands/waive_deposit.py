"""Doing without a part of a merchant's deposit for a time: one person of the bank proposes it, a second agrees."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.core.obstacles import ensure_none
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.errors.deposits import DepositAmountInvalid, WaiverExceedsDeposit, WaiverInvalid
from prepaid.domains.merchants.models import Deposit, DepositWaiver
from prepaid.domains.merchants.reads.deposit_obstacles import END_WAIVER
from prepaid.domains.merchants.reads.deposits import deposit_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, format_yuan

WAIVE: Final = "deposit.waive"
LONGEST: Final = timedelta(days=366)


async def propose_waiver(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, amount_fen: Fen, valid_until: date, reason: str
) -> ChangeRequest:
    """Propose that so much less of the deposit is due until a day; a second person of the bank decides.

    Raises:
        NotFound, ReasonTooShort, ChangeAlreadyOpen, Forbidden.
        DepositAmountInvalid, WaiverExceedsDeposit, WaiverInvalid.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "merchantId")
    deposit = await deposit_of(tx, merchant_id)
    if deposit is None:
        raise NotFound(path=("merchantId",))
    _ensure_sensible(deposit, amount_fen, valid_until)
    payload = {"merchant": str(merchant_id), "amountFen": amount_fen, "validUntil": valid_until.isoformat()}
    return await submit_change(tx, actor, kind=WAIVE, target_id=deposit.id, payload=payload, reason=reason)


@change_kind(
    WAIVE,
    target_type="Deposit",
    make="deposit.waive",
    decide="deposit.approve",
    zh="减免保证金",
    en="Waive a part of a deposit",
)
async def apply_waiver(tx: WriteSession, change: ChangeRequest) -> None:
    """Grant what was proposed, if it still fits the deposit."""
    merchant_id, amount_fen = UUID(change.payload["merchant"]), int(change.payload["amountFen"])
    valid_until = date.fromisoformat(change.payload["validUntil"])
    async with tx.under(DbRole.WORKER):
        deposit = await deposit_of(tx, merchant_id, lock=True)
        if deposit is None or valid_until <= clock.today_shanghai():
            raise StaleObject
        _ensure_sensible(deposit, amount_fen, valid_until)
        waiver = DepositWaiver(
            merchant_id=merchant_id,
            id=uuid7(),
            amount_fen=amount_fen,
            valid_from=clock.today_shanghai(),
            valid_until=valid_until,
            reason=change.reason,
            change_id=change.id,
            granted_at=clock.now(),
            ended_at=None,
            end_reason=None,
        )
        tx.add(waiver)
        await tx.flush()
        await _note(tx, waiver, "deposit.waived", change.reason)
        await assess_deposit(tx, merchant_id)


async def end_waiver(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, waiver_id: UUID, reason: str
) -> DepositWaiver:
    """The whole deposit is due again from now on.

    Raises:
        NotFound, WaiverEnded, ReasonTooShort.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "waiverId")
    async with tx.under(DbRole.WORKER):
        await deposit_of(tx, merchant_id, lock=True)
        waiver = await tx.get(DepositWaiver, (merchant_id, waiver_id), with_for_update=True)
        if waiver is None:
            raise NotFound(path=("waiverId",))
        await ensure_none(tx, actor, END_WAIVER, waiver, path=("waiverId",))
        await _end(tx, waiver, reason)
        await assess_deposit(tx, merchant_id)
    return waiver


async def end_past_waivers(tx: WriteSession, merchant_id: UUID) -> None:
    """Waivers whose last day was before today are over. Runs as the worker."""
    past = select(DepositWaiver).where(
        DepositWaiver.merchant_id == merchant_id,
        DepositWaiver.ended_at.is_(None),
        DepositWaiver.valid_until < clock.today_shanghai(),
    )
    for waiver in (await tx.scalars(past.with_for_update())).all():
        await _end(tx, waiver, "EXPIRED")


async def _end(tx: WriteSession, waiver: DepositWaiver, reason: str) -> None:
    with tx.no_autoflush:
        waiver.ended_at, waiver.end_reason = clock.now(), reason
    await tx.flush()
    await _note(tx, waiver, "deposit.waiver_ended", reason)


def _ensure_sensible(deposit: Deposit, amount_fen: Fen, valid_until: date) -> None:
    if amount_fen <= 0:
        raise DepositAmountInvalid(path=("amountFen",))
    if amount_fen + deposit.waived_fen > deposit.required_fen:
        raise WaiverExceedsDeposit(path=("amountFen",), required_yuan=format_yuan(deposit.required_fen))
    today = clock.today_shanghai()
    if not today < valid_until <= today + LONGEST:
        raise WaiverInvalid(path=("validUntil",))


async def _note(tx: WriteSession, waiver: DepositWaiver, action: str, reason: str) -> None:
    await audit.record(
        tx,
        action,
        object_type="DepositWaiver",
        object_id=waiver.id,
        tenant=waiver.merchant_id,
        after={"amountFen": waiver.amount_fen, "validUntil": waiver.valid_until.isoformat()},
        reason=reason,
    )
