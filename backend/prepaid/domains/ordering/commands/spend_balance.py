"""Paying a part of an order from the stored value of a card."""

from datetime import timedelta

from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands.consume import consume
from prepaid.domains.cards.reads.cards import card_of, terms_of
from prepaid.domains.cards.rules.cards import Funding, LotUnit, Source
from prepaid.domains.cards.rules.consumption import Wanted
from prepaid.domains.custody.commands.schedule_release import schedule_release
from prepaid.domains.ledger.commands.bonuses import consume_bonus
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.rules.shares import Consumed
from prepaid.domains.ordering.models import Order, OrderTender
from prepaid.kit import clock

SPENT_BY = "ORDER_TENDER"


async def spend_balance(tx: WriteSession, order: Order, tender: OrderTender) -> None:
    """Take the tender's amount from the card: performed for the ledger, under the tender's id.

    Custody is released after the undo window of the card. Nothing was held before, so another use may have been
    faster: then the whole order is not carried out.

    Raises:
        CardFrozen, CardExpired, CardNotActive, Insufficient.
    """
    assert tender.card_id is not None
    card = await card_of(tx, order.merchant_id, tender.card_id, lock=True)
    taken = await consume(
        tx,
        order.merchant_id,
        card.id,
        [Wanted(unit=LotUnit.MONEY, quantity=tender.amount_fen)],
        source=Source(SPENT_BY, tender.id),
    )
    lots = [
        Consumed(each.principal_before_fen, each.principal_fen)
        for each in taken
        if each.funding is Funding.PAID and each.principal_fen
    ]
    if lots:
        await book_redemption(tx, order.merchant_id, terms=terms_of(card), redemption_id=tender.id, lots=lots)
        await schedule_release(
            tx,
            tx.actor,
            merchant_id=order.merchant_id,
            contract_id=card.contract_id,
            redemption_id=tender.id,
            not_before=clock.now() + timedelta(minutes=card.undo_window_minutes),
            evidence=order.number,
        )
    bonus_fen = sum(each.bonus_fen for each in taken)
    if bonus_fen:
        await consume_bonus(
            tx, order.merchant_id, consumption_id=tender.id, contract_id=card.contract_id, amount_fen=bonus_fen
        )
