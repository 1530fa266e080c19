"""Who checks the checker: one corruption per check of identity, planted as superuser, and each is named."""

from collections.abc import AsyncIterator

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from prepaid.core.verify import run_checks
from prepaid.domains.identity.commands.change_member_roles import change_member_roles
from prepaid.domains.identity.jobs import checks
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.cast import as_it_is, do, member

OWN = {"permission-trees", "role-grants", "members", "changes", "merchant-features"}

NODE = "(SELECT id FROM permission_node n WHERE n.template_id = t.id AND code = '{}')"
ROLE = "(SELECT id FROM role r WHERE r.template_id = t.id AND code = '{}')"

CORRUPTIONS = {
    "a grant of another template's node": (
        "INSERT INTO role_grant SELECT t.id, " + ROLE.format("cashier") + ", n.id, now()"
        " FROM platform_template t, permission_node n JOIN platform_template o ON o.id = n.template_id"
        " WHERE t.code = 'merchant' AND o.code = 'bank' AND n.code = 'merchant.gate'",
        "role-grants (invariant 10): role cashier of merchant: holds nodes of another template",
    ),
    "a grant without its page": (
        "DELETE FROM role_grant g USING permission_node n, role r WHERE n.id = g.node_id AND r.id = g.role_id"
        " AND r.code = 'compliance' AND n.code = 'merchant.read'",
        "role compliance of bank: holds merchant.gate without the node above it",
    ),
    "a kind is changed": (
        "UPDATE permission_node SET kind = 'PAGE' WHERE code = 'member.add'",
        "permission-trees (invariant 10): node member.add of bank: member.add is of kind ACTION",
    ),
    "a gate is opened": (
        "UPDATE permission_node SET gate = 'SALES' WHERE code = 'token.read'",
        "node token.read of merchant: feature and gate of token.read are fixed by the system",
    ),
    "a node that guards nothing": (
        "UPDATE permission_node SET code = 'made.up' WHERE code = 'token.issue'",
        "node made.up of merchant: nothing asks for the permission made.up",
    ),
    "a tree in a circle": (
        "UPDATE permission_node SET parent_id = (SELECT n.id FROM permission_node n WHERE n.code = 'member.read'"
        " AND n.template_id = permission_node.template_id) WHERE code = 'menu.team'",
        "node ? of merchant: the tree runs in a circle",
    ),
    "a role of another template": (
        "UPDATE membership_role SET template_id = (SELECT id FROM platform_template WHERE code = 'bank'),"
        " role_id = (SELECT r.id FROM role r JOIN platform_template t ON t.id = r.template_id"
        " WHERE t.code = 'bank' AND r.code = 'risk')"
        " WHERE membership_id = (SELECT id FROM membership WHERE display_name = '陈静')",
        "has a role of another template",
    ),
    "a scope above one's place": (
        "UPDATE membership SET scope = 'BANK_ALL' WHERE display_name = '陈静'",
        "has the scope BANK_ALL, which does not fit its place",
    ),
    "two accounts of one person": (
        "ALTER TABLE membership DROP CONSTRAINT ex_membership_person;"
        "UPDATE membership SET staff_number = 'B1001' WHERE staff_number = 'B1002'",
        "members (invariant 10): member",
    ),
    "bank staff without a number": (
        "UPDATE membership SET staff_number = NULL WHERE staff_number = 'B1003'",
        "is bank staff without a staff number",
    ),
    "a change decided by its maker": (
        "ALTER TABLE change_request DROP CONSTRAINT ck_change_request_maker_is_not_checker;"
        "UPDATE change_request SET state = 'APPROVED', checker_account_id = maker_account_id",
        "was decided by its maker",
    ),
    "another payload": (
        """UPDATE change_request SET payload = payload || '{"roles": ["auditor"]}'""",
        "changes (invariant 10): change 00000000-0000-7000-8000-000000000000/",
    ),
    "an unknown kind": ("UPDATE change_request SET kind = 'no.kind'", "is of the unknown kind no.kind"),
    "a forgotten change": (
        "UPDATE change_request SET expires_at = now() - interval '2 days'",
        "is open for a day past its time",
    ),
    "a feature without its type": (
        "UPDATE merchant SET features = '{gifting,seats}' WHERE number = 'M000001'",
        "merchant-features (invariant 8): merchant M000001: has seats without its type",
    ),
}


@pytest.fixture
async def superuser(demo_database: str) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(demo_database)
    yield connection
    await connection.close()


async def submit_a_change(url: str) -> None:
    db = Database(app_url(url, settings().app_database_password.get_secret_value()))
    await db.open()
    async with db.read(SYSTEM) as source:
        template = await source.fetchval("SELECT id FROM platform_template WHERE code = 'permission'")
    of = await as_it_is(db, template)
    maker = await member(db, of, "administrator", staff_number="B9001")
    target = await member(db, of, "auditor", staff_number="B9002")
    await do(
        db,
        maker,
        change_member_roles,
        tenant=PLATFORM_TENANT,
        membership_id=target.membership_id,
        role_ids=[of.roles["administrator"]],
    )
    await db.close()


async def said(url: str) -> list[str]:
    return [str(finding) for finding in await run_checks(url) if finding.check in OWN]


async def test_the_demo_is_sound(demo_database: str) -> None:
    await submit_a_change(demo_database)
    assert await said(demo_database) == []
    assert checks.TRAIL == 10


@pytest.mark.parametrize("corruption", CORRUPTIONS)
async def test_every_corruption_is_named(demo_database: str, superuser: asyncpg.Connection, corruption: str) -> None:
    await submit_a_change(demo_database)
    statement, expected = CORRUPTIONS[corruption]
    # Foreign keys and triggers look away, as they do for a restored or damaged database.
    await superuser.execute("SET session_replication_role = replica")
    await superuser.execute(statement)
    found = await said(demo_database)
    assert [line for line in found if expected in line], found
