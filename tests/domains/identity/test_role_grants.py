"""Saving grants: differences, versions, and a second person for the bank's own platforms."""

import asyncpg
import pytest

from prepaid.core.database import Database
from prepaid.core.errors import Forbidden, NotFound, StaleObject
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.prune_node import prune_node
from prepaid.domains.identity.commands.save_role_grants import GrantsSaved, save_role_grants
from prepaid.domains.identity.commands.update_from_document import update_from_document
from prepaid.domains.identity.errors.changes import ChangeAlreadyOpen
from prepaid.domains.identity.errors.permissions import LastAdministrator, NodeOfOtherTemplate, NothingToChange
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.identity.cast import BANK, HEADQUARTERS, SHOP, Platform, as_it_is, do, member, platform
from tests.domains.identity.test_templates import codes_of


async def save(
    db: Database, of: Platform, role: str, *, add: str = "", remove: str = "", version: int = 1
) -> GrantsSaved:
    return await do(
        db,
        BANK,
        save_role_grants,
        role_id=of.roles[role],
        add=[of.nodes[code] for code in add.split()],
        remove=[of.nodes[code] for code in remove.split()],
        expected_version=version,
    )


async def test_a_save_sends_a_difference_and_leaves_who_before_and_after(
    db: Database, superuser: asyncpg.Connection
) -> None:
    of = await platform(db, SHOP)
    saved = await save(db, of, "clerk", add="member.contact audit.read", remove="")
    assert (saved.role.version, saved.change) == (2, None)
    expected = {"menu.team", "member.read", "member.contact", "menu.audit", "audit.read"}
    assert await codes_of(superuser, "clerk") == expected
    await save(db, of, "clerk", remove="member.read", version=2)
    assert await codes_of(superuser, "clerk") == {"menu.team", "menu.audit", "audit.read"}
    event = await superuser.fetchrow(
        "SELECT before->'grants' AS before, after->'grants' AS after FROM audit_event"
        " WHERE action = 'role.grants_saved' ORDER BY recorded_at DESC LIMIT 1"
    )
    assert event["after"] == '["audit.read", "menu.audit", "menu.team"]'
    assert "member.contact" in event["before"]


async def test_a_save_of_an_old_version_is_refused(db: Database, superuser: asyncpg.Connection) -> None:
    of = await platform(db, SHOP)
    await save(db, of, "clerk", add="member.contact")
    with pytest.raises(StaleObject):
        await save(db, of, "clerk", add="audit.read")
    assert "audit.read" not in await codes_of(superuser, "clerk")


async def test_a_role_gets_nodes_of_its_own_template_only(db: Database, superuser: asyncpg.Connection) -> None:
    of, other = await platform(db, SHOP), await platform(db, SHOP, "stall")
    grant = {"role_id": of.roles["clerk"], "remove": (), "expected_version": 1}
    for foreign in (other.nodes["audit.read"], uuid7()):
        with pytest.raises(NodeOfOtherTemplate):
            await do(db, BANK, save_role_grants, add=[foreign], **grant)
    with pytest.raises(asyncpg.ForeignKeyViolationError):
        await superuser.execute(
            "INSERT INTO role_grant (template_id, role_id, node_id, granted_at) VALUES ($1, $2, $3, now())",
            of.id,
            of.roles["clerk"],
            other.nodes["audit.read"],
        )
    with pytest.raises(NotFound):
        await do(db, BANK, save_role_grants, role_id=uuid7(), add=(), remove=(), expected_version=1)


async def test_saving_what_is_there_changes_nothing(db: Database) -> None:
    of = await platform(db, SHOP)
    with pytest.raises(NothingToChange):
        await save(db, of, "clerk", add="member.read", remove="audit.read")


async def test_a_role_of_the_banks_staff_changes_only_when_a_second_person_agrees(
    db: Database, superuser: asyncpg.Connection
) -> None:
    of = await platform(db, HEADQUARTERS)
    maker, checker = await member(db, of, "root"), await member(db, of, "checker")
    grant = {"role_id": of.roles["auditor"], "add": [of.nodes["role.read"]], "remove": (), "expected_version": 1}
    saved = await do(db, maker, save_role_grants, reason="审计需要", **grant)
    assert saved.change is not None
    assert saved.change.payload == {
        "template": "headquarters",
        "role": "auditor",
        "add": ["role.read"],
        "remove": [],
    }
    assert await codes_of(superuser, "auditor") == {"audit.read"}
    with pytest.raises(ChangeAlreadyOpen):
        await do(db, maker, save_role_grants, **grant)
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    await do(db, checker, approve_change, **decide)
    assert await codes_of(superuser, "auditor") == {"audit.read", "role.read"}
    with pytest.raises(Forbidden):
        await do(db, BANK, save_role_grants, **{**grant, "add": [of.nodes["role.grant"]], "expected_version": 2})


@pytest.mark.parametrize("meanwhile", ["grants", "prune"])
async def test_an_approval_of_an_outdated_change_is_refused_and_leaves_it_open(
    db: Database, superuser: asyncpg.Connection, meanwhile: str
) -> None:
    of = await platform(db, HEADQUARTERS)
    maker, checker = await member(db, of, "root"), await member(db, of, "checker")
    grant = {"role_id": of.roles["auditor"], "remove": (), "expected_version": 1}
    saved = await do(db, maker, save_role_grants, add=[of.nodes["role.grant"]], **grant)
    assert saved.change is not None
    if meanwhile == "grants":
        await superuser.execute("UPDATE role SET version = 2 WHERE id = $1", of.roles["auditor"])
    else:
        prune = {"template_id": of.id, "node_id": of.nodes["role.grant"], "expected_version": 1}
        await superuser.execute("UPDATE membership SET status = 'SUSPENDED'")
        await do(db, BANK, prune_node, reason="不再需要它", **prune)
        await superuser.execute("UPDATE membership SET status = 'ACTIVE'")
        await superuser.execute(
            "INSERT INTO role_grant (template_id, role_id, node_id, granted_at) SELECT $1, $2, id, now()"
            " FROM permission_node WHERE code = 'role.approve' ON CONFLICT DO NOTHING",
            of.id,
            of.roles["root"],
        )
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    with pytest.raises(Exception) as refused:  # noqa: PT011 - which refusal depends on what happened meanwhile
        await do(db, checker, approve_change, **decide)
    assert type(refused.value).__name__ in ("StaleObject", "MakerLostPermission")
    assert await superuser.fetchval("SELECT state FROM change_request") == "OPEN"
    assert await codes_of(superuser, "auditor") == {"audit.read"}


async def test_the_last_administrators_role_keeps_what_repairs_the_rest(db: Database) -> None:
    of = await platform(db, HEADQUARTERS)
    root, checker = await member(db, of, "root"), await member(db, of, "checker")
    take = {"role_id": of.roles["root"], "add": (), "remove": [of.nodes["member.appoint"]], "expected_version": 1}
    saved = await do(db, root, save_role_grants, **take)
    assert saved.change is not None
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    with pytest.raises(LastAdministrator):
        await do(db, checker, approve_change, **decide)


async def test_an_import_into_a_bank_platform_waits_for_a_second_person(
    db: Database, superuser: asyncpg.Connection
) -> None:
    of = await platform(db, HEADQUARTERS)
    maker, checker = await member(db, of, "root"), await member(db, of, "checker")
    wider = {**HEADQUARTERS, "roles": [{**each} for each in HEADQUARTERS["roles"]]}
    wider["roles"][0]["grants"] = ["audit.read", "template.edit"]
    update = {"template_id": of.id, "document": wider, "expected_version": 1, "reason": "审计角色扩权"}
    saved = await do(db, maker, update_from_document, **update)
    assert saved.change is not None
    assert await codes_of(superuser, "auditor") == {"audit.read"}
    decide = {"tenant": PLATFORM_TENANT, "change_id": saved.change.id, "payload_hash": saved.change.payload_hash}
    await do(db, checker, approve_change, **decide)
    assert await codes_of(superuser, "auditor") == {"audit.read", "template.read", "template.edit"}
    assert set((await as_it_is(db, of.id)).nodes) == set(of.nodes)
