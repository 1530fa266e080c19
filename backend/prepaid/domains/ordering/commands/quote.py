"""What a cart costs, and what buying it would do."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef, SoldAs
from prepaid.domains.ordering.errors import CartInvalid, NotSoldForOpening, NotSoldForRecharge
from prepaid.domains.ordering.reads.buyers_card import BuyersCard, card_to_recharge
from prepaid.domains.ordering.reads.products import Sellable, sellable
from prepaid.domains.ordering.rules.orders import MOST_PIECES, OrderKind
from prepaid.domains.ordering.rules.pricing import Cart, Stage, priced

STAGES: Final[list[Stage]] = []
"""What follows the list price, in the order of domain/80; higher stages are added by the domains that know them."""


@dataclass(frozen=True, slots=True)
class CartItem:
    """So many pieces of a product."""

    product: ProductRef
    quantity: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A priced cart: lines as they are sold now, and the card that it would go on."""

    merchant_id: UUID
    kind: OrderKind
    items: tuple[Sellable, ...]
    """In the order of `cart.lines`."""
    cart: Cart
    card: BuyersCard | None = None
    """Card that it recharges; None: none, or a new one is opened."""

    @property
    def package(self) -> Sellable | None:
        """The package of a card order."""
        return self.items[0] if self.items[0].ref.kind is ProductKind.PACKAGE else None

    @property
    def pending_for(self) -> UUID | None:
        """What there is one pending order for: the card, or its type while none is open."""
        package = self.package
        if package is None or package.card_type is None:
            return None
        return self.card.id if self.card else package.card_type.product_id

    @property
    def description(self) -> str:
        """What is bought, in one line."""
        names = [
            item.name if line.quantity == 1 else f"{item.name}×{line.quantity}"
            for item, line in zip(self.items, self.cart.lines, strict=True)
        ]
        return "、".join(names)


async def quote(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    items: Sequence[CartItem],
    account_id: UUID | None = None,
    card_id: UUID | None = None,
) -> Quote:
    """Price a cart. Nothing is written; an unknown buyer (`account_id` None) sees the price of a first card.

    A buyer who has a card of the package's type recharges it, whatever holds or expiry it has; without one a card is
    opened (domain/40). `card_id` names one of several.

    Raises:
        CartInvalid, NotFound, ProductNotOnSale, CardFrozen, CardExpired, CardNotActive.
        NotSoldForOpening, NotSoldForRecharge, CardOfOtherType.
    """
    _ensure_whole(items)
    async with tx.under(DbRole.WORKER):
        found = [await sellable(tx, merchant_id, each.product, "items", str(place)) for place, each in enumerate(items)]
        cart = priced([each.line(item.quantity) for each, item in zip(found, items, strict=True)], STAGES)
        kind, card = OrderKind.SINGLE_SERVICE, None
        package = found[0]
        if package.card_type is not None:
            if account_id is not None:
                card = await card_to_recharge(
                    tx,
                    merchant_id=merchant_id,
                    account_id=account_id,
                    card_type_id=package.card_type.product_id,
                    card_id=card_id,
                )
            kind = OrderKind.CARD_RECHARGE if card else OrderKind.CARD_PURCHASE
            if kind is OrderKind.CARD_PURCHASE and package.sold_as == SoldAs.RECHARGE and account_id is not None:
                raise NotSoldForOpening(path=("items",))
            if kind is OrderKind.CARD_RECHARGE and package.sold_as == SoldAs.OPENING:
                raise NotSoldForRecharge(path=("items",))
    return Quote(merchant_id=merchant_id, kind=kind, items=tuple(found), cart=cart, card=card)


def _ensure_whole(items: Sequence[CartItem]) -> None:
    packages = [each for each in items if each.product.kind is ProductKind.PACKAGE]
    alone = not packages or (len(items) == 1 and packages[0].quantity == 1)
    distinct = len({each.product.id for each in items}) == len(items)
    if not items or not alone or not distinct or not all(1 <= each.quantity <= MOST_PIECES for each in items):
        raise CartInvalid(path=("items",), most=MOST_PIECES)
