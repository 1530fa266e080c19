"""Tables of cards."""

from prepaid.domains.cards.models.cards import Card, CardEvent, CardHold, CardNumberSeries, CardPurchase
from prepaid.domains.cards.models.lots import CardLot, CardTake
from prepaid.domains.cards.models.stock import CardBatch, CardBatchError, PhysicalCard

__all__ = [
    "Card",
    "CardBatch",
    "CardBatchError",
    "CardEvent",
    "CardHold",
    "CardLot",
    "CardNumberSeries",
    "CardPurchase",
    "CardTake",
    "PhysicalCard",
]
