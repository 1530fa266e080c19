"""Members of the bank and of other platforms: two people for each step, and never without an administrator."""

import asyncio
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import ScopeKind
from prepaid.core.database import Database
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.domains.identity.commands.remove_member import remove_member
from prepaid.domains.identity.commands.suspend_member import suspend_member
from prepaid.domains.identity.errors.members import (
    OtherPlatform,
    ScopeImpossible,
    StaffNumberRequired,
    StaffNumberTaken,
)
from prepaid.domains.identity.errors.permissions import LastAdministrator
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.identity.cast import (
    HEADQUARTERS,
    Platform,
    as_it_is,
    do,
    member,
    platform,
)
from tests.domains.identity.staff import REASON, Rink, add, role_codes, who


async def test_only_those_who_may_appoint_reach_into_another_platform(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    bank = await platform(db, HEADQUARTERS)
    root, checker = await member(db, bank, "root"), await member(db, bank, "checker")
    owner: dict[str, Any] = {"tenant": rink.id, "display_name": "新店主"}
    with pytest.raises(OtherPlatform):
        await add(db, checker, rink.of, "owner", **owner)
    saved = await add(db, root, rink.of, "owner", **owner)
    assert saved.change is None
    assert await role_codes(superuser, saved.member.id) == {"owner"}
    with pytest.raises(ScopeImpossible):
        await add(db, root, rink.of, "owner", **owner, seed=2, scope=MemberScope(kind=ScopeKind.BANK_ALL))
    with pytest.raises(ScopeImpossible):
        await add(db, rink.owner, bank, "auditor", seed=3)


async def test_bank_staff_are_added_without_roles_until_a_second_person_agrees(
    db: Database, superuser: asyncpg.Connection
) -> None:
    bank = await platform(db, HEADQUARTERS)
    root, checker = await member(db, bank, "root"), await member(db, bank, "checker")
    everywhere: dict[str, Any] = {"scope": MemberScope(kind=ScopeKind.BANK_ALL)}
    with pytest.raises(StaffNumberRequired):
        await add(db, root, bank, "auditor", **everywhere)
    saved = await add(db, root, bank, "auditor", staff_number="B2001", **everywhere)
    assert saved.change is not None
    assert await role_codes(superuser, saved.member.id) == set()
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    await do(db, checker, approve_change, **decide)
    assert await role_codes(superuser, saved.member.id) == {"auditor"}
    with pytest.raises(StaffNumberTaken):
        await add(db, root, bank, "auditor", seed=2, staff_number="B2001", **everywhere)


async def test_the_last_administrator_cannot_be_locked_out(db: Database, superuser: asyncpg.Connection) -> None:
    bank = await platform(db, HEADQUARTERS)
    root, checker = await member(db, bank, "root"), await member(db, bank, "checker")
    await half_a_root(superuser, bank)
    deputy = await member(db, await as_it_is(db, bank.id), "half")
    saved = await do(db, deputy, change_member_roles, role_ids=[], **who(root))
    assert saved.change is not None
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    with pytest.raises(LastAdministrator):
        await do(db, checker, approve_change, **decide)
    for command in (suspend_member, remove_member):
        with pytest.raises(LastAdministrator):
            await do(db, deputy, command, **who(root), **REASON)
    second = await member(db, bank, "root")
    await do(db, deputy, remove_member, **who(root), **REASON)
    with pytest.raises(LastAdministrator):
        await do(db, deputy, remove_member, **who(second), **REASON)


async def half_a_root(superuser: asyncpg.Connection, bank: Platform) -> None:
    """A role that may change members' roles but grant nothing: not an administrator."""
    role_id = uuid7()
    await superuser.execute(
        "INSERT INTO role (id, template_id, code, name_zh, name_en, description, version)"
        " VALUES ($1, $2, 'half', '半', 'half', '', 1)",
        role_id,
        bank.id,
    )
    await superuser.execute(
        "INSERT INTO role_grant (template_id, role_id, node_id, granted_at) SELECT $1, $2, id, now()"
        " FROM permission_node WHERE template_id = $1 AND code IN ('member.read', 'member.roles', 'member.appoint')",
        bank.id,
        role_id,
    )


async def test_two_administrators_cannot_remove_each_other_at_the_same_time(
    db: Database, superuser: asyncpg.Connection
) -> None:
    bank = await platform(db, HEADQUARTERS)
    await half_a_root(superuser, bank)
    bank = await as_it_is(db, bank.id)
    roots = [await member(db, bank, "root") for _ in range(2)]
    first, other = [await member(db, bank, "half") for _ in range(2)]
    async with db.write(first) as tx:
        await suspend_member(tx, first, **who(roots[0]), reason=REASON["reason"])
        second = asyncio.create_task(do(db, other, suspend_member, **who(roots[1]), **REASON))
        await waiting_or_done(superuser, second)
    with pytest.raises(LastAdministrator):
        await second


async def waiting_or_done(superuser: asyncpg.Connection, task: "asyncio.Task[Any]") -> None:
    """Return when a transaction of this database waits for a lock, or nothing is left to wait for."""
    waits = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    while not task.done() and not await superuser.fetchval(waits):
        await asyncio.sleep(0)
