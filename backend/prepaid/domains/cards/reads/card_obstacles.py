"""Why something cannot be done with a card at present."""

from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select

from prepaid.core.obstacles import Obstacle
from prepaid.domains.cards.errors import (
    CardAnonymous,
    CardFrozen,
    CardNotActive,
    CardNotExpired,
    CardNotLost,
    CardRegistered,
    HoldNotPlaced,
    HoldPlaced,
    TransferNotAllowed,
)
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.rules.cards import ALIVE, CardStatus, HoldKind
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.catalog.rules.products import CardKind

ALIVE_VALUES: Final = tuple(sorted(status.value for status in ALIVE))


def lost() -> ColumnElement[bool]:
    """Whether a card is reported as lost."""
    return Card.holds.contains([HoldKind.LOSS.value])


def _held_otherwise(_: Any) -> ColumnElement[bool]:
    return func.cardinality(func.array_remove(Card.holds, HoldKind.LOSS.value)) > 0


def _transferable(_: Any) -> ColumnElement[bool]:
    allowed = select(CardTypeVersion.transfer_allowed).where(
        CardTypeVersion.merchant_id == Card.merchant_id, CardTypeVersion.id == Card.card_type_version_id
    )
    return ~func.coalesce(allowed.scalar_subquery(), False)


ENDED: Final = Obstacle(
    CardNotActive, lambda ask: Card.status.not_in(ALIVE_VALUES), {"status": lambda ask: Card.status}
)
HELD: Final = Obstacle(CardFrozen, lambda ask: func.cardinality(Card.holds) > 0, {"holds": lambda ask: Card.holds})
HELD_OTHERWISE: Final = Obstacle(CardFrozen, _held_otherwise, {"holds": lambda ask: Card.holds})

REPORTING_LOSS: Final = (ENDED, Obstacle(HoldPlaced, lambda ask: lost()))
FINDING: Final = (ENDED, Obstacle(HoldNotPlaced, lambda ask: ~lost()))
REPLACING: Final = (ENDED, Obstacle(CardNotLost, lambda ask: ~lost()), HELD_OTHERWISE)
REGISTERING: Final = (ENDED, Obstacle(CardRegistered, lambda ask: Card.kind == CardKind.REGISTERED.value), HELD)
RENAMING: Final = (
    ENDED,
    Obstacle(CardAnonymous, lambda ask: Card.kind == CardKind.ANONYMOUS.value),
    Obstacle(TransferNotAllowed, _transferable),
    HELD,
)
REACTIVATING: Final = (
    ENDED,
    Obstacle(
        CardNotExpired,
        lambda ask: (
            ~or_(
                Card.status == CardStatus.EXPIRED.value,
                (Card.status == CardStatus.ACTIVE.value) & func.coalesce(Card.expires_at <= ask.now(), False),
            )
        ),
    ),
    HELD,
)
SETTING_PIN: Final = (ENDED, HELD)
"""A new PIN at the counter: not while the card is lost or under suspicion."""
