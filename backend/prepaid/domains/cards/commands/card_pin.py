"""The PIN of a card (卡密码), for the counter where no phone is at hand."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.errors import CardPinNotSet, CardPinWrong
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.card_obstacles import SETTING_PIN
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.errors.access import PinMalformed, PinTooSimple
from prepaid.domains.identity.rules.attempt_limits import AttemptLimit
from prepaid.domains.identity.rules.credentials import is_pin, is_simple_pin
from prepaid.domains.identity.rules.password_hash import hash_password, verify_password

CARD_PIN: Final = AttemptLimit("card_pin", 5)


async def set_card_pin(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, pin: str) -> Card:
    """Set or reset the PIN, the holder being there with his identity card. Tries before it are forgotten.

    Raises:
        PinMalformed, PinTooSimple. NotFound, CardNotActive, CardFrozen.
    """
    if not is_pin(pin):
        raise PinMalformed(path=("pin",))
    if is_simple_pin(pin):
        raise PinTooSimple(path=("pin",))
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, SETTING_PIN, card)
    card.pin_hash = await hash_password(pin)
    await note_event(tx, card, "PIN_SET")
    await forget_attempts(tx, CARD_PIN, str(card.id))
    return card


async def check_card_pin(tx: WriteSession, card: Card, pin: str) -> None:
    """Try the PIN of a card; tries are counted in a transaction of their own (domain/01, 3).

    Raises:
        TooManyAttempts. CardPinNotSet, CardPinWrong.
    """
    if card.pin_hash is None:
        raise CardPinNotSet(path=("pin",))
    await charge_attempt(tx.database, CARD_PIN, str(card.id))
    if not (await verify_password(card.pin_hash, pin)).right:
        raise CardPinWrong(path=("pin",))
    await forget_attempts(tx, CARD_PIN, str(card.id))
