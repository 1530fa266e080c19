"""The ledger through GraphQL: the bank sees every merchant's books, a merchant its own, nobody else any."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from prepaid.app import graph_schema
from prepaid.core.actor import Actor, intern_grants
from prepaid.domains.ledger.commands.payouts import begin_withdrawal
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.registry import declared_pages
from prepaid.graph.documents import StoredDocuments
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import document, member, node, platform, role
from tests.domains.identity.cast import shop as merchant
from tests.domains.identity.graphql import Graph, gid, graph_over
from tests.domains.ledger.books import Books, terms

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
READS = ("ledger.read", "trial_balance.read", "merchant.read")
PAGES = [node(code, "PAGE") for code in READS]
DESK = document("ledger_desk", "BANK", PAGES, [role("clerk", *READS)])
BOOTH = document("ledger_booth", "MERCHANT", PAGES, [role("owner", *READS)])
ACCOUNTS = """query($merchant: ID) { ledgerAccounts(merchant: $merchant) {
  totalCount nodes { id code balanceFen availableFen outgoingFen merchant { name } } } }"""
STATEMENT = """query($account: ID!, $after: String) { ledgerStatement(account: $account, first: 1, after: $after) {
  pageInfo { endCursor hasNextPage }
  nodes { number side amountFen phase balanceAfterFen accountingDay transfer { kind reference } } } }"""
TRIAL = """query($day: Date, $at: DateTime, $merchant: ID) { trialBalance(day: $day, at: $at, merchant: $merchant) {
  code accountClass side openingFen debitsFen creditsFen closingFen } }"""


@pytest.fixture
async def graph(app_database_url: str, tmp_path: Path) -> AsyncIterator[Graph]:
    async with graph_over(app_database_url, tmp_path) as graph:
        yield graph


@dataclass
class Town:
    """Two merchants with books of their own, and who may look into them."""

    clerk: Actor
    owner: Actor
    rink: Books
    cinema: Books


@pytest.fixture
async def town(graph: Graph, superuser: asyncpg.Connection) -> Town:
    db = graph.services.database
    rink, cinema = await merchant(db), await merchant(db, "星河影院")
    town = Town(
        clerk=await member(db, await platform(db, DESK), "clerk", staff_number="B9001"),
        owner=await member(db, await platform(db, BOOTH), "owner", tenant=rink.id),
        rink=Books(db, superuser, rink.id),
        cinema=Books(db, superuser, cinema.id),
    )
    with clock.freeze(NOON - timedelta(days=1)):
        await town.rink.sell(terms(0), 1_000)
    with clock.freeze(NOON):
        await town.rink.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=400, settled_fen=0)
        await town.cinema.sell(terms(4_000), 500)
    return town


def balances(answer: Any) -> dict[str, int]:
    return {row["code"]: row["balanceFen"] for row in answer["ledgerAccounts"]["nodes"] if row["balanceFen"]}


async def test_a_merchant_sees_its_own_accounts_and_the_bank_all(graph: Graph, town: Town) -> None:
    own = await graph.ask(town.owner, ACCOUNTS)
    assert balances(own) == await town.rink.balances()
    assert {row["merchant"]["name"] for row in own["ledgerAccounts"]["nodes"]} == {"云岭滑冰馆"}
    everything = await graph.ask(town.clerk, ACCOUNTS)
    named = await graph.ask(town.clerk, ACCOUNTS, merchant=gid("Merchant", town.cinema.merchant))
    assert balances(named) == await town.cinema.balances()
    counts = [answer["ledgerAccounts"]["totalCount"] for answer in (own, named, everything)]
    assert counts[0] + counts[1] == counts[2]
    foreign = await graph.ask(town.owner, ACCOUNTS, merchant=gid("Merchant", town.cinema.merchant))
    assert foreign["ledgerAccounts"] == {"totalCount": 0, "nodes": []}


async def test_a_statement_goes_back_posting_by_posting(graph: Graph, town: Town) -> None:
    accounts = (await graph.ask(town.owner, ACCOUNTS))["ledgerAccounts"]["nodes"]
    (drawable,) = [row for row in accounts if row["code"] == "MERCHANT_DRAWABLE"]
    assert (drawable["availableFen"], drawable["outgoingFen"]) == (600, 400)
    first = (await graph.ask(town.owner, STATEMENT, account=drawable["id"]))["ledgerStatement"]
    second = (await graph.ask(town.owner, STATEMENT, account=drawable["id"], after=first["pageInfo"]["endCursor"]))[
        "ledgerStatement"
    ]
    assert [first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]] == [True, False]
    lines = [*first["nodes"], *second["nodes"]]
    assert [(row["number"], row["side"], row["phase"], row["balanceAfterFen"]) for row in lines] == [
        (2, "DEBIT", "PENDING", 1_000),
        (1, "CREDIT", "POSTED", 1_000),
    ]
    assert [row["transfer"]["kind"] for row in lines] == ["WITHDRAWAL", "CARD_FUNDED"]
    assert lines[0]["accountingDay"] == "2026-03-01"
    foreign = await graph.ask(await other_owner(graph, town), STATEMENT, account=drawable["id"])
    assert foreign["ledgerStatement"]["nodes"] == []


async def other_owner(graph: Graph, town: Town) -> Actor:
    db = graph.services.database
    booth = {**BOOTH, "template": {**BOOTH["template"], "code": "other_booth"}}
    return await member(db, await platform(db, booth), "owner", tenant=town.cinema.merchant)


async def test_the_trial_balance_of_a_day_and_of_an_instant(graph: Graph, town: Town) -> None:
    lines = (await graph.ask(town.clerk, TRIAL, day="2026-03-01"))["trialBalance"]
    assert sum(row["debitsFen"] for row in lines) == sum(row["creditsFen"] for row in lines)
    clearing = next(row for row in lines if row["code"] == "CHANNEL_CLEARING")
    assert clearing == {
        "code": "CHANNEL_CLEARING",
        "accountClass": "ASSET",
        "side": "DEBIT",
        "openingFen": 1_000,
        "debitsFen": 500,
        "creditsFen": 0,
        "closingFen": 1_500,
    }
    before = (await graph.ask(town.clerk, TRIAL, at=(NOON - timedelta(hours=1)).isoformat()))["trialBalance"]
    assert {row["closingFen"] for row in before if row["code"] == "CHANNEL_CLEARING"} == {1_000}
    own = (await graph.ask(town.owner, TRIAL, day="2026-03-01"))["trialBalance"]
    assert {row["closingFen"] for row in own if row["code"] == "CHANNEL_CLEARING"} == {1_000}
    foreign = await graph.ask(town.owner, TRIAL, day="2026-03-01", merchant=gid("Merchant", town.cinema.merchant))
    assert foreign["trialBalance"] == []
    _, errors = await graph.answer(town.clerk, TRIAL, day="2026-03-01", at=NOON.isoformat())
    assert errors[0]["extensions"]["code"] == "BAD_USER_INPUT"


async def test_transfers_show_their_legs_and_what_they_answer(graph: Graph, town: Town) -> None:
    await town.rink.settle_cash()
    asked = """{ transfers(filter: {kind: {eq: SETTLEMENT_SWEEP}, phase: {eq: POSTED}}) { nodes {
      phase amountFen reference pending { phase amountFen } postings { side amountFen account { code } } } } }"""
    (transfer,) = (await graph.ask(town.owner, asked))["transfers"]["nodes"]
    assert (transfer["amountFen"], transfer["pending"]) == (1_000, {"phase": "PENDING", "amountFen": 1_000})
    assert {(leg["side"], leg["account"]["code"]) for leg in transfer["postings"]} == {
        ("DEBIT", "SETTLEMENT_BANK"),
        ("CREDIT", "CHANNEL_CLEARING"),
    }


@pytest.mark.parametrize(
    ("asked", "needed"),
    [
        ("{ ledgerAccounts { totalCount } }", "ledger.read"),
        ("{ transfers { totalCount } }", "ledger.read"),
        ("{ trialBalance { code } }", "trial_balance.read"),
    ],
)
async def test_each_field_takes_its_permission(graph: Graph, town: Town, asked: str, needed: str) -> None:
    await graph.ask(town.clerk, asked)
    without = replace(town.clerk, grants=intern_grants(town.clerk.grants.codes - {needed}))
    _, errors = await graph.answer(without, asked)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"


@pytest.mark.parametrize("key", ["trialBalance", "ledgerAccounts", "ledgerAccount", "ledgerStatement", "transfers"])
def test_the_pages_are_for_those_who_may_read(key: str) -> None:
    compiler = Compiler(graph_schema(), StoredDocuments(), declared_pages())
    page_set = compiler.page_set({})
    assert compiler.configuration(page_set, set(READS).__contains__, "en").page(key)
    assert key not in compiler.configuration(page_set, {"merchant.read"}.__contains__, "en").pages
