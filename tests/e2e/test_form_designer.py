"""A form is designed, filled in and published; a long one costs what a short one costs; platforms are previewed."""

import json
from typing import Any, Final

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import People
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESIGNER = "bank.admin@example.com"
ROUNDS, KEYS = 3, 40
TYPE: Final = """async ([label, keys]) => {
  const labels = [...document.querySelectorAll("label")];
  const field = document.getElementById(labels.find((each) => each.innerText.includes(label)).htmlFor);
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
  const costs = [];
  field.focus();
  for (let typed = 0; typed < keys; typed += 1) {
    await new Promise(requestAnimationFrame);
    const began = performance.now();
    set.call(field, field.value + "a");
    field.dispatchEvent(new Event("input", { bubbles: true }));
    await Promise.resolve();
    void document.body.offsetHeight;
    costs.push(performance.now() - began);
  }
  return costs.toSorted((a, b) => a - b)[keys >> 1];
}"""
"""Median cost in ms of a key typed into the field with a label: from the event to the laid-out page."""


def begin(visit: Visit, use: str) -> Page:
    """Begin a form for all types of merchants under a key of its own."""
    page = visit.page
    visit.open("/forms/new")
    page.get_by_label("用途").click()
    page.get_by_title("其他用途…").click()
    page.get_by_placeholder("用途标识").fill(use)
    page.get_by_label("商户类型").click()
    page.get_by_title("全部类型").last.click()
    page.get_by_label("中文名称").fill("冰鞋租借登记")
    page.get_by_label("英文名称").fill("Skate rental")
    page.get_by_role("button", name="开始设计").click()
    return page


def test_a_form_is_designed_filled_in_and_published(own_people: People) -> None:
    with own_people.visit(DESIGNER) as visit:
        page = begin(visit, "skate_rental")
        page.get_by_role("button", name="添加字段").first.click()
        page.get_by_role("menuitem", name="手机号").click()
        preview = page.get_by_role("tabpanel", name="预览")
        field = preview.get_by_role("textbox").first
        field.fill("123")
        preview.get_by_role("button", name="试提交").click()
        expect(preview.get_by_text("请输入 11 位手机号")).to_be_visible()
        field.fill("15400000001")
        preview.get_by_role("button", name="试提交").click()
        expect(preview.get_by_text("服务端接受，可以提交")).to_be_visible()
        assert visit.violations() == []
        page.get_by_role("button", name="发布", exact=True).click()
        page.get_by_role("tooltip").get_by_role("button", name="发布", exact=True).click()
        expect(page.get_by_text("表单已发布")).to_be_visible()
        visit.go("/forms")
        expect(page.get_by_role("row", name="冰鞋租借登记")).to_contain_text("已发布")


def test_a_key_typed_in_a_long_form_costs_what_it_costs_in_a_short_one(own_people: People) -> None:
    with own_people.visit(DESIGNER) as visit:
        costs = {size: cost_of_a_key(visit, size) for size in (10, 200)}
    assert costs[200] <= 2 * costs[10], costs


def cost_of_a_key(visit: Visit, size: int) -> float:
    page = begin(visit, f"with_{size}_fields")
    page.get_by_role("tab", name="源码").click()
    page.get_by_label("源码").get_by_role("textbox").or_(page.locator("textarea[aria-label=源码]")).first.fill(
        json.dumps(form_of(size))
    )
    page.get_by_role("button", name="应用").click()
    expect(page.get_by_label(f"第 {size} 项", exact=True)).to_be_visible()
    visit.settle()
    # The least of some rounds: what else the machine does is no cost of the form.
    return min(float(page.evaluate(TYPE, ["第 1 项", KEYS])) for _ in range(ROUNDS))


def form_of(size: int) -> dict[str, Any]:
    """A form in which every third field depends on the second one."""

    def field(number: int) -> dict[str, Any]:
        condition = [{"all": [{"field": "f2", "op": "EMPTY", "values": []}]}]
        own = {"visibleWhen": condition} if number > 2 and number % 3 == 0 else {}
        label = {"zh": f"第 {number} 项", "en": f"Item {number}"}
        return {"key": f"f{number}", "kind": "TEXT", "label": label, "section": "all", **own}

    section = {"key": "all", "title": {"zh": "全部", "en": "All"}}
    return {"layout": "SINGLE", "sections": [section], "fields": [field(number) for number in range(1, size + 1)]}


def test_a_platform_is_looked_at_as_one_of_its_roles(own_people: People) -> None:
    with own_people.visit(DESIGNER) as visit:
        page = visit.page
        visit.open("/")
        visit.go("/page-editor")
        page.get_by_label("平台", exact=True).click()
        page.get_by_title("商户应用管理平台").last.click()
        page.get_by_label("预览角色").click()
        page.get_by_title("收银员").last.click()
        page.get_by_role("button", name="以此身份浏览").click()
        expect(page.get_by_text("正在预览：商户应用管理平台")).to_be_visible()
        menu = page.get_by_role("navigation", name="主导航")
        menu.get_by_role("menuitem", name="店铺与区域").click()
        expect(menu.get_by_role("link", name="店铺", exact=True)).to_be_visible()
        expect(menu.get_by_role("link", name="接口令牌")).to_have_count(0)
        assert visit.violations() == []
        page.get_by_role("button", name="退出预览").click()
        expect(page.get_by_text("正在预览")).to_have_count(0)
