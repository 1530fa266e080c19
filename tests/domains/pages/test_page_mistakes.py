"""Pages that do not fit the schema: each mistake is named with its place."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from prepaid.domains.pages.graph.compiler.check import check_page, check_shell
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.rules.layout.pages import Page
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Shell, together
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.plain import read
from prepaid.domains.pages.rules.text import Text
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema
from tests.domains.pages.forms import field, when
from tests.domains.pages.shop_pages import BOARD, CUSTOMER, CUSTOMERS, ORDER, ORDERS, REPRICE, column, page, shop


def changed(plain: dict[str, Any], path: str, value: Any) -> dict[str, Any]:
    """A page with one value changed; list items are named by their index."""
    copy = deepcopy(plain)
    *steps, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    at: Any = copy
    for step in steps:
        at = at[step]
    at[last] = value
    return copy


LIST: list[tuple[str, Any, str]] = [
    ("source.field", "oders", "source.field"),
    ("source.field", "setTotal", "source.field"),
    ("source.field", "kinds", "source.field"),
    ("source.bindings", [{"variable": "size", "source": "CONSTANT"}], "source.bindings.0.variable"),
    ("source.bindings", [{"variable": "filter.colour.eq", "source": "CONSTANT"}], "source.bindings.0.variable"),
    ("source.bindings", [{"variable": "first", "source": "PAGE"}], "source.bindings.0.key"),
    ("source.select", ["nodes.colour"], "source.select.0"),
    ("parent", "shops", "parent"),
    ("rowLink", "shops", "rowLink"),
    ("columns.0.path", "number", "columns.no.path"),
    ("columns.0.path", "customer", "columns.no.path"),
    ("columns.0.path", "lines.quantity", "columns.no.path"),
    ("columns.0.kind", "INTEGER", "columns.no.path"),
    ("columns.0.key", "status", "columns.status"),
    ("columns.0.dictionary", "OrderStatus", "columns.no.dictionary"),
    ("columns.0.sortable", "NUMBER", "columns.no.sortable"),
    ("columns.0.linkPage", "shops", "columns.no.linkPage"),
    ("columns.1.dictionary", "Colours", "columns.status.dictionary"),
    ("columns.1.kind", "TAGS", "columns.status.path"),
    ("columns.3.labelPath", None, "columns.customer.labelPath"),
    ("columns.3.labelPath", "colour", "columns.customer.path"),
    ("columns.3.labelPath", "spentFen", "columns.customer.labelPath"),
    ("columns.8.kind", "FILE", "columns.rush.path"),
    ("filters.0.inputPath", "colour.in", "filters.status.inputPath"),
    ("filters.0.inputPath", "status.eq", "filters.status.kind"),
    ("filters.0.dictionary", "Colours", "filters.status.dictionary"),
    ("filters.1.inputPath", "status.in.x", "filters.no.inputPath"),
    ("filters.2.kind", "INTEGER", "filters.total.kind"),
    ("filters.3.instants", False, "filters.created.kind"),
    ("filters.4.inputPath", "dueOn.eq", "filters.due.kind"),
    ("filters.0.visibleWhen", when("colour", "EMPTY"), "filters.status.visibleWhen.0.all.0.field"),
    ("defaultOrder", [{"key": "rush"}], "defaultOrder.rush"),
    ("presets", [{"key": "a", "label": {"zh": "a", "en": "a"}, "query": ""}] * 2, "presets.a"),
    ("actions.0.key", "purge", "actions.purge"),
    ("actions.0.key", "reprice", "actions.reprice.key"),
    ("actions.0.submit.field", "orders", "actions.setTotal.submit.field"),
    ("actions.0.submit.bindings", [], "actions.setTotal.submit.bindings"),
    ("actions.0.form.fields", [field("note")], "actions.setTotal.submit.bindings"),
    ("actions.0.form.fields.0.kind", "INTEGER", "actions.setTotal.form.fields.totalFen.kind"),
    ("actions.0.form.fields.0.required", False, "actions.setTotal.form.fields.totalFen.required"),
    ("actions.0.form.fields.0.inputPath", "total", "actions.setTotal.submit.bindings"),
    ("actions.0.submit", None, "actions.setTotal.submit"),
    ("actions.0.goto", {"pageKey": "order"}, "actions.setTotal.submit"),
    ("actions.0.load", {"field": "oder"}, "actions.setTotal.load.field"),
    ("actions.1.after", "GOTO", "actions.purge.after"),
    ("empty.actionKey", "buy", "empty.actionKey"),
]
OTHERS: list[tuple[dict[str, Any], str, Any, str]] = [
    (ORDER, "source.bindings", [], "source.bindings"),
    (ORDER, "header.titlePath", "number", "header.titlePath"),
    (ORDER, "sections.0.items.0.path", "total", "sections.base.items.totalFen.path"),
    (ORDER, "sections.0.items", [], "sections.base.items"),
    (ORDER, "sections.2.list", "shops", "sections.others.list"),
    (ORDER, "sections.2.list", None, "sections.others.list"),
    (ORDER, "sections.0.kind", "CUSTOM", "sections.base.component"),
    (ORDER, "sections.0.key", "contact", "sections.contact"),
    (ORDER, "timeline", {"field": "orders"}, "timeline.field"),
    (REPRICE, "onSuccess.pageKey", "shops", "onSuccess.pageKey"),
    (REPRICE, "load.field", "oder", "load.field"),
    (REPRICE, "submit.field", "repriced", "submit.field"),
    (BOARD, "widgets.0.stat.valuePath", "total", "widgets.total.stat.valuePath"),
    (BOARD, "widgets.0.stat", None, "widgets.total.stat"),
    (BOARD, "widgets.0.kind", "LINE", "widgets.total.chart"),
    (BOARD, "widgets.0.kind", "TODO", "widgets.total.source.field"),
    (BOARD, "widgets.1.chart.listPath", "byColour", "widgets.byStatus.chart.listPath"),
    (BOARD, "widgets.1.chart.categoryPath", "name", "widgets.byStatus.chart.categoryPath"),
    (BOARD, "widgets.1.chart.series.0.kind", "TEXT", "widgets.byStatus.chart.series.total.valuePath"),
    (BOARD, "widgets.2.columns", [], "widgets.latest.columns"),
    (BOARD, "widgets.2.linkPage", "shops", "widgets.latest.linkPage"),
    (BOARD, "controls.0.inputPath", "made", "controls.created.inputPath"),
    (CUSTOMERS, "quickSearch", {"zh": "姓名", "en": "Name"}, "quickSearch"),
]


@pytest.mark.parametrize(
    ("plain", "path", "value", "place"), [(ORDERS, *case) for case in LIST] + OTHERS, ids=lambda value: str(value)[:40]
)
def test_a_mistake_and_its_place(compiler: Compiler, plain: dict[str, Any], path: str, value: Any, place: str) -> None:
    places = [mistake.place for mistake in check_page(page(changed(plain, path, value)), compiler.base, compiler.view)]
    assert place in places


@pytest.mark.parametrize("plain", [ORDERS, ORDER, CUSTOMERS, REPRICE, BOARD], ids=lambda plain: plain["key"])
def test_the_sample_pages_have_none(compiler: Compiler, plain: dict[str, Any]) -> None:
    assert check_page(page(plain), compiler.base, compiler.view) == []


def test_a_condition_does_not_hang_on_a_field_that_some_lack(compiler: Compiler) -> None:
    guarded = field("note", permission="order.edit", inputPath="note")
    free = field("totalFen", "FEN", required=True, visibleWhen=when("note", "EMPTY"))
    plain = changed(ORDERS, "actions.0.form.fields", [guarded, free])
    places = [mistake.place for mistake in check_page(page(plain), compiler.base, compiler.view)]
    assert "actions.setTotal.form.fields.totalFen.visibleWhen" in places


def test_a_shell_leads_to_what_is_there(compiler: Compiler) -> None:
    shell = Shell(
        landing="shops",
        navigation=(
            NavItem(key="a", label=Text("甲", "A"), parent_key="b"),
            NavItem(key="c", label=Text("丙", "C"), parent_key="c", page_key="shops"),
            NavItem(key="c", label=Text("丙", "C"), page_key="orders"),
        ),
    )
    assert [mistake.place for mistake in check_shell(shell, compiler.base)] == [
        "navigation.c",
        "navigation.a.parentKey",
        "navigation.c.pageKey",
        "navigation.c.parentKey",
        "landing",
    ]


def test_what_domains_declare_is_proven_when_the_compiler_is_made(shop_schema: GraphSchema) -> None:
    wrong = Declared(pages=(page(changed(CUSTOMERS, "columns.0.path", "nom")),))
    with pytest.raises(InvalidDefinition) as refusal:
        Compiler(shop_schema, StoredDocuments(), together([wrong]))
    assert [mistake.place for mistake in refusal.value.mistakes] == ["customers.columns.name.path"]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"field": "clients"}, "references.Customer.field"),
        ({"field": "orders"}, "references.Customer.field"),
        ({"label_path": "surname"}, "references.Customer.labelPath"),
        ({"description_path": "spentFen"}, "references.Customer.descriptionPath"),
        ({"page_key": "customer"}, "references.Customer.pageKey"),
    ],
)
def test_a_picker_that_finds_nothing_is_named(shop_schema: GraphSchema, changes: dict[str, Any], place: str) -> None:
    wrong = Declared(references=(replace(CUSTOMER, **changes),))
    with pytest.raises(InvalidDefinition) as refusal:
        Compiler(shop_schema, StoredDocuments(), together([wrong]))
    assert [mistake.place for mistake in refusal.value.mistakes] == [place]


def test_two_domains_do_not_declare_the_same_page() -> None:
    with pytest.raises(ValueError, match="home"):
        together([shop(), shop()])


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("kind", "MAP", ""),
        ("columns.0.kind", "COLOUR", "columns.no.kind"),
        ("columns.0.width", 10, "columns.no.width"),
        ("columns.0.colour", "red", "columns.no.colour"),
        ("pageSizes", [201], "pageSizes.0"),
        ("path", "orders", "path"),
        ("actions.0.placement", [], "actions.setTotal.placement"),
        ("actions.0.form.fields.0.kind", "COLOUR", "actions.setTotal.form.fields.totalFen"),
        ("columns", [], "columns"),
        ("columns", [column(f"c{number}") for number in range(61)], "columns"),
    ],
)
def test_what_is_no_page_is_refused_with_the_place(path: str, value: Any, place: str) -> None:
    with pytest.raises(InvalidDefinition) as refusal:
        read(Page, changed(ORDERS, path, value))  # type: ignore[arg-type]
    assert [mistake.place for mistake in refusal.value.mistakes] == [place]
