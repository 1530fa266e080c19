"""Staff sell a package at the desk: the code is paid at the sandbox's cashier, and the card is there with its deal."""

import re

import pytest
from playwright.sync_api import expect

from prepaid.kit.identifiers import fictitious
from tests.e2e.people import TABLET, People
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASHIER = "cashier@example.com"
PACKAGE = "滑冰十次卡"
PHONE = fictitious.phone(31_415)
PATIENT = 30_000
"""Milliseconds: a job asks the provider, and the provider tells us."""


def choose(visit: Visit) -> None:
    """The customer's number and the package, by the keyboard where one has it."""
    page = visit.page
    visit.open("/sale")
    expect(page.get_by_label("顾客手机号")).to_be_focused()
    page.keyboard.type(PHONE)
    page.get_by_role("button", name=re.compile(PACKAGE)).click()


def collect(visit: Visit, outcome: str) -> None:
    """Place by the keyboard; what the customer does at the cashier that the code leads to."""
    page = visit.page
    page.get_by_role("checkbox", name="顾客已阅读并同意").check()
    expect(page.get_by_role("button", name="收款 ¥680.00")).to_be_enabled()
    page.keyboard.press("Control+Enter")
    cashier = page.get_by_role("link", name="打开收银台")
    cashier.wait_for(timeout=PATIENT)
    assert visit.violations() == []
    address = cashier.get_attribute("href")
    assert address is not None
    payer = page.context.new_page()
    payer.goto(address)
    payer.get_by_role("button", name=outcome, exact=True).click()
    payer.close()


def test_a_package_is_sold_recharged_and_its_receipt_read(own_people: People) -> None:
    with own_people.visit(CASHIER, window=TABLET) as visit:
        page = visit.page
        choose(visit)
        page.get_by_label("真实姓名").fill("王小明")
        page.get_by_label("身份证号").fill(fictitious.id_card(31_415))
        expect(page.get_by_text("首次开卡", exact=True)).to_be_visible()
        collect(visit, "支付")
        expect(page.get_by_role("heading", name="收款成功 ¥680.00")).to_be_visible(timeout=PATIENT)
        expect(page.get_by_text("可用 10 次")).to_be_visible()
        assert visit.violations() == []
        page.get_by_role("button", name="查看并打印告知书").click()
        expect(page.locator("main .receipt-items > li")).to_have_count(12)
        assert visit.violations() == []
        visit.open("/deals?view=cards&f.kind=CARD_PURCHASE")
        expect(page.get_by_role("row", name=re.compile(PACKAGE)).first).to_be_visible()

        choose_again(visit)
        collect(visit, "失败")
        page.get_by_role("button", name="稍后支付").click()
        choose_again(visit)
        expect(page.get_by_text("将继续该订单")).to_be_visible()
        collect(visit, "支付")
        expect(page.get_by_role("heading", name="收款成功 ¥680.00")).to_be_visible(timeout=PATIENT)
        expect(page.get_by_text("可用 10 次")).to_have_count(2)


def choose_again(visit: Visit) -> None:
    """The same customer comes back: his card is recharged."""
    if visit.page.get_by_role("button", name="下一位顾客").count():
        visit.page.get_by_role("button", name="下一位顾客").click()
    choose(visit)
    expect(visit.page.get_by_text("充值到卡")).to_be_visible()
