"""A contract is signed by both sides in a browser, its file verified, an altered one found out, versions compared."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.people import People
from tests.e2e.visit import Visit
from tests.support.served import account_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

OWNER, BANK = "owner.binghe@example.com", "contracts@example.com"
JOB_MS = 30_000
KEEP_HREF = "() => { HTMLAnchorElement.prototype.click = function () { window.kept = this.href } }"
"""A headless browser shows no PDF: where the page would lead is kept instead."""
SHOTS = Path("test-results/contracts")


def shot(visit: Visit, name: str) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    visit.page.screenshot(path=SHOTS / f"{name}.png", full_page=True)


def open_the_first(visit: Visit) -> None:
    visit.open("/contracts-to-sign")
    visit.page.locator(".ant-table-row").first.get_by_role("button", name="去签署").click()
    expect(visit.page.get_by_role("heading", name="签署内容")).to_be_visible()
    visit.settle()


def sign(visit: Visit, people: People, login: str) -> None:
    page = visit.page
    expect(page.get_by_role("button", name="确认签署")).to_be_disabled()
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="确认签署").click()
    proof = page.get_by_role("dialog")
    expect(proof).to_be_visible()
    field = proof.get_by_role("textbox")
    expect(field).to_be_visible()
    asks_code = field.get_attribute("autocomplete") == "one-time-code"
    field.fill(people.site.api.fresh_code(login) if asks_code else account_of(login).password)
    proof.get_by_role("button").last.click()


def test_both_sides_sign_and_the_file_is_verified(own_people: People, tmp_path: Path) -> None:
    with own_people.visit(OWNER) as visit:
        open_the_first(visit)
        number = re.search(r"HT[0-9A-Z-]+", visit.page.locator("header").last.inner_text() or "")
        assert visit.violations() == []
        shot(visit, "sign-1440")
        sign(visit, own_people, OWNER)
        expect(visit.page.locator("[data-party=MERCHANT]").get_by_text("已签署")).to_be_visible(timeout=JOB_MS)
        expect(visit.page.locator("[data-party=MERCHANT]")).to_contain_text("127.0.0.1")
    with own_people.visit(BANK) as visit:
        open_the_first(visit)
        sign(visit, own_people, BANK)
        expect(visit.page.get_by_text("各方均已签署，合同已生效")).to_be_visible(timeout=JOB_MS)
        visit.page.evaluate(KEEP_HREF)
        visit.page.get_by_role("button", name="查看 PDF").click()
        visit.page.wait_for_function("window.kept")
        content = visit.page.request.get(visit.page.evaluate("window.kept")).body()
        assert content.startswith(b"%PDF")
        good, bad = tmp_path / "contract.pdf", tmp_path / "altered.pdf"
        good.write_bytes(content)
        bad.write_bytes(content + b"\n% more")
        visit.open("/verify-document")
        for file, verdict in ((good, "真实有效"), (bad, "已被改动")):
            visit.page.locator("input[type=file]").set_input_files(file)
            expect(
                visit.page.get_by_role("alert").or_(visit.page.get_by_role("status")).get_by_text(verdict)
            ).to_be_visible(timeout=JOB_MS)
            visit.settle()
            assert visit.violations() == []
            shot(visit, f"verify-{file.stem}")
            if number:
                expect(visit.page.get_by_text(number[0]).first).to_be_visible()
            visit.page.get_by_role("button", name=re.compile("移除")).click()


def test_two_versions_are_compared(own_people: People) -> None:
    with own_people.visit(BANK) as visit:
        visit.open("/contract-templates")
        visit.page.locator(".ant-table-row").first.locator("td").nth(2).click()
        expect(visit.page).to_have_url(re.compile("/contract-templates/."))
        visit.settle()
        unfold = visit.page.get_by_role("button", name="展开", exact=True)
        if unfold.count():
            unfold.first.click()
        visit.page.locator(".ant-table-row").first.locator("td").nth(2).click()
        visit.page.get_by_role("button", name="版本对比").click()
        expect(visit.page.get_by_text("请选择同一模版的两个不同版本")).to_be_visible()
        shot(visit, "compare")
        assert visit.violations() == []
