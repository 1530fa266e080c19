"""Ending a merchant's business: announced by two people of the bank, carried out when consumers are owed nothing."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit, events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.set_gate import set_gate
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.ledger.models import LedgerAccount
from prepaid.domains.merchants.commands.suspension import merchant_to_change
from prepaid.domains.merchants.errors.suspension import ClosingTooSoon
from prepaid.domains.merchants.events.suspension import (
    MerchantClosed,
    MerchantClosingAnnounced,
    MerchantClosingCancelled,
)
from prepaid.domains.merchants.models import MerchantClosing
from prepaid.domains.merchants.reads.suspension_obstacles import CANCEL_CLOSING, CLOSE
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

ANNOUNCE: Final = "merchant.close"
NOTICE_DAYS: Final = 30
"""Measures for single-purpose commercial prepaid cards, article 22: 30 days' notice before the end."""
OWED: Final = ("CARD_LIABILITY", "ORDER_LIABILITY", "REFUND_PAYABLE")
END_ACTIONS: Final = {"CANCELLED": "merchant.closing_cancelled", "CLOSED": "merchant.closed"}


async def propose_closing(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, closes_on: date, reason: str
) -> ChangeRequest:
    """Propose the end of a merchant; a second person of the bank decides, and nothing is sold from then on.

    Raises:
        NotFound, ReasonTooShort, MerchantClosingAlready, ClosingTooSoon, ChangeAlreadyOpen, Forbidden.
    """
    reason = reason_text(reason)
    merchant = await merchant_to_change(tx, merchant_id)
    await ensure_none(tx, actor, CLOSE, merchant, path=("merchantId",))
    earliest = clock.today_shanghai() + timedelta(days=NOTICE_DAYS)
    if closes_on < earliest:
        raise ClosingTooSoon(path=("closesOn",), earliest=earliest.isoformat())
    payload = {"merchant": str(merchant_id), "closesOn": closes_on.isoformat()}
    return await submit_change(tx, actor, kind=ANNOUNCE, target_id=merchant_id, payload=payload, reason=reason)


@change_kind(
    ANNOUNCE,
    target_type="Merchant",
    make="merchant.close",
    decide="merchant.approve",
    zh="清退商户",
    en="Close a merchant",
)
async def announce_closing(tx: WriteSession, change: ChangeRequest) -> None:
    """Announce the end that was proposed; the day moves when the decision came late."""
    merchant_id = UUID(change.payload["merchant"])
    merchant = await merchant_to_change(tx, merchant_id)
    if merchant.gate == GateState.CLOSED:
        raise StaleObject
    earliest = clock.today_shanghai() + timedelta(days=NOTICE_DAYS)
    closes_on = max(date.fromisoformat(change.payload["closesOn"]), earliest)
    async with tx.under(DbRole.WORKER):
        if await _open(tx, merchant_id) is not None:
            raise StaleObject
        row = MerchantClosing(
            merchant_id=merchant_id,
            id=uuid7(),
            state="ANNOUNCED",
            reason=change.reason,
            announced_at=clock.now(),
            closes_on=closes_on,
            change_id=change.id,
            ended_at=None,
            end_reason=None,
        )
        tx.add(row)
        await tx.flush()
        await _note(tx, row, "merchant.closing_announced", change.reason)
    await events.publish(tx, MerchantClosingAnnounced(merchant_id, row.id, closes_on, change.reason))


async def cancel_closing(tx: WriteSession, actor: Actor, *, merchant_id: UUID, reason: str) -> MerchantClosing:
    """The merchant stays after all.

    Raises:
        NotFound, ReasonTooShort, MerchantNotClosing.
    """
    reason = reason_text(reason)
    merchant = await merchant_to_change(tx, merchant_id)
    await ensure_none(tx, actor, CANCEL_CLOSING, merchant, path=("merchantId",))
    async with tx.under(DbRole.WORKER):
        row = await _open(tx, merchant_id)
        if row is None:
            raise NotFound(path=("merchantId",))
        await _end(tx, row, "CANCELLED", reason)
    await events.publish(tx, MerchantClosingCancelled(merchant_id, row.id, reason))
    return row


async def close_if_settled(tx: WriteSession, merchant_id: UUID) -> bool:
    """Close a merchant whose day has come, once consumers are owed nothing; False while they are. As the worker."""
    row = await _open(tx, merchant_id)
    if row is None or row.state != "ANNOUNCED" or row.closes_on > clock.today_shanghai():
        return False
    if await owed_to_consumers(tx, merchant_id):
        return False
    await set_gate(tx, tx.actor, merchant_id=merchant_id, gate=GateState.CLOSED, reason=row.reason)
    await _end(tx, row, "CLOSED", row.reason)
    await events.publish(tx, MerchantClosed(merchant_id, row.id))
    return True


async def owed_to_consumers(tx: WriteSession, merchant_id: UUID) -> int:
    """What the merchant's cards, orders and refunds still owe, in fen."""
    total = select(func.coalesce(func.sum(LedgerAccount.balance_fen), 0)).where(
        LedgerAccount.merchant_id == merchant_id, LedgerAccount.code.in_(OWED)
    )
    return int(await tx.scalar(total) or 0)


async def _open(tx: WriteSession, merchant_id: UUID) -> MerchantClosing | None:
    query = select(MerchantClosing).where(
        MerchantClosing.merchant_id == merchant_id, MerchantClosing.state != "CANCELLED"
    )
    found: MerchantClosing | None = await tx.scalar(query.with_for_update())
    return found


async def _end(tx: WriteSession, row: MerchantClosing, state: str, reason: str) -> None:
    with tx.no_autoflush:
        row.state, row.ended_at, row.end_reason = state, clock.now(), reason
    await tx.flush()
    await _note(tx, row, END_ACTIONS[state], reason)


async def _note(tx: WriteSession, row: MerchantClosing, action: str, reason: str) -> None:
    await audit.record(
        tx,
        action,
        object_type="Merchant",
        object_id=row.merchant_id,
        tenant=row.merchant_id,
        after={"closesOn": row.closes_on.isoformat()},
        reason=reason,
    )
