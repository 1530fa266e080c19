"""The work bench: each person's to-dos and figures, proven before anybody sees them."""

from dataclasses import replace
from typing import Any

import pytest

from prepaid.domains.pages.graph.compiler.check.bench import check_bench
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation
from prepaid.domains.pages.rules.text import Text
from tests.domains.pages.product import Product

ASK = (
    "{ workBench { key label kind tone valuePath valueKind pageKey query"
    " source { id resultPath variables { variable source constant } } } }"
)


async def bench(product: Product, name: str, locale: Any = "zh-CN") -> dict[str, dict[str, Any]]:
    person = replace(await product.person(name), locale=locale)
    return {card["key"]: card for card in (await product.graph.ask(person, ASK))["workBench"]}


async def test_everybody_has_what_he_may_act_on_and_see(product: Product) -> None:
    assert {"changesToDecide", "expiringTokens", "members"} <= (await bench(product, "宋权")).keys()
    assert "formDrafts" in await bench(product, "韩正")
    owner, cashier = await bench(product, "林晓云"), await bench(product, "陈静")
    assert {"expiringTokens", "members", "tokens"} <= owner.keys()
    assert not {"merchants", "failedSignIns", "formDrafts"} & owner.keys()
    assert not {"expiringTokens", "tokens", "changesToDecide"} & cashier.keys()
    assert (await bench(product, "林晓云", "en"))["members"]["label"] == "Active members"


async def test_a_card_counts_by_its_document(product: Product) -> None:
    owner = await product.person("林晓云")
    card = (await bench(product, "林晓云"))["members"]
    variables = {one["variable"]: one["constant"] for one in card["source"]["variables"]}
    assert (await product.run(owner, card["source"], **variables))["totalCount"] == 5
    assert (card["query"], card["valuePath"]) == ("view=active&f.status=ACTIVE", "totalCount")


def card(**changes: Any) -> BenchCard:
    values: dict[str, Any] = {
        "key": "one",
        "label": Text("一", "One"),
        "kind": BenchKind.TODO,
        "source": Operation(field="members"),
        "page_key": "members",
    }
    return BenchCard(**{**values, **changes})


WRONG = {
    "no-such-list": (card(source=Operation(field="nobody")), "bench.one.source.field"),
    "no-such-argument": (
        card(source=Operation(field="members", bindings=(Binding("age", BindingSource.CONSTANT, constant=1),))),
        "bench.one.source.bindings.0.variable",
    ),
    "no-such-page": (card(page_key="nowhere"), "bench.one.pageKey"),
    "no-such-filter": (card(query="f.age=3"), "bench.one.query"),
    "no-such-view": (card(query="view=gone"), "bench.one.query"),
    "a-view-of-no-list": (card(page_key="home", query="f.status=ACTIVE"), "bench.one.query"),
    "a-value-of-a-list": (card(value_path="displayName"), "bench.one.valuePath"),
    "no-value-of-a-record": (
        card(source=Operation(field="member", bindings=(Binding("id", BindingSource.CONSTANT, constant="x"),))),
        "bench.one.valuePath",
    ),
    "a-value-of-another-kind": (
        card(
            source=Operation(field="member", bindings=(Binding("id", BindingSource.CONSTANT, constant="x"),)),
            value_path="displayName",
            value_kind=ValueKind.FEN,
        ),
        "bench.one.valuePath",
    ),
}


@pytest.mark.parametrize(("wrong", "place"), WRONG.values(), ids=WRONG.keys())
def test_a_card_that_cannot_work_is_refused_with_its_place(product: Product, wrong: BenchCard, place: str) -> None:
    compiler = product.pages.compiler
    mistakes = check_bench(replace(compiler.base, bench=(wrong,)), compiler.view)
    assert [mistake.place for mistake in mistakes] == [place]


def test_a_key_is_used_once(product: Product) -> None:
    compiler = product.pages.compiler
    mistakes = check_bench(replace(compiler.base, bench=(card(), card())), compiler.view)
    assert [mistake.place for mistake in mistakes] == ["bench.one"]
