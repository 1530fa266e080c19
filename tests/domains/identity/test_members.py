"""Members: who may add, change, suspend and remove whom; nobody gives more than he may."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from prepaid.core.actor import ScopeKind
from prepaid.core.attempts import TooManyAttempts
from prepaid.core.database import Database
from prepaid.core.errors import Forbidden, NotFound, Refusal
from prepaid.domains.identity.commands import reveal_member
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.domains.identity.commands.change_member_scope import change_member_scope
from prepaid.domains.identity.commands.remove_member import remove_member
from prepaid.domains.identity.commands.resume_member import resume_member
from prepaid.domains.identity.commands.reveal import reveal
from prepaid.domains.identity.commands.suspend_member import suspend_member
from prepaid.domains.identity.errors.access import LoginMalformed, LoginTaken
from prepaid.domains.identity.errors.members import (
    FieldNotRevealable,
    MemberExists,
    MemberLeft,
    OwnMembership,
    ReasonTooShort,
    RoleExceedsOwn,
    ScopeExceedsOwn,
    ScopeImpossible,
)
from prepaid.domains.identity.errors.permissions import NothingToChange, RoleOfOtherTemplate
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.reveal import REVEALS
from prepaid.domains.stores.commands.create_store import create_store
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import (
    BANK,
    do,
    member,
    shop,
    signed_in,
)
from tests.domains.identity.staff import DATA_KEYS, REASON, WHOLE_SHOP, Rink, add, role_codes, who

assert reveal_member.__doc__


async def test_an_owner_adds_a_person_who_has_no_account_and_he_is_invited(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    saved = await add(db, rink.owner, rink.of, "clerk")
    row = await superuser.fetchrow("SELECT * FROM membership WHERE id = $1", saved.member.id)
    assert (row["display_name"], row["status"], row["scope"]) == ("张伟", "ACTIVE", "MERCHANT")
    assert row["phone_masked"] == f"{fictitious.phone(1)[:3]}****{fictitious.phone(1)[-4:]}"
    assert await role_codes(superuser, saved.member.id) == {"clerk"}
    jobs = await superuser.fetch("SELECT entrypoint FROM pgqueuer")
    assert [job["entrypoint"] for job in jobs] == ["identity.invite_member"]
    audit = " ".join(str(dict(each)) for each in await superuser.fetch("SELECT * FROM audit_event"))
    assert fictitious.phone(1) not in audit


async def test_a_person_who_has_an_account_gets_a_second_membership_and_no_invitation(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    first = await add(db, rink.owner, rink.of, "clerk")
    other = await shop(db, "星河舞蹈")
    boss = await member(db, rink.of, "owner", tenant=other.id)
    second = await add(db, boss, rink.of, "clerk")
    assert first.member.account_id == second.member.account_id
    assert await superuser.fetchval("SELECT count(*) FROM pgqueuer") == 1
    with pytest.raises(MemberExists):
        await add(db, boss, rink.of, "lead")


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"login": "12345"}, LoginMalformed),
        ({"template_id": uuid7()}, NotFound),
        ({"tenant": uuid7()}, NotFound),
        ({"role_ids": [uuid7()]}, RoleOfOtherTemplate),
        ({"scope": MemberScope(kind=ScopeKind.STORE)}, ScopeImpossible),
        ({"scope": MemberScope(kind=ScopeKind.BANK_ALL)}, ScopeImpossible),
        ({"scope": MemberScope(kind=ScopeKind.MERCHANT, store_ids=(uuid7(),))}, ScopeImpossible),
        ({"scope": MemberScope(kind=ScopeKind.OPERATOR, operator_id=uuid7())}, ScopeImpossible),
        ({"display_name": "张\u202e伟"}, Refusal),
    ],
    ids=range(9),
)
async def test_what_is_wrong_with_a_new_member_is_said(
    db: Database, superuser: asyncpg.Connection, rink: Rink, more: dict[str, Any], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        await add(db, rink.owner, rink.of, "clerk", **more)
    assert await superuser.fetchval("SELECT count(*) FROM membership") == 2


async def test_nobody_gives_a_role_that_may_do_more_than_he(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    lead = await member(db, rink.of, "lead", tenant=rink.id)
    with pytest.raises(RoleExceedsOwn) as refused:
        await add(db, lead, rink.of, "owner")
    assert "audit.read" in refused.value.data["codes"]
    with pytest.raises(RoleExceedsOwn):
        await do(db, lead, change_member_roles, role_ids=[rink.of.roles["owner"]], **who(rink.clerk))
    with pytest.raises(RoleExceedsOwn):
        await do(db, lead, change_member_roles, role_ids=[], **who(rink.owner))
    with pytest.raises(RoleExceedsOwn):
        await do(db, lead, suspend_member, **who(rink.owner), **REASON)
    await do(db, lead, change_member_roles, role_ids=[rink.of.roles["lead"]], **who(rink.clerk))
    assert await role_codes(superuser, rink.clerk.membership_id) == {"lead"}


async def test_a_role_that_was_taken_away_meanwhile_gives_nothing(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    await superuser.execute("DELETE FROM membership_role WHERE membership_id = $1", rink.owner.membership_id)
    assert rink.owner.may("member.roles")
    with pytest.raises(RoleExceedsOwn):
        await do(db, rink.owner, change_member_roles, role_ids=[rink.of.roles["lead"]], **who(rink.clerk))


async def test_nobody_changes_his_own_membership(db: Database, rink: Rink) -> None:
    for command, inputs in (
        (change_member_roles, {"role_ids": []}),
        (change_member_scope, {"scope": MemberScope(kind=ScopeKind.SELF)}),
        (suspend_member, REASON),
        (remove_member, REASON),
    ):
        with pytest.raises(OwnMembership):
            await do(db, rink.owner, command, **who(rink.owner), **inputs)


async def test_a_neighbours_member_does_not_exist(db: Database, rink: Rink) -> None:
    neighbour = await member(db, rink.of, "owner", tenant=(await shop(db, "星河舞蹈")).id)
    for command, inputs in ((change_member_roles, {"role_ids": []}), (remove_member, REASON)):
        with pytest.raises(NotFound):
            await do(db, neighbour, command, **who(rink.clerk), **inputs)
    with pytest.raises(NotFound):
        await add(db, neighbour, rink.of, "clerk", tenant=rink.id)


async def two_stores(db: Database, rink: Rink) -> tuple[UUID, UUID]:
    async with db.write(BANK) as tx:
        made = [
            await create_store(
                tx, tx.actor, merchant_id=rink.id, details=StoreDetails(name=name, address="滨江路 18 号")
            )
            for name in ("北店", "南店")
        ]
        return made[0].id, made[1].id


async def test_within_stores_one_reaches_people_of_ones_own_stores(db: Database, rink: Rink) -> None:
    north, south = await two_stores(db, rink)
    lead = await member(db, rink.of, "lead", tenant=rink.id, scope=ScopeKind.STORE, stores=[north])
    near = await member(db, rink.of, "clerk", tenant=rink.id, scope=ScopeKind.STORE, stores=[north, south])
    far = await member(db, rink.of, "clerk", tenant=rink.id, scope=ScopeKind.STORE, stores=[south])
    await do(db, lead, suspend_member, **who(near), **REASON)
    for unseen in (far, rink.clerk):
        with pytest.raises(NotFound):
            await do(db, lead, suspend_member, **who(unseen), **REASON)
    for scope in (WHOLE_SHOP, MemberScope(kind=ScopeKind.STORE, store_ids=(north, south))):
        with pytest.raises(ScopeExceedsOwn):
            await add(db, lead, rink.of, "clerk", scope=scope)
    await add(db, lead, rink.of, "clerk", scope=MemberScope(kind=ScopeKind.STORE, store_ids=(north,)))


async def test_a_scope_is_changed_with_its_stores(db: Database, superuser: asyncpg.Connection, rink: Rink) -> None:
    north, south = await two_stores(db, rink)
    stores = MemberScope(kind=ScopeKind.STORE, store_ids=(north, south))
    await do(db, rink.owner, change_member_scope, scope=stores, **who(rink.clerk))
    kept = await superuser.fetch("SELECT store_id FROM membership_store")
    assert {row["store_id"] for row in kept} == {north, south}
    with pytest.raises(NothingToChange):
        await do(db, rink.owner, change_member_scope, scope=stores, **who(rink.clerk))
    await do(db, rink.owner, change_member_scope, scope=WHOLE_SHOP, **who(rink.clerk))
    assert await superuser.fetchval("SELECT count(*) FROM membership_store") == 0


async def test_a_suspended_members_sessions_end_and_he_comes_back_with_his_roles(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    await superuser.execute(
        "INSERT INTO user_session (id, account_id, kind, secret_hash, membership_merchant_id, membership_id,"
        " created_at, last_seen_at, expires_at)"
        " VALUES ($1, $2, 'COOKIE', $3, $4, $5, now(), now(), now() + interval '1 hour')",
        uuid7(),
        rink.clerk.account_id,
        bytes(32),
        rink.id,
        rink.clerk.membership_id,
    )
    with pytest.raises(ReasonTooShort):
        await do(db, rink.owner, suspend_member, **who(rink.clerk), reason="停")
    await do(db, rink.owner, suspend_member, **who(rink.clerk), **REASON)
    assert await superuser.fetchval("SELECT revoked_reason FROM user_session") == "MEMBER_SUSPENDED"
    assert not (await signed_in(db, rink.clerk)).grants.codes
    with pytest.raises(NothingToChange):
        await do(db, rink.owner, suspend_member, **who(rink.clerk), **REASON)
    await do(db, rink.owner, resume_member, **who(rink.clerk), **REASON)
    assert (await signed_in(db, rink.clerk)).may("member.read")


async def test_whoever_left_is_gone_and_can_be_added_anew(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    added = (await add(db, rink.owner, rink.of, "clerk")).member
    gone = {"tenant": rink.id, "membership_id": added.id}
    await do(db, rink.owner, remove_member, **gone, **REASON)
    with pytest.raises(MemberLeft):
        await do(db, rink.owner, resume_member, **gone, **REASON)
    again = (await add(db, rink.owner, rink.of, "lead")).member
    assert again.account_id == added.account_id
    states = await superuser.fetch(
        "SELECT status, left_at IS NULL AS here FROM membership WHERE account_id = $1 ORDER BY id", added.account_id
    )
    assert [tuple(row) for row in states] == [("LEFT", False), ("ACTIVE", True)]


async def test_a_members_phone_is_revealed_once_with_a_reason(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    added = (await add(db, rink.owner, rink.of, "clerk")).member
    ask = {
        "data_keys": DATA_KEYS,
        "type_name": "Member",
        "tenant": rink.id,
        "row_id": added.id,
        "field": "phone",
        "reason": "客户投诉核实",
    }
    with pytest.raises(Forbidden):
        await do(db, rink.owner, reveal, **ask)
    allowed = replace(rink.owner, grants=replace(rink.owner.grants, codes=rink.owner.grants.codes | {"member.reveal"}))
    assert await do(db, allowed, reveal, **ask) == fictitious.phone(1)
    event = await superuser.fetchrow("SELECT * FROM audit_event WHERE action = 'personal_data.revealed'")
    assert (event["object_id"], event["reason"], event["after"]) == (added.id, "客户投诉核实", '{"field": "phone"}')
    for change, refusal in (
        ({"reason": "看看"}, ReasonTooShort),
        ({"field": "idCard"}, FieldNotRevealable),
        ({"field": "email"}, NotFound),
        ({"row_id": uuid7()}, NotFound),
    ):
        with pytest.raises(refusal):
            await do(db, allowed, reveal, **{**ask, **change})
    stranger = replace(allowed, merchant_id=uuid7())
    with pytest.raises(NotFound):
        await do(db, stranger, reveal, **ask)


async def test_revealing_is_limited(db: Database, rink: Rink) -> None:
    added = (await add(db, rink.owner, rink.of, "clerk")).member
    curious = replace(rink.owner, grants=replace(rink.owner.grants, codes=frozenset({"member.reveal"})))
    ask = {"data_keys": DATA_KEYS, "type_name": "Member", "tenant": rink.id, "row_id": added.id, "field": "phone"}
    for _ in range(REVEALS.limit):
        await do(db, curious, reveal, reason="逐个抄写名单", **ask)
    with pytest.raises(TooManyAttempts):
        await do(db, curious, reveal, reason="逐个抄写名单", **ask)


async def test_two_people_who_add_the_same_person_make_one_member(
    db: Database, superuser: asyncpg.Connection, rink: Rink
) -> None:
    second = await member(db, rink.of, "owner", tenant=rink.id)
    outcomes = await asyncio.gather(
        *(add(db, owner, rink.of, "clerk") for owner in (rink.owner, second)), return_exceptions=True
    )
    refused = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert [type(each) for each in refused] in ([MemberExists], [LoginTaken])
    added = await superuser.fetchval("SELECT count(*) FROM membership WHERE display_name = '张伟'")
    assert added == 1
