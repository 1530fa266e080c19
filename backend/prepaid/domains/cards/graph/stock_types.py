"""Physical cards and their batches as they are read."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, any_, or_

from prepaid.core.obstacles import Asker
from prepaid.domains.cards import models as m
from prepaid.domains.cards.graph.card_types import Card
from prepaid.domains.cards.rules.stock import BatchState, FileFault, RowCode, StockState
from prepaid.domains.catalog.graph.card_types import CardType
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.stores.graph.types import Store
from prepaid.graph.types import ActionState, PlanContext, Row, action, actions, column, graph_type, one


def _own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees what came to one's own."""
    return [row.store_id == any_(ctx.actor_param("store_ids"))] if ctx.scope in WITHIN_STORES else []


def _no_batches(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    return [row.id.is_(None)] if ctx.scope in WITHIN_STORES else []


def _in_stock(_: Asker) -> ColumnElement[bool]:
    return (m.CardBatch.loaded > 0) & m.CardBatch.store_id.is_(None)


def _unsold(_: Asker) -> ColumnElement[bool]:
    return or_(m.PhysicalCard.state == "IN_STOCK", m.PhysicalCard.state == "ALLOCATED")


@graph_type(m.CardBatch, permission="card_stock.read", scope=_no_batches)
class CardBatch:
    """A delivery of physical cards (实体卡批次)."""

    number: str = column(m.CardBatch.number, "Number, unique in the merchant", filterable=True, sortable=True)
    file_name: str = column(m.CardBatch.file_name, "The file it was read from")
    state: BatchState = column(m.CardBatch.state, "How far it is", filterable=True)
    rows_total: int | None = column(m.CardBatch.rows_total, "Rows of the file; null until it has been read")
    rows_done: int = column(m.CardBatch.rows_done, "Rows that are loaded or refused")
    loaded: int = column(m.CardBatch.loaded, "Cards that were loaded")
    refused: int = column(m.CardBatch.refused, "Rows that were not")
    failure: FileFault | None = column(m.CardBatch.failure, "Why the file as a whole was refused")
    failure_place: str | None = column(m.CardBatch.failure_place, "Where, e.g. the encoding that was recognised")
    task_id: UUID = column(m.CardBatch.task_id, "The work that loads it")
    created_at: datetime = column(m.CardBatch.created_at, "When it was uploaded", filterable=True, sortable=True)
    finished_at: datetime | None = column(m.CardBatch.finished_at, "When it was done")
    available_actions: list[ActionState] = actions(action("allocateStock", offered=_in_stock))
    card_type: CardType | None = one(
        "CardType",
        "Type of its cards",
        on=lambda batch, kind: (kind.merchant_id == batch.merchant_id) & (kind.id == batch.card_type_id),
        permission="product.read",
    )
    merchant: Merchant | None = of_merchant("Whose it is")


@graph_type(m.CardBatchError, permission="card_stock.read", scope=_no_batches)
class CardBatchError:
    """A row that was not loaded."""

    row_number: int = column(m.CardBatchError.row_number, "Row of the file, the heading is row 1", sortable=True)
    value: str = column(m.CardBatchError.value, "What stood there")
    code: RowCode = column(m.CardBatchError.code, "Why", filterable=True)


@graph_type(m.PhysicalCard, permission="card_stock.read", scope=_own_stores)
class PhysicalCard:
    """A card of plastic (实体卡)."""

    number: str = column(m.PhysicalCard.number, "Number on it", filterable=True, sortable=True)
    state: StockState = column(m.PhysicalCard.state, "Where it is", filterable=True)
    changed_at: datetime = column(m.PhysicalCard.changed_at, "Since when", filterable=True)
    blocked_reason: str | None = column(m.PhysicalCard.blocked_reason, "Why it was blocked")
    available_actions: list[ActionState] = actions(
        action("moveStock", offered=_unsold),
        action("blockStock", offered=_unsold),
    )
    card_type: CardType | None = one(
        "CardType",
        "Its type",
        on=lambda plastic, kind: (kind.merchant_id == plastic.merchant_id) & (kind.id == plastic.card_type_id),
        permission="product.read",
    )
    batch: CardBatch | None = one(
        "CardBatch",
        "The delivery it came in",
        on=lambda plastic, batch: (batch.merchant_id == plastic.merchant_id) & (batch.id == plastic.batch_id),
    )
    store: Store | None = one(
        "Store",
        "The store that has it",
        on=lambda plastic, store: (store.merchant_id == plastic.merchant_id) & (store.id == plastic.store_id),
        permission="store.read",
    )
    card: Card | None = one(
        "Card",
        "The card that it became",
        on=lambda plastic, card: (card.merchant_id == plastic.merchant_id) & (card.id == plastic.card_id),
        permission="card.read",
    )
