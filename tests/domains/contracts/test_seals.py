"""Seals from the image to the stamp: review, holding, grants, administrators, leavers."""

from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import Actor
from prepaid.core.errors import NotFound, Refusal
from prepaid.core.files.errors import UploadGone
from prepaid.domains.contracts.commands.create_seal import create_seal
from prepaid.domains.contracts.commands.decide_seal import approve_seal, reject_seal
from prepaid.domains.contracts.commands.draw_seal import draw_seal
from prepaid.domains.contracts.commands.file_kinds import SEAL_IMAGE
from prepaid.domains.contracts.commands.grant_seal import change_seal_administrator, grant_seal, revoke_seal_grant
from prepaid.domains.contracts.commands.hold_seal import resume_seal, revoke_seal, suspend_seal
from prepaid.domains.contracts.errors.seals import (
    GrantReversed,
    GrantRevokedAlready,
    GrantTooLong,
    NotSealAdministrator,
    SealHolderMissing,
    SealImageUnusable,
    SealKindExists,
    SealNotActive,
    SealStepImpossible,
)
from prepaid.domains.contracts.models import Seal, SealGrant
from prepaid.domains.contracts.rules.scenes import SealKind
from prepaid.domains.identity.commands.remove_member import remove_member
from prepaid.domains.identity.errors.changes import ChangeIsOwn
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.contracts.world import World
from tests.domains.identity.cast import do

PNG = "image/png"
REASON = "印章保管人发生变更"


async def _hand_in(world: World, actor: Actor, **more: Any) -> Seal:
    wanted = {"tenant": actor.merchant_id or PLATFORM_TENANT, "kind": SealKind.CONTRACT, "holder_name": "云岭滑冰馆"}
    return await do(world.db, actor, create_seal, files=world.files, **(wanted | more))


async def _grant(world: World, seal: Seal, *, days: int = 30, to: Actor | None = None, **more: Any) -> SealGrant:
    now = clock.now()
    wanted: dict[str, Any] = {"membership_id": (to or world.clerk).membership_id, "template_ids": []}
    time = {"valid_from": now, "valid_to": now + timedelta(days=days)}
    where = {"tenant": seal.merchant_id, "seal_id": seal.id}
    return await do(world.db, world.owner, grant_seal, **(where | wanted | time | more))


def _step(seal: Seal, reason: str = REASON) -> dict[str, Any]:
    return {"tenant": seal.merchant_id, "seal_id": seal.id, "reason": reason}


async def test_a_reviewed_seal_is_active_with_a_certificate(world: World, superuser: asyncpg.Connection) -> None:
    seal = await world.seal(world.owner)
    assert seal.state == "ACTIVE"
    assert seal.generated
    assert seal.valid_to is not None
    assert seal.valid_to > clock.now() + timedelta(days=365 * 4)
    key = await superuser.fetchrow("SELECT * FROM signing_key WHERE id = $1", seal.key_id)
    assert key is not None
    assert b"PRIVATE KEY" not in key["private_key"]


async def test_no_request_reads_private_keys(world: World) -> None:
    await world.seal(world.owner)
    for actor in (world.owner, world.maker):
        async with world.db.write(actor) as tx:
            with pytest.raises(Exception, match="permission denied"):
                await (await tx.raw()).fetch("SELECT private_key FROM signing_key")


async def test_an_uploaded_image_is_the_one_reviewed(world: World) -> None:
    image = await draw_seal("云岭滑冰馆有限公司", SealKind.OFFICIAL, "")
    token = await world.upload(world.owner, SEAL_IMAGE.code, image, PNG)
    seal = await _hand_in(world, world.owner, image=token, kind=SealKind.OFFICIAL)
    assert (seal.state, seal.generated) == ("REVIEW", False)
    which = {"tenant": seal.merchant_id, "seal_id": seal.id}
    with pytest.raises(Refusal, match="STALE_OBJECT"):
        await do(world.db, world.checker, approve_seal, **which, image_sha256="00" * 32)
    await do(world.db, world.checker, approve_seal, **which, image_sha256=seal.image_sha256.hex().upper())
    assert (await world.again(seal)).state == "APPROVED"


async def test_a_rejected_seal_makes_room_for_another(world: World) -> None:
    seal = await _hand_in(world, world.owner)
    with pytest.raises(SealKindExists):
        await _hand_in(world, world.owner)
    await do(world.db, world.checker, reject_seal, **_step(seal, "印模不清晰，请重新上传"))
    again = await world.again(seal)
    assert (again.state, again.state_reason) == ("REJECTED", "印模不清晰，请重新上传")
    with pytest.raises(SealStepImpossible):
        await do(world.db, world.checker, reject_seal, **_step(seal))
    assert (await _hand_in(world, world.owner)).state == "REVIEW"


async def test_nobody_reviews_his_own_seal(world: World) -> None:
    seal = await _hand_in(world, world.maker)
    which = {"tenant": PLATFORM_TENANT, "seal_id": seal.id}
    with pytest.raises(ChangeIsOwn):
        await do(world.db, world.maker, approve_seal, **which, image_sha256=seal.image_sha256.hex())


async def test_images_that_cannot_be_printed_are_refused(world: World) -> None:
    drawn = await draw_seal("云岭滑冰馆", SealKind.OFFICIAL, "")
    small = drawn[:16] + (120).to_bytes(4) + (120).to_bytes(4) + drawn[24:]
    token = await world.upload(world.owner, SEAL_IMAGE.code, small, PNG)
    with pytest.raises(SealImageUnusable):
        await _hand_in(world, world.owner, image=token)
    with pytest.raises(UploadGone):
        await _hand_in(world, world.clerk, image=token)
    with pytest.raises(SealHolderMissing):
        await _hand_in(world, world.owner, holder_name="  ")


async def test_a_suspended_seal_stamps_nothing(world: World) -> None:
    await world.published()
    seal, contract = await world.seal(world.owner), await world.contract()
    await do(world.db, world.owner, suspend_seal, **_step(seal))
    with pytest.raises(SealNotActive):
        await world.sign(world.owner, contract, seal)
    await do(world.db, world.owner, resume_seal, **_step(seal))
    assert (await world.sign(world.owner, contract, seal)).signature is not None


async def test_what_the_bank_suspends_only_the_bank_resumes(world: World) -> None:
    seal = await world.seal(world.owner)
    await do(world.db, world.checker, suspend_seal, **_step(seal))
    with pytest.raises(SealStepImpossible):
        await do(world.db, world.owner, resume_seal, **_step(seal))
    await do(world.db, world.checker, resume_seal, **_step(seal))
    assert (await world.again(seal)).state == "ACTIVE"


async def test_a_revoked_seal_ends_with_its_grants(world: World) -> None:
    seal = await world.seal(world.owner)
    grant = await _grant(world, seal)
    await do(world.db, world.owner, revoke_seal, **_step(seal))
    assert (await world.again(grant)).revoke_reason == "SEAL_REVOKED"
    for step in (suspend_seal, resume_seal, revoke_seal):
        with pytest.raises(SealStepImpossible):
            await do(world.db, world.owner, step, **_step(seal))
    with pytest.raises(SealStepImpossible):
        await _grant(world, seal)


async def test_a_grant_is_for_three_years_at_most(world: World, superuser: asyncpg.Connection) -> None:
    seal, now = await world.seal(world.owner), clock.now()
    for until, refusal in (
        (now.replace(year=now.year + 3) + timedelta(seconds=1), GrantTooLong),
        (now - timedelta(seconds=1), GrantReversed),
    ):
        with pytest.raises(refusal):
            await _grant(world, seal, valid_from=now, valid_to=until)
    grant = await _grant(world, seal, valid_from=now, valid_to=now.replace(year=now.year + 3))
    with pytest.raises(asyncpg.CheckViolationError):
        await superuser.execute(
            "UPDATE seal_grant SET valid_to = valid_from + interval '3 years 1 day' WHERE id = $1", grant.id
        )


async def test_only_the_administrator_grants_and_to_people_of_the_house(world: World) -> None:
    seal = await world.seal(world.owner)
    where = {"tenant": seal.merchant_id, "seal_id": seal.id, "membership_id": world.clerk.membership_id}
    time = {"valid_from": clock.now(), "valid_to": clock.now() + timedelta(days=1)}
    with pytest.raises(NotSealAdministrator):
        await do(world.db, world.clerk, grant_seal, **where, template_ids=[], **time)
    with pytest.raises(NotFound):
        await _grant(world, seal, template_ids=[uuid7()])
    with pytest.raises(NotFound):
        await _grant(world, seal, to=world.maker)


async def test_a_grant_ends_when_it_is_replaced_or_taken_back(world: World) -> None:
    seal = await world.seal(world.owner)
    first, second = await _grant(world, seal), await _grant(world, seal, days=60)
    assert (await world.again(first)).revoke_reason == "REPLACED"
    taken = {"tenant": seal.merchant_id, "grant_id": second.id, "reason": REASON}
    await do(world.db, world.owner, revoke_seal_grant, **taken)
    assert (await world.again(second)).revoked_by == world.owner.account_id
    with pytest.raises(GrantRevokedAlready):
        await do(world.db, world.owner, revoke_seal_grant, **taken)


async def test_another_administrator_begins_without_grants(world: World) -> None:
    seal = await world.seal(world.owner)
    grant = await _grant(world, seal)
    hands = {"membership_id": world.clerk.membership_id} | _step(seal)
    await do(world.db, world.owner, change_seal_administrator, **hands)
    assert (await world.again(grant)).revoke_reason == "ADMINISTRATOR_CHANGED"
    assert (await world.again(seal)).administrator_account_id == world.clerk.account_id
    with pytest.raises(NotSealAdministrator):
        await _grant(world, seal)
    with pytest.raises(SealStepImpossible):
        await do(world.db, world.owner, change_seal_administrator, **hands)


async def test_whoever_leaves_stamps_nothing_any_more(world: World) -> None:
    seal = await world.seal(world.owner)
    grant = await _grant(world, seal)
    who = {"tenant": seal.merchant_id, "membership_id": world.clerk.membership_id, "reason": "已办理离职手续"}
    await do(world.db, world.owner, remove_member, **who)
    assert (await world.again(grant)).revoke_reason == "MEMBER_LEFT"


async def test_a_grant_withdrawn_meanwhile_fails_the_signature(world: World, superuser: asyncpg.Connection) -> None:
    await world.published()
    seal, contract = await world.seal(world.owner), await world.contract()
    grant = await _grant(world, seal)
    await world.say_yes(world.clerk, contract, seal)
    taken = {"tenant": seal.merchant_id, "grant_id": grant.id, "reason": REASON}
    await do(world.db, world.owner, revoke_seal_grant, **taken)
    await world.work()
    row = await superuser.fetchrow("SELECT state, failure FROM contract_signature")
    assert row is not None
    assert tuple(row) == ("FAILED", "SEAL_NOT_GRANTED")
    assert await superuser.fetchval("SELECT count(*) FROM seal_stamping") == 0
    assert (await world.sign(world.owner, contract, seal)).signature is not None
    assert (await world.again(contract)).signed_sha256 is not None
