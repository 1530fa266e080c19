"""A counter with cards that a run does not use up, and what one redemption asks of the database, recorded."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import asyncpg
from sqlalchemy import event, select

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import Database, WriteSession, app_url
from prepaid.core.idempotency import claim, store
from prepaid.core.settings import settings
from prepaid.core.tenancy import writing_settings_sql
from prepaid.domains.cards.commands.grant_lots import LotGrant, Payer, grant_lots
from prepaid.domains.cards.commands.open_card import CardSale, CardTerms, open_card
from prepaid.domains.cards.reads.cards import terms_of
from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.custody.commands.open_wallet import open_wallet
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.redemption.commands.codes import issue_code
from prepaid.domains.redemption.commands.redeem import redeem
from prepaid.domains.redemption.reads.code_key import code_key
from prepaid.domains.redemption.rules.codes import code_text
from prepaid.domains.redemption.rules.wanted import Wanted, WantedItem
from prepaid.kit.codec import fingerprint
from prepaid.kit.ids import GlobalId, uuid7
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER
from prepaid.seed.redemptions import consumer_actor

CARDS: Final = 32
VISITS: Final = 10_000_000
WORTH: Final = VISITS * 6_800
PREPARED: Final = 6_000
"""Codes of one turn: more than it uses."""
TERMS: Final = CardTerms(custody_bps=4_000, holdback_bps=1_000, undo_window_minutes=60, dispute_window_days=7)
OPEN: Final = """
UPDATE custody_account SET state = 'OPEN', number = 'BENCH', opened_at = now();
UPDATE store SET opens = NULL, closes = NULL, closed_weekdays = '{}';
"""
FRAME: Final = ("BEGIN", "COMMIT", "ROLLBACK")
HOLDER: Final = """
SELECT c.id FROM consumer c JOIN card k ON k.holder_account_id = c.id WHERE k.merchant_id = $1 ORDER BY 1 LIMIT 1
"""
CODES: Final = """
INSERT INTO redemption_code (merchant_id, id, means, account_id, card_id, issued_at, expires_at)
SELECT $1, code, 'CODE', $2, card, now(), now() + interval '1 day' FROM unnest($3::uuid[], $4::uuid[]) AS t(code, card)
"""
NAMES: Final = """
SELECT c.id::text, c.number, c.contract_id::text, l.id::text, w.id::text FROM card c
JOIN card_lot l ON l.merchant_id = c.merchant_id AND l.card_id = c.id
JOIN custody_wallet w ON w.merchant_id = c.merchant_id AND w.contract_id = c.contract_id WHERE c.id = $1
"""
REDEEM: Final = (
    "mutation R($input: RedeemInput!) { redeem(input: $input)"
    " { redemption { id number items { name unitsLeft } } userErrors { code } replayed } }"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with its parameters, as the driver was given them."""

    sql: str
    parameters: tuple[Any, ...]


@dataclass
class Counter:
    """Where is redeemed, by whom, and which cards."""

    own_url: str
    cashier: Actor
    consumer: Actor
    merchant: UUID
    store: UUID
    service: UUID
    cards: list[UUID]
    names: list[list[str]]
    """Of each card: what names it and its parts, the same ones in the same order."""
    statements: list[Statement]
    fresh: list[str]
    """Values of the recorded redemption that each redemption has anew: ids, its number, its key."""
    code: UUID
    """The code that it used."""

    async def codes(self, admin_url: str) -> list[tuple[UUID, int]]:
        """New codes, live for the run, with the places of their cards."""
        codes = [uuid7() for _ in range(PREPARED)]
        cards = [self.cards[place % len(self.cards)] for place in range(PREPARED)]
        connection = await asyncpg.connect(admin_url)
        await connection.execute(CODES, self.merchant, self.consumer.account_id, codes, cards)
        await connection.close()
        return [(code, place % len(self.cards)) for place, code in enumerate(codes)]

    def request(self, code: tuple[UUID, int]) -> dict[str, Any]:
        """What a counter sends."""
        text = code_text(code_key(), self.merchant, code[0])
        item = {
            "cardId": self._id("Card", self.cards[code[1]]),
            "unit": "VISIT",
            "serviceId": self._id("Service", self.service),
        }
        given = {
            "storeId": self._id("Store", self.store),
            "token": text,
            "items": [item],
            "idempotencyKey": uuid4().hex,
        }
        return {"query": REDEEM, "variables": {"input": given}}

    def recorded(self, codes: list[tuple[UUID, int]]) -> dict[str, Any]:
        """The recorded transaction as JSON, for the process of the load, with codes to use up."""
        return {
            "settings": writing_settings_sql(self.cashier),
            "fresh": self.fresh,
            "code": str(self.code),
            "codes": [(str(code), card) for code, card in codes],
            "cards": self.names,
            "statements": [[each.sql, [_plain(value) for value in each.parameters]] for each in self.statements],
        }

    def _id(self, type_name: str, row: UUID) -> str:
        return GlobalId(type_name, self.merchant, row).encode()


async def open_counter(admin_url: str) -> Counter:
    """Cards with visits enough, and the statements of one redemption."""
    superuser = await asyncpg.connect(admin_url)
    await superuser.execute(OPEN)
    own = app_url(admin_url, settings().app_database_password.get_secret_value())
    database = Database(own, pool_size=2)
    await database.open()
    try:
        async with database.write(SEEDER) as tx:
            cashier = await acting(tx, person_with("owner", merchant="yunling"))
        assert cashier.merchant_id is not None
        merchant = cashier.merchant_id
        consumer = consumer_actor(await superuser.fetchval(HOLDER, merchant))
        find = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'DIRECT' ORDER BY number LIMIT 1"
        shop = await superuser.fetchval(find, merchant)
        service = await superuser.fetchval("SELECT id FROM service WHERE merchant_id = $1 ORDER BY number", merchant)
        counter = Counter(own, cashier, consumer, merchant, shop, service, [], [], [], [], merchant)
        async with database.write(SYSTEM) as tx:
            counter.cards = [await _card(tx, counter) for _ in range(CARDS)]
        counter.names = [list(await superuser.fetchrow(NAMES, card)) for card in counter.cards]
        await _record(database, counter)
    finally:
        await database.close()
        await superuser.close()
    return counter


async def _card(tx: WriteSession, counter: Counter) -> UUID:
    merchant = counter.merchant
    types = select(CardTypeVersion).filter_by(merchant_id=merchant, state="ON_SALE", kind="ANONYMOUS")
    version = (await tx.scalars(types.order_by(CardTypeVersion.id))).first()
    assert version is not None
    tx.expunge(version)
    version.form = "VIRTUAL"
    sale = CardSale(store_id=counter.store, purchaser_account_id=counter.consumer.account_id, seller_name="前台")
    card = await open_card(tx, merchant_id=merchant, card_type=version, holder=None, sale=sale, terms=TERMS)
    card.holder_account_id = counter.consumer.account_id
    await tx.flush()
    grant = LotGrant(
        unit=LotUnit.VISIT,
        funding=Funding.PAID,
        quantity=VISITS,
        service_ids=(counter.service,),
        paid_fen=WORTH,
        list_fen=VISITS * 8_800,
    )
    await grant_lots(tx, card, [grant], payer=Payer(order_id=card.id))
    await tx.flush()
    await capture_payment(tx, merchant, payment_id=card.id, order_id=card.id, amount_fen=WORTH)
    await apply_to_card(tx, merchant, terms=terms_of(card), funding_id=card.id, order_id=card.id, lots_fen=[WORTH])
    await confirm(tx, merchant, TransferKind.CUSTODY_LOAD, card.id)
    shares = {"custody_bps": card.custody_bps, "holdback_bps": card.holdback_bps}
    await open_wallet(tx, SYSTEM, merchant_id=merchant, contract_id=card.contract_id, **shares)
    return card.id


async def _record(database: Database, counter: Counter) -> None:
    """One redemption as the mutation's wrapper runs it; the first is for what happens once only."""
    for recording in (False, True):
        async with database.write(counter.consumer) as tx:
            code = await issue_code(tx, counter.consumer, merchant_id=counter.merchant)
        wanted = Wanted(
            merchant_id=counter.merchant,
            store_id=counter.store,
            items=[WantedItem(card_id=counter.cards[0], unit=LotUnit.VISIT, service_id=counter.service)],
            code=code.code,
        )
        key = uuid4().hex
        seen: list[Statement] = []
        async with database.write(counter.cashier) as tx:
            with _statements(database, seen, on=recording):
                await claim(tx, key, fingerprint(["redeem", key]))
                done = await redeem(tx, counter.cashier, wanted)
                await store(tx, key, {"redemption": {"ref": ["Redemption", str(done.merchant_id), str(done.id)]}})
        if recording:
            counter.statements = seen
            counter.fresh, counter.code = [key, done.number, *_new_ids(seen, counter, code.id)], code.id


def _new_ids(seen: Sequence[Statement], counter: Counter, code: UUID) -> list[str]:
    """Ids that this redemption made: those that an INSERT names first."""
    known = {counter.merchant, counter.store, counter.service, code, *counter.cards}
    made: dict[UUID, None] = {}
    for each in seen:
        if each.sql.lstrip().upper().startswith("INSERT"):
            place = 1 if each.parameters and each.parameters[0] == counter.merchant else 0
            for value in each.parameters[place : place + 1]:
                if isinstance(value, UUID) and value not in known:
                    made[value] = None
    return [str(value) for value in made]


@contextmanager
def _statements(database: Database, seen: list[Statement], *, on: bool) -> Iterator[None]:
    """Note what goes to the server: through SQLAlchemy, and by the bare driver inside its transaction."""
    engine, names = database.engine.sync_engine, ("fetchval", "fetchrow", "fetch", "execute")
    inner = {name: getattr(asyncpg.Connection, name) for name in names}

    def heard(_: Any, __: Any, statement: str, parameters: Any, ___: Any, executemany: bool) -> None:
        rows = parameters if executemany else [parameters]
        seen.extend(Statement(statement, tuple(row)) for row in rows)

    def listening(name: str) -> Any:
        async def method(self: asyncpg.Connection, query: str, *args: Any, **options: Any) -> Any:
            if not query.startswith(FRAME):
                seen.append(Statement(query, args))
            return await inner[name](self, query, *args, **options)

        return method

    if not on:
        yield
        return
    event.listen(engine, "before_cursor_execute", heard)
    for name in names:
        setattr(asyncpg.Connection, name, listening(name))
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", heard)
        for name in names:
            setattr(asyncpg.Connection, name, inner[name])


def _plain(value: Any) -> Any:
    """A parameter with its type, for JSON."""
    match value:
        case UUID():
            return {"uuid": str(value)}
        case datetime():
            return {"at": value.isoformat()}
        case date():
            return {"day": value.isoformat()}
        case timedelta():
            return {"seconds": value.total_seconds()}
        case bytes():
            return {"bytes": b64encode(value).decode()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value
