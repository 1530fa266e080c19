"""What the demo's people see and do of commission, through the schema."""

import pytest

from prepaid.core.actor import Actor
from prepaid.domains.commission.jobs.checks import verify_lines, verify_money, verify_refunds
from tests.domains.demo import Demo

OWNER, FINANCE, SELLER, BANK = "林晓云", "郑敏", "吴迪", "胡算"
EVERYTHING = """{
  lines: commissionLines(first: 50) { totalCount nodes { id kind state amountFen salespersonName waiting orderNumber
    availableActions { key enabled } reverses { id } store { name } } }
  statements: commissionStatements { nodes { name earnedFen toReviewFen toPayFen paidFen owedFen account } }
  runs: commissionRuns { nodes { number kind people amountFen paidFen failed } }
  payouts: commissionPayouts { nodes { id salespersonName state grossFen nettedFen amountFen failure run { number } } }
  debts: commissionReceivables { nodes { id salespersonName state openFen line { subject } } }
}"""
MANAGED = """{
  settings: commissionSettings { nodes { version inForce automatic orderKinds payAt } }
  handovers: handovers { nodes { number leaverName state settledFen customers orders refused items {
    nodes { subject label result } } } }
}"""
REVIEW = """{ commissionsToReview { nodes { id state salespersonName } } }"""


async def test_the_demo_shows_something_on_every_page(demo: Demo) -> None:
    data = await demo.ask(OWNER, EVERYTHING)
    states = {line["state"] for line in data["lines"]["nodes"]}
    assert states >= {"PAID", "FAILED", "REJECTED", "OFFSET", "FROZEN"}
    assert {payout["state"] for payout in data["payouts"]["nodes"]} == {"PAID", "FAILED"}
    assert [debt["state"] for debt in data["debts"]["nodes"]] == ["OPEN"]
    assert {run["kind"] for run in data["runs"]["nodes"]} == {"MANUAL", "HANDOVER"}
    managed = await demo.ask(OWNER, MANAGED)
    assert managed["settings"]["nodes"][0]["inForce"] is True
    (handover,) = managed["handovers"]["nodes"]
    assert (handover["leaverName"], handover["state"], handover["orders"], handover["customers"]) == (
        "方晴",
        "DONE",
        1,
        1,
    )
    assert (await demo.ask(FINANCE, REVIEW))["commissionsToReview"]["nodes"]


async def test_a_line_says_by_which_rule_it_was_counted(demo: Demo) -> None:
    asked = "{ commissionLines(first: 50) { nodes { kind rule ruleVersion rateKind basis basisFen bps rateFen } } }"
    lines = [line for line in (await demo.ask(OWNER, asked))["commissionLines"]["nodes"] if line["rule"]]
    for line in lines:
        rate = line["rule"]["rate"] or {}
        told = (line["ruleVersion"], line["basis"], line["basisFen"])
        assert told == (line["rule"]["version"], line["rule"]["basis"], line["rule"]["basisFen"])
        assert (line["rateKind"], line["bps"], line["rateFen"]) == tuple(map(rate.get, ("kind", "bps", "amountFen")))
    assert any(line["rateKind"] for line in lines)


async def test_the_demo_is_in_step(demo: Demo) -> None:
    for verify in (verify_lines, verify_money, verify_refunds):
        assert await verify(demo.superuser) == []


async def test_a_salesperson_sees_his_own_only(demo: Demo) -> None:
    data = await demo.ask(SELLER, EVERYTHING)
    assert {line["salespersonName"] for line in data["lines"]["nodes"]} == {SELLER}
    assert [each["name"] for each in data["statements"]["nodes"]] == [SELLER]
    assert {payout["salespersonName"] for payout in data["payouts"]["nodes"]} == {SELLER}
    assert {debt["salespersonName"] for debt in data["debts"]["nodes"]} == {SELLER}
    everything = await demo.ask(OWNER, EVERYTHING)
    assert data["lines"]["totalCount"] < everything["lines"]["totalCount"]


async def test_the_bank_reads(demo: Demo) -> None:
    data = await demo.ask(BANK, EVERYTHING)
    assert data["lines"]["totalCount"] > 0
    assert all(not line["availableActions"] for line in data["lines"]["nodes"])
    assert (await demo.ask(BANK, MANAGED))["handovers"]["nodes"]


async def test_lines_are_approved_and_paid(demo: Demo) -> None:
    waiting = (await demo.ask(FINANCE, REVIEW))["commissionsToReview"]["nodes"]
    ids = [line["id"] for line in waiting if line["salespersonName"] == SELLER]
    document = """mutation ($ids: [ID!]!) {
      approveCommissions(input: {lineIds: $ids}) { count userErrors { code } } }"""
    done = await demo.ask(FINANCE, document, ids=ids)
    assert done["approveCommissions"] == {"count": len(ids), "userErrors": []}
    again = await demo.ask(FINANCE, document, ids=ids)
    assert [each["code"] for each in again["approveCommissions"]["userErrors"]] == ["COMMISSION_STEP_IMPOSSIBLE"]
    pay = """mutation ($key: ID!) {
      payCommission(input: {idempotencyKey: $key}) { replayed run { id } userErrors { code } } }"""
    first = await demo.ask(FINANCE, pay, key="run-of-the-test-0001")
    second = await demo.ask(FINANCE, pay, key="run-of-the-test-0001")
    assert first["payCommission"]["userErrors"] == []
    assert first["payCommission"]["run"]["id"] == second["payCommission"]["run"]["id"]
    assert (first["payCommission"]["replayed"], second["payCommission"]["replayed"]) == (False, True)


@pytest.mark.parametrize(
    ("who", "document"),
    [
        pytest.param(SELLER, REVIEW, id="a-seller-reviews"),
        pytest.param(SELLER, MANAGED, id="a-seller-reads-settings"),
        pytest.param("陈静", EVERYTHING, id="a-cashier-reads"),
    ],
)
async def test_who_may_not(demo: Demo, who: str, document: str) -> None:
    actor: Actor = await demo.person(who)
    _, errors = await demo.graph.answer(actor, document)
    assert errors
