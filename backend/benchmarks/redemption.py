"""Redemptions at a counter through GraphQL, beside the same statements by hand in asyncpg, and TPC-B for scale."""

import asyncio
import json
import statistics
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Final

import asyncpg
from sqlalchemy.engine import make_url

from benchmarks.ledger import tpcb
from benchmarks.redemption_world import Counter, open_counter
from benchmarks.servers import BACKEND, own_server
from benchmarks.sign_in import session_headers
from prepaid.core.databases import ensure_database
from prepaid.core.migrate import upgrade
from prepaid.core.settings import settings
from prepaid.seed import seed_demo

NAME: Final = "prepaid_bench_redemption"
CONNECTIONS: Final = 4
SECONDS: Final = 4.0
LEAST: Final = 0.5
GRAPHQL, BY_HAND = "through GraphQL", "the same statements by hand"


@dataclass(frozen=True)
class Turn:
    """One way, for a few seconds."""

    per_second: float
    p50_ms: float
    p99_ms: float


@dataclass(frozen=True)
class Measured:
    """What the run found: the turns of each way, neighbours in time."""

    graphql: list[Turn]
    by_hand: list[Turn]
    statements: int
    """Of one redemption's transaction."""
    tpcb: float | None

    @property
    def ratio(self) -> float:
        """Of neighbouring turns, the median."""
        pairs = zip(self.graphql, self.by_hand, strict=True)
        return statistics.median(own.per_second / hand.per_second for own, hand in pairs)

    def sentences(self) -> Iterator[str]:
        """What was measured."""
        own, hand = (_middle(turns) for turns in (self.graphql, self.by_hand))
        yield (
            f"Redemptions of one visit ({self.statements} statements), {CONNECTIONS} at a time:"
            f" {GRAPHQL} {own.per_second:,.0f}/s (p50 {own.p50_ms:.1f} ms, p99 {own.p99_ms:.1f} ms),"
            f" {BY_HAND} {hand.per_second:,.0f}/s (p50 {hand.p50_ms:.1f} ms, p99 {hand.p99_ms:.1f} ms):"
            f" {self.ratio:.2f}×"
        )
        beside = "not measured, this server has no pgbench" if self.tpcb is None else f"{self.tpcb:,.0f}"
        yield f"pgbench's TPC-B on the same server, one branch, transactions a second: {beside}"

    def missed(self) -> Iterator[str]:
        """A sentence if the gate was missed."""
        if self.ratio < LEAST:
            yield f"redemptions {GRAPHQL} reach {self.ratio:.2f}× {BY_HAND}, wanted at least {LEAST}×"


async def measure(admin_url: str, rounds: int) -> Measured:
    """Both ways in turns on a database made anew on the server of `admin_url`."""
    url = make_url(admin_url).set(database=NAME).render_as_string(hide_password=False)
    server = await asyncpg.connect(admin_url)
    await server.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
    await server.close()
    await ensure_database(admin_url, NAME)
    await asyncio.to_thread(upgrade, url, settings().app_database_password.get_secret_value())
    await seed_demo(url)
    counter = await open_counter(url)
    turns: dict[str, list[Turn]] = {GRAPHQL: [], BY_HAND: []}
    async with AsyncExitStack() as stack:
        port = await stack.enter_async_context(own_server(url, "prepaid.app:create_app"))
        headers = await asyncio.to_thread(session_headers, f"http://127.0.0.1:{port}")
        loader = await _loader(stack)
        for number in range(rounds + 1):
            for way in sorted(turns, reverse=number % 2 == 1):
                found = await _turn(loader, await _job(url, counter, way, port, headers))
                if number:
                    turns[way].append(found)
    return Measured(turns[GRAPHQL], turns[BY_HAND], len(counter.statements), await asyncio.to_thread(tpcb, admin_url))


async def _job(url: str, counter: Counter, way: str, port: int, headers: dict[str, str]) -> dict[str, Any]:
    job: dict[str, Any] = {"way": way, "seconds": SECONDS, "connections": CONNECTIONS}
    codes = await counter.codes(url)
    if way == BY_HAND:
        return job | {"url": counter.own_url, "recorded": counter.recorded(codes)}
    bodies = [json.dumps(counter.request(code)) for code in codes]
    return job | {"port": port, "headers": headers, "bodies": bodies}


async def _loader(stack: AsyncExitStack) -> Process:
    command = [sys.executable, "-m", "benchmarks.redemption_load"]
    process = await asyncio.create_subprocess_exec(*command, cwd=BACKEND, stdin=PIPE, stdout=PIPE, limit=2**20)

    async def end() -> None:
        assert process.stdin is not None
        process.stdin.close()
        await process.wait()

    stack.push_async_callback(end)
    return process


async def _turn(loader: Process, job: dict[str, Any]) -> Turn:
    assert loader.stdin is not None
    assert loader.stdout is not None
    loader.stdin.write(f"{json.dumps(job)}\n".encode())
    await loader.stdin.drain()
    answer = await loader.stdout.readline()
    if not answer:
        raise RuntimeError("the process of the load has ended")
    latencies: list[float] = sorted(json.loads(answer))
    return Turn(
        per_second=len(latencies) / SECONDS,
        p50_ms=latencies[len(latencies) // 2] * 1_000,
        p99_ms=latencies[int(len(latencies) * 0.99)] * 1_000,
    )


def _middle(turns: list[Turn]) -> Turn:
    return sorted(turns, key=lambda turn: turn.per_second)[len(turns) // 2]
