"""Card types as they are read."""

from datetime import datetime

from prepaid.domains.catalog import models as m
from prepaid.domains.catalog.graph.latest import latest_of
from prepaid.domains.catalog.graph.product_actions import product_actions
from prepaid.domains.catalog.graph.service_types import Service
from prepaid.domains.catalog.rules.products import CardForm, CardKind, ConsumptionOrder, ValidityKind, VersionState
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.graph.types import JSON, ActionState, Connection, Fen, column, connection, graph_type, many, one


@graph_type(m.CardType, permission="product.read")
class CardType:
    """A type of card (卡类型)."""

    number: str = column(m.CardType.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(m.CardType.name, "Name", filterable=True, sortable=True)
    created_at: datetime = column(m.CardType.created_at, "When it was made", filterable=True, sortable=True)
    available_actions: list[ActionState] = product_actions(m.CardType, m.CardTypeVersion)
    merchant: Merchant | None = of_merchant("Whose card type it is")
    on_sale: "CardTypeVersion | None" = one(
        "CardTypeVersion",
        "The version that new cards are opened under",
        on=lambda card_type, version: (
            (version.merchant_id == card_type.merchant_id) & (version.id == card_type.on_sale_version_id)
        ),
    )
    latest: "CardTypeVersion | None" = one(
        "CardTypeVersion",
        "The newest version",
        on=lambda card_type, version: latest_of(m.CardTypeVersion, card_type, version),
    )
    versions: Connection["CardTypeVersion"] = connection(
        "CardTypeVersion",
        "Its versions, newest first",
        on=lambda card_type, version: (
            (version.merchant_id == card_type.merchant_id) & (version.product_id == card_type.id)
        ),
        order_by=["-version"],
    )


@graph_type(m.CardTypeVersion, permission="product.read")
class CardTypeVersion:
    """One version of a card type."""

    version: int = column(m.CardTypeVersion.version, "Number, from 1", sortable=True)
    state: VersionState = column(m.CardTypeVersion.state, "State", filterable=True)
    revision: int = column(m.CardTypeVersion.revision, "Raised by every save")
    name: str = column(m.CardTypeVersion.name, "Name")
    description: str = column(m.CardTypeVersion.description, "What it is")
    kind: CardKind = column(m.CardTypeVersion.kind, "Registered or anonymous", filterable=True)
    form: CardForm = column(m.CardTypeVersion.form, "Virtual or physical", filterable=True)
    face_limit_fen: Fen = column(m.CardTypeVersion.face_limit_fen, "Most that a card may hold")
    number_prefix: str = column(m.CardTypeVersion.number_prefix, "First digits of its cards' numbers")
    all_services: bool = column(m.CardTypeVersion.all_services, "Whether every service may be used")
    validity: ValidityKind = column(m.CardTypeVersion.validity, "From when the validity counts")
    validity_days: int | None = column(m.CardTypeVersion.validity_days, "Days of validity; null: never expires")
    bonus_validity_days: int | None = column(m.CardTypeVersion.bonus_validity_days, "Days until BONUS expires")
    gift_allowed: bool = column(m.CardTypeVersion.gift_allowed, "Whether its cards may be given away")
    transfer_allowed: bool = column(m.CardTypeVersion.transfer_allowed, "Whether its cards may be transferred")
    consumption_order: ConsumptionOrder = column(m.CardTypeVersion.consumption_order, "What is used up first")
    redemption_scope: JSON = column(m.CardTypeVersion.redemption_scope, "Where its cards are redeemed: kind and ids")
    attributes: JSON = column(m.CardTypeVersion.attributes, "Values of the merchant type's form")
    made_at: datetime = column(m.CardTypeVersion.made_at, "When it was last saved", sortable=True)
    submitted_at: datetime | None = column(m.CardTypeVersion.submitted_at, "When it was submitted")
    on_sale_at: datetime | None = column(m.CardTypeVersion.on_sale_at, "Since when it is on sale")
    off_sale_at: datetime | None = column(m.CardTypeVersion.off_sale_at, "When it went off sale")
    services: list[Service] = many(
        "Service",
        "Services that its cards may be used for; empty with `allServices`",
        via=m.CardTypeService,
        order_by=lambda row: [row.number],
    )
    card_type: CardType | None = one(
        "CardType",
        "Whose version it is",
        on=lambda version, kind: (kind.merchant_id == version.merchant_id) & (kind.id == version.product_id),
    )
