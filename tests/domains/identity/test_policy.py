"""Compiled permissions: equal to Casbin's own answer, reloaded when a role changes, indifferent to size."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from time import perf_counter
from uuid import UUID, uuid4

import asyncpg
import pytest
from casbin import Enforcer
from hypothesis import given
from hypothesis import strategies as st

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database
from prepaid.core.signals import Signals
from prepaid.domains.identity.commands.retire_template import retire_template
from prepaid.domains.identity.commands.save_role_grants import save_role_grants
from prepaid.domains.identity.reads.casbin_policy import MODEL, Oracle, RoleGrants, load_oracle
from prepaid.domains.identity.reads.policy_store import PolicyFollower, PolicyStore
from prepaid.domains.identity.rules.effective import NodeRow, Switches, effective_codes, granted_nodes
from prepaid.domains.identity.rules.permissions import GateState, NodeKind
from tests.domains.identity.cast import BANK, SHOP, Platform, do, platform

CODES = ("a", "a.b", "a.b.c", "menu.x", "r", "t")
KINDS = dict(
    zip(CODES, (NodeKind.PAGE, NodeKind.ACTION, NodeKind.FIELD, NodeKind.MENU, *[NodeKind.DATA] * 2), strict=True)
)
ROLES = tuple(uuid4() for _ in range(4))
TEMPLATE = uuid4()


@given(
    policies=st.frozensets(st.tuples(st.sampled_from(ROLES), st.sampled_from(CODES))),
    held=st.frozensets(st.sampled_from(ROLES)),
)
def test_compiled_permissions_are_casbins_answers(policies: frozenset[tuple[UUID, str]], held: frozenset[UUID]) -> None:
    oracle = Oracle(TEMPLATE, [(role, code, KINDS[code]) for role, code in policies])
    granted = {code for role, code in policies if role in held}
    nodes = granted_nodes(NodeRow(uuid4(), None, code, KINDS[code], None, None) for code in granted)
    assert effective_codes(nodes, None) == {code for code in CODES if oracle.allows(held, code, KINDS[code])}


def test_the_empty_policy_and_the_empty_name_allow_nothing() -> None:
    empty = Enforcer(str(MODEL), RoleGrants(TEMPLATE, []))
    assert not empty.enforce("", "", "", "")
    role = uuid4()
    oracle = Oracle(TEMPLATE, [(role, "a", NodeKind.PAGE)])
    assert oracle.allows([role], "a", NodeKind.PAGE)
    assert not oracle.allows([], "a", NodeKind.PAGE)
    assert not oracle.allows([role], "a", NodeKind.ACTION)


def test_an_id_is_never_taken_for_another_kind_of_subject() -> None:
    same = uuid4()
    enforcer = Enforcer(str(MODEL), RoleGrants(same, [(same, "a", NodeKind.PAGE)]))
    assert enforcer.enforce(f"r:{same}", f"t:{same}", "a", "open")
    assert not enforcer.enforce(str(same), f"t:{same}", "a", "open")
    assert not enforcer.enforce(f"t:{same}", f"r:{same}", "a", "open")


async def grants(
    db: Database, store: PolicyStore, of: Platform, *roles: str, switches: Switches | None = None
) -> set[str]:
    async with db.read(SYSTEM) as source:
        found = await store.effective_grants(source, of.id, frozenset(of.roles[role] for role in roles), switches)
    return set(found.codes)


async def test_the_tables_compile_to_casbins_answers(db: Database) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    for role in shop.roles:
        async with db.read(SYSTEM) as source:
            oracle = await load_oracle(source, shop.id, [shop.roles[role]])
        expected = {
            each["code"]
            for each in SHOP["nodes"]
            if oracle.allows([shop.roles[role]], each["code"], NodeKind(each["kind"]))
        }
        assert await grants(db, store, shop, role) == expected
    assert await grants(db, store, shop, "lead", "clerk") == await grants(db, store, shop, "lead")
    assert await grants(db, store, shop) == set()


async def test_features_and_gate_of_a_merchant_take_permissions_away(db: Database) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    everything = await grants(db, store, shop, "owner")
    assert everything - await grants(db, store, shop, "owner", switches=Switches()) == {"menu.audit", "audit.read"}
    closed = await grants(db, store, shop, "owner", switches=Switches(frozenset({"auditing"}), GateState.CLOSED))
    assert closed == {"menu.team", "member.read", "member.contact", "menu.audit", "audit.read"}


async def test_a_retired_template_allows_nothing(db: Database) -> None:
    shop = await platform(db, SHOP)
    await do(db, BANK, retire_template, template_id=shop.id, expected_version=1, reason="平台已下线")
    assert await grants(db, PolicyStore(), shop, "owner") == set()


async def test_a_second_question_needs_no_statement(db: Database) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    roles = frozenset({shop.roles["owner"]})
    async with db.read(SYSTEM) as source:
        first = await store.effective_grants(source, shop.id, roles)
        assert source.statements == 1
        assert await store.effective_grants(source, shop.id, roles) is first
        await store.effective_grants(source, shop.id, roles, Switches())
        assert source.statements == 1


async def test_what_an_old_snapshot_loads_is_not_kept(db: Database) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    roles = frozenset({shop.roles["clerk"]})
    async with db.read(SYSTEM) as old:
        await old.fetchval("SELECT 1")
        await grant(db, shop, "clerk", "member.contact")
        store.template_changed(shop.id, await version(db))
        assert "member.contact" not in (await store.effective_grants(old, shop.id, roles)).codes
    assert "member.contact" in await grants(db, store, shop, "clerk")


async def grant(db: Database, of: Platform, role: str, code: str, *, expected_version: int = 1) -> None:
    await do(
        db,
        BANK,
        save_role_grants,
        role_id=of.roles[role],
        add={of.nodes[code]},
        remove=(),
        expected_version=expected_version,
    )


async def version(db: Database) -> int:
    async with db.read(SYSTEM) as source:
        return int(await source.fetchval("SELECT version FROM policy_version"))


@asynccontextmanager
async def following(db: Database, store: PolicyStore, *, poll_seconds: float) -> AsyncIterator[Signals]:
    signals = Signals(db.url)
    await signals.open()
    follower = PolicyFollower(store, db, poll_seconds=poll_seconds)
    await follower.start(signals)
    yield signals
    await follower.stop()
    await signals.close()


async def until(condition: "asyncio.Future[None]", seconds: float) -> None:
    await asyncio.wait_for(condition, seconds)


def heard(store: PolicyStore, wanted: int) -> "asyncio.Future[None]":
    """Done when the store has heard of a version."""
    done = asyncio.get_running_loop().create_future()

    def look() -> None:
        if done.done():
            return
        if store.version >= wanted:
            done.set_result(None)
        else:
            asyncio.get_running_loop().call_later(0.005, look)

    look()
    return done


async def test_a_change_reaches_a_store_by_signal(db: Database) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    async with following(db, store, poll_seconds=600):
        assert "member.contact" not in await grants(db, store, shop, "clerk")
        await grant(db, shop, "clerk", "member.contact")
        await until(heard(store, await version(db)), 1)
        assert "member.contact" in await grants(db, store, shop, "clerk")


async def test_a_change_that_was_not_heard_is_found_by_the_poll(db: Database, superuser: asyncpg.Connection) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    async with following(db, store, poll_seconds=0.05):
        assert "member.contact" not in await grants(db, store, shop, "clerk")
        await superuser.execute(
            "INSERT INTO role_grant (template_id, role_id, node_id, granted_at) VALUES ($1, $2, $3, now())",
            shop.id,
            shop.roles["clerk"],
            shop.nodes["member.contact"],
        )
        await superuser.execute("UPDATE policy_version SET version = version + 1")
        await until(heard(store, await version(db)), 2)
        assert "member.contact" in await grants(db, store, shop, "clerk")


async def test_a_lost_listening_connection_makes_the_store_forget_everything(
    db: Database, superuser: asyncpg.Connection
) -> None:
    shop = await platform(db, SHOP)
    store = PolicyStore()
    async with following(db, store, poll_seconds=600):
        await grants(db, store, shop, "clerk")
        await superuser.execute("UPDATE policy_version SET version = version + 1")
        await superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'prepaid signals'"
            " AND datname = current_database()"
        )
        await until(heard(store, await version(db)), 5)


async def test_a_second_process_sees_a_role_change_within_a_second(db: Database) -> None:
    shop = await platform(db, SHOP)
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        str(Path(__file__).with_name("policy_process.py")),
        db.url,
        str(shop.id),
        str(shop.roles["clerk"]),
        stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    try:
        before = (await asyncio.wait_for(process.stdout.readline(), 30)).decode().split()
        assert before == ["member.read", "menu.team"]
        await grant(db, shop, "clerk", "member.contact")
        began = perf_counter()
        after = (await asyncio.wait_for(process.stdout.readline(), 5)).decode().split()
        assert after == ["member.contact", "member.read", "menu.team"]
        assert perf_counter() - began < 1
    finally:
        process.kill()
        await process.wait()
        # The transport closes with the process; its end is awaited, so that nothing is left to the collector.
        await process.stdout.read()


@pytest.mark.parametrize("policies", [10, 100_000])
async def test_only_the_asked_roles_rows_are_loaded(db: Database, superuser: asyncpg.Connection, policies: int) -> None:
    """However many policies the tables hold, a set of roles is compiled from an index range of its own."""
    shop = await platform(db, SHOP)
    roles = max(1, policies // len(shop.nodes))
    await superuser.execute(
        "INSERT INTO role (id, template_id, code, name_zh, name_en, description, version)"
        " SELECT gen_random_uuid(), $1, 'r' || n, 'r', 'r', '', 1 FROM generate_series(1, $2) n",
        shop.id,
        roles,
    )
    await superuser.execute(
        "INSERT INTO role_grant (template_id, role_id, node_id, granted_at) SELECT r.template_id, r.id, n.id, now()"
        " FROM role r JOIN permission_node n USING (template_id) WHERE r.code ~ '^r[0-9]+$'"
    )
    await superuser.execute("ANALYZE role_grant, permission_node")
    store = PolicyStore()
    assert await grants(db, store, shop, "clerk") == {"menu.team", "member.read"}
    from prepaid.domains.identity.reads.policy_store import ROWS

    plan = "\n".join(row[0] for row in await superuser.fetch(f"EXPLAIN {ROWS}", shop.id, [shop.roles["clerk"]]))
    if policies > 1_000:
        assert "Seq Scan on role_grant" not in plan
