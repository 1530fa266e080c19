"""Inputs of the mutations of cards."""

from typing import Any

import strawberry

from prepaid.domains.cards.graph import words as _words  # noqa: F401 - names the enums
from prepaid.domains.cards.rules.cards import HoldKind
from prepaid.graph.types import GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"


@strawberry.input(description="Which card.")
class CardInput:
    """Shared by everything that is done with one card."""

    card_id: GlobalID = strawberry.field(description="The card")

    def which(self) -> dict[str, Any]:
        """As the commands take it."""
        found = self.card_id.of("Card", path=("cardId",))
        return {"merchant_id": found.tenant, "card_id": found.id}


@strawberry.input(description="Which card, and why.")
class CardReasonInput(CardInput):
    """Input of `reportCardLoss` and `cancelCardLoss`."""

    reason: str = strawberry.field(description="Why; goes to the audit trail")


@strawberry.input(description="A hold of the bank.")
class CardHoldInput(CardReasonInput):
    """Input of `holdCard` and `liftCardHold`."""

    kind: HoldKind = strawberry.field(description="RISK, FRAUD or DISPUTE")


@strawberry.input(description="A card in the place of a lost one.")
class ReplaceCardInput(CardInput):
    """Input of `replaceCard`."""

    store_id: GlobalID = strawberry.field(description="Where it is handed out")
    physical_number: str | None = strawberry.field(
        default=None, description="Number of a physical card of the store's stock; absent: a virtual card"
    )
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="Whose card it is to be.")
class CardHolderInput(CardInput):
    """Input of `registerCard` and `renameCard`."""

    phone: str = strawberry.field(description="Mobile number")
    real_name: str = strawberry.field(description="Name as on the identity card")
    id_card: str = strawberry.field(description="Identity number")


@strawberry.input(description="A new PIN of a card.")
class SetCardPinInput(CardInput):
    """Input of `setCardPin`."""

    pin: str = strawberry.field(description="Six digits")


@strawberry.input(description="A delivery of physical cards.")
class ImportStockInput:
    """Input of `importStock`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    card_type_id: GlobalID = strawberry.field(description="Type of the cards; one of plastic")
    store_id: GlobalID | None = strawberry.field(default=None, description="Give all of them to this store at once")
    file: list[str] = strawberry.field(description="Token of the one uploaded CSV or XLSX (purpose card_stock)")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="Cards of a batch for a store.")
class AllocateStockInput:
    """Input of `allocateStock`."""

    batch_id: GlobalID = strawberry.field(description="The delivery")
    store_id: GlobalID = strawberry.field(description="The store")
    count: int = strawberry.field(description="How many, in the order of the file")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="Single physical cards that move.")
class MoveStockInput:
    """Input of `moveStock`."""

    physical_card_id: GlobalID = strawberry.field(description="The card")
    store_id: GlobalID | None = strawberry.field(default=None, description="The store; absent: back into stock")


@strawberry.input(description="A physical card that nobody is to use.")
class BlockStockInput:
    """Input of `blockStock`."""

    physical_card_id: GlobalID = strawberry.field(description="The card")
    reason: str = strawberry.field(description="Why; goes to the audit trail")
