"""`python -m benchmarks`: run every contender in turns, print one table, exit with 1 below a gate."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import postgraphile
from benchmarks.driver import Job, Result, run_apart
from benchmarks.seed import SEEDED_ORDERS
from benchmarks.servers import free_port, process, uvicorn

LIST_QUERY = (
    '{"query":"query Q($n:Int!){orders(first:$n){id number status totalFen createdAt customer{id name phone}'
    ' lines{id quantity priceFen product{id name priceFen}}}}","variables":{"n":50}}'
)
PLAIN = {
    "idiomatic Strawberry": ("benchmarks.contenders.idiomatic:app", "/graphql/"),
    "limit: rows in Python": ("benchmarks.contenders.limit_rows:app", "/graphql"),
    "limit: JSON in SQL": ("benchmarks.contenders.limit_json:app", "/graphql"),
}


async def start_all(stack: AsyncExitStack, url: str, folder: Path, say: Console) -> dict[str, Job]:
    """Every contender in a process of its own; the jobs that load them with the 50-row nested list."""
    jobs: dict[str, Job] = {}
    for name, (target, path) in PLAIN.items():
        port = free_port()
        await stack.enter_async_context(process(uvicorn(target, port), port, {"BENCH_DATABASE_URL": url}))
        jobs[name] = Job(port, path, LIST_QUERY, expect='"priceFen"')
    try:
        postgraphile.install(folder / "postgraphile")
    except postgraphile.Unavailable as error:
        say.print(f"PostGraphile is left out: {error}")
    else:
        port = free_port()
        command = postgraphile.command(folder / "postgraphile", url, port)
        await stack.enter_async_context(process(command, port, {}, folder / "postgraphile"))
        jobs["PostGraphile 5"] = Job(port, "/graphql", postgraphile.body(), expect='"priceFen"')
    return jobs


async def measure(jobs: dict[str, Job], rounds: int, say: Console) -> dict[str, Result]:
    """Contenders in turns, `rounds` times, so that a slow minute of the machine meets all; the median round counts."""
    seen: dict[str, list[Result]] = {name: [] for name in jobs}
    for number in range(rounds):
        for name, job in jobs.items():
            say.print(f"round {number + 1}/{rounds}: {name}", style="dim")
            seen[name].append(await run_apart(job))
    return {name: sorted(results, key=lambda r: r.per_second)[len(results) // 2] for name, results in seen.items()}


def report(results: dict[str, Result], say: Console) -> None:
    limit = results["limit: JSON in SQL"].per_second
    table = Table("", "requests/s", "of the JSON limit", "p50 ms", "p99 ms", "kB an answer", title="50 orders, nested: one run")
    for name, result in sorted(results.items(), key=lambda item: item[1].per_second):
        table.add_row(
            name,
            f"{result.per_second:,.0f}",
            f"{result.per_second / limit:.2f}",
            f"{result.p50_ms:.2f}",
            f"{result.p99_ms:.2f}",
            f"{result.bytes_an_answer / 1000:.1f}",
        )
    say.print(table)
