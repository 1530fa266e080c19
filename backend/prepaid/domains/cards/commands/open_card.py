"""Opening a card (开卡): a number is bound to a holder, a sale and the frozen terms of the card contract."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.events import publish
from prepaid.domains.cards.commands.issue_number import issue_number
from prepaid.domains.cards.commands.note_event import note_event
from prepaid.domains.cards.commands.sell_physical_card import sell_physical_card
from prepaid.domains.cards.errors import CardNotActive, IdentityRequired
from prepaid.domains.cards.events import CardOpened
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.holders import Holder
from prepaid.domains.cards.rules.cards import CardStatus
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.catalog.rules.products import CardKind, ValidityKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTerms:
    """What the card contract freezes at the sale (domain/01, 1)."""

    custody_bps: int
    """r: share of each payment that stays in custody."""
    holdback_bps: int
    """h: share of the rest that is held back."""
    undo_window_minutes: int
    dispute_window_days: int
    agreement_contract_id: UUID | None = None
    """The merchant's contract whose rule parameters these are."""
    contract_id: UUID | None = None
    """The card contract; a new one when not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSale:
    """How a card was sold."""

    store_id: UUID
    order_id: UUID | None = None
    package_version_id: UUID | None = None
    purchaser_account_id: UUID | None = None
    seller_id: UUID | None = None
    seller_name: str | None = None


async def open_card(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    card_type: CardTypeVersion,
    holder: Holder | None,
    sale: CardSale,
    terms: CardTerms,
    physical_number: str | None = None,
    activate: bool = True,
) -> Card:
    """Open a card under a version of its type; what it holds is granted by `grant_lots`, in the same transaction.

    `physical_number` binds a physical card of the store's stock, otherwise a number is issued. Without `activate`
    the card stays PENDING (a card bought as a gift is never opened for the giver).

    Raises:
        IdentityRequired: a registered card, and the holder's real name is not on record.
        PhysicalCardUnavailable: not in the stock of the sale's store, or of another card type.
    """
    if card_type.kind == CardKind.REGISTERED.value and (holder is None or not holder.identified):
        raise IdentityRequired(path=("holder",), within_fen=0)
    now, card_id = clock.now(), uuid7()
    number = physical_number or await issue_number(tx, merchant_id, card_type.number_prefix)
    card = Card(
        merchant_id=merchant_id,
        id=card_id,
        number=number,
        card_type_id=card_type.product_id,
        card_type_version_id=card_type.id,
        package_version_id=sale.package_version_id,
        kind=card_type.kind,
        form="PHYSICAL" if physical_number else "VIRTUAL",
        status=CardStatus.PENDING.value,
        holds=[],
        purchaser_account_id=sale.purchaser_account_id,
        seller_id=sale.seller_id,
        seller_name=sale.seller_name,
        store_id=sale.store_id,
        order_id=sale.order_id,
        contract_id=terms.contract_id or uuid7(),
        custody_bps=terms.custody_bps,
        holdback_bps=terms.holdback_bps,
        consumption_order=card_type.consumption_order,
        undo_window_minutes=terms.undo_window_minutes,
        dispute_window_days=terms.dispute_window_days,
        agreement_contract_id=terms.agreement_contract_id,
        gifted=False,
        opened_at=now,
        expires_after_days=card_type.validity_days if card_type.validity == ValidityKind.FROM_FIRST_USE else None,
    )
    bind_holder(card, holder)
    tx.add(card)
    await tx.flush()
    if physical_number:
        await sell_physical_card(tx, card, store_id=sale.store_id)
    await note_event(tx, card, "OPENED", store=sale.store_id, order=sale.order_id, seller=sale.seller_id)
    if activate:
        await activate_card(tx, card, card_type)
    return card


async def activate_card(tx: WriteSession, card: Card, card_type: CardTypeVersion) -> None:
    """A PENDING card can be used from now on; its validity begins. `card_type`: the version that it has.

    Raises:
        CardNotActive: it is not PENDING.
    """
    if card.status != CardStatus.PENDING.value:
        raise CardNotActive(status=card.status)
    card.status, card.activated_at = CardStatus.ACTIVE.value, clock.now()
    if card_type.validity == ValidityKind.FROM_PURCHASE and card_type.validity_days is not None:
        card.expires_at = last_instant(card.activated_at, card_type.validity_days)
    await note_event(tx, card, "ACTIVATED")
    await publish(tx, CardOpened(card.merchant_id, card.id))


def bind_holder(card: Card, holder: Holder | None) -> None:
    """Bind number, phone and real name (绑定); None for a card that nobody is known to hold."""
    card.holder_account_id = holder.account_id if holder else None
    card.holder_phone_index = holder.phone_index if holder else None
    card.holder_phone_masked = holder.phone_masked if holder else None
    card.holder_name_index = holder.name_index if holder else None
    card.holder_name_masked = holder.name_masked if holder else None
    card.holder_id_card_index = holder.id_card_index if holder else None
    card.holder_id_card_masked = holder.id_card_masked if holder else None


def last_instant(begins: datetime, days: int) -> datetime:
    """End of the last day of a validity of `days` whole days after the day it begins."""
    return clock.day_bounds(clock.shanghai_day(begins) + timedelta(days=days))[1]
