"""Two merchants of different types onboard by different forms; what is wrong comes back and is corrected."""

from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from prepaid.kit.identifiers import fictitious
from prepaid.seed.applicants import picture
from tests.e2e.people import People
from tests.e2e.test_contracts import BANK, JOB_MS, sign
from tests.e2e.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REVIEWER: Final = "compliance@example.com"
RINK: Final = ("applicant.rink@example.com", "雪域冰上运动有限公司")
SALON: Final = ("applicant.salon@example.com", "妍色美容美发有限公司")


def steps(page: Page) -> list[str]:
    """Titles of the wizard's steps."""
    titles = page.locator(".ant-steps-item-title")
    titles.first.wait_for()
    return titles.all_inner_texts()


def step_to(page: Page, title: str) -> None:
    """Go on to a step, past those between."""
    while page.locator(".ant-steps-item-active .ant-steps-item-title").inner_text() != title:
        page.get_by_role("button", name="下一步").click()


def application_of(visit: Visit, company: str) -> Page:
    """The bank's page of a company's application."""
    visit.open("/applications")
    visit.page.get_by_role("cell", name=company).first.click()
    expect(visit.page.get_by_role("heading", name=company)).to_be_visible()
    visit.settle()
    return visit.page


def mark(page: Page, field: str, why: str) -> None:
    """Mark a field as wrong in the review, and say what to do."""
    page.get_by_role("checkbox", name=f"{field}：需修改").check()
    page.get_by_label(f"{field}：修改说明").fill(why)


def accepted(page: Page) -> None:
    """Claim the application that is open, and let it pass."""
    page.get_by_role("button", name="领取审核").click()
    page.get_by_role("button", name="通过", exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="通过", exact=True).click()
    expect(page.get_by_text("待签约").first).to_be_visible()


def seal_made(people: People, login: str, company: str) -> None:
    """The applicant hands in a seal that the platform draws; the bank accepts it."""
    with people.visit(login) as visit:
        visit.open("/seals")
        visit.page.get_by_role("button", name="新增印章").first.click()
        dialog = visit.page.get_by_role("dialog")
        dialog.get_by_label("种类").click()
        visit.page.get_by_title("公章", exact=True).last.click()
        dialog.get_by_label("单位名称").fill(company)
        dialog.get_by_role("button", name="保存").click()
        expect(visit.page.get_by_role("cell", name=f"{company}公章")).to_be_visible()
    with people.visit(REVIEWER) as visit:
        visit.open("/seals")
        visit.page.get_by_role("cell", name=f"{company}公章").click()
        visit.page.get_by_role("button", name="审核通过").click()
        expect(visit.page.get_by_role("button", name="审核通过")).to_have_count(0)


def signed_by(people: People, login: str, company: str, says: str) -> None:
    """One side signs the company's contract, and the page says so."""
    with people.visit(login) as visit:
        visit.open("/contracts-to-sign")
        visit.page.get_by_role("row").filter(has_text=company).get_by_role("button", name="去签署").click()
        expect(visit.page.get_by_role("heading", name="签署内容")).to_be_visible()
        visit.settle()
        sign(visit, people, login)
        expect(visit.page.get_by_text(says)).to_be_visible(timeout=JOB_MS)


def deposit_paid(people: People, login: str, company: str) -> None:
    """The bank registers where the merchant collects; the applicant pays the deposit at the sandbox's cashier."""
    with people.visit(REVIEWER) as visit:
        visit.open("/sub-merchants")
        visit.page.get_by_role("button", name="登记商户号").first.click()
        dialog = visit.page.get_by_role("dialog")
        dialog.get_by_label("商户", exact=True).click()
        visit.page.keyboard.type(company)
        visit.page.locator(".ant-select-item-option").filter(has_text=company).click()
        dialog.get_by_label("特约商户号").fill("1900000501")
        dialog.get_by_role("button", name="保存").click()
        expect(visit.page.get_by_role("cell", name="1900000501")).to_be_visible()
    with people.visit(login) as visit:
        visit.open("/my-application")
        visit.page.get_by_role("link", name="去缴纳保证金").click()
        visit.page.get_by_role("button", name="缴纳保证金").first.click()
        dialog = visit.page.get_by_role("dialog")
        dialog.get_by_role("button", name="保存").click()
        expect(dialog).to_have_count(0)
        visit.open("/deposit-payments")
        cashier = visit.page.locator("a[href*='/cashier/']")
        expect(cashier).to_be_visible(timeout=JOB_MS)
        phone = people.browser.new_page()
        phone.goto(cashier.get_attribute("href") or "")
        phone.get_by_role("button", name="支付").click()
        expect(phone.get_by_text("支付成功")).to_be_visible()
        phone.close()
        state = visit.page.get_by_role("cell", name="已缴足")
        for _ in range(JOB_MS // 1_000):  # the provider's word comes by a notification; a list is read when it opens
            visit.open("/deposits")
            visit.settle()
            if state.count():
                break
            visit.page.wait_for_timeout(1_000)
        expect(state).to_be_visible()


def signed_and_paid(people: People, login: str, company: str) -> None:
    """Both sides sign, the deposit is paid, and the merchant is admitted."""
    signed_by(people, login, company, "本方已签署")
    signed_by(people, BANK, company, "各方均已签署，合同已生效")
    deposit_paid(people, login, company)
    with people.visit(login) as visit:
        visit.open("/my-application")
        expect(visit.page.get_by_text("已入驻").first).to_be_visible()


def test_a_rejected_rink_corrects_two_fields_signs_pays_and_works(own_people: People, tmp_path: Path) -> None:
    scan = tmp_path / "licence.png"
    scan.write_bytes(picture())
    login, company = RINK
    with own_people.visit(login) as visit:
        visit.open("/my-application")
        page = visit.page
        assert "冰场安全" in steps(page)
        expect(page.get_by_text("银行指出 2 项需要修改")).to_be_visible()
        expect(page.get_by_label("企业名称")).to_be_disabled()
        assert visit.violations() == []
        step_to(page, "结算账户")
        page.get_by_label("银行账号").fill(fictitious.bank_card(501))
        step_to(page, "资质证照")
        page.get_by_role("button", name="移除 营业执照.png").click()
        page.locator("input[type=file]").first.set_input_files(scan)
        expect(page.get_by_role("listitem").filter(has_text="licence.png")).to_contain_text(" B")
        page.get_by_role("button", name="提交审核").first.click()
        page.get_by_role("tooltip").get_by_role("button", name="提交审核").click()
        expect(page.get_by_text("申请已提交，银行将在 3 个工作日内审核")).to_be_visible()
    with own_people.visit(REVIEWER) as visit:
        page = application_of(visit, company)
        expect(page.get_by_text("本次有修改")).to_have_count(2)
        accepted(page)
    with own_people.visit(login) as visit:
        visit.open("/my-application")
        expect(visit.page.get_by_text("审核已通过，请启用印章并签署合同")).to_be_visible()
    seal_made(own_people, login, company)
    signed_and_paid(own_people, login, company)
    with own_people.visit(login) as visit:
        visit.open("/my-application")
        expect(visit.page.get_by_role("menuitem", name="商品")).to_be_visible()


def test_a_salon_is_reviewed_by_its_own_form_and_sent_back(own_people: People) -> None:
    login, company = SALON
    with own_people.visit(REVIEWER) as visit:
        page = application_of(visit, company)
        expect(page.get_by_text("从业人员健康证")).to_be_visible()
        page.get_by_role("button", name="领取审核").click()
        mark(page, "银行账号", "账号与开户证明不一致")
        mark(page, "公共场所卫生许可证", "影像不清晰请重新上传")
        assert visit.violations() == []
        page.get_by_role("button", name="驳回 2 项").click()
        expect(page.get_by_text("已驳回，申请人将收到通知")).to_be_visible()
    with own_people.visit(login) as visit:
        visit.open("/my-application")
        page = visit.page
        assert "卫生许可" in steps(page)
        assert "冰场安全" not in steps(page)
        expect(page.get_by_text("银行指出 2 项需要修改")).to_be_visible()
