"""Inputs of the mutations of ordering."""

from collections.abc import Sequence
from typing import Final

import strawberry

from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.ordering.commands.quote import CartItem
from prepaid.domains.ordering.commands.tenders import Balance
from prepaid.domains.ordering.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.graph.types import Fen, GlobalID

KINDS: Final = {"Package": ProductKind.PACKAGE, "Service": ProductKind.SERVICE}
KEY: Final = "One key for one intention, stored by the client before it is sent"


@strawberry.input(description="So many pieces of a product.")
class CartItemInput:
    """An item."""

    product_id: GlobalID = strawberry.field(description="Package or service")
    quantity: int = strawberry.field(default=1, description="Pieces; of a package one")

    def read(self, place: int) -> CartItem:
        """As the commands take it."""
        path = ("items", str(place), "productId")
        for name, kind in KINDS.items():
            try:
                return CartItem(ProductRef(kind, self.product_id.of(name, path=path).id), self.quantity)
            except NotFound:
                continue
        raise NotFound(path=path)


@strawberry.input(description="What a card of the buyer pays of a single service.")
class CardBalanceInput:
    """Card and amount."""

    card_id: GlobalID = strawberry.field(description="Card with stored value")
    amount_fen: Fen = strawberry.field(description="How much of it")

    def read(self) -> Balance:
        """As the command takes it."""
        return Balance(self.card_id.of("Card", path=("balance", "cardId")).id, self.amount_fen)


@strawberry.input(description="What both ways of ordering say.")
class OrderDetailsInput:
    """Cart, price, agreement."""

    items: list[CartItemInput] = strawberry.field(description="One package, or services")
    expected_total_fen: Fen = strawberry.field(description="What the buyer was shown by `orderQuote`")
    card_id: GlobalID | None = strawberry.field(default=None, description="Card to recharge, of several")
    agreement_hash: str | None = strawberry.field(
        default=None, description="`textSha256` of the agreement that the buyer has read and accepts; a card needs it"
    )
    balance: CardBalanceInput | None = strawberry.field(default=None, description="What a card pays of it")

    def accepted(self) -> bytes | None:
        """The hash of the agreement. Raises `InvalidValue` for what is none."""
        if self.agreement_hash is None:
            return None
        try:
            return bytes.fromhex(self.agreement_hash)
        except ValueError:
            raise InvalidValue(path=("agreementHash",), reason="CHARACTERS") from None


@strawberry.input(description="An order of the buyer himself.")
class PlaceOrderInput(OrderDetailsInput):
    """Input of `placeOrder`."""

    merchant_id: GlobalID = strawberry.field(description="Merchant that sells")
    share_code: str | None = strawberry.field(default=None, description="Who recommended it: a salesperson's code")
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="An order that a cashier places for whom stands at the counter.")
class PlaceCounterOrderInput(OrderDetailsInput):
    """Input of `placeCounterOrder`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; absent: the caller's own")
    store_id: GlobalID = strawberry.field(description="Store that sells")
    phone: str = strawberry.field(description="The buyer's mobile number")
    real_name: str | None = strawberry.field(default=None, description="The buyer's name, as on his card")
    id_card: str | None = strawberry.field(default=None, description="His identity number, where it is needed")
    salesperson_id: GlobalID | None = strawberry.field(
        default=None, description="Who sells; absent: the cashier, if he is one of the salespeople"
    )
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="An order.")
class OrderInput:
    """Input of `payOrder`, `offerCounterPayment` and `closeOrder`."""

    order_id: GlobalID = strawberry.field(description="The order")


def items_of(items: Sequence[CartItemInput]) -> list[CartItem]:
    """A cart as the commands take it. Raises `NotFound` for the id of something else."""
    return [item.read(place) for place, item in enumerate(items)]
