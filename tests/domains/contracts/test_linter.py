"""The linter: seven classes of void clauses, and the lawful clauses that use the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.contracts.rules.linter import LintClause, VoidClass, lint
from prepaid.domains.contracts.rules.linter.classes import EXPLANATIONS
from tests.domains.contracts import lint_cases, lint_held_out

VOID = [(kind, index, text) for kind, texts in lint_cases.VOID.items() for index, text in enumerate(texts)]
HELD_OUT = [(kind, index, text) for kind, texts in lint_held_out.VOID.items() for index, text in enumerate(texts)]
LAWFUL = [(kind, index, text) for kind, texts in lint_cases.LAWFUL.items() for index, text in enumerate(texts)]


def classes(text: str) -> set[str]:
    return {hit.void_class.value for hit in lint([LintClause("clause", text)])}


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, _, t in VOID], ids=[f"{k}-{i}" for k, i, _ in VOID])
def test_void_clauses_are_found_in_their_class(kind: str, text: str) -> None:
    assert kind in classes(text)


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, _, t in LAWFUL], ids=[f"{k}-{i}" for k, i, _ in LAWFUL])
def test_lawful_clauses_are_left_alone(kind: str, text: str) -> None:
    assert classes(text) == set(), kind


@pytest.mark.parametrize(("kind", "text"), [(k, t) for k, _, t in HELD_OUT], ids=[f"{k}-{i}" for k, i, _ in HELD_OUT])
def test_void_wording_of_real_terms_is_found(kind: str, text: str) -> None:
    assert kind in classes(text)


@pytest.mark.parametrize("text", lint_held_out.LAWFUL, ids=[str(i) for i in range(len(lint_held_out.LAWFUL))])
def test_lawful_wording_of_model_contracts_is_left_alone(text: str) -> None:
    assert classes(text) == set()


@pytest.mark.parametrize("kind", list(VoidClass), ids=lambda kind: kind.value)
def test_every_class_has_cases_and_says_where_it_is_written(kind: VoidClass) -> None:
    assert len(lint_cases.VOID[kind]) >= 3
    assert len(lint_cases.LAWFUL[kind]) >= 3
    assert len(lint_held_out.VOID[kind]) >= 3
    assert "法释〔2025〕4号" in EXPLANATIONS[kind].source


def test_a_hit_points_at_the_words() -> None:
    body = "甲方提供服务。\n会员卡　一经售出，“概 不”退款；其他事项另行约定。"
    (hit,) = lint([LintClause("sale", "商户应当提供服务。"), LintClause("refund", body)])
    assert (hit.clause_key, hit.void_class) == ("refund", VoidClass.NO_REFUND)
    assert body[hit.begin : hit.end] == hit.words
    assert hit.words == "概 不”退款"


def test_blanks_quotes_and_widths_do_not_hide_a_void_clause() -> None:
    assert classes("本卡概 不 退 款。") == {"NO_REFUND"}
    assert classes("本卡概不“退款”。") == {"NO_REFUND"}
    assert classes("最\u200b终解释权归本店。") == {"OTHER_UNFAIR"}


def test_a_variable_reads_as_what_it_stands_for() -> None:
    assert classes("{{merchant.name}}有权随时调整服务价格。") == {"UNILATERAL_CHANGE"}
    assert classes("{{consumer.name}}可以随时变更上课时间。") == set()


def test_what_a_merchant_must_not_do_is_no_void_clause_and_what_a_consumer_must_not_is_one() -> None:
    assert classes("商户不得拒绝退款。") == set()
    assert classes("消费者不得要求退款。") == {"NO_REFUND"}


@given(
    st.text(
        alphabet="本店不得概退款还余额转让遗失补办商户消费者有权调整价格责任，。；：、（）{}0123%元任何", max_size=400
    )
)
def test_any_text_is_read_and_hits_lie_within_it(text: str) -> None:
    for hit in lint([LintClause("clause", text)]):
        assert 0 <= hit.begin < hit.end <= len(text)
        assert text[hit.begin : hit.end] == hit.words
