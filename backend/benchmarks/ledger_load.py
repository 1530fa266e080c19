"""Redemptions from a process of its own, in two ways: through the command, and the same SQL function by hand.

Run as `python -m benchmarks.ledger_load ADDRESS`: each line of standard input is a turn, answered with a count.
"""

import asyncio
import json
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from random import Random
from typing import Final, TypeAlias
from uuid import UUID

import asyncpg
import orjson
import uvloop

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database
from prepaid.core.tenancy import writing_settings_sql
from prepaid.domains.ledger.commands.post import POST
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.rules.shares import Consumed, Terms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

COMMAND, BY_HAND = "through the command", "the SQL function by hand"
CLIENTS: Final = 2
PRINCIPAL, VALUE = 10**12, 100
CUSTODY_BPS, HOLDBACK_BPS = 4_000, 1_000

Attempt: TypeAlias = Callable[[UUID], Awaitable[None]]


def terms_of(merchant: UUID) -> Terms:
    """Each merchant has one card contract, which bears its id."""
    return Terms(merchant, CUSTODY_BPS, HOLDBACK_BPS)


@asynccontextmanager
async def through_the_command(url: str) -> AsyncIterator[Attempt]:
    """`book_redemption` in a session of its own, as a mutation runs it."""
    database = Database(url, pool_size=CLIENTS)

    async def attempt(merchant: UUID) -> None:
        terms, lots = terms_of(merchant), [Consumed(PRINCIPAL, VALUE)]
        await database.run(
            SYSTEM, lambda tx: book_redemption(tx, merchant, terms=terms, redemption_id=uuid7(), lots=lots)
        )

    yield attempt
    await database.close()


@asynccontextmanager
async def by_hand(url: str) -> AsyncIterator[Attempt]:
    """The same transaction without the product: asyncpg, the settings of the role, the function."""
    pool = await asyncpg.create_pool(url, min_size=CLIENTS, max_size=CLIENTS)
    role = writing_settings_sql(SYSTEM)

    async def attempt(merchant: UUID) -> None:
        body = orjson.dumps(redemption(merchant, str(uuid7()))).decode()
        async with pool.acquire() as connection, connection.transaction():
            await connection.execute(role)
            await connection.fetchval(POST, merchant, clock.now(), body)

    yield attempt
    await pool.close()


def redemption(merchant: UUID, reference: str) -> list[dict[str, object]]:
    """What `book_redemption` asks for, with its amounts worked out beforehand; a merchant has one card contract."""

    def leg(account: str, side: str, fen: int) -> dict[str, object]:
        return {"account": account, "owner": merchant, "side": side, "fen": fen}

    performed = [
        leg("CARD_LIABILITY", "DEBIT", 100),
        leg("MERCHANT_ADVANCE", "CREDIT", 60),
        leg("MERCHANT_PENDING", "CREDIT", 40),
    ]
    freed = [leg("HOLDBACK", "DEBIT", 6), leg("MERCHANT_DRAWABLE", "CREDIT", 6)]
    released = [leg("SETTLEMENT_BANK", "DEBIT", 40), leg("CUSTODY_BANK", "CREDIT", 40)]
    head = {"reference": reference}
    return [
        head | {"kind": "REDEMPTION", "legs": performed},
        head | {"kind": "HOLDBACK_EARNED", "legs": freed},
        head | {"kind": "CUSTODY_RELEASE", "legs": released, "pending": True, "expires_at": None},
    ]


async def turn(attempt: Attempt, merchants: list[UUID], seconds: float) -> int:
    """How many redemptions `CLIENTS` clients make, each with one after the other."""
    end, done = time.perf_counter() + seconds, 0

    async def client() -> None:
        nonlocal done
        choose = Random()
        while time.perf_counter() < end:
            await attempt(choose.choice(merchants))
            done += 1

    await asyncio.gather(*(client() for _ in range(CLIENTS)))
    return done


async def serve(url: str) -> None:
    """Do turns until standard input ends."""
    async with through_the_command(url) as command, by_hand(url) as hand:
        ways = {COMMAND: command, BY_HAND: hand}
        while line := await asyncio.to_thread(sys.stdin.readline):
            job = json.loads(line)
            merchants = [UUID(each) for each in job["merchants"]]
            print(await turn(ways[job["way"]], merchants, job["seconds"]), flush=True)


if __name__ == "__main__":
    uvloop.run(serve(sys.argv[1]))
