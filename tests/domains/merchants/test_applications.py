"""Applications from the first draft to the bank's decision."""

from typing import Any

from tests.domains.demo import Demo
from tests.domains.merchants.onboarding_desk import Desk

REVIEWER, OTHER = "孙合", "韩正"
DESK = """
query($id: ID!) { applicationDesk(id: $id) { values locked fields { key shown before changed accepted problem } } }
"""
COMPANY = """
query($id: ID!) {
  merchantApplication(id: $id) { contract { title } merchant { name company { code account } } }
}
"""


async def test_a_company_applies_is_corrected_and_accepted(demo: Demo) -> None:
    applicant = await Desk.applicant(demo)
    bank = await Desk.person(demo, REVIEWER)
    application = await applicant.start("ice_rink")
    saved = await applicant.act(
        "saveApplication", applicationId=application, values={"companyName": "海州冰上有限公司"}
    )
    assert (saved["application"]["state"], saved["application"]["revision"]) == ("DRAFT", 2)
    values = await applicant.rink(901)
    await applicant.act("saveApplication", applicationId=application, values=values, expectedRevision=2)
    submitted = await applicant.act("submitApplication", applicationId=application)
    assert (submitted["application"]["state"], submitted["application"]["round"]) == ("SUBMITTED", 1)
    await bank.act("claimApplication", applicationId=application)
    rejected = await bank.act(
        "rejectApplication",
        applicationId=application,
        problems=[
            {"path": ["account", "number"], "code": "WRONG", "message": "账号与开户行不符"},
            {"path": ["licence"], "code": "UNREADABLE", "message": "影像模糊请重新上传"},
        ],
    )
    assert [(each["field"], each["path"], each["code"]) for each in rejected["application"]["problems"]] == [
        ("bankAccount", ["account", "number"], "WRONG"),
        ("licence", ["licence"], "UNREADABLE"),
    ]
    desk = (await applicant.ask(DESK, id=application))["applicationDesk"]
    assert "companyName" in desk["locked"]
    assert not {"bankAccount", "licence"} & set(desk["locked"])
    corrected = desk["values"]
    corrected["account"]["number"] = (await applicant.company(950))["account"]["number"]
    corrected["licence"] = await applicant.document("business_licence", longTerm=True)
    locked = await applicant.refused(
        "saveApplication", applicationId=application, values={**corrected, "companyName": "另一家有限公司"}
    )
    assert locked == [("FIELD_READ_ONLY", ["values", "companyName"])]
    await applicant.act("saveApplication", applicationId=application, values=corrected)
    await applicant.act("submitApplication", applicationId=application)
    fields = (await bank.ask(DESK, id=application))["applicationDesk"]["fields"]
    assert {each["key"] for each in fields if each["changed"]} == {"bankAccount", "licence"}
    await bank.act("claimApplication", applicationId=application)
    approved = await bank.act("approveApplication", applicationId=application)
    assert approved["application"]["state"] == "NEED_SIGN"
    shown = await applicant.ask(COMPANY, id=application)
    found = shown["merchantApplication"]
    assert found["contract"]["title"]
    assert found["merchant"]["name"] == "海州测试企业901有限公司"
    assert found["merchant"]["company"]["account"].startswith("***")


async def test_numbers_are_stored_masked_and_kept_when_sent_back(demo: Demo) -> None:
    applicant = await Desk.applicant(demo)
    application = await applicant.start("ice_rink")
    values = await applicant.rink(902)
    await applicant.act("saveApplication", applicationId=application, values=values)
    shown = (await applicant.ask(DESK, id=application))["applicationDesk"]["values"]
    assert shown["person"]["idCard"] == f"9999**********{values['person']['idCard'][-4:]}"
    await applicant.act("saveApplication", applicationId=application, values=shown)
    await applicant.act("submitApplication", applicationId=application)
    raw = await demo.superuser.fetchval(
        "SELECT values::text FROM merchant_application ORDER BY created_at DESC LIMIT 1"
    )
    assert values["person"]["idCard"] not in raw
    assert values["account"]["number"] not in raw


async def test_each_wrong_value_is_refused_at_its_field(demo: Demo) -> None:
    applicant = await Desk.applicant(demo)
    application = await applicant.start("ice_rink")
    good = await applicant.rink(903)

    async def refused(**change: Any) -> list[tuple[str, list[str]]]:
        return await applicant.refused("saveApplication", applicationId=application, values={**good, **change})

    wrong = good["uscc"][:-1] + ("A" if good["uscc"][-1] != "A" else "B")
    assert await refused(uscc=wrong) == [("CHECK_DIGIT_WRONG", ["values", "uscc"])]
    person = {**good["person"], "idCard": good["person"]["idCard"][:-1] + "Y"}
    assert await refused(person=person) == [("FORMAT_INVALID", ["values", "person", "idCard"])]
    digit = str((int(good["account"]["number"][-1]) + 1) % 10)
    account = {**good["account"], "number": good["account"]["number"][:-1] + digit}
    assert await refused(account=account) == [("CHECK_DIGIT_WRONG", ["values", "account", "number"])]
    assert await refused(appid="wx123") == [("FORMAT_INVALID", ["values", "appid"])]
    assert await refused(person={**good["person"], "phone": "12345"}) == [
        ("FORMAT_INVALID", ["values", "person", "phone"])
    ]
    assert await refused(surprise=1) == [("FIELD_UNKNOWN", ["values", "surprise"])]
    assert await refused(wechatId="abc") == [("FIELD_HIDDEN", ["values", "wechatId"])]
    expired = {**good["liabilityInsurance"], "expiresOn": "2020-01-01"}
    assert await refused(liabilityInsurance=expired) == [
        ("DOCUMENT_EXPIRED", ["values", "liabilityInsurance", "expiresOn"])
    ]
    stranger = await Desk.applicant(demo, 904)
    await stranger.start("ice_rink")
    theirs = {"files": [await stranger.upload("business_licence")], "longTerm": True}
    assert await refused(licence=theirs) == [("UPLOAD_GONE", ["values", "licence", "files", "0"])]
    assert await applicant.refused("submitApplication", applicationId=application, expectedRevision=9) == [
        ("STALE_OBJECT", ["expectedRevision"])
    ]
    missing = await applicant.refused("submitApplication", applicationId=application)
    assert ("FIELD_REQUIRED", ["values", "companyName"]) in missing


async def test_a_company_and_an_appid_are_a_merchant_once(demo: Demo) -> None:
    bank = await Desk.person(demo, REVIEWER)
    first = await Desk.applicant(demo, 905)
    application = await first.submitted(905)
    second = await Desk.applicant(demo, 906)
    other = await second.start("ice_rink")
    values = await second.rink(906)
    await bank.act("claimApplication", applicationId=application)
    await bank.act("approveApplication", applicationId=application)
    taken = await first.company(905)
    values |= {"uscc": taken["uscc"], "appid": taken["appid"]}
    await second.act("saveApplication", applicationId=other, values=values)
    assert await second.refused("submitApplication", applicationId=other) == [
        ("COMPANY_CODE_TAKEN", ["values", "uscc"]),
        ("APPID_TAKEN", ["values", "appid"]),
    ]


async def test_checks_are_recorded_for_the_reviewer_alone(demo: Demo) -> None:
    applicant = await Desk.applicant(demo)
    bank = await Desk.person(demo, REVIEWER)
    number = (await applicant.company(907))["account"]["number"]
    application = await applicant.submitted(907, account={"number": number, "name": "别的公司"})
    checks = "query($id: ID!) { merchantApplication(id: $id) { alarmCount checks { code outcome field } } }"
    found = (await bank.ask(checks, id=application))["merchantApplication"]
    outcomes = {each["code"]: (each["outcome"], each["field"]) for each in found["checks"]}
    assert found["alarmCount"] == 1
    assert outcomes["ACCOUNT_NAME"] == ("ALARM", "accountName")
    assert outcomes["BLACKLIST"] == ("PASSED", None)
    _, errors = await demo.graph.answer(applicant.actor, checks, id=application)
    assert errors
