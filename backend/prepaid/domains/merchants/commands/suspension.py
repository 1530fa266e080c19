"""Suspending a merchant's sales, which one person of the bank does at once, and resuming them, which takes two."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.core.obstacles import ensure_none
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.set_gate import set_gate
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest, Merchant
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.merchants.events.suspension import MerchantSuspended, MerchantSuspensionLifted
from prepaid.domains.merchants.models import MerchantSuspension
from prepaid.domains.merchants.reads.suspension_obstacles import RESUME, SUSPEND
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

LIFT: Final = "merchant.resume"


async def suspend_merchant(tx: WriteSession, actor: Actor, *, merchant_id: UUID, reason: str) -> Merchant:
    """Nothing is sold from the next request on; cards are redeemed and refunded as before.

    Raises:
        NotFound, ReasonTooShort, MerchantSuspendedAlready, MerchantClosingAlready.
    """
    reason = reason_text(reason)
    merchant = await merchant_to_change(tx, merchant_id)
    await ensure_none(tx, actor, SUSPEND, merchant, path=("merchantId",))
    if merchant.gate == GateState.OPEN:
        await set_gate(tx, actor, merchant_id=merchant_id, gate=GateState.SUSPENDED, reason=reason)
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        if account is not None and account.gate_closed:
            # The end of a shortage of custody alone would reopen it; now the bank decides.
            account.gate_closed = False
        row = MerchantSuspension(
            merchant_id=merchant_id,
            id=uuid7(),
            reason=reason,
            suspended_at=clock.now(),
            suspended_by=actor.account_id,
            lifted_at=None,
            lift_reason=None,
        )
        tx.add(row)
        await tx.flush()
        await _note(tx, merchant_id, "merchant.suspended", reason)
    await events.publish(tx, MerchantSuspended(merchant_id, reason))
    return merchant


async def propose_resumption(tx: WriteSession, actor: Actor, *, merchant_id: UUID, reason: str) -> ChangeRequest:
    """Propose that a suspended merchant sells again; a second person of the bank decides.

    Raises:
        NotFound, ReasonTooShort, MerchantNotSuspended, ChangeAlreadyOpen, Forbidden.
    """
    reason = reason_text(reason)
    merchant = await merchant_to_change(tx, merchant_id)
    await ensure_none(tx, actor, RESUME, merchant, path=("merchantId",))
    row = await open_suspension(tx, merchant_id)
    assert row is not None
    payload = {"merchant": str(merchant_id), "suspension": str(row.id), "suspendedBecause": row.reason}
    return await submit_change(tx, actor, kind=LIFT, target_id=merchant_id, payload=payload, reason=reason)


@change_kind(
    LIFT,
    target_type="Merchant",
    make="merchant.suspend",
    decide="merchant.approve",
    zh="恢复商户经营",
    en="Resume a merchant",
)
async def lift_suspension(tx: WriteSession, change: ChangeRequest) -> None:
    """End the suspension that was shown; the gate opens unless custody is short."""
    merchant_id = UUID(change.payload["merchant"])
    merchant = await merchant_to_change(tx, merchant_id)
    async with tx.under(DbRole.WORKER):
        row = await open_suspension(tx, merchant_id, lock=True)
        if row is None or str(row.id) != change.payload["suspension"]:
            raise StaleObject
        with tx.no_autoflush:
            row.lifted_at, row.lift_reason = clock.now(), change.reason
        await tx.flush()
        account = await account_of(tx, merchant_id, lock=True)
        short = account is not None and account.short_since is not None
        if account is not None and short and merchant.gate == GateState.SUSPENDED:
            account.gate_closed = True
            await tx.flush()
        await _note(tx, merchant_id, "merchant.resumed", change.reason)
    if merchant.gate == GateState.SUSPENDED and not short:
        await set_gate(tx, tx.actor, merchant_id=merchant_id, gate=GateState.OPEN, reason=change.reason)
    await events.publish(tx, MerchantSuspensionLifted(merchant_id, change.reason))


async def merchant_to_change(tx: WriteSession, merchant_id: UUID) -> Merchant:
    """A merchant, locked. Raises `NotFound`."""
    merchant = await tx.get(Merchant, merchant_id, with_for_update=True, populate_existing=True)
    if merchant is None:
        raise NotFound(path=("merchantId",))
    return merchant


async def open_suspension(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> MerchantSuspension | None:
    """The suspension in force, if there is one."""
    query = select(MerchantSuspension).filter_by(merchant_id=merchant_id, lifted_at=None)
    found: MerchantSuspension | None = await tx.scalar(query.with_for_update() if lock else query)
    return found


async def _note(tx: WriteSession, merchant_id: UUID, action: str, reason: str) -> None:
    await audit.record(
        tx, action, object_type="Merchant", object_id=merchant_id, tenant=merchant_id, after={}, reason=reason
    )
