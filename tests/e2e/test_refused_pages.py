"""Addresses that are not the caller's, or nobody's."""

import pytest
from playwright.sync_api import expect

from tests.e2e.people import People

pytestmark = pytest.mark.browser

CASHIER = "cashier@example.com"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("/roles", "没有访问权限"),
        ("/nobody/has/this", "页面或内容不存在"),
        ("/members/Member_AAAAAAAAcACAAAAAAAAAAAGiBNSgBXFxn2rV0gdgdso", "页面或内容不存在"),
        ("/members/not-an-id", "页面或内容不存在"),
    ],
    ids=["not-his-page", "no-page", "no-record", "no-id"],
)
def test_an_address_that_leads_nowhere_says_so(people: People, path: str, title: str) -> None:
    with people.visit(CASHIER) as visit:
        visit.allowed = ["400", "BAD_USER_INPUT"]  # what is no id is malformed, and answered so
        visit.open(path)
        expect(visit.page.get_by_text(title)).to_be_visible()
        assert visit.violations() == []
        visit.page.get_by_role("button", name="返回首页").click()
        expect(visit.page.get_by_role("heading", level=1)).to_contain_text("陈静")


def test_whoever_is_not_signed_in_comes_back_to_where_he_wanted_to_go(people: People) -> None:
    with people.anybody() as visit:
        visit.open("/members")
        expect(visit.page).to_have_url(f"{people.site.url}/sign-in?next=%2Fmembers")
        page = visit.page
        page.get_by_label("手机号或邮箱").fill(CASHIER)
        page.get_by_label("密码", exact=True).fill("Yunling-Skate-2580")
        page.get_by_role("button", name="登录", exact=True).click()
        expect(page).to_have_url(f"{people.site.url}/members")
