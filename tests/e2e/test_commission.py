"""Finance reviews and pays commission; the owner hands over somebody who leaves, with a result for each thing."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.people import People
from tests.e2e.visit import Visit
from tests.support.served import account_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FINANCE, OWNER, SELLER = "finance@example.com", "owner@example.com", "sales@example.com"


def row(page: Page, text: str) -> Locator:
    return page.get_by_role("row", name=re.compile(text))


def pick(dialog: Locator, label: str, name: str) -> None:
    """One record of a field that looks records up."""
    field = dialog.get_by_label(label, exact=True)
    field.click()
    field.fill(name)
    dialog.page.locator(".ant-select-dropdown:visible .ant-select-item-option", has_text=name).first.click()
    dialog.locator(".ant-modal-title, .ant-drawer-title").first.click()


def ready(visit: Visit) -> None:
    """What is shown is whole, and anybody can use it."""
    visit.settle()
    assert visit.look("zh-CN") == []
    assert visit.violations() == []


def test_commission_is_reviewed_and_paid(own_people: People) -> None:
    with own_people.visit(FINANCE) as visit:
        page = visit.page
        visit.open("/commission-review")
        ready(visit)
        mine = row(page, "吴迪").filter(has_text="待审核").or_(row(page, "吴迪").filter(has_text="冻结期"))
        count = mine.count()
        assert count > 0
        for place in range(count):
            mine.nth(place).get_by_role("checkbox").check()
        page.get_by_role("button", name="批量通过").click()
        page.get_by_role("dialog").get_by_role("button", name="通过", exact=True).click()
        expect(mine).to_have_count(0)
        visit.open("/commission-runs")
        ready(visit)
        page.get_by_role("button", name="立即发放").first.click()
        dialog = page.get_by_role("dialog")
        pick(dialog, "只发放给", "吴迪")
        dialog.get_by_role("button", name=re.compile("保存|提交|确定|立即发放")).last.click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        visit.settle()
        expect(row(page, "手动发放")).to_have_count(2)
        paid = row(page, "吴迪").filter(has_text="已到账")
        for _ in range(40):
            visit.open("/commission-payouts")
            if paid.count() == 2:
                break
            page.wait_for_timeout(1_000)
        expect(paid).to_have_count(2)
        ready(visit)
    with own_people.visit(SELLER) as visit:
        visit.open("/commission-statements")
        ready(visit)
        expect(visit.page.locator("tbody .ant-table-row")).to_have_count(1)


def test_a_leaver_hands_over(own_people: People) -> None:
    with own_people.visit(OWNER) as visit:
        page = visit.page
        visit.open("/handovers")
        ready(visit)
        page.get_by_role("button", name="办理离职交接").first.click()
        dialog = page.get_by_role("dialog")
        pick(dialog, "离职人员", "鲁一鸣")
        pick(dialog, "交接人", "吴迪")
        dialog.get_by_label("日后退款的佣金", exact=True).click()
        page.locator(".ant-select-dropdown:visible").get_by_title("商户承担", exact=True).click()
        dialog.get_by_label("原因", exact=True).fill("合同到期离职，工作移交吴迪")
        assert visit.violations() == []
        dialog.get_by_role("button", name=re.compile("保存|提交|确定|办理离职交接")).last.click()
        again = page.get_by_role("dialog", name="请再次验证身份")
        again.get_by_label("密码", exact=True).fill(account_of(OWNER).password)
        again.get_by_role("button").last.click()
        expect(page.get_by_role("dialog")).to_have_count(0)
        visit.settle()
        row(page, "鲁一鸣").first.click()
        visit.settle()
        ready(visit)
        expect(page.get_by_text("已完成", exact=True).first).to_be_visible()
        expect(page.get_by_text("销售授权", exact=True).first).to_be_visible()
        visit.open("/salespeople")
        expect(row(page, "鲁一鸣").get_by_text("已离职", exact=True)).to_be_visible()
