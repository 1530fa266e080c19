"""Salespeople and commission rules through GraphQL, as the seeded merchant's people."""

from typing import Any

from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

QUOTE = """
query($person: ID!, $item: CommissionItemInput!) { quoteCommission(salesperson: $person, item: $item) {
  amountFen countedFen basisFen ruleNumber version level rateKind bps
} }
"""
OWNER = "林晓云"


async def ids(demo: Demo, table: str, kind: str, merchant: Any) -> list[str]:
    rows = await demo.superuser.fetch(f"SELECT id FROM {table} WHERE merchant_id = $1 ORDER BY number", merchant)
    return [gid(kind, row["id"], merchant) for row in rows]


async def person(demo: Demo, merchant: Any, name: str) -> str:
    sql = "SELECT id FROM salesperson WHERE merchant_id = $1 AND name = $2"
    return gid("Salesperson", await demo.superuser.fetchval(sql, merchant, name), merchant)


async def test_a_person_is_entered_authorised_and_leaves(demo: Demo) -> None:
    merchant = await demo.merchant("云岭滑冰馆")
    store, *_ = await ids(demo, "store", "Store", merchant)
    owner, graph = await demo.person(OWNER), demo.graph
    details = {"name": "方圆", "staffNumber": "N001", "storeId": store, "hiredOn": clock.today_shanghai().isoformat()}
    made = await graph.act(
        owner, "createSalesperson", "salesperson { id shareCode status }", **details, idempotencyKey=str(uuid7())
    )
    who = made["salesperson"]["id"]
    assert len(made["salesperson"]["shareCode"]) == 6
    given = await graph.act(
        owner, "grantSales", "authorisation { productKind productName }", salespersonId=who, productKind="SERVICE"
    )
    assert given["authorisation"] == {"productKind": "SERVICE", "productName": None}
    left = await graph.act(
        owner,
        "leaveSalesperson",
        "salesperson { status authorisationCount availableActions { key } }",
        salespersonId=who,
        leftOn=clock.today_shanghai().isoformat(),
        reason="合同到期离职",
    )
    assert left["salesperson"] == {"status": "LEFT", "authorisationCount": 0, "availableActions": []}
    found = await demo.ask(OWNER, '{ salespeople(search: "fangyuan") { nodes { name } } }')
    assert found["salespeople"]["nodes"] == [{"name": "方圆"}]


async def test_a_sale_is_tried_and_a_revision_changes_what_it_earns(demo: Demo) -> None:
    merchant = await demo.merchant("云岭滑冰馆")
    package, *_ = await ids(demo, "package", "Package", merchant)
    seller = await person(demo, merchant, "周海")
    item = {"occasion": "OPENING", "product": package, "listFen": 88_000, "paidFen": 68_000}
    before = (await demo.ask(OWNER, QUOTE, person=seller, item=item))["quoteCommission"]
    assert (before["amountFen"], before["level"], before["bps"], before["version"]) == (3_400, "DEFAULT", 500, 1)
    rule = await demo.superuser.fetchval(
        "SELECT id FROM commission_rule WHERE merchant_id = $1 AND number = $2", merchant, before["ruleNumber"]
    )
    await demo.graph.act(
        await demo.person(OWNER),
        "reviseCommissionRule",
        "rule { version current { bps } }",
        ruleId=gid("CommissionRule", rule, merchant),
        name="开卡默认",
        position=10,
        occasion="OPENING",
        rate={"kind": "PERCENT", "bps": 400},
    )
    after = (await demo.ask(OWNER, QUOTE, person=seller, item=item))["quoteCommission"]
    assert (after["amountFen"], after["version"]) == (2_720, 2)


async def test_forms_load_what_their_records_say(demo: Demo) -> None:
    merchant = await demo.merchant("云岭滑冰馆")
    who = await person(demo, merchant, "周海")
    asked = "query($id: ID!) { salespersonForm(id: $id) { name staffNumber storeId memberId hiredOn } }"
    form = (await demo.ask(OWNER, asked, id=who))["salespersonForm"]
    assert (form["name"], form["staffNumber"], form["memberId"]) == ("周海", "X002", await demo.member_id("周海"))
    saved = await demo.graph.act(
        await demo.person(OWNER), "updateSalesperson", "salesperson { name title }", salespersonId=who, **form
    )
    assert saved["salesperson"] == {"name": "周海", "title": ""}
    rule = await demo.superuser.fetchval(
        "SELECT id FROM commission_rule WHERE merchant_id = $1 AND number = 'F0005'", merchant
    )
    asked = "query($id: ID!) { commissionRuleForm(id: $id) { name occasion rate { kind bps floorFen capFen } } }"
    form = (await demo.ask(OWNER, asked, id=gid("CommissionRule", rule, merchant)))["commissionRuleForm"]
    assert form["rate"] == {"kind": "PERCENT", "bps": 700, "floorFen": 3_000, "capFen": 15_000}
    _, errors = await demo.graph.answer(
        await demo.person("吴迪"), "query($id: ID!) { salespersonForm(id: $id) { name } }", id=who
    )
    assert errors


async def test_who_sees_only_his_own_tries_only_himself(demo: Demo) -> None:
    merchant = await demo.merchant("云岭滑冰馆")
    package, *_ = await ids(demo, "package", "Package", merchant)
    item = {"occasion": "OPENING", "product": package, "listFen": 1, "paidFen": 1}
    own, other = await person(demo, merchant, "吴迪"), await person(demo, merchant, "周海")
    assert (await demo.ask("吴迪", QUOTE, person=own, item=item))["quoteCommission"]["ruleNumber"]
    _, errors = await demo.graph.answer(await demo.person("吴迪"), QUOTE, person=other, item=item)
    assert errors
    seen = await demo.ask("吴迪", "{ salespeople { nodes { name } } }")
    assert seen["salespeople"]["nodes"] == [{"name": "吴迪"}]


async def test_a_manager_writes_no_commission_rules(demo: Demo) -> None:
    document = """mutation($input: RetireCommissionRuleInput!) {
      retireCommissionRule(input: $input) { userErrors { code } } }"""
    asked = {"ruleId": gid("CommissionRule", uuid7(), uuid7()), "reason": "不应允许的操作"}
    _, errors = await demo.graph.answer(await demo.person("周海"), document, input=asked)
    assert errors[0]["extensions"]["code"] == "FORBIDDEN"
