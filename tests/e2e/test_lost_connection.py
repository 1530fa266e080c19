"""A network that goes away and comes back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import People

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWNER = "owner@example.com"


def test_what_was_typed_outlives_a_lost_connection(own_people: People) -> None:
    with own_people.visit(OWNER) as visit:
        page, visit.allowed = visit.page, ["ERR_INTERNET_DISCONNECTED"]
        visit.open("/regions")
        page.get_by_role("button", name="新增区域").click()
        dialog = page.get_by_role("dialog", name="新增区域")
        dialog.get_by_label("名称").fill("城北片区")
        visit.settle()
        page.context.set_offline(True)
        dialog.get_by_role("button", name="保存").click()
        expect(dialog.get_by_role("alert")).to_contain_text("网络连接中断")
        expect(dialog.get_by_label("名称")).to_have_value("城北片区")
        assert visit.violations() == []
        page.context.set_offline(False)
        dialog.get_by_role("button", name="重试").click()
        expect(dialog).to_have_count(0)
        expect(page.get_by_role("row", name="城北片区")).to_have_count(1)


def test_a_page_that_did_not_come_is_asked_for_again(own_people: People) -> None:
    with own_people.visit(OWNER) as visit:
        page, visit.allowed = visit.page, ["ERR_INTERNET_DISCONNECTED"]
        visit.open("/")
        visit.go("/members")
        visit.go("/")
        page.context.set_offline(True)
        page.get_by_role("link", name="我的商户").first.click()
        failure = page.locator("#page").get_by_role("alert")
        expect(failure).to_contain_text("网络连接中断")
        page.context.set_offline(False)
        failure.get_by_role("button", name="重试").click()
        expect(page.get_by_role("row", name="云岭滑冰馆")).to_be_visible()
