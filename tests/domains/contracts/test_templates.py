"""Templates: drafts, two people, one published version per scene and type, void clauses refused, comparison."""

from typing import Any

import asyncpg
import pytest
from sqlalchemy import select

from prepaid.core.actor import SYSTEM, DbRole
from prepaid.core.errors import NotFound, Refusal, StaleObject
from prepaid.domains.contracts.commands.accept_agreement import Channel, accept_agreement, current_agreement
from prepaid.domains.contracts.commands.change_template_types import change_template_types
from prepaid.domains.contracts.commands.retire_template import retire_template
from prepaid.domains.contracts.commands.save_template_draft import save_template_draft
from prepaid.domains.contracts.commands.submit_template import submit_template
from prepaid.domains.contracts.errors.templates import (
    AgreementTextChanged,
    ClauseVoid,
    CustomTemplateHasTypes,
    NoTemplateInForce,
    ParameterOutOfRange,
    TemplateCodeTaken,
    TemplateContentInvalid,
    TemplateInReview,
    TemplateNotDraft,
    TemplateSceneTaken,
    TemplateWithoutTypes,
)
from prepaid.domains.contracts.models import ContractTemplateVersion
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.reject_change import reject_change
from prepaid.domains.identity.commands.withdraw_change import withdraw_change
from prepaid.domains.identity.errors.changes import ChangeIsOwn
from prepaid.domains.identity.models import MerchantTypeFeatures
from prepaid.kit.ids import uuid7
from tests.domains.contracts.world import CLAUSES, RANGES, World
from tests.domains.identity.cast import do

VOID = {"key": "refund", "title_zh": "退款", "title_en": "Refund", "body": "本卡一经售出，概不退款。"}


def codes(refusal: Refusal) -> list[str]:
    return [one.code for one in (refusal, *refusal.also)]


async def submit(world: World, version: ContractTemplateVersion) -> Any:
    asked = {"version_id": version.id, "expected_revision": version.revision}
    return await do(world.db, world.maker, submit_template, **asked)


async def test_a_draft_is_published_by_a_second_person(world: World) -> None:
    draft = await world.draft(await world.template())
    submitted, change = await submit(world, draft)
    assert submitted.state == "REVIEW"
    with pytest.raises(ChangeIsOwn):
        await world.approve(change, world.maker)
    await world.approve(change)
    published = await world.again(draft)
    assert (published.state, published.published_by) == ("PUBLISHED", world.checker.account_id)


async def test_a_void_clause_is_not_published_and_is_pointed_at(world: World) -> None:
    draft = await world.draft(await world.template(), clauses=[CLAUSES[0], VOID])
    with pytest.raises(ClauseVoid) as refused:
        await submit(world, draft)
    assert refused.value.path == ("clauses", "refund", "body")
    data = refused.value.data
    assert (data["void_class"], data["words"], data["position"]) == ("NO_REFUND", "概不退款", 8)
    assert "第九条第一项" in data["source"]


async def test_a_rejected_or_withdrawn_version_is_a_draft_again(world: World) -> None:
    draft = await world.draft(await world.template())
    _, change = await submit(world, draft)
    which = {"tenant": change.merchant_id, "change_id": change.id}
    await do(world.db, world.checker, reject_change, **which, reason="条款不清楚")
    again = await world.again(draft)
    assert (again.state, again.submitted_by) == ("DRAFT", None)
    _, change = await submit(world, again)
    await do(world.db, world.maker, withdraw_change, tenant=change.merchant_id, change_id=change.id)
    assert (await world.again(draft)).state == "DRAFT"


async def test_publishing_the_next_version_retires_the_one_before(world: World) -> None:
    first = await world.published()
    template = await world.again_template(first)
    second = await world.publish(await world.draft(template, note="第二版"))
    assert (second.version, second.state) == (2, "PUBLISHED")
    assert (await world.again(first)).state == "RETIRED"


async def test_another_template_does_not_take_a_type_that_is_taken(world: World) -> None:
    await world.published()
    other = await world.draft(await world.template())
    with pytest.raises(TemplateSceneTaken):
        await submit(world, other)
    await world.publish(await world.draft(await world.template(), type_codes=["swimming_pool"]))


async def test_the_database_holds_one_published_version_per_scene_and_type(
    world: World, superuser: asyncpg.Connection
) -> None:
    await world.published()
    other = await world.draft(await world.template())
    with pytest.raises(asyncpg.UniqueViolationError, match="uq_contract_template_type_published"):
        await superuser.execute(
            "UPDATE contract_template_version SET state = 'PUBLISHED', published_at = now() WHERE id = $1", other.id
        )


async def test_what_was_submitted_is_never_changed_in_the_database(world: World, superuser: asyncpg.Connection) -> None:
    version = await world.published()
    for change in ("clauses = '[]'", "parameters = '{}'", "content_hash = 'x'"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError, match="frozen"):
            await superuser.execute(f"UPDATE contract_template_version SET {change} WHERE id = $1", version.id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="frozen"):
        await superuser.execute("DELETE FROM contract_template_version WHERE id = $1", version.id)


async def test_types_of_a_published_version_change_through_a_second_person(world: World) -> None:
    version = await world.published()
    asked = {"version_id": version.id, "type_codes": ["ice_rink", "beauty_salon"]}
    change = await do(world.db, world.maker, change_template_types, **asked)
    await world.approve(change)
    contract = await world.contract(type_code="beauty_salon")
    assert contract.template_version_id == version.id


async def test_a_retired_version_draws_up_nothing(world: World) -> None:
    version = await world.published()
    await do(world.db, world.maker, retire_template, version_id=version.id, reason="这一版停止使用")
    with pytest.raises(NoTemplateInForce):
        await world.contract()


async def test_a_custom_template_goes_before_that_of_the_type(world: World) -> None:
    await world.published()
    custom = await world.template(custom_merchant_id=world.merchant.id)
    with pytest.raises(CustomTemplateHasTypes):
        await world.draft(custom, type_codes=["ice_rink"])
    version = await world.publish(await world.draft(custom))
    assert (await world.contract()).template_version_id == version.id


@pytest.mark.parametrize(
    ("clauses", "path", "problem"),
    [
        ([{**CLAUSES[1], "body": "{{nobody.name}}"}], ("clauses", "0", "body"), "VARIABLE"),
        ([{**CLAUSES[1], "body": "{{area"}], ("clauses", "0", "body"), "BRACES"),
        ([{**CLAUSES[1], "body": ""}], ("clauses", "0", "body"), "EMPTY"),
        ([{**CLAUSES[1], "key": "Refund"}], ("clauses", "0", "key"), "KEY"),
        ([CLAUSES[1], CLAUSES[1]], ("clauses", "1", "key"), "REPEATED"),
        ([], ("clauses",), "COUNT"),
    ],
    ids=["variable", "braces", "empty", "key", "repeated", "none"],
)
async def test_mistakes_of_clauses_are_pointed_at(
    world: World, clauses: list[dict[str, str]], path: tuple[str, ...], problem: str
) -> None:
    template = await world.template()
    with pytest.raises(TemplateContentInvalid) as refused:
        await world.draft(template, clauses=clauses)
    assert (refused.value.path, refused.value.data["problem"]) == (path, problem)


@pytest.mark.parametrize(
    ("parameters", "ranges"),
    [
        ({"cooling_off_days": 6}, {}),
        ({"custody_ratio_bps": 10_001}, {}),
        ({"refund_fee_cap_bps": 1_001}, {}),
        ({"interest_rule": "AGREED"}, {}),
        ({"surprise": 1}, {}),
        ({"custody_ratio_bps": 4_000}, {"custody_ratio_bps": [5_000, 6_000]}),
        ({}, {"gift_allowed": [0, 1]}),
    ],
    ids=["cooling-off", "ratio", "fee", "interest", "unknown", "outside", "not-negotiable"],
)
async def test_parameters_stay_within_the_law(world: World, parameters: dict[str, Any], ranges: dict[str, Any]) -> None:
    template = await world.template()
    with pytest.raises(ParameterOutOfRange):
        await world.draft(template, parameters=parameters, ranges=ranges)


async def test_drafts_know_their_revision_and_their_turn(world: World) -> None:
    template = await world.template()
    draft = await world.draft(template)
    content = {"clauses": CLAUSES, "variables": {"fields": []}, "parameters": {}, "ranges": {}, "type_codes": []}
    content["clauses"] = [CLAUSES[1]]
    with pytest.raises(StaleObject):
        await do(world.db, world.maker, save_template_draft, template_id=template.id, **content)
    saved = await world.draft(template, expected_revision=draft.revision, type_codes=["ice_rink"])
    assert saved.id == draft.id
    with pytest.raises(StaleObject):
        await submit(world, draft)
    await submit(world, saved)
    with pytest.raises(TemplateInReview):
        await world.draft(template, expected_revision=saved.revision)
    with pytest.raises(TemplateNotDraft):
        await submit(world, saved)


async def test_a_template_needs_types_and_a_code_of_its_own(world: World) -> None:
    template = await world.template()
    draft = await world.draft(template, type_codes=[])
    with pytest.raises(TemplateWithoutTypes):
        await submit(world, draft)
    with pytest.raises(TemplateCodeTaken):
        await world.template(code=template.code)
    with pytest.raises(NotFound):
        await world.template(custom_merchant_id=uuid7())


async def agreement_world(world: World) -> None:
    async with world.db.write(SYSTEM) as tx:
        if await tx.get(MerchantTypeFeatures, "ice_rink") is None:
            tx.add(MerchantTypeFeatures(type_code="ice_rink", name_zh="滑冰馆", name_en="Ice rink", features=[]))
    async with world.db.write(SYSTEM) as tx:
        merchant = await tx.get(type(world.merchant), world.merchant.id, with_for_update=True)
        assert merchant is not None
        merchant.type_code = "ice_rink"
    clause = {**CLAUSES[1], "body": "{{merchant.name}}应当自收到申请之日起十五日内退还未消费的余额。"}
    await world.published(Scene.CONSUMER_AGREEMENT, clauses=[clause], variables={"fields": []}, ranges=RANGES)


async def test_a_consumer_accepts_the_text_that_was_shown(world: World, superuser: asyncpg.Connection) -> None:
    await agreement_world(world)
    asked: dict[str, Any] = {"scene": Scene.CONSUMER_AGREEMENT, "merchant_id": world.merchant.id}
    async with world.db.write(world.owner) as tx:
        agreement = await current_agreement(tx, **asked)
    assert world.merchant.name in agreement.text[0]["paragraphs"][0]
    assert agreement.parameters.custody_ratio_bps == 4_000
    accepting: dict[str, Any] = {
        "merchant_id": world.merchant.id,
        "agreement": agreement,
        "subject_kind": "order",
        "subject_id": uuid7(),
        "channel": Channel.COUNTER,
        "account_id": None,
    }
    with pytest.raises(AgreementTextChanged):
        await do(world.db, world.owner, accept_agreement, shown=b"\x00" * 32, **accepting)
    kept = await do(world.db, world.owner, accept_agreement, shown=agreement.text_sha256, **accepting)
    row = await superuser.fetchrow("SELECT * FROM agreement_acceptance WHERE id = $1", kept.id)
    assert row["template_version_id"] == agreement.version_id
    assert row["recorded_by"] == world.owner.account_id
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await superuser.execute("UPDATE agreement_acceptance SET text_sha256 = 'x'")


async def test_a_merchant_sees_published_templates_alone(world: World) -> None:
    await world.draft(await world.template())
    merchants = ContractTemplateVersion
    async with world.db.write(world.owner) as tx:
        assert (await tx.scalars(select(merchants))).all() == []
    await world.published(type_codes=["swimming_pool"])
    async with world.db.write(world.owner) as tx:
        assert [row.state for row in await tx.scalars(select(merchants))] == ["PUBLISHED"]
    assert world.owner.db_role is DbRole.MERCHANT
