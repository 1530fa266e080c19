"""Undoing a redemption within its window: everything goes back the way it came, last in, first out."""

from datetime import datetime
from typing import Any
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.events import publish
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.commands.give_back import give_back
from prepaid.domains.cards.errors import TakenSince
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_of, terms_of
from prepaid.domains.cards.rules.cards import Funding, Source
from prepaid.domains.custody.commands.cancel_release import cancel_release
from prepaid.domains.custody.commands.reverse_release import reverse_release
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.ledger.commands.bonuses import grant_bonus
from prepaid.domains.ledger.commands.services import undo_performance
from prepaid.domains.ledger.commands.undo_redemption import undo_redemption as undo_in_ledger
from prepaid.domains.ledger.rules.shares import Undone
from prepaid.domains.ordering.commands.record_consumption import undo_consumption
from prepaid.domains.ordering.models import OrderLine
from prepaid.domains.ordering.reads.access import may_act_in
from prepaid.domains.ordering.reads.orders import locked_order
from prepaid.domains.redemption.commands.member_name import member_name
from prepaid.domains.redemption.commands.perform_order import line_use
from prepaid.domains.redemption.events import RedemptionUndone
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.reads.redemption_obstacles import UNDOING
from prepaid.domains.redemption.reads.redemptions import items_of, redemption_of
from prepaid.domains.redemption.rules.redemptions import (
    ITEM_STATES,
    REDEMPTION_STATES,
    TAKEN_BY,
    ItemSource,
    ItemStatus,
    RedemptionStatus,
)
from prepaid.kit import clock


async def undo_redemption(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, redemption_id: UUID, reason: str
) -> Redemption:
    """Give everything back, by staff of the same store or by who answers for all stores.

    What custody has released already is brought back. Locks as redeeming does.

    Raises:
        NotFound: also a redemption of another store. ReasonTooShort.
        NotUndoable, RedemptionUndoneAlready, RedemptionSettledAlready, RedemptionDisputed, UndoWindowOver.
        TakenSince: an entitlement was used again since.
    """
    why = reason_text(reason)
    async with tx.under(DbRole.WORKER):
        redemption = await redemption_of(tx, merchant_id, redemption_id, "redemptionId")
        if not may_act_in(actor, merchant_id, redemption.store_id):
            raise NotFound(path=("redemptionId",))
        cards = await _locked(tx, redemption, await items_of(tx, redemption))
        redemption = await redemption_of(tx, merchant_id, redemption_id, "redemptionId", lock=True)
        items = await items_of(tx, redemption, lock=True)
        await ensure_none(tx, actor, UNDOING, redemption)
        now = clock.now()
        for item in reversed(items):
            if item.source == ItemSource.CARD:
                assert item.card_id is not None
                await _give_card(tx, cards[item.card_id], item, redemption.number)
            else:
                await _give_order(tx, item)
            item.status = ITEM_STATES.advance(ItemStatus(item.status), ItemStatus.UNDONE).value
        await _write(tx, actor, redemption, why, now)
    return redemption


async def _locked(tx: WriteSession, redemption: Redemption, items: Any) -> dict[UUID, Card]:
    """Cards, then orders, each in the order of their ids (domain/01, 18)."""
    cards = {}
    for card_id in sorted({item.card_id for item in items if item.card_id}):
        cards[card_id] = await card_of(tx, redemption.merchant_id, card_id, lock=True)
    orders = {item.order_id for item in items if item.order_id}
    for order_id in sorted(orders | ({redemption.order_id} if redemption.order_id else set())):
        await locked_order(tx, redemption.merchant_id, order_id)
    return cards


async def _give_card(tx: WriteSession, card: Card, item: RedemptionItem, number: str) -> None:
    merchant_id = item.merchant_id
    back = await give_back(tx, merchant_id, card.id, source=Source(TAKEN_BY, item.id))
    lots = [
        Undone(each.principal_before_fen + each.principal_fen, each.principal_fen, each.principal_before_fen)
        for each in back
        if each.funding is Funding.PAID and each.principal_fen
    ]
    if lots:
        which = {"merchant_id": merchant_id, "contract_id": card.contract_id, "redemption_id": item.id}
        released = bool(item.pending_fen) and await cancel_release(tx, tx.actor, **which)
        terms = terms_of(card)
        await undo_in_ledger(tx, merchant_id, terms=terms, redemption_id=item.id, lots=lots, released=released)
        if released:
            await reverse_release(tx, tx.actor, **which, evidence=number)
    if item.bonus_fen:
        await grant_bonus(tx, merchant_id, grant_id=item.id, contract_id=card.contract_id, amount_fen=item.bonus_fen)


async def _give_order(tx: WriteSession, item: RedemptionItem) -> None:
    assert item.order_id is not None
    line = await tx.get_one(OrderLine, (item.merchant_id, item.order_line_id))
    use = await line_use(tx, line)
    if use.used != item.units_before + item.quantity:
        raise TakenSince(line=str(line.id))
    use.used = item.units_before
    if item.channel_fen:
        await undo_performance(
            tx, item.merchant_id, performance_id=item.id, order_id=item.order_id, amount_fen=item.channel_fen
        )


async def _write(tx: WriteSession, actor: Actor, redemption: Redemption, why: str, now: datetime) -> None:
    before = RedemptionStatus(redemption.status)
    redemption.status = REDEMPTION_STATES.advance(before, RedemptionStatus.UNDONE).value
    redemption.undone_at, redemption.undo_reason = now, why
    redemption.undone_by, redemption.undone_by_name = actor.account_id, await member_name(tx, actor)
    await tx.flush()
    if redemption.order_id is not None:
        await undo_consumption(tx, redemption.merchant_id, redemption.order_id)
    await audit.record(
        tx,
        "redemption.undone",
        object_type="Redemption",
        object_id=redemption.id,
        tenant=redemption.merchant_id,
        before={"status": before},
        after={"status": redemption.status},
        reason=why,
    )
    await publish(
        tx,
        RedemptionUndone(
            merchant_id=redemption.merchant_id,
            redemption_id=redemption.id,
            store_id=redemption.store_id,
            class_session_id=redemption.class_session_id,
            reason=why,
        ),
    )
