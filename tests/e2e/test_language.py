"""A language is switched where one is: menu, page and what it says change at once, what was typed stays."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.people import People

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HAN = re.compile(r"[\u4e00-\u9fff]")


def test_menu_and_page_follow_the_language_at_once(own_people: People) -> None:
    with own_people.visit("owner@example.com") as visit:
        page = visit.page
        visit.open("/members")
        search = page.locator("#page input").first
        search.fill("周")
        menu = page.locator("nav").first
        for button, home in (("English", "Work bench"), ("中文", "工作台")):
            page.get_by_role("button", name=button, exact=True).click()
            expect(menu.get_by_role("link", name=home)).to_be_visible()
            expect(page.locator("#page h1")).to_have_text(HAN if button == "中文" else re.compile("^[ -~]+$"))
            visit.settle()
            assert bool(HAN.search(menu.inner_text())) is (button == "中文")
            expect(search).to_have_value("周")
