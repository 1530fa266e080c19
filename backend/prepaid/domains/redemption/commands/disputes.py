"""Disputes: a consumer says that he did not get what was redeemed, and its money stands still."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.events import publish
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.ledger.commands.disputes import close_dispute as let_go
from prepaid.domains.ledger.commands.disputes import open_dispute
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.sources import DRAWABLE
from prepaid.domains.ledger.rules.transfers import AccountRef, Transfer
from prepaid.domains.redemption.commands.settle import end_if_over
from prepaid.domains.redemption.errors import (
    DisputeWindowOver,
    NotDisputed,
    RedemptionDisputed,
    RedemptionSettledAlready,
    RedemptionUndoneAlready,
)
from prepaid.domains.redemption.events import ItemDisputed
from prepaid.domains.redemption.models import RedemptionDispute, RedemptionItem
from prepaid.domains.redemption.reads.redemptions import items_of, locked_item, open_dispute_of, redemption_of
from prepaid.domains.redemption.rules.redemptions import ITEM_STATES, DisputeOutcome, ItemStatus
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

PENDING = AccountRef(AccountCode.MERCHANT_PENDING)
IN_THE_WAY = {
    ItemStatus.DISPUTED: RedemptionDisputed,
    ItemStatus.UPHELD: RedemptionDisputed,
    ItemStatus.SETTLED: RedemptionSettledAlready,
    ItemStatus.UNDONE: RedemptionUndoneAlready,
}


async def dispute_item(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, item_id: UUID, reason: str
) -> RedemptionDispute:
    """Dispute one item of one's own: it neither settles nor can be undone until the dispute is closed.

    Held are its part in MERCHANT_PENDING and of what is drawable as much again, at least what makes up the whole
    value (domain/50, domain/100); of the drawable, as much as is there.

    Raises:
        NotFound: not an item of the consumer. ReasonTooShort.
        RedemptionDisputed, RedemptionSettledAlready, RedemptionUndoneAlready, DisputeWindowOver.
    """
    why = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        item = await locked_item(tx, merchant_id, item_id, "itemId")
        if item.account_id is None or item.account_id != actor.account_id:
            raise NotFound(path=("itemId",))
        status = ItemStatus(item.status)
        if status in IN_THE_WAY:
            raise IN_THE_WAY[status](path=("itemId",))
        if clock.now() >= item.settle_at:
            raise DisputeWindowOver(path=("itemId",), until=item.settle_at)
        dispute_id, drawable = uuid7(), max(item.pending_fen, item.principal_fen - item.pending_fen)
        held = await open_dispute(
            tx, merchant_id, case_id=dispute_id, pending_fen=item.pending_fen, drawable_fen=drawable
        )
        dispute = RedemptionDispute(
            merchant_id=merchant_id,
            id=dispute_id,
            item_id=item.id,
            account_id=item.account_id,
            reason=why,
            opened_at=clock.now(),
            held_pending_fen=_held(held, PENDING),
            held_drawable_fen=_held(held, DRAWABLE),
        )
        item.status = ITEM_STATES.advance(status, ItemStatus.DISPUTED).value
        tx.add(dispute)
        await tx.flush()
        await _note(tx, item, dispute, "redemption.disputed", why)
        await publish(
            tx,
            ItemDisputed(
                merchant_id=merchant_id,
                redemption_id=item.redemption_id,
                item_id=item.id,
                dispute_id=dispute.id,
                account_id=dispute.account_id,
            ),
        )
    return dispute


async def close_dispute(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, item_id: UUID, outcome: DisputeOutcome, reason: str
) -> RedemptionDispute:
    """Let the money go: after a withdrawn or rejected dispute the item settles, of an upheld one after-sales decides.

    Who may close it, the caller has decided (after-sales, or the consumer who withdraws).

    Raises:
        NotFound. NotDisputed: none is open. ReasonTooShort.
    """
    why = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        item = await locked_item(tx, merchant_id, item_id, "itemId")
        dispute = await open_dispute_of(tx, item)
        if dispute is None:
            raise NotDisputed(path=("itemId",))
        if dispute.held_pending_fen or dispute.held_drawable_fen:
            await let_go(tx, merchant_id, case_id=dispute.id)
        to = ItemStatus.UPHELD if outcome is DisputeOutcome.UPHELD else ItemStatus.PENDING
        item.status = ITEM_STATES.advance(ItemStatus(item.status), to).value
        dispute.closed_at, dispute.closed_by = clock.now(), actor.account_id
        dispute.outcome, dispute.close_reason = outcome.value, why
        await tx.flush()
        redemption = await redemption_of(tx, merchant_id, item.redemption_id)
        await end_if_over(tx, redemption, await items_of(tx, redemption))
        await _note(tx, item, dispute, "redemption.dispute_closed", why)
    return dispute


def _held(transfer: Transfer | None, account: AccountRef) -> int:
    return transfer.moved(account, Side.DEBIT) if transfer else 0


async def _note(tx: WriteSession, item: RedemptionItem, dispute: RedemptionDispute, action: str, why: str) -> None:
    await audit.record(
        tx,
        action,
        object_type="Redemption",
        object_id=item.redemption_id,
        tenant=item.merchant_id,
        after={"item": item.position, "outcome": dispute.outcome, "heldFen": dispute.held_pending_fen},
        reason=why,
    )
