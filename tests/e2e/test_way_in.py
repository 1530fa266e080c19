"""Signing in: with the authenticator, with a wrong code, with a forgotten password, and after a pause."""

import re
import time

import httpx
import pytest
from playwright.sync_api import expect

from tests.e2e.people import DESKTOP, PHONE, TABLET, People
from tests.e2e.visit import Visit
from tests.support.served import account_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WITH_TOTP, OTHER_WITH_TOTP = "compliance@example.com", "risk@example.com"
FORGETFUL, AT_THE_COUNTER = "owner.liuan@example.com", "cashier@example.com"
NEW_PASSWORD = "Willow-Dance-8024"
WRONG_CODES = 5
MAIL_SECONDS = 30


def give_password(visit: Visit, login: str, password: str | None = None) -> None:
    visit.open("/sign-in")
    visit.page.get_by_label("手机号或邮箱").fill(login)
    visit.page.get_by_label("密码", exact=True).fill(password or account_of(login).password)
    visit.page.get_by_role("button", name="登录", exact=True).click()


@pytest.mark.parametrize("path", ["/sign-in", "/forgot-password"])
@pytest.mark.parametrize("locale", ["zh-CN", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_the_way_in(own_people: People, path: str, locale: str, scheme: str) -> None:
    with own_people.anybody(locale=locale) as visit:
        visit.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        visit.open(path)
        assert visit.look(locale) == []
        for window in (DESKTOP, TABLET, PHONE):
            visit.page.set_viewport_size(window)
            visit.settle()
            assert [*visit.wide(), *visit.violations()] == []


def test_a_wrong_code_is_refused_and_the_right_one_opens(own_people: People) -> None:
    with own_people.anybody() as visit:
        give_password(visit, WITH_TOTP)
        code = visit.page.get_by_label("动态口令")
        code.fill("000000")
        expect(visit.page.get_by_role("alert")).to_contain_text("验证码不正确")
        expect(code).to_have_value("")
        code.fill(own_people.site.api.fresh_code(WITH_TOTP))
        expect(visit.page.get_by_role("heading", level=1)).to_contain_text("孙合")


def test_wrong_codes_lock_and_say_for_how_long(own_people: People) -> None:
    with own_people.anybody() as visit:
        give_password(visit, OTHER_WITH_TOTP)
        code = visit.page.get_by_label("动态口令")
        for number in range(WRONG_CODES + 1):
            with visit.page.expect_response("**/graphql"):
                code.fill(f"00000{number}")
            visit.settle()
        alert = visit.page.get_by_role("alert")
        expect(alert).to_contain_text(re.compile(r"尝试次数过多，已暂时锁定，1[45]:\d\d 后可重试"))
        expect(code).to_be_disabled()
        assert visit.violations() == []


def test_a_forgotten_password_is_set_anew(own_people: People) -> None:
    with own_people.anybody() as visit:
        visit.open("/sign-in")
        visit.page.get_by_role("link", name="忘记密码").click()
        expect(visit.page.get_by_role("heading", name="重置密码")).to_be_visible()
        visit.settle()
        visit.page.get_by_label("手机号或邮箱").fill(FORGETFUL)
        expect(visit.page.get_by_label("手机号或邮箱")).to_have_value(FORGETFUL)
        visit.page.get_by_role("button", name="发送验证码").click()
        expect(visit.page.get_by_text(f"若 {FORGETFUL} 已注册，验证码已发出")).to_be_visible()
        visit.page.get_by_label("验证码").fill(mailed_code(own_people.site.sandbox_url, FORGETFUL))
        visit.page.get_by_label("新密码", exact=True).fill(NEW_PASSWORD)
        visit.page.get_by_label("再次输入新密码").fill(NEW_PASSWORD)
        visit.page.get_by_role("button", name="设置新密码").click()
        expect(visit.page.get_by_text("密码已重置")).to_be_visible()
        give_password(visit, FORGETFUL)
        expect(visit.page.get_by_role("alert")).to_be_visible()
        give_password(visit, FORGETFUL, NEW_PASSWORD)
        expect(visit.page.get_by_role("heading", level=1)).to_contain_text("柳青")


def mailed_code(sandbox: str, address: str) -> str:
    """The eight digits of the newest message to somebody; the worker sends it when it gets there."""
    end = time.monotonic() + MAIL_SECONDS
    while time.monotonic() < end:
        for message in httpx.get(f"{sandbox}/messages", params={"to": address}).json():
            found = re.search(r"\b\d{8}\b", message["text"])
            if found:
                return found[0]
        time.sleep(0.1)
    raise AssertionError(f"no code reached {address} within {MAIL_SECONDS} s")


def test_an_idle_screen_locks_and_the_pin_brings_back_what_was_on_it(own_people: People) -> None:
    with own_people.visit(AT_THE_COUNTER) as visit:
        page, visit.allowed = visit.page, ["SCREEN_LOCKED"]  # what the page still asks for as it locks
        page.clock.install()
        visit.open("/account")
        page.get_by_label("新 PIN 码").fill("2580")
        pin = page.locator("section", has_text="锁屏 PIN 码")
        pin.get_by_label("当前密码").fill(account_of(AT_THE_COUNTER).password)
        pin.get_by_role("button", name="设置 PIN 码").click()
        expect(page.get_by_text("PIN 码已保存")).to_be_visible()
        visit.go("/members")
        search = page.get_by_role("search").get_by_role("textbox").first
        search.fill("郑")
        page.clock.fast_forward("14:10")
        lock = page.get_by_role("dialog", name="屏幕已锁定")
        expect(lock).to_be_visible()
        expect(page.locator("[inert]").get_by_role("search", include_hidden=True)).to_have_count(1)
        assert visit.violations() == []
        lock.get_by_label("输入 PIN 码").fill("0000")
        lock.get_by_role("button", name="解锁").click()
        expect(lock.get_by_text("PIN 码不正确")).to_be_visible()
        lock.get_by_label("输入 PIN 码").fill("2580")
        lock.get_by_role("button", name="解锁").click()
        expect(lock).to_have_count(0)
        expect(search).to_have_value("郑")
