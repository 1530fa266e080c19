"""Onboarding by rules that are data: invented types, versions that change nothing under way, one decision each."""

import asyncio
from typing import Any

from prepaid.core.actor import SYSTEM
from prepaid.domains.merchants.commands.activate_merchant import contract_signed
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.kit.ids import GlobalId, uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid
from tests.domains.merchants.onboarding_desk import SHOWN, Desk
from tests.domains.merchants.test_types import TERMS

REVIEWER, OTHER = "孙合", "韩正"
SAVE_FORM = "form { id }"
LINK = """
INSERT INTO contract_template_type (version_id, type_code, scene, state)
SELECT version_id, $1, scene, state FROM contract_template_type
WHERE type_code = 'ice_rink' AND scene = 'MERCHANT_AGREEMENT' AND state = 'PUBLISHED'
"""
"""What the approval of `changeContractTemplateTypes` writes; two people of the bank are the contracts tests' matter."""


def form(*extra: dict[str, Any]) -> dict[str, Any]:
    """A form of a few fields in two steps."""

    def text(key: str, zh: str, section: str, **more: Any) -> dict[str, Any]:
        label = {"zh": zh, "en": key}
        return {"key": key, "kind": "TEXT", "section": section, "label": label, "required": True, **more}

    return {
        "layout": "STEPS",
        "sections": [
            {"key": "who", "title": {"zh": "主体", "en": "Who"}},
            {"key": "wall", "title": {"zh": "岩壁", "en": "Wall"}},
        ],
        "fields": [
            text("companyName", "企业名称", "who"),
            text("uscc", "统一社会信用代码", "who", pattern="USCC"),
            text("legalPerson", "法定代表人", "who"),
            text("appid", "APPID", "who", pattern="WECHAT_APPID"),
            {
                "key": "wallHeight",
                "kind": "INTEGER",
                "section": "wall",
                "label": {"zh": "岩壁高度", "en": "Height"},
                "required": True,
                "max": "40",
            },
            *extra,
        ],
    }


async def invent(demo: Demo, definition: dict[str, Any], code: str = "climbing_hall") -> str:
    """A type, made and published as the bank's administrator does it; its id."""
    await configurations_for(demo.graph.services)
    bank = await Desk.person(demo, OTHER)
    made = await bank.act(
        "createMerchantType",
        "version { id } merchantType { id }",
        code=code,
        nameZh="攀岩馆",
        nameEn="Climbing hall",
        idempotencyKey=str(uuid7()),
    )
    await bank.act("saveMerchantTypeTerms", "version { id }", versionId=made["version"]["id"], **TERMS)
    await design(bank, definition, code)
    await bank.act("publishMerchantType", "version { id }", typeId=made["merchantType"]["id"])
    return str(made["merchantType"]["id"])


async def design(bank: Desk, definition: dict[str, Any], code: str = "climbing_hall") -> None:
    """Save and publish a form in the form designer."""
    saved = await bank.act(
        "saveForm",
        SAVE_FORM,
        key="onboarding",
        merchantType=code,
        nameZh="攀岩馆入驻",
        nameEn="Climbing",
        definition=definition,
    )
    await bank.act("publishForm", SAVE_FORM, formId=saved["form"]["id"])


async def climbing(applicant: Desk, seed: int) -> dict[str, Any]:
    company = await applicant.company(seed)
    return {
        "companyName": company["companyName"],
        "uscc": company["uscc"],
        "legalPerson": "岳攀",
        "appid": company["appid"],
        "wallHeight": 15,
    }


async def test_an_invented_type_onboards_a_merchant_until_it_is_active(demo: Demo) -> None:
    await invent(demo, form())
    await demo.superuser.execute(LINK, "climbing_hall")
    applicant, bank = await Desk.applicant(demo, 930), await Desk.person(demo, REVIEWER)
    application = await applicant.start("climbing_hall")
    refused = await applicant.refused(
        "saveApplication", applicationId=application, values={"wallHeight": 90, "venueArea": 5}
    )
    assert refused == [("FIELD_UNKNOWN", ["values", "venueArea"]), ("NUMBER_TOO_LARGE", ["values", "wallHeight"])]
    await applicant.act("saveApplication", applicationId=application, values=await climbing(applicant, 930))
    await applicant.act("submitApplication", applicationId=application)
    await bank.act("claimApplication", applicationId=application)
    approved = await bank.act("approveApplication", "application { state contract { id } }", applicationId=application)
    contract = GlobalId.decode(approved["application"]["contract"]["id"])
    async with demo.db.write(SYSTEM) as tx:
        await contract_signed(tx, SYSTEM, merchant_id=contract.tenant, contract_id=contract.id)
    shown = "query($id: ID!) { merchantApplication(id: $id) { state merchant { features typeCode } } }"
    found = (await bank.ask(shown, id=application))["merchantApplication"]
    assert (found["state"], found["merchant"]["typeCode"]) == ("ACTIVE", "climbing_hall")
    await applicant.sit()
    assert applicant.actor.may("store.edit")


async def test_a_type_whose_form_lacks_the_company_takes_no_applications(demo: Demo) -> None:
    whole = form()
    lacking = whole | {"fields": [field for field in whole["fields"] if field["key"] not in ("uscc", "legalPerson")]}
    await invent(demo, lacking)
    applicant = await Desk.applicant(demo, 931)
    key = str(uuid7())
    assert await applicant.refused("startApplication", typeCode="climbing_hall", idempotencyKey=key) == [
        ("TYPE_FORM_INCOMPLETE", ["typeCode"])
    ]
    assert applicant.data == [{"fields": "legalPerson、uscc"}]


async def test_republishing_changes_no_application_under_way(demo: Demo) -> None:
    kind = await invent(demo, form())
    applicant, bank = await Desk.applicant(demo, 932), await Desk.person(demo, OTHER)
    application = await applicant.start("climbing_hall")
    await applicant.act("saveApplication", applicationId=application, values=await climbing(applicant, 932))
    extra = {
        "key": "ropes",
        "kind": "INTEGER",
        "section": "wall",
        "label": {"zh": "绳索", "en": "Ropes"},
        "required": True,
    }
    await design(bank, form(extra))
    version = '{ merchantTypes(filter: {code: {eq: "climbing_hall"}}) { nodes { inForce { id } } } }'
    in_force = (await bank.ask(version))["merchantTypes"]["nodes"][0]["inForce"]["id"]
    await bank.act("saveMerchantTypeTerms", "version { id }", versionId=in_force, **(TERMS | {"mostLessons": 10}))
    await bank.act("publishMerchantType", "version { version }", typeId=kind)
    await applicant.act("submitApplication", applicationId=application)
    shown = "query($id: ID!) { merchantApplication(id: $id) { state typeVersion { version mostLessons } } }"
    found = (await bank.ask(shown, id=application))["merchantApplication"]
    assert found == {"state": "SUBMITTED", "typeVersion": {"version": 1, "mostLessons": 30}}
    later = await Desk.applicant(demo, 933)
    other = await later.start("climbing_hall")
    await later.act("saveApplication", applicationId=other, values=await climbing(later, 933))
    assert await later.refused("submitApplication", applicationId=other) == [("FIELD_REQUIRED", ["values", "ropes"])]


async def test_of_two_reviewers_one_claims_and_of_two_decisions_one_counts(demo: Demo) -> None:
    applicant = await Desk.applicant(demo, 934)
    application = await applicant.submitted(934)
    first, second = await Desk.person(demo, REVIEWER), await Desk.person(demo, OTHER)
    claims = await asyncio.gather(
        *(each.refused("claimApplication", applicationId=application) for each in (first, second))
    )
    assert sorted(map(len, claims)) == [0, 1]
    winner, loser = (first, second) if not claims[0] else (second, first)
    assert [code for refused in claims for code, _ in refused] == ["APPLICATION_CLAIMED"]
    assert await loser.refused("approveApplication", applicationId=application) == [
        ("APPLICATION_CLAIMED", ["applicationId"])
    ]
    problem = {"path": ["licence"], "code": "UNREADABLE", "message": "影像模糊请重传"}
    again = Desk(demo, winner.actor)
    decisions = await asyncio.gather(
        winner.refused("approveApplication", applicationId=application),
        again.refused("rejectApplication", applicationId=application, problems=[problem]),
    )
    assert sorted(map(len, decisions)) == [0, 1]
    late = winner if decisions[0] else again
    assert [code for refused in decisions for code, _ in refused] == ["APPLICATION_STEP_IMPOSSIBLE"]
    shown = await first.ask("query($id: ID!) { merchantApplication(id: $id) { state } }", id=application)
    assert late.data[0]["from"] == shown["merchantApplication"]["state"]


async def test_an_impossible_step_says_from_to_and_reason(demo: Demo) -> None:
    applicant = await Desk.applicant(demo, 935)
    application = await applicant.submitted(935)
    assert await applicant.refused("submitApplication", applicationId=application) == [
        ("APPLICATION_STEP_IMPOSSIBLE", ["applicationId"])
    ]
    assert applicant.data[0] | {"reasonEn": ""} == {
        "from": "SUBMITTED",
        "to": "SUBMITTED",
        "reason": "申请等待审核人员领取",
        "reasonEn": "",
    }


async def test_a_change_of_the_payee_account_is_reviewed_and_told(demo: Demo) -> None:
    applicant, bank = await Desk.applicant(demo, 936), await Desk.person(demo, REVIEWER)
    application = await applicant.submitted(936)
    await bank.act("claimApplication", applicationId=application)
    await bank.act("approveApplication", applicationId=application)
    company = "{ merchantCompanies { nodes { id account code } } }"
    before = (await applicant.ask(company))["merchantCompanies"]["nodes"][0]
    opened = await applicant.act("requestCompanyChange", companyId=before["id"], kind="PAYEE_ACCOUNT")
    change = opened["application"]["id"]
    assert await applicant.refused("requestCompanyChange", companyId=before["id"], kind="PAYEE_ACCOUNT") == [
        ("COMPANY_CHANGE_OPEN", ["kind"])
    ]
    assert await applicant.refused("submitApplication", applicationId=change) == [
        ("APPLICATION_UNCHANGED", ["applicationId"])
    ]
    desk = await applicant.ask("query($id: ID!) { applicationDesk(id: $id) { values locked } }", id=change)
    values = desk["applicationDesk"]["values"]
    assert await applicant.refused(
        "saveApplication", applicationId=change, values=values | {"address": "别处 1 号"}
    ) == [("FIELD_READ_ONLY", ["values", "address"])]
    other = (await applicant.company(960))["account"]["number"]
    values["account"] = {"number": other, "name": values["account"]["name"]}
    await applicant.act("saveApplication", applicationId=change, values=values)
    await applicant.act("submitApplication", applicationId=change)
    await bank.act("claimApplication", applicationId=change)
    applied = await bank.act("approveApplication", SHOWN, applicationId=change)
    assert applied["application"]["state"] == "APPLIED"
    after = (await applicant.ask(company))["merchantCompanies"]["nodes"][0]
    assert (after["account"][-4:], after["code"]) == (other[-4:], before["code"])
    told = await demo.superuser.fetchval("SELECT after FROM audit_event WHERE action = 'company.changed'")
    assert '"bankAccount"' in told


async def test_an_operator_applies_for_one_more_of_its_merchants(demo: Demo) -> None:
    operator = await Desk.person(demo, "许远山")
    made = await operator.act(
        "startApplication", "applicationId membershipId", typeCode="ice_rink", idempotencyKey=str(uuid7())
    )
    assert made["membershipId"] is None
    found = GlobalId.decode(made["applicationId"])
    operated = "SELECT o.name FROM merchant m JOIN operator o ON o.id = m.operator_id WHERE m.id = $1"
    assert await demo.superuser.fetchval(operated, found.tenant) == "远山商业管理"
    operator = await Desk.person(demo, "许远山")
    values = await operator.company(970)
    await operator.act(
        "saveApplication", applicationId=made["applicationId"], values={"companyName": values["companyName"]}
    )
    owner = await Desk.person(demo, "林晓云")
    strange = gid("MerchantApplication", found.id, found.tenant)
    assert await owner.refused("submitApplication", applicationId=strange) == [("NOT_FOUND", ["applicationId"])]


async def test_somebody_at_home_in_a_merchant_applies_for_one_more(demo: Demo) -> None:
    applicant = await Desk.applicant(demo, 971)
    places = {GlobalId.decode(await applicant.start(code)).tenant for code in ("ice_rink", "dance_school")}
    assert len(places) == 2
    told = "SELECT merchant_id FROM audit_event WHERE action = 'member.added' AND actor_account_id = $1"
    assert {row["merchant_id"] for row in await demo.superuser.fetch(told, applicant.actor.account_id)} == places
