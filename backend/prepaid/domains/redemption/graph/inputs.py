"""Inputs of the mutations of redemption."""

from typing import Final
from uuid import UUID

import strawberry

from prepaid.core.errors import InvalidValue
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.redemption.commands.prepare_redemption import Shown
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.graph.types import Fen, GlobalID
from prepaid.kit.ids import GlobalId

KEY: Final = "One key for one intention, stored by the client before it is sent"


@strawberry.input(description="For which merchant, or which card, a code is shown.")
class IssueRedemptionCodeInput:
    """Input of `issueRedemptionCode`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; not needed with a card")
    card_id: GlobalID | None = strawberry.field(default=None, description="This card alone")

    def card(self) -> GlobalId | None:
        """The card, with its merchant."""
        return self.card_id.of("Card", path=("cardId",)) if self.card_id else None


@strawberry.input(description="What the consumer showed: a code, a card number with its PIN, or an order number.")
class PrepareRedemptionInput:
    """Input of `prepareRedemption`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; absent: the caller's own")
    store_id: GlobalID = strawberry.field(description="Store of the counter")
    code: str | None = strawberry.field(default=None, description="Scanned, or the eight digits")
    card_number: str | None = strawberry.field(default=None, description="Number of a card")
    pin: str | None = strawberry.field(default=None, description="PIN of the card")
    order_number: str | None = strawberry.field(default=None, description="Number of a paid order of services")

    def shown(self) -> Shown:
        """As the command takes it; what was left empty was not shown."""
        return Shown(
            code=self.code or None,
            card_number=self.card_number or None,
            pin=self.pin or None,
            order_number=self.order_number or None,
        )


@strawberry.input(description="One entitlement that is redeemed.")
class RedeemItemInput:
    """A card's, or a line's of a paid order."""

    card_id: GlobalID | None = strawberry.field(default=None, description="Card")
    order_line_id: GlobalID | None = strawberry.field(default=None, description="Line of a paid order of services")
    unit: LotUnit = strawberry.field(default=LotUnit.VISIT, description="What is used of a card")
    service_id: GlobalID | None = strawberry.field(default=None, description="Service; stored value may name none")
    lot_id: GlobalID | None = strawberry.field(default=None, description="From this lot alone")
    quantity: int = strawberry.field(default=1, description="Uses; a visit within a period is one")
    amount_fen: Fen | None = strawberry.field(default=None, description="Of stored value: how much")
    performer_id: GlobalID | None = strawberry.field(default=None, description="Salesperson who performs it")

    def read(self, place: int) -> WantedItem:
        """As the command takes it. Raises `InvalidValue` for stored value without an amount."""
        here = ("items", str(place))
        if (self.unit is LotUnit.MONEY) != (self.amount_fen is not None):
            raise InvalidValue(path=(*here, "amountFen"), reason="EMPTY" if self.amount_fen is None else "FORBIDDEN")
        return WantedItem(
            card_id=optional_id(self.card_id, "Card", *here, "cardId"),
            order_line_id=optional_id(self.order_line_id, "OrderLine", *here, "orderLineId"),
            unit=self.unit,
            service_id=optional_id(self.service_id, "Service", *here, "serviceId"),
            lot_id=optional_id(self.lot_id, "CardLot", *here, "lotId"),
            quantity=self.quantity if self.amount_fen is None else self.amount_fen,
            performer_id=optional_id(self.performer_id, "Salesperson", *here, "performerId"),
        )


@strawberry.input(description="All of the items are redeemed, or none.")
class RedeemInput:
    """Input of `redeem`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; absent: the caller's own")
    store_id: GlobalID = strawberry.field(description="Store of the counter")
    token: str | None = strawberry.field(default=None, description="The code that was scanned or typed")
    session: str | None = strawberry.field(default=None, description="What `prepareRedemption` answered instead")
    items: list[RedeemItemInput] = strawberry.field(description="What is redeemed")
    class_session_id: GlobalID | None = strawberry.field(default=None, description="Lesson that it is for")
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)

    def lesson(self) -> UUID | None:
        """The lesson's row. Raises `NotFound` for the id of something else."""
        return optional_id(self.class_session_id, "ClassSession", "classSessionId")


@strawberry.input(description="A redemption that should not have been.")
class UndoRedemptionInput:
    """Input of `undoRedemption`."""

    redemption_id: GlobalID = strawberry.field(description="The redemption")
    reason: str = strawberry.field(description="Why")
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="An item that the consumer disputes.")
class DisputeRedemptionInput:
    """Input of `disputeRedemption`."""

    item_id: GlobalID = strawberry.field(description="The item")
    reason: str = strawberry.field(description="What is wrong, at least 5 characters")
