"""The card of a buyer that an order goes on, or that pays for one."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.commands.consume import ensure_usable, fits
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_of, existing_card, lots_of
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.cards.rules.consumption import Wanted
from prepaid.domains.catalog.models import CardTypeService, CardTypeVersion
from prepaid.domains.ordering.errors import BalanceNotUsable, CardOfOtherType
from prepaid.kit import clock
from prepaid.kit.money import Fen


@dataclass(frozen=True, slots=True)
class BuyersCard:
    """A card that can be recharged."""

    id: UUID
    number: str


async def card_to_recharge(
    tx: WriteSession, *, merchant_id: UUID, account_id: UUID, card_type_id: UUID, card_id: UUID | None
) -> BuyersCard | None:
    """The card that a package of this type recharges; None where one is to be opened. Runs as the worker.

    One that is held, lost or expired counts as existing: it is unfrozen, replaced or reactivated first (domain/30).

    Raises:
        NotFound, CardOfOtherType: of a card that is named.
        CardFrozen, CardExpired, CardNotActive.
    """
    if card_id is None:
        card = await existing_card(tx, merchant_id, account_id, card_type_id)
        if card is None:
            return None
    else:
        card = await own_card(tx, merchant_id, account_id, card_id, "cardId")
        if card.card_type_id != card_type_id:
            raise CardOfOtherType(path=("cardId",))
    ensure_usable(card, clock.now())
    return BuyersCard(card.id, card.number)


async def own_card(tx: WriteSession, merchant_id: UUID, account_id: UUID, card_id: UUID, *path: str) -> Card:
    """A card that the buyer holds. Raises `NotFound`."""
    card = await card_of(tx, merchant_id, card_id, *path)
    if card.holder_account_id != account_id:
        raise NotFound(path=path)
    return card


async def balance_of(
    tx: WriteSession, merchant_id: UUID, account_id: UUID, card_id: UUID, services: Collection[UUID]
) -> Fen:
    """Stored value that the buyer's card has for these services. Runs as the worker.

    Raises:
        NotFound, CardFrozen, CardExpired, CardNotActive.
        BalanceNotUsable: the card is not for one of the services.
    """
    card = await own_card(tx, merchant_id, account_id, card_id, "balance", "cardId")
    ensure_usable(card, clock.now())
    version = await tx.get_one(CardTypeVersion, (merchant_id, card.card_type_version_id))
    if not version.all_services:
        allowed = select(CardTypeService.service_id).filter_by(merchant_id=merchant_id, version_id=version.id)
        if set(services) - set(await tx.scalars(allowed)):
            raise BalanceNotUsable(path=("balance",))
    now, money = clock.now(), Wanted(unit=LotUnit.MONEY, quantity=1)
    return sum(lot.available for lot in await lots_of(tx, card) if fits(lot, money, now))
