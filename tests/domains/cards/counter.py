"""A counter at which cards of the demo's first rink are opened and used, by the commands of the domain alone."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.settings import settings
from prepaid.domains.cards.commands.consume import Taken, consume
from prepaid.domains.cards.commands.give_back import give_back
from prepaid.domains.cards.commands.grant_lots import LotGrant, Payer, grant_lots
from prepaid.domains.cards.commands.open_card import CardSale, CardTerms, open_card
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.cards.reads.holders import Holder, holder_of
from prepaid.domains.cards.rules.cards import Funding, LotUnit, Source
from prepaid.domains.cards.rules.consumption import Wanted
from prepaid.domains.catalog.models import CardTypeVersion, Service
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter
from prepaid.domains.identity.commands.enter_identity import enter_identity
from prepaid.domains.stores.models import Store
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from prepaid.seed.opened import SEEDER
from tests.domains.demo import Demo

T = TypeVar("T")
TERMS = CardTerms(custody_bps=4_000, holdback_bps=1_000, undo_window_minutes=60, dispute_window_days=7)
KEYRING = KeyRing.from_settings(settings())
KEYS = DataKeys(KEYRING)


class Counter:
    """The first rink's counter."""

    merchant: UUID
    store: UUID
    service: UUID
    other_service: UUID

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.people = 0

    @classmethod
    async def of(cls, demo: Demo) -> "Counter":
        counter = cls(demo)
        find = demo.superuser.fetchval
        counter.merchant = await find("SELECT id FROM merchant WHERE type_code = 'ice_rink' ORDER BY number LIMIT 1")

        async def places(tx: WriteSession) -> None:
            stores = select(Store.id).where(Store.merchant_id == counter.merchant, Store.type != "ONLINE")
            counter.store = (await tx.scalars(stores.order_by(Store.number).limit(1))).one()
            services = select(Service.id).filter_by(merchant_id=counter.merchant).order_by(Service.number)
            counter.service, counter.other_service = (await tx.scalars(services.limit(2))).all()

        await counter.run(places)
        return counter

    async def run(self, command: Callable[[WriteSession], Awaitable[T]]) -> T:
        return await self.demo.db.run(SEEDER, command)

    async def card_type(self, tx: WriteSession, **changed: Any) -> CardTypeVersion:
        """The rink's card type; `changed` for this transaction only."""
        query = select(CardTypeVersion).filter_by(merchant_id=self.merchant, state="ON_SALE")
        version = (await tx.scalars(query.order_by(CardTypeVersion.id))).first()
        assert version is not None
        if changed:
            tx.expunge(version)
            for name, value in changed.items():
                setattr(version, name, value)
        return version

    async def person(self, tx: WriteSession, *, real_name: str | None = "林晓岚") -> Holder:
        """Somebody new, identified where he has a name."""
        self.people += 1
        number = 500 + self.people
        account = await consumer_at_counter(tx, keyring=KEYRING, data_keys=KEYS, phone=fictitious.phone(number))
        if real_name:
            await enter_identity(
                tx,
                tx.actor,
                keyring=KEYRING,
                data_keys=KEYS,
                account_id=account,
                real_name=real_name,
                id_card=fictitious.id_card(number),
                accept_fictitious=True,
            )
        return await holder_of(tx, KEYRING, KEYS, account)

    async def open(self, *grants: LotGrant, **changed: Any) -> UUID:
        """A card with lots; returns its id."""

        async def opening(tx: WriteSession) -> UUID:
            version = await self.card_type(tx, **changed)
            holder = await self.person(tx)
            card = await open_card(
                tx,
                merchant_id=self.merchant,
                card_type=version,
                holder=holder,
                sale=CardSale(store_id=self.store, purchaser_account_id=holder.account_id, seller_name="王店员"),
                terms=TERMS,
            )
            if grants:
                await grant_lots(tx, card, grants, payer=Payer(order_id=uuid7()), buyer=holder)
            return card.id

        return await self.run(opening)

    def visits(self, times: int, paid_fen: int, **more: Any) -> LotGrant:
        values: dict[str, Any] = {
            "funding": Funding.PAID,
            "list_fen": times * 8_800,
            "service_ids": (self.service,),
        } | more
        return LotGrant(unit=LotUnit.VISIT, quantity=times, paid_fen=paid_fen, **values)

    def money(self, face_fen: int, paid_fen: int, **more: Any) -> LotGrant:
        values: dict[str, Any] = {"funding": Funding.PAID, "list_fen": face_fen} | more
        return LotGrant(unit=LotUnit.MONEY, quantity=face_fen, paid_fen=paid_fen, **values)

    def visit(self, times: int = 1) -> Wanted:
        return Wanted(unit=LotUnit.VISIT, quantity=times, service_id=self.service)

    async def use(self, card_id: UUID, *wanted: Wanted, source: Source | None = None) -> list[Taken]:
        source = source or Source("REDEMPTION", uuid7())
        return await self.run(lambda tx: consume(tx, self.merchant, card_id, wanted, source=source))

    async def undo(self, card_id: UUID, source: Source) -> list[Taken]:
        return await self.run(lambda tx: give_back(tx, self.merchant, card_id, source=source))

    async def card(self, card_id: UUID) -> Card:
        return await self.run(lambda tx: card_of(tx, self.merchant, card_id))

    async def lots(self, card_id: UUID) -> list[tuple[str, int, int, int, int]]:
        """Unit, granted, consumed, frozen, available of a card's lots, oldest first."""
        sql = "SELECT unit, granted, consumed, frozen, available FROM card_lot WHERE card_id = $1 ORDER BY id"
        return [tuple(row) for row in await self.demo.superuser.fetch(sql, card_id)]
