"""Load of redemptions from a process of its own: over HTTP, or the recorded statements by hand.

Run as `python -m benchmarks.redemption_load`: each line of standard input is a turn, answered with its latencies.
"""

import asyncio
import itertools
import json
import secrets
import sys
import time
from base64 import b64decode
from collections.abc import Awaitable, Callable
from datetime import date, datetime, timedelta
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

import asyncpg
import uvloop

from benchmarks.driver import Job, request_bytes

Attempt: TypeAlias = Callable[[], Awaitable[None]]
DONE: Final = b'"userErrors":[]'


async def turn(job: dict[str, Any]) -> list[float]:
    """Latencies in seconds of what was done in the time of the turn."""
    return await (_over_http(job) if "bodies" in job else _by_hand(job))


async def _until(seconds: float, clients: list[Attempt]) -> list[float]:
    end, latencies = time.perf_counter() + seconds, []

    async def client(attempt: Attempt) -> None:
        while (began := time.perf_counter()) < end:
            await attempt()
            latencies.append(time.perf_counter() - began)

    await asyncio.gather(*map(client, clients))
    return latencies


async def _over_http(job: dict[str, Any]) -> list[float]:
    bodies = iter(job["bodies"])
    streams = [await asyncio.open_connection("127.0.0.1", job["port"]) for _ in range(job["connections"])]

    def client(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> Attempt:
        async def attempt() -> None:
            writer.write(request_bytes(Job(job["port"], "/graphql", next(bodies), job["headers"])))
            head = await reader.readuntil(b"\r\n\r\n")
            lines = head.split(b"\r\n")
            length = next(int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length"))
            body = await reader.readexactly(length)
            if not head.startswith(b"HTTP/1.1 200") or DONE not in body:
                raise SystemExit(f"unexpected answer: {head[:100]!r} {body[:600]!r}")

        return attempt

    latencies = await _until(job["seconds"], [client(*stream) for stream in streams])
    for _, writer in streams:
        writer.close()
    return latencies


async def _by_hand(job: dict[str, Any]) -> list[float]:
    """The transaction again and again, each time with a code, ids, number and key of its own, and its card."""
    recorded = job["recorded"]
    statements = [(sql, [_typed(value) for value in values]) for sql, values in recorded["statements"]]
    count, codes = itertools.count(), iter(recorded["codes"])
    own, cards = recorded["cards"][0], recorded["cards"]
    pool = await asyncpg.create_pool(job["url"], min_size=job["connections"], max_size=job["connections"])

    async def attempt() -> None:
        fresh = {old: _fresh(old, next(count)) for old in recorded["fresh"]}
        code, card = next(codes)
        fresh |= {recorded["code"]: code, **dict(zip(own, cards[card], strict=True))}
        async with pool.acquire() as connection, connection.transaction():
            await connection.execute(recorded["settings"])
            for sql, values in statements:
                await connection.fetch(sql, *(_renewed(value, fresh) for value in values))

    latencies = await _until(job["seconds"], [attempt for _ in range(job["connections"])])
    await pool.close()
    return latencies


def _fresh(old: str, number: int) -> str:
    try:
        UUID(old)
    except ValueError:
        return f"{secrets.token_hex(8)}{number:08d}"
    return str(uuid4()) if len(old) == 36 else uuid4().hex


def _renewed(value: Any, fresh: dict[str, str]) -> Any:
    if isinstance(value, UUID):
        return UUID(fresh.get(str(value), str(value)))
    if isinstance(value, str):
        for old, new in fresh.items():
            if old in value:
                value = value.replace(old, new)
    return value


def _typed(value: Any) -> Any:
    match value:
        case {"uuid": str(text)}:
            return UUID(text)
        case {"at": str(text)}:
            return datetime.fromisoformat(text)
        case {"day": str(text)}:
            return date.fromisoformat(text)
        case {"seconds": seconds}:
            return timedelta(seconds=seconds)
        case {"bytes": str(text)}:
            return b64decode(text)
        case list():
            return [_typed(each) for each in value]
    return value


async def serve() -> None:
    """Do turns until standard input ends."""
    reader = asyncio.StreamReader(limit=2**26)
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        print(json.dumps(await turn(json.loads(line))), flush=True)


if __name__ == "__main__":
    uvloop.run(serve())
