"""A card is lost (挂失), found again, or replaced (补卡)."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.events import publish
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.commands.freeze_lots import move_lots
from prepaid.domains.cards.commands.holds import lift_hold, place_hold
from prepaid.domains.cards.commands.issue_number import issue_number
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.commands.sell_physical_card import sell_physical_card
from prepaid.domains.cards.events import CardReplaced
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.card_obstacles import FINDING, REPLACING, REPORTING_LOSS
from prepaid.domains.cards.reads.stock import physical_cards
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.cards.rules.cards import CARD_STATES, CardStatus, HoldKind
from prepaid.domains.cards.rules.stock import StockState
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

COPIED = (
    *(
        "merchant_id",
        "card_type_id",
        "card_type_version_id",
        "kind",
        "purchaser_account_id",
        "seller_id",
        "seller_name",
    ),
    *("holder_account_id", "holder_phone_index", "holder_phone_masked", "holder_name_index", "holder_name_masked"),
    *("holder_id_card_index", "holder_id_card_masked", "order_id", "contract_id", "custody_bps", "holdback_bps"),
    *("consumption_order", "undo_window_minutes", "dispute_window_days", "agreement_contract_id", "gifted"),
    *("purchaser_account_id", "opened_at", "expires_at", "expires_after_days", "package_version_id"),
)
"""What a replacement has of the card that was lost: whose it is, what it allows, under which terms."""


async def report_loss(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, reason: str) -> Card:
    """Nobody can use the card from now on. Raises `NotFound`, `CardNotActive`, `HoldPlaced`."""
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, REPORTING_LOSS, card)
    return await place_hold(tx, merchant_id, card.id, HoldKind.LOSS, reason=reason_text(reason))


async def cancel_loss(tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_id: UUID, reason: str) -> Card:
    """The card was found. Raises `NotFound`, `CardNotActive`, `HoldNotPlaced`."""
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, FINDING, card)
    return await lift_hold(tx, merchant_id, card.id, HoldKind.LOSS, reason=reason_text(reason))


async def replace_card(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    card_id: UUID,
    store_id: UUID,
    physical_number: str | None = None,
) -> Card:
    """A new card takes the place of a lost one: same holder, same terms, all of its lots; the old one is blocked.

    `physical_number`: a physical card of the store's stock; otherwise the new card is virtual.

    Raises:
        NotFound. CardNotActive, CardNotLost.
        CardFrozen: it is on hold for another reason than its loss.
        PhysicalCardUnavailable.
    """
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    await ensure_none(tx, actor, REPLACING, card)
    card_type = await tx.get_one(CardTypeVersion, (merchant_id, card.card_type_version_id))
    number = physical_number or await issue_number(tx, merchant_id, card_type.number_prefix)
    new = Card(
        **{name: getattr(card, name) for name in COPIED},
        id=uuid7(),
        number=number,
        form="PHYSICAL" if physical_number else "VIRTUAL",
        status=card.status,
        activated_at=card.activated_at,
        holds=[],
        store_id=store_id,
        origin_card_id=card.id,
    )
    tx.add(new)
    await tx.flush()
    if physical_number:
        await sell_physical_card(tx, new, store_id=store_id)
    lots = await move_lots(tx, card, new)
    await lift_hold(tx, merchant_id, card.id, HoldKind.LOSS, reason="补卡")
    card.status = CARD_STATES.advance(CardStatus(card.status), CardStatus.REPLACED).value
    card.ended_at = clock.now()
    for plastic in await physical_cards(tx, merchant_id, [card.number], lock=True):
        plastic.state, plastic.blocked_reason = StockState.BLOCKED.value, HoldKind.LOSS.value
        plastic.changed_at = clock.now()
    await note_event(tx, card, "REPLACED", by=new.id, lots=len(lots))
    await note_event(tx, new, "REPLACES", of=card.id, lots=len(lots))
    await publish(tx, CardReplaced(merchant_id, card.id, new.id))
    return new
