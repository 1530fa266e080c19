"""Cards: a delivery of 100,000 with 137 bad rows, its worker killed midway; lists at a million cards beside 10,000."""

import asyncio
import csv
import io
import json
import os
import statistics
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final
from uuid import UUID

import asyncpg
import httpx
from sqlalchemy import select
from sqlalchemy.engine import make_url

from benchmarks.servers import BACKEND, own_server
from benchmarks.sign_in import session_headers
from prepaid.core.crypto import SecretBox
from prepaid.core.database import Database, app_url
from prepaid.core.databases import ensure_database
from prepaid.core.files import CSV, Files, open_store
from prepaid.core.files.uploads import upload_token
from prepaid.core.migrate import upgrade
from prepaid.core.settings import settings
from prepaid.domains.cards.commands.file_kinds import CARD_STOCK
from prepaid.domains.cards.commands.import_stock import import_stock
from prepaid.domains.cards.rules.numbers import card_number
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.kit import clock
from prepaid.seed import seed_demo
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER

NAME: Final = "prepaid_bench_cards"
PREFIX: Final = "8803"
ROWS: Final = 100_000
BAD: Final = 137
FIRST: Final = 1_000_000
FEW: Final = 10_000
MANY: Final = 1_000_000
MOST: Final = 2.0
SECONDS: Final = 120
ROUNDS: Final = 15
FIELDS: Final = "nodes { id number currentStatus holderName cardType { name } store { name } }"
LISTS: Final = {
    "first page": f"{{ cards(first: 20) {{ {FIELDS} }} }}",
    "filtered page": f"{{ cards(first: 20, filter: {{ status: {{ in: [EXPIRED] }} }}) {{ {FIELDS} }} }}",
    "pinyin search": f'{{ cards(first: 20, search: "tybk") {{ {FIELDS} }} }}',
    "offset 9,980": f"{{ cards(first: 20, offset: 9980) {{ {FIELDS} }} }}",
}
BEGUN: Final = "SELECT rows_done > 0 FROM card_batch WHERE id = $1"
ENDED: Final = "SELECT finished_at IS NOT NULL FROM card_batch WHERE id = $1"
MERCHANT: Final = "SELECT merchant_id FROM card WHERE number LIKE '8803%' LIMIT 1"
FILL: Final = """
INSERT INTO card (merchant_id, id, number, card_type_id, card_type_version_id, kind, form, status, holds, store_id,
    contract_id, custody_bps, holdback_bps, consumption_order, undo_window_minutes, dispute_window_days, gifted,
    opened_at, activated_at)
SELECT $1, uuidv7(), 'x' || n, t.card_type_id, t.card_type_version_id, 'ANONYMOUS', 'VIRTUAL',
    CASE WHEN n % 10 = 0 THEN 'EXPIRED' ELSE 'ACTIVE' END, '{}', t.store_id, uuidv7(), 4000, 1000,
    'PRINCIPAL_FIRST', 60, 7, false, now(), now()
FROM generate_series($2::int, $3::int) AS n
CROSS JOIN (SELECT * FROM card WHERE merchant_id = $1 AND number LIKE '8803%' ORDER BY id LIMIT 1) AS t
"""


@dataclass(frozen=True)
class Measured:
    """What the run found."""

    seconds: float
    """From the first worker's start to the end of the import, the killed run included."""
    done_when_killed: int
    loaded: int
    errors: int
    distinct: int
    few_ms: dict[str, float]
    many_ms: dict[str, float]

    def sentences(self) -> Iterator[str]:
        """What was measured."""
        yield (
            f"A delivery of {ROWS:,} cards: {self.loaded:,} loaded, {self.errors} named errors,"
            f" killed at {self.done_when_killed:,}, {self.seconds:.1f} s in all"
        )
        for name, few in self.few_ms.items():
            many = self.many_ms[name]
            yield f"{name}: {few:.1f} ms at {FEW:,} cards, {many:.1f} ms at {MANY:,}: {many / few:.2f}×"

    def missed(self) -> Iterator[str]:
        """A sentence for each gate that the run missed."""
        if (self.loaded, self.errors, self.distinct) != (ROWS - BAD, BAD, ROWS - BAD):
            yield f"the import loaded {self.loaded:,} ({self.distinct:,} different) and named {self.errors} errors"
        if not 0 < self.done_when_killed < ROWS:
            yield "the worker was not killed midway"
        if self.seconds > SECONDS:
            yield f"the import took {self.seconds:.0f} s, wanted at most {SECONDS} s"
        for name, few in self.few_ms.items():
            if self.many_ms[name] > MOST * few:
                yield f"{name} costs {self.many_ms[name] / few:.2f}× at {MANY:,} cards, wanted at most {MOST}×"


async def measure(admin_url: str) -> Measured:
    """All of it, on a database made anew on the server of `admin_url`."""
    url = make_url(admin_url).set(database=NAME).render_as_string(hide_password=False)
    server = await asyncpg.connect(admin_url)
    await server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    await server.close()
    await ensure_database(admin_url, NAME)
    await asyncio.to_thread(upgrade, url, settings().app_database_password.get_secret_value())
    await seed_demo(url)
    superuser = await asyncpg.connect(url)
    try:
        imported = await _import(url, superuser)
        merchant = await superuser.fetchval(MERCHANT)
        few = await _lists_at(url, superuser, merchant, 1, FEW)
        many = await _lists_at(url, superuser, merchant, FEW + 1, MANY)
    finally:
        await superuser.close()
    return Measured(*imported, few, many)


def delivery() -> bytes:
    """The file: good numbers, and 137 bad rows of four kinds spread over it."""
    rows = [card_number(PREFIX, FIRST + index) for index in range(ROWS)]
    for bad in range(BAD):
        place = 100 + bad * (ROWS // (BAD + 1))
        number = rows[place]
        wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
        rows[place] = (wrong, card_number("9901", bad), "8803-O1", rows[place - 1])[bad % 4]
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(["卡号"])
    writer.writerows([row] for row in rows)
    return text.getvalue().encode("gb18030")


async def _import(url: str, superuser: asyncpg.Connection) -> tuple[float, int, int, int, int]:
    own = app_url(url, settings().app_database_password.get_secret_value())
    batch_id = await _begin(own)
    watch = "SELECT rows_done FROM card_batch WHERE id = $1"
    began = time.monotonic()
    async with AsyncExitStack() as stack:
        worker = await _worker(stack, url)
        await _until(lambda: superuser.fetchval(BEGUN, batch_id))
        worker.kill()
        await worker.wait()
        killed = await superuser.fetchval(watch, batch_id)
        # A worker that comes back takes over what a dead one held; here its lease is ended at once.
        await superuser.execute("UPDATE pgqueuer SET heartbeat = now() - interval '1 hour' WHERE status = 'picked'")
        await _worker(stack, url)
        await _until(lambda: superuser.fetchval(ENDED, batch_id))
        seconds = time.monotonic() - began
    count = "SELECT count(*) FROM card_batch_error WHERE batch_id = $1"
    cards = "SELECT count(*), count(DISTINCT number) FROM physical_card WHERE batch_id = $1"
    loaded, distinct = await superuser.fetchrow(cards, batch_id)
    return seconds, killed, loaded, await superuser.fetchval(count, batch_id), distinct


async def _until(done: Callable[[], Awaitable[bool]]) -> None:
    async with asyncio.timeout(3 * SECONDS):
        while True:
            if await done():
                return
            await asyncio.sleep(0.02)


async def _begin(own: str) -> UUID:
    database = Database(own, pool_size=2)
    await database.open()
    chosen = settings()
    files = Files(database, open_store(chosen), SecretBox.from_settings(chosen), chosen)
    async with database.write(SEEDER) as tx:
        owner = await acting(tx, person_with("owner", merchant="yunling"))
    async with database.write(owner) as tx:
        types = select(CardTypeVersion).filter_by(merchant_id=owner.merchant_id, state="ON_SALE", number_prefix=PREFIX)
        version = (await tx.scalars(types)).one()
        expires_at = clock.now() + timedelta(days=1)
        file_id = await files.put(
            tx, CARD_STOCK.code, "delivery.csv", delivery(), CSV.media_type, expires_at=expires_at
        )
        assert owner.merchant_id is not None
        batch = await import_stock(
            tx,
            owner,
            merchant_id=owner.merchant_id,
            card_type_id=version.product_id,
            store_id=None,
            file=upload_token(owner.merchant_id, file_id),
        )
    await database.close()
    return batch.id


async def _worker(stack: AsyncExitStack, url: str) -> asyncio.subprocess.Process:
    command = [str(Path(sys.executable).with_name("prepaid")), "worker"]
    environment = os.environ | {"PREPAID_DATABASE_URL": url, "PREPAID_LOG_LEVEL": "WARNING"}
    # Jobs of the demo that want a sandbox complain.
    worker = await asyncio.create_subprocess_exec(
        *command, cwd=BACKEND, env=environment, stdout=DEVNULL, stderr=DEVNULL
    )

    async def end() -> None:
        if worker.returncode is None:
            worker.terminate()
            await worker.wait()

    stack.push_async_callback(end)
    return worker


async def _lists_at(
    url: str, superuser: asyncpg.Connection, merchant: UUID, begin: int, until: int
) -> dict[str, float]:
    """Fill the merchant up to `until` cards; the median time of each list in ms, through HTTP."""
    for first in range(begin, until + 1, 100_000):
        await superuser.execute(FILL, merchant, first, min(first + 99_999, until))
    await superuser.execute("VACUUM ANALYZE card")
    async with own_server(url, "prepaid.app:create_app") as port:
        address = f"http://127.0.0.1:{port}"
        headers = await asyncio.to_thread(session_headers, address)
        async with httpx.AsyncClient(base_url=address, headers=headers, timeout=60) as client:
            return {name: await _time(client, document) for name, document in LISTS.items()}


async def _time(client: httpx.AsyncClient, document: str) -> float:
    seen = []
    for number in range(ROUNDS + 5):
        began = time.perf_counter()
        answer = await client.post("/graphql", json={"query": document})
        seconds = time.perf_counter() - began
        found = answer.json()
        if "errors" in found or len(found["data"]["cards"]["nodes"]) != 20:
            raise RuntimeError(f"a list was not answered: {json.dumps(found)[:500]}")
        if number >= 5:
            seen.append(seconds * 1_000)
    return statistics.median(seen)
