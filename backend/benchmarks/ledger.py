"""The ledger's hot path, a redemption: through the command, by hand, on one hot merchant; TPC-B beside it."""

import asyncio
import json
import re
import statistics
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy.engine import make_url

from benchmarks.ledger_load import BY_HAND, CLIENTS, COMMAND, PRINCIPAL, terms_of
from benchmarks.servers import BACKEND
from prepaid.core.database import Database, app_url
from prepaid.core.databases import ensure_database
from prepaid.core.migrate import upgrade
from prepaid.core.postgres_programs import binaries, environment
from prepaid.core.settings import settings
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7

NAME: Final = "prepaid_bench_ledger"
TPCB: Final = "prepaid_bench_tpcb"
PROCESSES: Final = 4
MERCHANTS: Final = 1_000
SECONDS: Final = 1.0
TURNS: Final = 8
LEAST: Final = 0.8


@dataclass(frozen=True)
class Ways:
    """Redemptions a second, three transfers each, turn by turn: a command's turn beside the one by hand."""

    command: list[float]
    by_hand: list[float]

    @property
    def ratio(self) -> float:
        """Of neighbouring turns, the median: what else the machine does meets both."""
        return statistics.median(a / b for a, b in zip(self.command, self.by_hand, strict=True))


@dataclass(frozen=True)
class Measured:
    """What the run found."""

    spread: Ways
    hot: Ways
    tpcb: float | None
    """Transactions of pgbench's TPC-B with one branch, whose row all of them update; None without the program."""

    def sentences(self) -> Iterator[str]:
        """What was measured."""
        for title, ways in (("over 1,000 merchants", self.spread), ("of one hot merchant", self.hot)):
            command, hand = (statistics.median(each) for each in (ways.command, ways.by_hand))
            yield (
                f"Redemptions a second (three transfers on seven accounts) {title}:"
                f" {COMMAND} {command:,.0f}, {BY_HAND} {hand:,.0f}: {ways.ratio:.2f}×"
            )
        beside = "not measured, this server has no pgbench" if self.tpcb is None else f"{self.tpcb:,.0f}"
        yield f"pgbench's TPC-B on the same server, one branch, transactions a second: {beside}"

    def missed(self) -> Iterator[str]:
        """A sentence if the gate was missed."""
        if self.spread.ratio < LEAST:
            yield f"the ledger's command reaches {self.spread.ratio:.2f}× {BY_HAND}, wanted at least {LEAST}×"


async def measure(admin_url: str, rounds: int) -> Measured:
    """Both ways in turns, over many merchants and over one, on the server of `admin_url`."""
    url = make_url(admin_url).set(database=NAME).render_as_string(hide_password=False)
    if await ensure_database(admin_url, NAME):
        await asyncio.to_thread(upgrade, url, settings().app_database_password.get_secret_value())
    own = app_url(url, settings().app_database_password.get_secret_value())
    merchants = [uuid7() for _ in range(MERCHANTS)]
    await open_cards(own, merchants)
    async with AsyncExitStack() as stack:
        loaders = [await _loader(stack, own) for _ in range(PROCESSES)]
        spread = await _in_turns(loaders, merchants, rounds)
        hot = await _in_turns(loaders, merchants[:1], rounds)
    return Measured(spread, hot, await asyncio.to_thread(tpcb, admin_url))


async def _loader(stack: AsyncExitStack, url: str) -> Process:
    command = [sys.executable, "-m", "benchmarks.ledger_load", url]
    process = await asyncio.create_subprocess_exec(*command, cwd=BACKEND, stdin=PIPE, stdout=PIPE)

    async def end() -> None:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()

    stack.push_async_callback(end)
    return process


async def _in_turns(loaders: list[Process], merchants: list[UUID], rounds: int) -> Ways:
    """Many short turns, of which the first warms up; each way begins every other time."""
    seen: dict[str, list[float]] = {COMMAND: [], BY_HAND: []}
    for number in range(rounds * TURNS + 1):
        for way in sorted(seen, reverse=number % 2 == 1):
            job = json.dumps({"way": way, "merchants": list(map(str, merchants)), "seconds": SECONDS})
            done = sum(await asyncio.gather(*(_turn(each, job) for each in loaders)))
            if number:
                seen[way].append(done / SECONDS)
    return Ways(seen[COMMAND], seen[BY_HAND])


async def _turn(loader: Process, job: str) -> int:
    assert loader.stdin is not None
    assert loader.stdout is not None
    loader.stdin.write(f"{job}\n".encode())
    answer = await loader.stdout.readline()
    if not answer:
        raise RuntimeError("a process of the load has ended")
    return int(answer)


async def open_cards(url: str, merchants: list[UUID]) -> None:
    """One card contract a merchant, with a principal that the run does not use up."""
    database = Database(url, pool_size=1)
    for merchant in merchants:
        async with database.write() as tx:
            await capture_payment(tx, merchant, payment_id=merchant, order_id=merchant, amount_fen=PRINCIPAL)
            terms = terms_of(merchant)
            await apply_to_card(tx, merchant, terms=terms, funding_id=merchant, order_id=merchant, lots_fen=[PRINCIPAL])
            await confirm(tx, merchant, TransferKind.CUSTODY_LOAD, merchant)
    await database.close()


def tpcb(admin_url: str) -> float | None:
    """Transactions a second of pgbench's built-in TPC-B with as many clients on the same server."""
    program = binaries() / "pgbench"
    if not program.exists():
        return None
    asyncio.run(ensure_database(admin_url, TPCB))
    url = make_url(admin_url).set(database=TPCB, drivername="postgresql").render_as_string(hide_password=False)
    command = [str(program), "-n", "-c", str(CLIENTS * PROCESSES), "-j", "2", "-T", "5", url]
    for arguments in ([str(program), "-i", "-q", url], command):
        run = subprocess.run(arguments, env=environment(), capture_output=True, text=True, check=True)
    found = re.search(r"tps = ([\d.]+)", run.stdout)
    assert found is not None, run.stdout
    return float(found[1])
