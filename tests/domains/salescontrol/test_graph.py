"""Sales control through GraphQL, as the seeded merchant's people and the bank."""

from datetime import timedelta
from typing import Any

import pytest

from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid
from tests.domains.salescontrol.shop import Counter

MAP = """
query($merchant: ID) { salesMap(merchant: $merchant) {
  regions { id name parentId } stores { id name regionId } products { id kind name }
  cells { storeId productId ground ruleNumber remaining }
} }
"""
EXPLAIN = """
query($product: ID!, $store: ID!) { explainSale(product: $product, store: $store) {
  permitted ground ruleNumber verdicts { productName ground candidates { ruleNumber effect decides } }
} }
"""
LIST = "{ salesControlRules { nodes { number productName placeName state remaining sold refused soldOut } } }"
OWNER = "何冰"


@pytest.fixture
async def counter(demo: Demo) -> Counter:
    return await Counter.of(demo)


def product(counter: Counter) -> str:
    return gid("Package", counter.package.id, counter.merchant)


def store(counter: Counter, place: int = 0) -> str:
    return gid("Store", counter.stores[place], counter.merchant)


async def written(counter: Counter, **more: Any) -> dict[str, Any]:
    values = {
        "productKind": "PACKAGE",
        "packageId": product(counter),
        "effect": "DENY",
        "place": "STORE",
        "storeId": store(counter),
        "since": clock.today_shanghai().isoformat(),
        "idempotencyKey": str(uuid7()),
    }
    actor = await counter.demo.person(OWNER)
    payload: dict[str, Any] = await counter.demo.graph.refused(
        actor, "createSalesControlRule", "rule { id number state availableActions { key enabled } }", **values | more
    )
    return payload


async def test_a_rule_shows_in_list_map_and_explanation(counter: Counter) -> None:
    made = (await written(counter))["rule"]
    assert made["state"] == "IN_FORCE"
    (row,) = (await counter.demo.ask(OWNER, LIST))["salesControlRules"]["nodes"]
    assert row["productName"]
    assert row["placeName"]
    shown = (await counter.demo.ask(OWNER, MAP))["salesMap"]
    grounds = {(cell["storeId"], cell["productId"]): cell["ground"] for cell in shown["cells"]}
    assert len(grounds) == len(shown["stores"]) * len(shown["products"])
    assert grounds[store(counter), product(counter)] == "DENIED"
    assert grounds[store(counter, 1), product(counter)] == "UNCONTROLLED"
    why = (await counter.demo.ask(OWNER, EXPLAIN, product=product(counter), store=store(counter)))["explainSale"]
    assert (why["permitted"], why["ground"], why["ruleNumber"]) == (False, "DENIED", made["number"])
    assert len(why["verdicts"]) == 2


async def test_a_rule_is_ended_at_once_and_its_quota_is_not_cut_below_what_is_taken(counter: Counter) -> None:
    allow = {"effect": "ALLOW", "place": "ALL_STORES", "storeId": None, "quota": 5}
    rule = (await written(counter, **allow))["rule"]
    await counter.sell(count=2)
    actor, graph = await counter.demo.person(OWNER), counter.demo.graph
    asked = {"ruleId": rule["id"], "reason": "活动收窄调整"}
    low = await graph.refused(actor, "changeSalesQuota", "", quota=1, **asked)
    assert [each["code"] for each in low["userErrors"]] == ["QUOTA_BELOW_TAKEN"]
    changed = await graph.act(actor, "changeSalesQuota", "rule { quota remaining }", quota=2, **asked)
    assert changed["rule"] == {"quota": 2, "remaining": 0}
    ended = await graph.act(actor, "endSalesControlRule", "rule { state availableActions { key } }", **asked)
    assert ended["rule"] == {"state": "ENDED", "availableActions": []}
    again = await graph.refused(actor, "endSalesControlRule", "", **asked)
    assert [each["code"] for each in again["userErrors"]] == ["CONTROL_RULE_ENDED"]
    await counter.sell()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"packageId": None}, "INVALID_VALUE"),
        ({"storeId": None}, "INVALID_VALUE"),
        ({"quota": 5}, "INVALID_VALUE"),
        ({"since": (clock.today_shanghai() - timedelta(days=1)).isoformat()}, "INVALID_VALUE"),
        ({"lastDay": (clock.today_shanghai() - timedelta(days=1)).isoformat()}, "INVALID_VALUE"),
        ({"exclusive": True}, "INVALID_VALUE"),
    ],
    ids=["no-product", "no-place", "quota-of-deny", "past", "days-out-of-order", "exclusive-deny"],
)
async def test_what_is_wrong_with_a_rule_is_said(counter: Counter, change: dict[str, Any], code: str) -> None:
    assert [each["code"] for each in (await written(counter, **change))["userErrors"]] == [code]


async def test_the_bank_sees_a_merchant_s_map_and_a_stranger_does_not(counter: Counter) -> None:
    merchant = gid("Merchant", counter.merchant)
    assert (await counter.demo.ask("李峰", MAP, merchant=merchant))["salesMap"]["cells"]
    stranger = await counter.demo.person("柳青")
    _, errors = await counter.demo.graph.answer(stranger, MAP, merchant=merchant)
    assert errors
    asked = {"product": product(counter), "store": store(counter)}
    _, errors = await counter.demo.graph.answer(stranger, EXPLAIN, **asked)
    assert errors


async def test_a_cashier_reads_rules_and_writes_none(demo: Demo) -> None:
    cashier = await demo.person("陈静")
    assert cashier.may("sales_control.read")
    assert not cashier.may("sales_control.edit")
