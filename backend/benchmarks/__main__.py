"""`python -m benchmarks`: run every contender in turns, print the tables, exit with 1 below a gate."""

import argparse
import asyncio
import json
import sys
from contextlib import AsyncExitStack
from pathlib import Path
from uuid import UUID

from rich.console import Console
from rich.table import Table

from benchmarks import cards, ledger, policies, postgraphile, redemption
from benchmarks.driver import Job, Result, run_apart
from benchmarks.gates import IDIOMATIC, JSON_LIMIT, PEER, SERVER, missed
from benchmarks.servers import free_port, own_server, process, uvicorn
from benchmarks.sign_in import first_order, session_headers
from benchmarks.world import prepare
from prepaid.core.settings import settings
from prepaid.kit.ids import uuid7
from prepaid.launcher.administrator import administrator_url

FIELDS = (
    "id number status totalFen createdAt customer{id name phone} lines{id quantity priceFen product{id name priceFen}}"
)
PLAIN_LIST = json.dumps({"query": f"query Q($n:Int!){{orders(first:$n){{{FIELDS}}}}}", "variables": {"n": 50}})
OWN_LIST = json.dumps(
    {"query": f"query Q($n:Int!){{orders:benchOrders(first:$n){{nodes{{{FIELDS}}}}}}}", "variables": {"n": 50}}
)
PLAIN = {
    IDIOMATIC: ("benchmarks.contenders.idiomatic:app", "/graphql/"),
    "limit: rows in Python": ("benchmarks.contenders.limit_rows:app", "/graphql"),
    JSON_LIMIT: ("benchmarks.contenders.limit_json:app", "/graphql"),
}


async def start_all(stack: AsyncExitStack, url: str, merchant: UUID, folder: Path, say: Console) -> dict[str, Job]:
    """Every contender in a process of its own; the jobs that load them with the 50-row nested list."""
    jobs: dict[str, Job] = {}
    for name, (target, path) in PLAIN.items():
        port = free_port()
        environment = {"BENCH_DATABASE_URL": url, "BENCH_MERCHANT": str(merchant)}
        await stack.enter_async_context(process(uvicorn(target, port), port, environment))
        jobs[name] = Job(port, path, PLAIN_LIST, expect='"priceFen"')
    port = await stack.enter_async_context(own_server(url))
    headers = await asyncio.to_thread(session_headers, f"http://127.0.0.1:{port}")
    jobs[SERVER] = Job(port, "/graphql", OWN_LIST, headers, expect='"priceFen"')
    try:
        postgraphile.install(folder / "postgraphile")
    except postgraphile.Unavailable as error:
        say.print(f"{PEER} is left out: {error}")
    else:
        port = free_port()
        command = postgraphile.command(folder / "postgraphile", url, port)
        await stack.enter_async_context(process(command, port, {}, folder / "postgraphile"))
        jobs[PEER] = Job(port, "/graphql", postgraphile.body(merchant), expect='"priceFen"')
    return jobs


async def measure(jobs: dict[str, Job], rounds: int, say: Console) -> dict[str, Result]:
    """Contenders in turns, `rounds` times, so that a slow minute of the machine meets all; the median round counts."""
    seen: dict[str, list[Result]] = {name: [] for name in jobs}
    for number in range(rounds):
        for name, job in jobs.items():
            say.print(f"round {number + 1}/{rounds}: {name}", style="dim")
            seen[name].append(await run_apart(job))
    return {name: sorted(results, key=lambda r: r.per_second)[len(results) // 2] for name, results in seen.items()}


async def own_figures(own: Job) -> dict[str, Result]:
    """One node, and a mutation with a fresh idempotency key each, of this server."""
    address = f"http://127.0.0.1:{own.port}"
    order = await asyncio.to_thread(first_order, address, own.headers)
    node = {
        "query": "query N($id:ID!){node(id:$id){id ... on BenchOrder{number status totalFen}}}",
        "variables": {"id": order},
    }
    change = {
        "query": "mutation S($i:SetBenchOrderStatusInput!)"
        "{setBenchOrderStatus(input:$i){order{id status} userErrors{code} replayed}}",
        "variables": {"i": {"orderId": order, "status": "PAID", "idempotencyKey": "{unique}"}},
    }
    return {
        "one node": await run_apart(Job(own.port, "/graphql", json.dumps(node), own.headers, expect='"number"')),
        "mutation (one row, all four connections)": await run_apart(
            Job(
                own.port,
                "/graphql",
                json.dumps(change),
                own.headers,
                expect='"replayed":false',
                unique=uuid7().hex[:12],
            )
        ),
    }


def table_of(title: str, results: dict[str, Result], limit: float | None = None) -> Table:
    table = Table("", "requests/s", "of the JSON limit", "p50 ms", "p99 ms", "kB an answer", title=title)
    for name, result in sorted(results.items(), key=lambda item: item[1].per_second):
        table.add_row(
            name,
            f"{result.per_second:,.0f}",
            f"{result.per_second / limit:.2f}×" if limit else "",
            f"{result.p50_ms:.2f}",
            f"{result.p99_ms:.2f}",
            f"{result.bytes_an_answer / 1000:.1f}",
        )
    return table


async def run(admin_url: str, rounds: int, say: Console) -> int:
    """The whole benchmark; the number of missed gates."""
    say.print("Preparing 200,000 orders (once)", style="dim")
    url, merchant = await prepare(admin_url)
    async with AsyncExitStack() as stack:
        jobs = await start_all(stack, url, merchant, settings().data_dir.resolve() / "bench", say)
        results = await measure(jobs, rounds, say)
        own = await own_figures(jobs[SERVER])
    say.print(table_of("50 of 200,000 orders with customer, lines, products", results, results[JSON_LIMIT].per_second))
    say.print(table_of("This server", own))
    few, many = await policies.ratio(admin_url)
    say.print(f"p50 with the demo's policies {few:.2f} ms, with 100,000 more {many:.2f} ms: {many / few:.2f}×")
    sentences = list(missed(results))
    if many / few > policies.MOST:
        sentences.append(f"100,000 policies cost {many / few:.2f}×, wanted at most {policies.MOST}×")
    booked = await ledger.measure(admin_url, rounds)
    for sentence in booked.sentences():
        say.print(sentence)
    sentences += booked.missed()
    issued = await cards.measure(admin_url)
    for sentence in issued.sentences():
        say.print(sentence)
    sentences += issued.missed()
    redeemed = await redemption.measure(admin_url, rounds)
    for sentence in redeemed.sentences():
        say.print(sentence)
    sentences += redeemed.missed()
    for sentence in sentences:
        say.print(sentence, style="bold red")
    return len(sentences)


def main() -> None:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each contender is loaded [3]")
    rounds = parser.parse_args().rounds
    say = Console(width=110)
    with administrator_url() as admin_url:
        sys.exit(1 if asyncio.run(run(admin_url, rounds, say)) else 0)


if __name__ == "__main__":
    main()
