"""What a consumer asks of his own: cards, and the agreements that he accepted."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import strawberry

from prepaid.core.errors import Unauthenticated
from prepaid.domains.cards.graph import card_types as _types  # noqa: F401 - names the enums
from prepaid.domains.cards.models import CardLot
from prepaid.domains.cards.rules.cards import CardStatus, Funding, HoldKind, LotUnit
from prepaid.domains.ordering.reads.own_cards import AcceptedAgreement, OwnCard, accepted_agreements, own_cards
from prepaid.graph.types import Fen, Info, query_field
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId


@strawberry.type(description="A lot on one's own card (权益批次).")
class MyLot:
    """A lot."""

    id: strawberry.ID = strawberry.field(description="Global id")
    unit: LotUnit = strawberry.field(description="What it is counted in")
    funding: Funding = strawberry.field(description="Paid for, or given besides")
    services: list[str] = strawberry.field(description="Services that it is for; empty: all of the card")
    granted: int = strawberry.field(description="Units in all")
    consumed: int = strawberry.field(description="Units used")
    frozen: int = strawberry.field(description="Units that cannot be used for a while")
    available: int = strawberry.field(description="Units left to use")
    paid_fen: Fen = strawberry.field(description="Paid for the whole lot")
    expires_at: datetime | None = strawberry.field(description="When it cannot be used any more")


@strawberry.type(description="Rules that were agreed when the card was sold (开卡规则).")
class MyCardRules:
    """Rules."""

    cooling_off_days: int = strawberry.field(description="Unused, all of it is refunded within so many days")
    refund_fee_cap_bps: int = strawberry.field(description="A refund costs at most so much, in basis points")
    dispute_window_days: int = strawberry.field(description="A redemption can be disputed for so many days")
    transfer_allowed: bool = strawberry.field(description="Whether it may be transferred")
    gift_allowed: bool = strawberry.field(description="Whether it may be given away")


@strawberry.type(description="Where the money of a card is (资金去向).")
class MyCardMoney:
    """Money."""

    principal_left_fen: Fen = strawberry.field(description="Paid, and not performed yet")
    custody_bps: int = strawberry.field(description="Share that is kept in custody, in basis points")
    held_fen: Fen = strawberry.field(description="In custody at the bank now")


@strawberry.type(description="A card of one's own (我的卡).")
class MyCard:
    """A card."""

    id: strawberry.ID = strawberry.field(description="Global id")
    number: str = strawberry.field(description="Number")
    merchant_id: strawberry.ID = strawberry.field(description="Merchant")
    merchant_name: str = strawberry.field(description="Its name")
    type_name: str = strawberry.field(description="Type of the card")
    status: CardStatus = strawberry.field(description="State")
    holds: list[HoldKind] = strawberry.field(description="What keeps it from being used; empty: nothing")
    opened_at: datetime = strawberry.field(description="When it was opened")
    expires_at: datetime | None = strawberry.field(description="When it expires; null: never")
    lots: list[MyLot] = strawberry.field(description="What is on it, oldest first")
    rules: MyCardRules = strawberry.field(description="Rules that were agreed at its sale")
    money: MyCardMoney = strawberry.field(description="Where its money is")


@strawberry.type(description="An agreement that one accepted (我的协议).")
class MyAgreement:
    """An agreement by its version."""

    id: strawberry.ID = strawberry.field(description="Global id")
    merchant_id: strawberry.ID = strawberry.field(description="Merchant")
    merchant_name: str = strawberry.field(description="Its name")
    title: str = strawberry.field(description="Title")
    version: int = strawberry.field(description="Version that was accepted")
    text_sha256: str = strawberry.field(name="textSha256", description="SHA-256 of what was read")
    accepted_at: datetime = strawberry.field(description="When")


@query_field(permission="order.buy", cost=100)
async def my_cards(info: Info) -> list[MyCard]:
    """The caller's cards at all merchants, newest first."""
    async with info.context.database.write(info.context.actor) as tx:
        found = await own_cards(tx, _account(info))
    return [_card(each) for each in found]


@query_field(permission="order.buy", cost=50)
async def my_agreements(info: Info) -> list[MyAgreement]:
    """The agreements that the caller accepted, newest first."""
    async with info.context.database.write(info.context.actor) as tx:
        found = await accepted_agreements(tx, _account(info))
    return [_agreement(each) for each in found]


def _account(info: Info) -> UUID:
    account_id: UUID | None = info.context.actor.account_id
    if account_id is None:
        raise Unauthenticated
    return account_id


def _card(own: OwnCard) -> MyCard:
    card, rules = own.card, own.parameters
    return MyCard(
        id=_id("Card", card.merchant_id, card.id),
        number=card.number,
        merchant_id=_id("Merchant", PLATFORM_TENANT, card.merchant_id),
        merchant_name=own.merchant_name,
        type_name=own.type_name,
        status=CardStatus(card.status),
        holds=[HoldKind(each) for each in card.holds],
        opened_at=card.opened_at,
        expires_at=card.expires_at,
        lots=[_lot(lot, [own.services[each] for each in lot.service_ids if each in own.services]) for lot in own.lots],
        rules=MyCardRules(
            cooling_off_days=rules.cooling_off_days,
            refund_fee_cap_bps=rules.refund_fee_cap_bps,
            dispute_window_days=card.dispute_window_days,
            transfer_allowed=rules.transfer_allowed,
            gift_allowed=rules.gift_allowed,
        ),
        money=MyCardMoney(
            principal_left_fen=Fen(own.principal_left_fen),
            custody_bps=card.custody_bps,
            held_fen=Fen(own.held_fen),
        ),
    )


def _lot(lot: CardLot, services: Sequence[str]) -> MyLot:
    return MyLot(
        id=_id("CardLot", lot.merchant_id, lot.id),
        unit=LotUnit(lot.unit),
        funding=Funding(lot.funding),
        services=list(services),
        granted=lot.granted,
        consumed=lot.consumed,
        frozen=lot.frozen,
        available=lot.available,
        paid_fen=Fen(lot.paid_fen),
        expires_at=lot.expires_at,
    )


def _agreement(own: AcceptedAgreement) -> MyAgreement:
    return MyAgreement(
        id=_id("AgreementAcceptance", own.merchant_id, own.id),
        merchant_id=_id("Merchant", PLATFORM_TENANT, own.merchant_id),
        merchant_name=own.merchant_name,
        title=own.title,
        version=own.version,
        text_sha256=own.text_sha256.hex(),
        accepted_at=own.accepted_at,
    )


def _id(type_name: str, merchant_id: UUID, row_id: UUID) -> strawberry.ID:
    return strawberry.ID(GlobalId(type_name, merchant_id, row_id).encode())
