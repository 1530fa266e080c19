"""Holds that the bank's own people place and lift."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.cards.commands.holds import lift_hold, place_hold
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.rules.cards import HoldKind
from prepaid.domains.identity.commands.wording import reason_text

OWN: Final = frozenset({HoldKind.RISK, HoldKind.FRAUD, HoldKind.DISPUTE})
"""The others belong to a case, a gift or a loss, and end with it."""


async def hold_card(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, kind: HoldKind, reason: str
) -> Card:
    """Make a card unusable. Raises `NotFound`, `CardNotActive`, `HoldPlaced`, `InvalidValue` (another's kind)."""
    _ensure_own(kind)
    return await place_hold(tx, merchant_id, card_id, kind, reason=reason_text(reason))


async def release_card(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, kind: HoldKind, reason: str
) -> Card:
    """Lift such a hold. Raises `NotFound`, `HoldNotPlaced`, `InvalidValue` (another's kind)."""
    _ensure_own(kind)
    return await lift_hold(tx, merchant_id, card_id, kind, reason=reason_text(reason))


def _ensure_own(kind: HoldKind) -> None:
    if kind not in OWN:
        raise InvalidValue(path=("kind",), reason=", ".join(sorted(OWN)))
