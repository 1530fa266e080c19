"""A permission is given in the tree of a role, and whoever has the role finds it in the menu that is open."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.people import People

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ADMIN, CASHIER = "permission@example.com", "cashier@example.com"


def test_a_given_permission_reaches_the_menu_of_an_open_page(own_people: People) -> None:
    with own_people.visit(CASHIER) as counter, own_people.visit(ADMIN) as desk:
        menu = counter.page.get_by_role("navigation", name="主导航")
        counter.open("/members")
        expect(menu.get_by_role("link", name="接口令牌")).to_have_count(0)
        desk.open("/platforms")
        desk.page.get_by_role("link", name="商户应用管理平台").click()
        desk.page.get_by_role("navigation", name="角色授权").get_by_role("button", name="收银员").click()
        give(desk.page, "接口令牌")
        expect(desk.page.get_by_text("“收银员”的权限已保存")).to_be_visible()
        counter.page.get_by_role("button", name="刷新").click()
        expect(counter.page.get_by_text("配置已更新")).to_be_visible()
        entry = menu.get_by_role("link", name="接口令牌")
        entry.click()
        expect(counter.page.get_by_role("heading", level=1)).to_have_text("接口令牌")


def give(page: Page, permission: str) -> None:
    """Tick a permission in the tree that is open, look at what changes, and save."""
    page.get_by_placeholder("搜索权限名称或代码").fill(permission)
    node = page.locator(".ant-tree-treenode", has=page.get_by_text(permission, exact=True)).first
    node.locator(".ant-tree-checkbox").click()
    page.get_by_role("region", name="未保存的改动").get_by_role("button", name="核对并保存").click()
    check = page.get_by_role("dialog", name="核对“收银员”的权限改动")
    expect(check.get_by_role("heading", name="授予")).to_be_visible()
    expect(check.get_by_text("陈静")).to_be_visible()
    check.get_by_role("button", name="保存").click()
