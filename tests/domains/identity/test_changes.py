"""Maker and checker: two people, both still entitled, and the checker approves what he was shown."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM, Actor, DbRole
from prepaid.core.database import Database
from prepaid.core.errors import Forbidden, NotFound, StaleObject
from prepaid.core.signals import Signals
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.domains.identity.commands.expire_changes import expire_changes
from prepaid.domains.identity.commands.reject_change import reject_change
from prepaid.domains.identity.commands.submit_change import queue_topic
from prepaid.domains.identity.commands.withdraw_change import withdraw_change
from prepaid.domains.identity.errors.changes import (
    ChangeExpired,
    ChangeIsOwn,
    ChangeNotAsShown,
    ChangeNotOpen,
    ChangeNotYours,
    MakerLostPermission,
)
from prepaid.domains.identity.errors.members import OwnMembership, ReasonTooShort
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.identity.cast import HEADQUARTERS, Platform, do, member, platform, signed_in


class Case:
    """A bank platform with a maker, a checker and a clerk whose roles are to change."""

    def __init__(self, of: Platform, maker: Actor, checker: Actor, clerk: Actor) -> None:
        self.of, self.maker, self.checker, self.clerk = of, maker, checker, clerk

    @classmethod
    async def make(cls, db: Database) -> "Case":
        of = await platform(db, HEADQUARTERS)
        return cls(of, await member(db, of, "root"), await member(db, of, "checker"), await member(db, of, "auditor"))

    async def submit(self, db: Database, target: Actor | None = None, *roles: str) -> ChangeRequest:
        target = target or self.clerk
        assert target.membership_id
        saved = await do(
            db,
            self.maker,
            change_member_roles,
            tenant=PLATFORM_TENANT,
            membership_id=target.membership_id,
            role_ids=[self.of.roles[role] for role in roles or ("auditor", "checker")],
            reason="岗位调整",
        )
        assert saved.change
        return saved.change


@pytest.fixture
async def case(db: Database) -> Case:
    return await Case.make(db)


def which(change: ChangeRequest) -> dict[str, Any]:
    return {"tenant": change.merchant_id, "change_id": change.id}


async def approve(db: Database, actor: Actor, change: ChangeRequest) -> ChangeRequest:
    return await do(db, actor, approve_change, payload_hash=change.payload_hash, **which(change))


async def roles_of(superuser: asyncpg.Connection, actor: Actor) -> set[str]:
    rows = await superuser.fetch(
        "SELECT r.code FROM membership_role h JOIN role r ON r.id = h.role_id WHERE h.membership_id = $1",
        actor.membership_id,
    )
    return {row["code"] for row in rows}


async def test_an_approved_change_is_made_in_the_same_transaction(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db)
    assert await roles_of(superuser, case.clerk) == {"auditor"}
    decided = await approve(db, case.checker, change)
    assert (decided.state, decided.checker_account_id) == ("APPROVED", case.checker.account_id)
    assert await roles_of(superuser, case.clerk) == {"auditor", "checker"}
    actions = [row["action"] for row in await superuser.fetch("SELECT action FROM audit_event ORDER BY recorded_at")]
    assert actions[-3:] == ["change.submitted", "change.approved", "member.roles_changed"]
    with pytest.raises(ChangeNotOpen):
        await approve(db, case.checker, change)


async def test_nobody_decides_his_own_change_in_whatever_membership(db: Database, case: Case) -> None:
    change = await case.submit(db)
    with pytest.raises(ChangeIsOwn):
        await approve(db, case.maker, change)
    elsewhere = await platform(db, HEADQUARTERS, "branch")
    second = await member(db, elsewhere, "checker", person=case.maker.account_id)
    with pytest.raises(ChangeIsOwn):
        await approve(db, second, change)
    with pytest.raises(ChangeIsOwn):
        await do(db, second, reject_change, reason="也不能自己驳回", **which(change))


async def test_one_person_cannot_be_two_members_with_two_accounts(db: Database, case: Case) -> None:
    await member(db, case.of, "root", staff_number="B1001")
    with pytest.raises(Exception, match="ex_membership_person"):
        await member(db, case.of, "checker", staff_number="B1001")


async def test_nobody_approves_a_change_of_his_own_roles(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db, case.checker, "checker", "root")
    with pytest.raises(OwnMembership):
        await approve(db, case.checker, change)
    assert await roles_of(superuser, case.checker) == {"checker"}


async def test_the_checker_must_still_be_entitled_when_he_approves(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db)
    await superuser.execute("DELETE FROM membership_role WHERE membership_id = $1", case.checker.membership_id)
    assert case.checker.may("member.approve")
    with pytest.raises(Forbidden):
        await approve(db, case.checker, change)
    with pytest.raises(Forbidden):
        await approve(db, await signed_in(db, case.checker), change)


async def test_a_change_of_a_maker_who_lost_his_permission_is_not_made(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db)
    await superuser.execute("UPDATE membership SET status = 'SUSPENDED' WHERE id = $1", case.maker.membership_id)
    with pytest.raises(MakerLostPermission):
        await approve(db, case.checker, change)
    assert await roles_of(superuser, case.clerk) == {"auditor"}


async def test_what_is_approved_is_what_was_shown(db: Database, superuser: asyncpg.Connection, case: Case) -> None:
    change = await case.submit(db)
    with pytest.raises(ChangeNotAsShown):
        await do(db, case.checker, approve_change, payload_hash=bytes(32), **which(change))
    await superuser.execute("""UPDATE change_request SET payload = payload || '{"roles": ["root"]}'""")
    with pytest.raises(ChangeNotAsShown):
        await approve(db, case.checker, change)
    assert await roles_of(superuser, case.clerk) == {"auditor"}


async def test_a_target_that_changed_since_is_left_alone(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db)
    await superuser.execute("DELETE FROM membership_role WHERE membership_id = $1", case.clerk.membership_id)
    with pytest.raises(StaleObject):
        await approve(db, case.checker, change)
    assert await superuser.fetchval("SELECT state FROM change_request") == "OPEN"


async def test_a_rejection_has_a_reason_and_is_final(db: Database, superuser: asyncpg.Connection, case: Case) -> None:
    change = await case.submit(db)
    with pytest.raises(ReasonTooShort):
        await do(db, case.checker, reject_change, reason="不行", **which(change))
    rejected = await do(db, case.checker, reject_change, reason="岗位编制已满", **which(change))
    assert (rejected.state, rejected.decision_reason) == ("REJECTED", "岗位编制已满")
    with pytest.raises(ChangeNotOpen):
        await approve(db, case.checker, change)
    assert await roles_of(superuser, case.clerk) == {"auditor"}


async def test_only_the_maker_withdraws_and_may_then_submit_again(db: Database, case: Case) -> None:
    change = await case.submit(db)
    with pytest.raises(ChangeNotYours):
        await do(db, case.checker, withdraw_change, **which(change))
    withdrawn = await do(db, case.maker, withdraw_change, **which(change))
    assert (withdrawn.state, withdrawn.checker_account_id) == ("WITHDRAWN", None)
    await case.submit(db)


async def test_an_old_change_cannot_be_decided_and_expires(
    db: Database, superuser: asyncpg.Connection, case: Case
) -> None:
    change = await case.submit(db)
    assert await do_expire(db) == 0
    with clock.travel(timedelta(days=7)):
        with pytest.raises(ChangeExpired):
            await approve(db, case.checker, change)
        assert await do_expire(db) == 1
        assert await do_expire(db) == 0
    assert await superuser.fetchval("SELECT state FROM change_request") == "EXPIRED"


async def do_expire(db: Database) -> int:
    return await db.run(SYSTEM, expire_changes)


async def test_other_people_and_tokens_decide_nothing(db: Database, case: Case) -> None:
    change = await case.submit(db)
    token = replace(case.checker, account_id=None, membership_id=None, token_id=uuid7())
    merchant = replace(case.checker, db_role=DbRole.MERCHANT, merchant_id=uuid7())
    for actor, refusal in ((case.clerk, Forbidden), (token, Forbidden), (merchant, NotFound)):
        with pytest.raises(refusal):
            await approve(db, actor, change)
    with pytest.raises(NotFound):
        await do(db, case.checker, approve_change, tenant=uuid7(), change_id=change.id, payload_hash=bytes(32))


async def test_the_review_queue_is_told(db: Database, case: Case) -> None:
    signals = Signals(db.url)
    await signals.open()
    with signals.subscribe(queue_topic(PLATFORM_TENANT)) as queue:
        change = await case.submit(db)
        await approve(db, case.checker, change)
        heard = [(await anext(queue)).payload for _ in range(2)]
    await signals.close()
    assert heard == [
        {"change": str(change.id), "state": "OPEN"},
        {"change": str(change.id), "state": "APPROVED"},
    ]
