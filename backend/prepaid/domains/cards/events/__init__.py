"""Facts of cards that higher domains react to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CardOpened:
    """A card is active for the first time."""

    merchant_id: UUID
    card_id: UUID


@dataclass(frozen=True, slots=True)
class CardReplaced:
    """The lots of a card are on another one from now on."""

    merchant_id: UUID
    card_id: UUID
    replacement_id: UUID


@dataclass(frozen=True, slots=True)
class CardHeld:
    """A hold was placed on a card."""

    merchant_id: UUID
    card_id: UUID
    kind: str


@dataclass(frozen=True, slots=True)
class CardHoldLifted:
    """A hold of a card was lifted; others may be in force."""

    merchant_id: UUID
    card_id: UUID
    kind: str
