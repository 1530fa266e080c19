"""Root fields about cards."""

from typing import Any

from sqlalchemy import ARRAY, ColumnElement, Uuid, cast, func, select

from prepaid.domains.cards import models as m
from prepaid.domains.cards.graph.blind import name_given, phone_given
from prepaid.domains.cards.graph.card_types import Card, CardEvent, CardHold, CardLot, CardTake
from prepaid.domains.cards.graph.stock_types import CardBatch, CardBatchError, PhysicalCard
from prepaid.domains.catalog.models import CardType
from prepaid.domains.stores.models import Store
from prepaid.graph.types import Argument, GlobalID, Row, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
STORE = Argument(GlobalID | None, "Of this store", lambda row, value: row.store_id == value)
CARD_TYPE = Argument(GlobalID | None, "Of this type", lambda row, value: row.card_type_id == value)
CARD = Argument(GlobalID | None, "Of this card", lambda row, value: row.card_id == value)
BATCH = Argument(GlobalID | None, "Of this batch", lambda row, value: row.batch_id == value)
HOLDER = {
    "phone": Argument(
        str | None,
        "The holder's whole phone number",
        lambda row, value: row.holder_phone_index == value,
        convert=phone_given,
    ),
    "holder": Argument(
        str | None,
        "The holder's whole real name",
        lambda row, value: row.holder_name_index == value,
        convert=name_given,
    ),
    "hold": Argument(
        str | None,
        "On hold for this reason (`CardHoldKind`)",
        lambda row, value: value == func.any(row.holds),
    ),
}


def _number(row: Row, pattern: ColumnElement[Any]) -> ColumnElement[bool]:
    return row.number.like(pattern)


def _type_or_store(row: Row, pattern: ColumnElement[Any]) -> ColumnElement[bool]:
    """Types and stores are few: they are found first, and cards by their indexes."""
    types = select(CardType.id).where(CardType.search.ilike(pattern)).scalar_subquery()
    stores = select(Store.id).where(Store.search.ilike(pattern)).scalar_subquery()
    of_types, of_stores = (cast(func.array(each), ARRAY(Uuid)) for each in (types, stores))
    return (row.card_type_id == func.any(of_types)) | (row.store_id == func.any(of_stores))


root_connection(
    "cards",
    Card,
    "Cards within the caller's data scope, newest first; found by number, or by the name of card type and store in "
    "characters, pinyin or initials",
    permission="card.read",
    search=[_number, _type_or_store],
    arguments={"merchant": MERCHANT, "store": STORE, "card_type": CARD_TYPE, **HOLDER},
)
root_one("card", Card, "One card", permission="card.read")
root_connection("cardLots", CardLot, "Lots, newest first", permission="card.read", arguments={"card": CARD})
root_connection(
    "cardTakes", CardTake, "What was taken from lots, newest first", permission="card.read", arguments={"card": CARD}
)
root_connection("cardHolds", CardHold, "Holds, newest first", permission="card.read", arguments={"card": CARD})
root_connection(
    "cardEvents", CardEvent, "History of cards, newest first", permission="card.read", arguments={"card": CARD}
)
root_connection(
    "cardBatches",
    CardBatch,
    "Deliveries of physical cards, newest first",
    permission="card_stock.read",
    search=[m.CardBatch.number, m.CardBatch.file_name],
    arguments={"merchant": MERCHANT, "card_type": CARD_TYPE},
)
root_one("cardBatch", CardBatch, "One delivery", permission="card_stock.read")
root_connection(
    "cardBatchErrors",
    CardBatchError,
    "Rows that were not loaded, in the order of the file",
    permission="card_stock.read",
    order_by=["row_number"],
    arguments={"batch": BATCH},
)
root_connection(
    "physicalCards",
    PhysicalCard,
    "Physical cards, newest first",
    permission="card_stock.read",
    search=[_number],
    arguments={"merchant": MERCHANT, "store": STORE, "card_type": CARD_TYPE, "batch": BATCH},
)
root_one("physicalCard", PhysicalCard, "One physical card", permission="card_stock.read")
