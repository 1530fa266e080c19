"""Cards as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, any_, case, func, select
from strawberry.scalars import JSON

from prepaid.core.obstacles import Asker
from prepaid.domains.cards import models as m
from prepaid.domains.cards.graph import words as _words  # noqa: F401 - names the enums
from prepaid.domains.cards.reads.card_obstacles import (
    ALIVE_VALUES,
    FINDING,
    REACTIVATING,
    REGISTERING,
    RENAMING,
    REPLACING,
    REPORTING_LOSS,
    SETTING_PIN,
    lost,
)
from prepaid.domains.cards.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.cards.rules.cards import CardStatus, Funding, HoldKind, LotUnit, TakeDirection
from prepaid.domains.catalog.graph.card_types import CardType
from prepaid.domains.catalog.rules.products import CardForm, CardKind, ConsumptionOrder
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.stores.graph.types import Store
from prepaid.graph.types import (
    ActionState,
    Fen,
    PlanContext,
    Row,
    action,
    actions,
    column,
    expr,
    graph_type,
    many,
    one,
)


def _own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees the cards that one's own stores sold."""
    return [row.store_id == any_(ctx.actor_param("store_ids"))] if ctx.scope in WITHIN_STORES else []


def _of_visible_card(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    if ctx.scope not in WITHIN_STORES:
        return []
    visible = select(m.Card.id).where(
        m.Card.merchant_id == row.merchant_id,
        m.Card.id == row.card_id,
        m.Card.store_id == any_(ctx.actor_param("store_ids")),
    )
    return [visible.exists()]


def _alive(_: Asker) -> ColumnElement[bool]:
    return m.Card.status.in_(ALIVE_VALUES)


def _lost(ask: Asker) -> ColumnElement[bool]:
    return _alive(ask) & lost()


def _held(ask: Asker) -> ColumnElement[bool]:
    return _alive(ask) & (func.cardinality(m.Card.holds) > 0)


def _anonymous(ask: Asker) -> ColumnElement[bool]:
    return _alive(ask) & (m.Card.kind == CardKind.ANONYMOUS.value)


def _registered(ask: Asker) -> ColumnElement[bool]:
    return _alive(ask) & (m.Card.kind == CardKind.REGISTERED.value)


def _expired(ask: Asker) -> ColumnElement[bool]:
    past = (m.Card.status == CardStatus.ACTIVE.value) & func.coalesce(m.Card.expires_at <= ask.now(), False)
    return (m.Card.status == CardStatus.EXPIRED.value) | past


def _status(ctx: PlanContext) -> ColumnElement[str]:
    """The stored one, but for a card whose validity is over and whose job has not come yet."""
    past = (m.Card.status == CardStatus.ACTIVE.value) & (m.Card.expires_at <= ctx.now())
    return case((past, CardStatus.EXPIRED.value), else_=m.Card.status)


def _principal(_: PlanContext) -> ColumnElement[int]:
    lot = m.CardLot
    left = func.sum(lot.paid_fen - lot.paid_fen * lot.consumed / lot.granted)
    return (
        select(func.coalesce(left, 0))
        .where(lot.merchant_id == m.Card.merchant_id, lot.card_id == m.Card.id, lot.funding == Funding.PAID.value)
        .scalar_subquery()
    )


def _principal_of_lot(_: PlanContext) -> ColumnElement[Any]:
    return m.CardLot.paid_fen - m.CardLot.paid_fen * m.CardLot.consumed / m.CardLot.granted


@graph_type(m.CardLot, permission="card.read", scope=_of_visible_card)
class CardLot:
    """What a card holds of one kind from one payment (权益批次)."""

    unit: LotUnit = column(m.CardLot.unit, "What it is counted in", filterable=True)
    funding: Funding = column(m.CardLot.funding, "Whether it was paid for", filterable=True)
    granted: int = column(m.CardLot.granted, "Units in all: fen of face value, uses, or days")
    consumed: int = column(m.CardLot.consumed, "Units that were used")
    frozen: int = column(m.CardLot.frozen, "Units that cannot be used for a while")
    available: int = column(m.CardLot.available, "Units that are left to use")
    paid_fen: Fen = column(m.CardLot.paid_fen, "Paid for the whole lot")
    list_fen: Fen = column(m.CardLot.list_fen, "List price of the whole lot")
    principal_left_fen: Fen = expr(_principal_of_lot, "Paid, and not performed yet")
    granted_at: datetime = column(m.CardLot.granted_at, "When it was paid", sortable=True)
    starts_on: date | None = column(m.CardLot.starts_on, "First day of a period")
    expires_at: datetime | None = column(m.CardLot.expires_at, "When it cannot be used any more", sortable=True)


@graph_type(m.CardTake, permission="card.read", scope=_of_visible_card)
class CardTake:
    """Units taken from a lot, or given back to it (权益明细)."""

    direction: TakeDirection = column(m.CardTake.direction, "Out of the lot, or back", filterable=True)
    source_kind: str = column(m.CardTake.source_kind, "Kind of the business fact", filterable=True)
    units: int = column(m.CardTake.units, "How many")
    principal_fen: Fen = column(m.CardTake.principal_fen, "Their worth of what was paid")
    bonus_fen: Fen = column(m.CardTake.bonus_fen, "Their worth of bonus")
    list_fen: Fen = column(m.CardTake.list_fen, "Their worth at list prices")
    at: datetime = column(m.CardTake.at, "When", filterable=True, sortable=True)
    lot: CardLot | None = one(
        "CardLot",
        "The lot",
        on=lambda take, lot: (lot.merchant_id == take.merchant_id) & (lot.id == take.lot_id),
    )


@graph_type(m.CardHold, permission="card.read", scope=_of_visible_card)
class CardHold:
    """A hold of a card (冻结), in force or lifted."""

    kind: HoldKind = column(m.CardHold.kind, "Why", filterable=True)
    reason: str = column(m.CardHold.reason, "What was said")
    placed_at: datetime = column(m.CardHold.placed_at, "Since when", sortable=True)
    lifted_at: datetime | None = column(m.CardHold.lifted_at, "When it was lifted; null while it is in force")
    lift_reason: str | None = column(m.CardHold.lift_reason, "Why it was lifted")


@graph_type(m.CardEvent, permission="card.read", scope=_of_visible_card)
class CardEvent:
    """What happened to a card (卡履历)."""

    kind: str = column(m.CardEvent.kind, "What", filterable=True)
    at: datetime = column(m.CardEvent.at, "When", filterable=True, sortable=True)
    reason: str | None = column(m.CardEvent.reason, "Why")
    details: JSON = column(m.CardEvent.details, "References and masked values")


@graph_type(m.Card, permission="card.read", scope=_own_stores)
class Card:
    """An issued card (卡)."""

    number: str = column(m.Card.number, "Number, unique in the merchant", filterable=True, sortable=True)
    kind: CardKind = column(m.Card.kind, "Whether it bears a name", filterable=True)
    form: CardForm = column(m.Card.form, "Plastic or virtual", filterable=True)
    status: CardStatus = column(m.Card.status, "Its state", filterable=True)
    current_status: CardStatus = expr(_status, "Its state at this instant: an expired card is shown so at once")
    holds: list[HoldKind] = column(m.Card.holds, "Why it cannot be used at present; empty: it can")
    holder_phone: str | None = column(
        m.Card.holder_phone_masked, "The holder's phone, masked", permission="card.holder"
    )
    holder_name: str | None = column(m.Card.holder_name_masked, "The holder's name, masked", permission="card.holder")
    holder_id_card: str | None = column(
        m.Card.holder_id_card_masked, "The holder's identity number, masked", permission="card.holder"
    )
    seller_name: str | None = column(m.Card.seller_name, "Who sold it; null for self-service")
    principal_left_fen: Fen = expr(_principal, "Paid, and not performed yet, of all lots")
    consumption_order: ConsumptionOrder = column(m.Card.consumption_order, "Which of its value goes first")
    custody_bps: int = column(m.Card.custody_bps, "Custody share frozen at the sale, in basis points")
    holdback_bps: int = column(m.Card.holdback_bps, "Holdback share frozen at the sale, in basis points")
    gifted: bool = column(m.Card.gifted, "Whether it was received as a gift", filterable=True)
    has_pin: bool = expr(lambda ctx: m.Card.pin_hash.is_not(None), "Whether it has a PIN")
    opened_at: datetime = column(m.Card.opened_at, "When it was opened", filterable=True, sortable=True)
    activated_at: datetime | None = column(m.Card.activated_at, "When it became usable")
    expires_at: datetime | None = column(m.Card.expires_at, "When it expires; null: never", filterable=True)
    ended_at: datetime | None = column(m.Card.ended_at, "When it was refunded, closed or replaced")
    available_actions: list[ActionState] = actions(
        action("reportCardLoss", *REPORTING_LOSS, offered=_alive),
        action("cancelCardLoss", *FINDING, offered=_lost),
        action("replaceCard", *REPLACING, offered=_lost),
        action("registerCard", *REGISTERING, offered=_anonymous),
        action("renameCard", *RENAMING, offered=_registered),
        action("setCardPin", *SETTING_PIN, offered=_alive),
        action("reactivateCard", *REACTIVATING, offered=_expired),
        action("holdCard", offered=_alive),
        action("liftCardHold", offered=_held),
    )
    card_type: CardType | None = one(
        "CardType",
        "Its type",
        on=lambda card, kind: (kind.merchant_id == card.merchant_id) & (kind.id == card.card_type_id),
        permission="product.read",
    )
    store: Store | None = one(
        "Store",
        "Where it was sold",
        on=lambda card, store: (store.merchant_id == card.merchant_id) & (store.id == card.store_id),
        permission="store.read",
    )
    merchant: Merchant | None = of_merchant("Whose card it is")
    origin: "Card | None" = one(
        "Card",
        "The card that it follows: lost and replaced, or given",
        on=lambda card, before: (before.merchant_id == card.merchant_id) & (before.id == card.origin_card_id),
    )
    lots: list[CardLot] = many("CardLot", "What it holds", order_by=lambda row: [row.granted_at, row.id])
    history: list[CardEvent] = many(
        "CardEvent", "What happened to it, newest first", order_by=lambda row: [row.at.desc(), row.id.desc()]
    )
