"""Overlays: patches by key, in layers; what they name wrongly is told with its place."""

from typing import Any

import pytest

from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.types import pages as out
from prepaid.domains.pages.rules.layout.pages import ListPage
from prepaid.domains.pages.rules.layout.shell import SHELL
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.overlays import Overlay, patched_page
from prepaid.domains.pages.rules.plain import read
from tests.domains.pages.forms import field, label
from tests.domains.pages.shop_pages import ALL, ORDERS, column, page


def overlay(*ops: dict[str, Any]) -> Overlay:
    return read(Overlay, {"ops": list(ops)})


def orders(*overlays: Overlay) -> ListPage:
    patched = patched_page(page(ORDERS), overlays)
    assert isinstance(patched, ListPage)
    return patched


def keys(parts: Any) -> list[str]:
    return [part.key for part in parts]


def test_parts_are_set_added_moved_replaced_and_removed_by_key() -> None:
    changed = orders(
        overlay(
            {"op": "set", "at": "", "values": {"title": {"zh": "卡订单", "en": "Card orders"}, "refreshSeconds": 60}},
            {"op": "set", "at": "columns.no", "values": {"width": 160, "pinned": None}},
            {"op": "add", "at": "columns", "after": "no", "value": column("note")},
            {"op": "move", "at": "columns.createdAt", "before": "no"},
            {"op": "move", "at": "columns.status"},
            {"op": "remove", "at": "columns.rush"},
            {"op": "replace", "at": "filters.no", "value": field("no", inputPath="no.eq")},
            {"op": "set", "at": "actions.setTotal.form.fields.totalFen", "values": {"max": "5000"}},
            {"op": "add", "at": "presets", "before": "unpaid", "value": {"key": "all", "label": label(), "query": ""}},
            {"op": "set", "at": "empty", "values": {"actionKey": None}},
        )
    )
    assert changed.title.zh == "卡订单"
    assert changed.refresh_seconds == 60
    shown = keys(changed.columns)
    assert shown[:3] == ["createdAt", "no", "note"]
    assert shown[-1] == "status"
    assert "rush" not in shown
    assert (changed.columns[1].width, changed.columns[1].pinned) == (160, None)
    assert changed.filters[1].path == ("no", "eq")
    assert changed.actions[0].form is not None
    assert changed.actions[0].form.by_key["totalFen"].max == "5000"  # type: ignore[union-attr]
    assert keys(changed.presets) == ["all", "unpaid"]
    assert changed.empty is not None
    assert changed.empty.action_key is None


def test_later_layers_stand_on_earlier_ones() -> None:
    template = overlay({"op": "add", "at": "columns", "value": column("note")})
    of_type = overlay({"op": "set", "at": "columns.note", "values": {"label": label("备注")}})
    assert orders(template, of_type).columns[-1].label.zh == "备注"
    with pytest.raises(InvalidDefinition):
        orders(of_type, template)


def test_the_base_page_stays_as_it_is() -> None:
    before = orders()
    orders(overlay({"op": "remove", "at": "columns.rush"}))
    assert orders() == before


@pytest.mark.parametrize(
    ("op", "place"),
    [
        ({"op": "remove", "at": "columns.colour"}, "ops.0.at"),
        ({"op": "remove", "at": "colours.red"}, "ops.0.at"),
        ({"op": "remove", "at": "title"}, "ops.0.at"),
        ({"op": "set", "at": "columns", "values": {"a": 1}}, "ops.0.at"),
        ({"op": "set", "at": "columns.no", "values": {"key": "number"}}, "ops.0.values.key"),
        ({"op": "set", "at": "columns.no", "values": {"permission": None}}, "ops.0.values.permission"),
        ({"op": "set", "at": "", "values": {"path": "/x"}}, "ops.0.values.path"),
        ({"op": "add", "at": "columns", "value": column("no")}, "ops.0.value.key"),
        ({"op": "add", "at": "columns", "value": {"label": label()}}, "ops.0.value.key"),
        ({"op": "add", "at": "title", "value": column("x")}, "ops.0.at"),
        ({"op": "add", "at": "columns", "before": "colour", "value": column("x")}, "ops.0.before"),
        ({"op": "move", "at": "columns.no", "after": "colour"}, "ops.0.after"),
        ({"op": "move", "at": "columns.no", "after": "rush", "before": "rush"}, "ops.0.before"),
        ({"op": "replace", "at": "columns.no", "value": column("number")}, "ops.0.value.key"),
        ({"op": "replace", "at": "columns.no", "value": column("no", permission="x.y")}, "ops.0.value.permission"),
        ({"op": "set", "at": "columns.no", "values": {"colour": "red"}}, "columns.no.colour"),
        ({"op": "set", "at": "columns.no", "values": {"kind": "FEN"}}, "ops.0.values.kind"),
        ({"op": "add", "at": "columns", "value": column("x", "COLOUR")}, "columns.x.kind"),
        ({"op": "set", "at": "columns.no", "values": {"path": "number"}}, "columns.no.path"),
        ({"op": "remove", "at": "columns.createdAt"}, "defaultOrder.createdAt"),
    ],
)
def test_a_wrong_overlay_is_refused_with_the_place(compiler: Compiler, op: dict[str, Any], place: str) -> None:
    with pytest.raises(InvalidDefinition) as refusal:
        compiler.patched("orders", [overlay(op)])
    assert [mistake.place for mistake in refusal.value.mistakes] == [place]


@pytest.mark.parametrize(
    ("plain", "place"),
    [
        ({"ops": [{"op": "paint", "at": "columns.no"}]}, "ops.0"),
        ({"ops": [{"op": "remove"}]}, "ops.0.at"),
        ({"ops": [{"op": "remove", "at": "columns..no"}]}, "ops.0.at"),
        ({"ops": [{"op": "set", "at": "", "values": {}}]}, "ops.0.values"),
        ({"ops": [{"op": "remove", "at": "x"}] * 201}, "ops"),
        ({"operations": []}, "ops"),
    ],
)
def test_what_is_no_overlay_is_refused_with_the_place(plain: Any, place: str) -> None:
    with pytest.raises(InvalidDefinition) as refusal:
        read(Overlay, plain)
    assert place in [mistake.place for mistake in refusal.value.mistakes]


def test_an_unknown_page_has_no_overlay(compiler: Compiler) -> None:
    with pytest.raises(InvalidDefinition):
        compiler.patched("shops", [overlay()])


def test_an_overlay_that_no_longer_fits_is_left_out_and_named(compiler: Compiler) -> None:
    good = overlay({"op": "remove", "at": "columns.phone"})
    stale = overlay({"op": "remove", "at": "columns.colour"})
    page_set = compiler.page_set({"customers": [good], "orders": [stale], SHELL: [stale]})
    assert [mistake.place for mistake in page_set.broken] == ["orders.ops.0.at", "app.ops.0.at"]
    configuration = compiler.configuration(page_set, ALL.__contains__, "en")
    customers, listed = configuration.page("customers"), configuration.page("orders")
    assert isinstance(customers, out.ListPage)
    assert keys(customers.columns) == ["name", "email"]
    assert isinstance(listed, out.ListPage)
    assert len(listed.columns) == 11


def test_navigation_and_landing_are_adjusted_like_pages(compiler: Compiler) -> None:
    changes = overlay(
        {"op": "set", "at": "", "values": {"landing": "board"}},
        {"op": "remove", "at": "navigation.people"},
        {"op": "remove", "at": "navigation.customers"},
        {"op": "set", "at": "navigation.orders", "values": {"label": label("卡订单")}},
        {
            "op": "add",
            "at": "navigation",
            "before": "home",
            "value": {"key": "shop", "label": label(), "pageKey": "home"},
        },
    )
    page_set = compiler.page_set({SHELL: [changes]})
    assert page_set.broken == ()
    shell = compiler.configuration(page_set, ALL.__contains__, "zh-CN").shell
    assert shell.landing == "board"
    assert keys(shell.navigation) == ["shop", "home", "trade", "orders", "board"]
    assert shell.navigation[3].label.zh == "卡订单"
    without = compiler.configuration(page_set, {"customer.read"}.__contains__, "zh-CN").shell
    assert without.landing == "home"
