"""Many clients at one balance, and at one reference."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator

import asyncpg
import pytest

from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.domains.ledger.commands.deposits import pay_deposit
from prepaid.domains.ledger.commands.payouts import begin_withdrawal
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import InsufficientFunds, TransferReferenceReused
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, TransferKind, credit, debit
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books, terms

CLIENTS = 20


@pytest.fixture
async def books(fresh_database: str) -> AsyncIterator[Books]:
    password = settings().app_database_password.get_secret_value()
    database = Database(app_url(fresh_database, password), pool_size=CLIENTS)
    database.engine.pool._timeout = 60  # type: ignore[attr-defined]  # clients here wait for their turn
    await database.open()
    superuser = await asyncpg.connect(fresh_database)
    yield Books(database, superuser)
    await superuser.close()
    await database.close()


def spent(reference: str, amount_fen: int) -> Draft:
    parts = (debit(AccountCode.DEPOSIT, amount_fen), credit(AccountCode.PAYOUT_CLEARING, amount_fen))
    return Draft(TransferKind.WITHDRAWAL, reference, parts)


async def attempt(books: Books, draft: Draft) -> str:
    try:
        return "replayed" if (await books.do(book, item=draft)).replayed else "booked"
    except (InsufficientFunds, TransferReferenceReused) as refusal:
        return refusal.code


async def test_a_balance_of_100_pays_100_of_300(books: Books) -> None:
    await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=100)
    outcomes = Counter(await asyncio.gather(*(attempt(books, spent(f"s{number}", 1)) for number in range(300))))
    assert outcomes == {"booked": 100, "INSUFFICIENT_FUNDS": 200}
    assert await books.in_step() == {"DEPOSIT_BANK": 100, "PAYOUT_CLEARING": 100}


async def test_one_reference_is_booked_once_however_many_ask(books: Books) -> None:
    await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=100)
    outcomes = Counter(await asyncio.gather(*(attempt(books, spent("same", 7)) for _ in range(100))))
    assert outcomes == {"booked": 1, "replayed": 99}
    others = Counter(await asyncio.gather(*(attempt(books, spent("same", 8)) for _ in range(20))))
    assert others == {"TRANSFER_REFERENCE_REUSED": 20}
    assert await books.in_step() == {"DEPOSIT": 93, "DEPOSIT_BANK": 100, "PAYOUT_CLEARING": 7}


async def test_of_100_withdrawals_of_everything_one_holds_it(books: Books) -> None:
    await books.sell(terms(0), 5_000)

    async def withdraw() -> str:
        try:
            await books.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=5_000, settled_fen=0)
        except InsufficientFunds:
            return "refused"
        return "held"

    assert Counter(await asyncio.gather(*(withdraw() for _ in range(100)))) == {"held": 1, "refused": 99}


async def test_first_postings_of_new_accounts_meet(books: Books) -> None:
    contracts = [terms(4_000, 500) for _ in range(3)]
    await asyncio.gather(*(books.sell(contract, 100) for contract in contracts for _ in range(20)))
    balances = await books.in_step()
    assert (balances["CARD_LIABILITY"], balances["MERCHANT_ADVANCE"]) == (6_000, 3_600)
    assert await books.superuser.fetchval("SELECT count(*) FROM ledger_account WHERE code = 'CARD_LIABILITY'") == 3
