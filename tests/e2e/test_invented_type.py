"""A type of merchant that nobody programmed: invented through the API, its form designed, a merchant onboarded."""

import json
import re
from typing import Any, Final

import pytest
from playwright.sync_api import expect

from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from tests.domains.merchants.test_types import TERMS
from tests.e2e.people import People
from tests.e2e.test_contracts import BANK
from tests.e2e.test_onboarding import accepted, application_of, seal_made, signed_and_paid
from tests.e2e.visit import Visit
from tests.support.served import Caller

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DESIGNER, REVIEWER = "bank.admin@example.com", "compliance@example.com"
APPLICANT: Final = "applicant@example.com"
COMPANY: Final = "峭壁攀岩运动有限公司"
VERSIONS: Final = """{ contractTemplateVersions(filter: {state: {in: [PUBLISHED]}}, first: 50) { nodes {
  id typeCodes template { scene } } } }"""


def acted(caller: Caller, mutation: str, fields: str, /, **inputs: Any) -> Any:
    """A mutation through the API that must not be refused."""
    kind = f"{mutation[0].upper()}{mutation[1:]}Input"
    document = f"mutation($input: {kind}!) {{ {mutation}(input: $input) {{ {fields} userErrors {{ code path }} }} }}"
    payload = caller.data(document, {"input": inputs})[mutation]
    assert payload["userErrors"] == [], payload
    return payload


def form() -> dict[str, Any]:
    """What every company says, and what a climbing hall says besides."""

    def field(key: str, section: str, zh: str, en: str, **more: Any) -> dict[str, Any]:
        return {"key": key, "kind": "TEXT", "section": section, "required": True, "label": {"zh": zh, "en": en}, **more}

    return {
        "layout": "STEPS",
        "sections": [
            {"key": "subject", "title": {"zh": "主体信息", "en": "Company"}},
            {"key": "walls", "title": {"zh": "岩壁安全", "en": "Walls"}},
        ],
        "fields": [
            field("companyName", "subject", "企业名称", "Company name"),
            field("uscc", "subject", "统一社会信用代码", "Code", pattern="USCC"),
            field("legalPerson", "subject", "法定代表人", "Legal representative"),
            field("address", "subject", "详细地址", "Address"),
            field("contactPhone", "subject", "联系电话", "Phone", kind="PHONE"),
            field("bankAccount", "subject", "银行账号", "Account number", pattern="BANK_CARD"),
            field("accountName", "subject", "账户名称", "Account name"),
            field("appid", "subject", "小程序 APPID", "APPID", pattern="WECHAT_APPID"),
            field("wallHeight", "walls", "岩壁高度（米）", "Height (m)", kind="INTEGER", min="3", max="60"),
        ],
    }


def invented(people: People) -> str:
    """The type with its terms, as a draft; its id."""
    caller = people.site.api.signed_in(DESIGNER)
    made = acted(
        caller,
        "createMerchantType",
        "merchantType { id } version { id }",
        code="climbing_hall",
        nameZh="攀岩馆",
        nameEn="Climbing hall",
        idempotencyKey=str(uuid7()),
    )
    terms = {**TERMS, "depositBaseFen": 1_000_000}
    acted(caller, "saveMerchantTypeTerms", "version { id }", versionId=made["version"]["id"], features=[], **terms)
    return str(made["merchantType"]["id"])


def designed(visit: Visit) -> None:
    """The type's form, of which one field is put in by hand, published."""
    page = visit.page
    visit.open("/forms/new")
    page.get_by_label("用途").click()
    page.get_by_title("商户入驻", exact=True).last.click()
    page.get_by_label("商户类型").click()
    page.get_by_title("攀岩馆", exact=True).last.click()
    page.get_by_label("中文名称").fill("攀岩馆入驻")
    page.get_by_label("英文名称").fill("Onboarding of a climbing hall")
    page.get_by_role("radio", name="空白表单").check()
    page.get_by_role("button", name="开始设计").click()
    page.get_by_role("tab", name="源码").click()
    source = page.get_by_label("源码").get_by_role("textbox").or_(page.locator("textarea[aria-label=源码]"))
    source.first.fill(json.dumps(form()))
    page.get_by_role("button", name="应用").click()
    page.get_by_role("tab", name="字段").click()
    page.get_by_role("button", name="添加字段").last.click()
    page.get_by_role("menuitem", name="手机号").click()
    page.get_by_label("名称 中文", exact=True).fill("救援联系电话")
    page.get_by_label("名称 英文", exact=True).fill("Rescue phone")
    expect(page.get_by_role("tabpanel", name="预览").get_by_text("救援联系电话")).to_be_attached()
    assert visit.violations() == []
    page.get_by_role("button", name="发布", exact=True).click()
    page.get_by_role("tooltip").get_by_role("button", name="发布", exact=True).click()
    expect(page.get_by_text("表单已发布")).to_be_visible()


def published(people: People, type_id: str) -> None:
    """The type is in force, and the agreement that others sign is for it too."""
    acted(people.site.api.signed_in(DESIGNER), "publishMerchantType", "merchantType { id }", typeId=type_id)
    maker = people.site.api.signed_in(BANK)
    nodes = maker.data(VERSIONS)["contractTemplateVersions"]["nodes"]
    agreement = next(each for each in nodes if each["template"]["scene"] == "MERCHANT_AGREEMENT")
    change = acted(
        maker,
        "changeContractTemplateTypes",
        "changeRequest { id payloadHash }",
        versionId=agreement["id"],
        typeCodes=[*agreement["typeCodes"], "climbing_hall"],
        reason="新增攀岩馆类型",
    )
    acted(
        people.site.api.signed_in(REVIEWER),
        "approveChange",
        "changeRequest { state }",
        changeId=change["changeRequest"]["id"],
        payloadHash=change["changeRequest"]["payloadHash"],
    )


def applied(visit: Visit) -> None:
    """A merchant of the new type is applied for, by the form that was designed."""
    page = visit.page
    visit.open("/my-application")
    page.get_by_role("button", name="为另一商户申请入驻").click()
    page.get_by_role("button", name="发起申请").click()
    page.get_by_role("button", name=re.compile("攀岩馆")).click()
    said = {
        "企业名称": COMPANY,
        "统一社会信用代码": fictitious.uscc(701),
        "法定代表人": "石峭壁",
        "详细地址": "滨江路 8 号",
        "联系电话": fictitious.phone(701),
        "银行账号": fictitious.bank_card(701),
        "账户名称": COMPANY,
        "小程序 APPID": fictitious.wechat_appid(701),
    }
    for label, text in said.items():
        page.get_by_label(label, exact=True).fill(text)
    assert visit.violations() == []
    page.get_by_role("button", name="下一步").click()
    page.get_by_label("岩壁高度（米）", exact=True).fill("2")
    page.get_by_role("button", name="提交审核").first.click()
    page.get_by_role("tooltip").get_by_role("button", name="提交审核").click()
    expect(page.get_by_text("申请已提交")).to_have_count(0)
    page.get_by_label("岩壁高度（米）", exact=True).fill("18")
    page.get_by_label("救援联系电话", exact=True).fill(fictitious.phone(702))
    page.get_by_role("button", name="提交审核").first.click()
    page.get_by_role("tooltip").get_by_role("button", name="提交审核").click()
    expect(page.get_by_text("申请已提交，银行将在 3 个工作日内审核")).to_be_visible()


def test_a_merchant_of_an_invented_type_onboards(own_people: People) -> None:
    type_id = invented(own_people)
    with own_people.visit(DESIGNER) as visit:
        designed(visit)
    published(own_people, type_id)
    with own_people.visit(APPLICANT) as visit:
        applied(visit)
    with own_people.visit(REVIEWER) as visit:
        page = application_of(visit, COMPANY)
        expect(page.get_by_text("岩壁高度（米）")).to_be_visible()
        accepted(page)
    seal_made(own_people, APPLICANT, COMPANY)
    signed_and_paid(own_people, APPLICANT, COMPANY)
