"""Holds (冻结): a card can be used only when it has none."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.events import publish
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.errors import CardNotActive, HoldNotPlaced, HoldPlaced
from prepaid.domains.cards.events import CardHeld, CardHoldLifted
from prepaid.domains.cards.models import Card, CardHold
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.cards.rules.cards import ALIVE, CardStatus, HoldKind, sorted_holds
from prepaid.kit import clock


async def place_hold(
    tx: WriteSession,
    merchant_id: UUID,
    card_id: UUID,
    kind: HoldKind,
    *,
    reason: str,
    reference_id: UUID | None = None,
) -> Card:
    """Make a card unusable at once (domain/00, invariant 7); locks the card.

    Raises:
        NotFound.
        CardNotActive: it has ended. HoldPlaced: it is on hold for this reason.
    """
    card = await card_of(tx, merchant_id, card_id, lock=True)
    if CardStatus(card.status) not in ALIVE:
        raise CardNotActive(status=card.status)
    if kind.value in card.holds:
        raise HoldPlaced(kind=kind.value)
    card.holds = sorted_holds([*card.holds, kind.value])
    tx.add(
        CardHold(
            merchant_id=merchant_id,
            card_id=card.id,
            kind=kind.value,
            reason=reason,
            reference_id=reference_id,
            placed_at=clock.now(),
            placed_by=tx.actor.account_id,
        )
    )
    await note_event(tx, card, "HELD", reason=reason, hold=kind.value)
    await publish(tx, CardHeld(merchant_id, card.id, kind.value))
    return card


async def lift_hold(tx: WriteSession, merchant_id: UUID, card_id: UUID, kind: HoldKind, *, reason: str) -> Card:
    """Lift one hold; the card is usable when no other is in force.

    Raises:
        NotFound.
        HoldNotPlaced: there is none of this kind.
    """
    card = await card_of(tx, merchant_id, card_id, lock=True)
    if kind.value not in card.holds:
        raise HoldNotPlaced(kind=kind.value)
    query = select(CardHold).filter_by(merchant_id=merchant_id, card_id=card.id, kind=kind.value, lifted_at=None)
    hold = (await tx.scalars(query)).one()
    hold.lifted_at, hold.lifted_by, hold.lift_reason = clock.now(), tx.actor.account_id, reason
    card.holds = sorted_holds(each for each in card.holds if each != kind.value)
    await note_event(tx, card, "HOLD_LIFTED", reason=reason, hold=kind.value)
    await publish(tx, CardHoldLifted(merchant_id, card.id, kind.value))
    return card
