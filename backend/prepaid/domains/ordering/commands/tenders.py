"""Splitting what an order costs over what it is paid with."""

from dataclasses import dataclass
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ordering.commands.quote import Quote
from prepaid.domains.ordering.errors import BalanceNotUsable, BalanceShort
from prepaid.domains.ordering.models import Order, OrderTender
from prepaid.domains.ordering.reads.buyers_card import balance_of
from prepaid.domains.ordering.rules.orders import OrderKind, TenderKind
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, format_yuan


@dataclass(frozen=True, slots=True)
class Balance:
    """What a card of the buyer pays."""

    card_id: UUID
    amount_fen: Fen


async def tenders_for(tx: WriteSession, order: Order, priced: Quote, balance: Balance | None) -> list[OrderTender]:
    """The tenders of a new order, which sum to its total: the card's balance first, the rest by the channel.

    Nothing of the balance is held yet: it is taken when the order is paid.

    Raises:
        BalanceNotUsable: not a single service, or more than the order costs.
        BalanceShort: the card has less.
        NotFound: not a card of the buyer at this merchant.
    """
    taken = 0
    found = []
    if balance is not None:
        if priced.kind is not OrderKind.SINGLE_SERVICE or not 0 < balance.amount_fen <= order.total_fen:
            raise BalanceNotUsable(path=("balance",))
        services = [item.ref.id for item in priced.items]
        available = await balance_of(tx, order.merchant_id, order.account_id, balance.card_id, services)
        if available < balance.amount_fen:
            raise BalanceShort(path=("balance",), available_fen=available, available_yuan=format_yuan(available))
        taken = balance.amount_fen
        found.append(_tender(order, 0, TenderKind.CARD_BALANCE, taken, balance.card_id))
    if order.total_fen > taken:
        found.append(_tender(order, len(found), TenderKind.CHANNEL, order.total_fen - taken, None))
    return found


def _tender(order: Order, position: int, kind: TenderKind, amount_fen: Fen, card_id: UUID | None) -> OrderTender:
    return OrderTender(
        merchant_id=order.merchant_id,
        id=uuid7(),
        order_id=order.id,
        account_id=order.account_id,
        position=position,
        kind=kind.value,
        amount_fen=amount_fen,
        card_id=card_id,
    )
