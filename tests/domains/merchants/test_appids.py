"""Mini-programs that are applied for: one task a company, its end whenever it comes, a merchant that waits for it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.domains.merchants.commands.activate_merchant import contract_signed, missing
from prepaid.domains.merchants.commands.register_appid import note_report
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7
from prepaid.providers.mini_program_registration import Progress, Report
from tests.domains.demo import Demo
from tests.domains.merchants.onboarding_desk import Desk

SHOWN = "registration { id state appid failureCode }"
APPID = "wx00000000000000ff"


async def report(demo: Demo, registration: str, **told: Any) -> None:
    found = GlobalId.decode(registration)
    async with demo.db.write(SYSTEM) as tx:
        await note_report(tx, SYSTEM, merchant_id=found.tenant, registration_id=found.id, report=Report(**told))


async def state_of(demo: Demo, registration: str) -> str:
    row = await demo.superuser.fetchrow(
        "SELECT state FROM appid_registration WHERE id = $1", GlobalId.decode(registration).id
    )
    return str(row["state"])


async def admitted(demo: Demo, seed: int) -> tuple[Desk, UUID]:
    """A merchant without a mini-program whose contract is signed."""
    applicant, bank = await Desk.applicant(demo, seed), await Desk.person(demo, "孙合")
    application = await applicant.start("ice_rink")
    values = await applicant.rink(seed, hasAppid=False, wechatId="future_zhou")
    del values["appid"]
    await applicant.act("saveApplication", applicationId=application, values=values)
    await applicant.act("submitApplication", applicationId=application)
    await bank.act("claimApplication", applicationId=application)
    approved = await bank.act("approveApplication", "application { contract { id } }", applicationId=application)
    contract = GlobalId.decode(approved["application"]["contract"]["id"])
    async with demo.db.write(SYSTEM) as tx:
        await contract_signed(tx, SYSTEM, merchant_id=contract.tenant, contract_id=contract.id)
    return applicant, contract.tenant


async def test_an_appid_is_applied_for_fails_and_comes_a_day_later(demo: Demo) -> None:
    applicant, merchant_id = await admitted(demo, 940)
    asked = await applicant.act("registerAppid", SHOWN, idempotencyKey=str(uuid7()))
    first = asked["registration"]["id"]
    assert asked["registration"]["state"] == "CREATED"
    again = {"idempotencyKey": str(uuid7())}
    assert await applicant.refused("registerAppid", **again) == [("APPID_REGISTRATION_RUNNING", ["merchantId"])]
    await report(demo, first, progress=Progress.FACE_CHECK)
    await report(demo, first, progress=Progress.SUBMITTED)
    assert await state_of(demo, first) == "FACE_CHECK"
    await report(demo, first, progress=Progress.FAILED, code="FACE_CHECK_EXPIRED", reason="未完成人脸核验")
    await report(demo, first, progress=Progress.DONE, appid=APPID)
    assert await state_of(demo, first) == "FAILED"
    locked = {"idempotencyKey": str(uuid7())}
    assert await applicant.refused("registerAppid", **locked) == [("APPID_REGISTRATION_LOCKED", ["merchantId"])]
    with clock.travel(timedelta(hours=25)):
        second = (await applicant.act("registerAppid", SHOWN, idempotencyKey=str(uuid7())))["registration"]["id"]
        await report(demo, second, progress=Progress.DONE, appid=APPID)
        await report(demo, second, progress=Progress.DONE, appid=APPID)
    company = "{ merchantCompanies { nodes { appid } } }"
    assert (await applicant.ask(company))["merchantCompanies"]["nodes"] == [{"appid": APPID}]
    async with demo.db.write(SYSTEM) as tx:
        assert "APPID" not in await missing(tx, merchant_id)


async def test_who_has_an_appid_or_no_company_applies_for_none(demo: Demo) -> None:
    owner = await Desk.person(demo, "林晓云")
    assert await owner.refused("registerAppid", idempotencyKey=str(uuid7())) == [("APPID_THERE", ["merchantId"])]
    applicant = await Desk.applicant(demo, 941)
    await applicant.start("ice_rink")
    assert await applicant.refused("registerAppid", idempotencyKey=str(uuid7())) == [
        ("MERCHANT_NOT_ADMITTED", ["merchantId"])
    ]
