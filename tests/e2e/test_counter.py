"""A cashier at the counter, by scanner and keyboard alone; its shape follows the configuration of the merchant type."""

import asyncio
import json
import re
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import asyncpg
import pytest
from playwright.sync_api import Page, Request, Route, expect
from sqlalchemy import select

from prepaid.domains.cards.commands.grant_lots import LotGrant, Payer, grant_lots
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.rules.cards import Funding, LotUnit
from prepaid.domains.ledger.commands.bonuses import grant_bonus
from prepaid.domains.pages.commands.publish_overlay import publish_overlay
from prepaid.domains.pages.commands.save_overlay import save_overlay
from prepaid.kit.ids import uuid7
from prepaid.seed.opened import SEEDER, opened
from tests.e2e.people import PHONE, TABLET, People
from tests.e2e.site import Site
from tests.e2e.visit import Visit

T = TypeVar("T")
pytestmark = [pytest.mark.browser, pytest.mark.slow]

CASHIER, SCHOOL, CONSUMER = "cashier@example.com", "owner.xinghe@example.com", "consumer@example.com"
CARD, LESSONS, CARD_PIN = "860100000000049", "860200000000047", "730415"
STORED_FEN = 20_000
ISSUE = """mutation($input: IssueRedemptionCodeInput!) { issueRedemptionCode(input: $input) {
  code { token manualCode } userErrors { code } } }"""


@pytest.fixture(scope="module", autouse=True)
def always_open(own_site: Site) -> None:
    """Whatever the hour at which the tests run."""
    run(own_site, "UPDATE store SET opens = NULL, closes = NULL, closed_weekdays = '{}'")


def run(site: Site, sql: str) -> list[asyncpg.Record]:
    """Look, or change, past the product."""

    async def ask() -> list[asyncpg.Record]:
        connection = await asyncpg.connect(site.api.admin_url)
        try:
            found: list[asyncpg.Record] = await connection.fetch(sql)
        finally:
            await connection.close()
        return found

    return apart(ask())


def apart(work: Coroutine[Any, Any, T]) -> T:
    """In a thread of its own: the browser's library has a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def code(site: Site, kind: str = "token") -> str:
    """What the demo's consumer shows at the rink."""
    consumer = site.api.signed_in(CONSUMER)
    seller = site.api.signed_in(CASHIER).data("{ merchants { nodes { id } } }")["merchants"]["nodes"][0]["id"]
    issued = consumer.data(ISSUE, {"input": {"merchantId": seller}})["issueRedemptionCode"]
    assert issued["userErrors"] == []
    return str(issued["code"][kind])


def scan(page: Page, text: str) -> None:
    """As a scanner does: fast, and Enter at once."""
    page.keyboard.type(text)
    page.keyboard.press("Enter")


def show_card(page: Page, number: str) -> None:
    """A card's number, by scanner or by hand, and its PIN."""
    scan(page, number)
    expect(page.get_by_label(re.compile("请顾客输入卡"))).to_be_focused()
    page.keyboard.type(CARD_PIN)
    page.keyboard.press("Enter")
    expect(page.get_by_role("listbox", name="可用权益")).to_be_focused()


def redeemed(site: Site) -> int:
    found: int = run(site, "SELECT count(*) FROM redemption WHERE status <> 'UNDONE' AND kind = 'COUNTER'")[0][0]
    return found


def ready(visit: Visit) -> Page:
    visit.open("/counter")
    expect(visit.page.get_by_label("请扫顾客的核销码")).to_be_focused()
    return visit.page


def test_one_visit_is_redeemed_by_one_key_after_the_scan_and_undone_and_printed(
    own_people: People, own_site: Site
) -> None:
    with own_people.visit(CASHIER, window=TABLET) as visit:
        page = ready(visit)
        before = redeemed(own_site)
        token = code(own_site)
        scan(page, token)
        expect(page.get_by_role("option", selected=True)).to_contain_text("剩余")
        assert visit.violations() == []
        page.keyboard.press("Enter")
        done = page.get_by_role("status").filter(has_text="核销成功")
        expect(done).to_contain_text("剩余")
        assert (redeemed(own_site), visit.violations()) == (before + 1, [])
        expect(page.get_by_label("请扫顾客的核销码")).to_be_focused()

        page.evaluate("window.print = () => undefined")
        page.keyboard.press("F8")
        page.emulate_media(media="print")
        expect(page.locator(".counter-slip")).to_contain_text("核销凭证")
        expect(page.locator(".counter-slip")).to_be_visible()
        expect(page.get_by_role("heading", name="核销台")).to_be_hidden()
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        page.emulate_media(media="screen")

        scan(page, token)
        expect(page.get_by_role("alert")).to_contain_text("已使用")
        page.keyboard.press("F9")
        expect(page.get_by_role("dialog").get_by_label(re.compile("撤销原因"))).to_be_focused()
        page.keyboard.press("2")
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.get_by_role("button", name=re.compile("已撤销"))).to_have_count(1)
        assert redeemed(own_site) == before
        expect(page.get_by_label("请扫顾客的核销码")).to_be_focused()


def test_a_lost_answer_is_asked_for_again_and_counts_once(own_people: People, own_site: Site) -> None:
    with own_people.visit(CASHIER) as visit:
        page, visit.allowed = ready(visit), ["ERR_INTERNET_DISCONNECTED", "ERR_FAILED"]
        before = redeemed(own_site)
        scan(page, code(own_site, "manualCode"))
        expect(page.get_by_role("listbox", name="可用权益")).to_be_focused()
        visit.settle()
        lose_first_answer(page)
        page.keyboard.press("Enter")
        expect(page.get_by_text("网络中断，正在重试")).to_be_visible()
        expect(page.get_by_role("status").filter(has_text="核销成功")).to_be_visible()
        assert redeemed(own_site) == before + 1


def lose_first_answer(page: Page) -> None:
    """The server acts, and its answer never arrives."""
    lost: list[str] = []

    def between(route: Route, request: Request) -> None:
        key = (json.loads(request.post_data or "{}").get("variables") or {}).get("input", {}).get("idempotencyKey")
        if key and not lost:
            lost.append(key)
            route.fetch()
            route.abort("failed")
        else:
            assert not key or key in lost
            route.continue_()

    page.route("**/graphql", between)


def test_a_locked_counter_keeps_its_screen(own_people: People) -> None:
    with own_people.visit(CASHIER) as visit:
        page = visit.page
        visit.open("/account")
        pin = page.locator("section", has_text="锁屏 PIN 码")
        page.get_by_label("新 PIN 码").fill("2580")
        pin.get_by_label("当前密码").fill("Yunling-Skate-2580")
        pin.get_by_role("button", name="设置 PIN 码").click()
        expect(page.get_by_text("PIN 码已保存")).to_be_visible()
        page = ready(visit)
        show_card(page, CARD)
        page.keyboard.press("2")
        page.get_by_role("button", name="锁屏").click()
        lock = page.get_by_role("dialog", name="屏幕已锁定")
        expect(lock).to_be_visible()
        expect(page.locator("[inert]").get_by_role("listbox", include_hidden=True)).to_have_count(1)
        expect(lock.get_by_label("输入 PIN 码")).to_be_focused()
        page.keyboard.type("2580")
        page.keyboard.press("Enter")
        expect(lock).to_have_count(0)
        expect(page.get_by_role("listbox", name="可用权益")).to_be_focused()
        expect(page.get_by_role("button", name=re.compile(r"核销 .* × 2"))).to_be_visible()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="核销成功")).to_contain_text("2 次")


def test_a_school_counts_a_lesson_for_the_class_and_sees_who_is_here(own_people: People) -> None:
    with own_people.visit(SCHOOL) as visit:
        page = ready(visit)
        expect(page.get_by_role("heading", level=1)).to_have_text("上课签到台")
        show_card(page, LESSONS)
        expect(page.get_by_text(re.compile("计入课次：中国舞启蒙"))).to_be_visible()
        assert visit.violations() == []
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="核销成功")).to_contain_text("已签到：中国舞启蒙")
        here = page.get_by_role("listitem").filter(has_text=re.compile("宋"))
        expect(here.filter(has_text="已到").first).to_be_visible()


def test_stored_value_is_first_and_takes_an_amount_where_the_configuration_says_so(
    own_people: People, own_site: Site
) -> None:
    apart(give_stored_value(own_site))
    with own_people.visit(CASHIER, window=PHONE) as visit:
        page = ready(visit)
        show_card(page, CARD)
        expect(page.get_by_role("option", selected=True)).to_contain_text("储值余额")
        expect(page.get_by_role("button", name="请输入金额")).to_be_disabled()
        assert (visit.violations(), visit.wide()) == ([], [])
        page.keyboard.type("999", delay=120)
        expect(page.get_by_role("alert").filter(has_text="超过剩余")).to_be_visible()
        for _ in "999":
            page.keyboard.press("Backspace")
        page.get_by_role("button", name="¥50.00").click()
        page.keyboard.press("Enter")
        done = page.get_by_role("status").filter(has_text="核销成功")
        expect(done).to_contain_text("¥50.00")
        expect(done).to_contain_text("剩余 ¥150.00")


async def give_stored_value(site: Site) -> None:
    """A card with stored value, and a type of merchants whose counter begins with it."""
    async with opened(site.api.admin_url) as database, database.write(SEEDER) as tx:
        card = (await tx.scalars(select(Card).filter_by(number=CARD))).one()
        grant = LotGrant(unit=LotUnit.MONEY, funding=Funding.BONUS, quantity=STORED_FEN, list_fen=STORED_FEN)
        for lot in await grant_lots(tx, card, [grant], payer=Payer(order_id=uuid7())):
            await tx.flush()
            which = {"grant_id": lot.id, "contract_id": card.contract_id}
            await grant_bonus(tx, card.merchant_id, **which, amount_fen=STORED_FEN)
        props = {"first": "MONEY", "classes": False, "amounts": [5_000, 10_000]}
        draft = await save_overlay(
            tx,
            tx.actor,
            template_code="merchant",
            merchant_type="ice_rink",
            page_key="counter",
            patch={"ops": [{"op": "set", "at": "", "values": {"props": props}}]},
            prove=lambda *_: None,
        )
        await publish_overlay(tx, tx.actor, overlay_id=draft.id, expected_revision=None, prove=lambda *_: None)
