"""The audit trail: what an event says, who may write and read it, and that nobody may change it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole, ScopeKind, Via
from prepaid.core.audit import Change, diff
from prepaid.core.audit.redaction import redacted
from prepaid.core.database import Database
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

PHONE = fictitious.phone(1)


async def record(db: Database, actor: Actor, **more: Any) -> None:
    async with db.write(actor) as tx:
        await audit.record(tx, "store.renamed", object_type="Store", object_id=uuid7(), **more)


async def test_an_event_tells_who_what_where_and_when(
    db: Database, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    with clock.freeze(datetime(2026, 3, 2, 9, tzinfo=UTC)):
        await record(db, cashier, before={"name": "旧"}, after={"name": "新", "since": clock.now()}, reason="改名")
    event = await superuser.fetchrow("SELECT * FROM audit_event")
    assert event["at"] == datetime(2026, 3, 2, 9, tzinfo=UTC) < event["recorded_at"]
    assert (event["merchant_id"], event["actor_account_id"]) == (cashier.merchant_id, cashier.account_id)
    assert (event["template"], event["action"], event["policy_version"]) == ("merchant", "store.renamed", 3)
    assert (event["address"], event["reason"], event["actor_token_id"]) == ("192.0.2.7", "改名", None)
    assert event["after"] == '{"name": "新", "since": "2026-03-02T09:00:00.000000Z"}'


async def test_no_before_is_null_and_not_a_json_null(
    db: Database, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    await record(db, cashier)
    assert await superuser.fetchval("SELECT before IS NULL FROM audit_event")


@pytest.mark.parametrize("role", list(DbRole))
async def test_every_role_writes_events_of_its_own_acts(db: Database, cashier: Actor, role: DbRole) -> None:
    tenant = cashier.merchant_id if role in (DbRole.MERCHANT, DbRole.OPERATOR) else PLATFORM_TENANT
    await record(db, replace(cashier, db_role=role), tenant=tenant)


@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR])
async def test_nobody_writes_into_another_merchants_trail(
    db: Database, cashier: Actor, neighbour: Actor, role: DbRole
) -> None:
    with pytest.raises(DBAPIError, match="row-level security"):
        await record(db, replace(cashier, db_role=role), tenant=neighbour.merchant_id)


INSERT_EVENT = """
INSERT INTO audit_event (merchant_id, id, at, action, object_type, policy_version, actor_account_id)
VALUES ($1, $2, now(), 'x', 'X', 0, $3)
"""


async def test_a_consumer_writes_in_his_own_name_only_and_reads_nothing(db: Database, consumer: Actor) -> None:
    async with db.aside(consumer) as connection:
        await connection.execute(INSERT_EVENT, PLATFORM_TENANT, uuid7(), consumer.account_id)
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="row-level security"):
        async with db.aside(consumer) as connection:
            await connection.execute(INSERT_EVENT, PLATFORM_TENANT, uuid7(), uuid7())
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="permission denied"):
        async with db.aside(consumer) as connection:
            await connection.fetch("SELECT * FROM audit_event")


@pytest.mark.parametrize("table", ["audit_event", "audit_block", "audit_seal"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET merchant_id = merchant_id", "DELETE FROM {}", "TRUNCATE {}"])
async def test_nobody_changes_the_trail_not_even_a_superuser(
    superuser: asyncpg.Connection, table: str, statement: str
) -> None:
    statement = statement.replace("merchant_id = merchant_id", "hash = hash") if table == "audit_block" else statement
    with pytest.raises(asyncpg.InsufficientPrivilegeError, match="never changed"):
        await superuser.execute(statement.format(table))


async def test_personal_data_is_masked_wherever_it_stands(
    db: Database, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    secret = (PHONE, fictitious.id_card(7), fictitious.bank_card(7))
    after = {"phone": PHONE, "nested": [{"note": f"请打 +86 {PHONE}，身份证{secret[1]}。"}], "card": secret[2]}
    await record(db, cashier, after=after, reason=f"顾客{PHONE}要求")
    row = str(await superuser.fetchrow("SELECT * FROM audit_event"))
    assert not [number for number in secret if number in row]
    assert f"{PHONE[:3]}****{PHONE[-4:]}" in row


@pytest.mark.parametrize(
    "harmless",
    [
        "2026030213812345678901",
        "ORD13812345678",
        "13812345678.50",
        "138123456789",
        "01a20446-3604-7399-abb3-bd5dfe679707",
        "1234567",
    ],
)
def test_numbers_that_are_no_personal_data_stay(harmless: str) -> None:
    assert redacted({"n": harmless, "fen": 13812345678}) == {"n": harmless, "fen": 13812345678}


def test_the_timeline_shows_what_differs() -> None:
    before = {"name": "旧", "address": {"city": "上海", "zip": "200000"}, "tags": [1], "open": True, "count": 1}
    after = {"name": "新", "address": {"city": "上海", "zip": "200001"}, "tags": [1], "open": 1, "note": None}
    assert diff(before, after) == [
        Change("address.zip", "200000", "200001"),
        Change("count", 1, None),
        Change("name", "旧", "新"),
        Change("open", True, 1),
    ]
    assert diff(None, {"name": "新"}) == [Change("name", None, "新")]


async def test_an_operators_own_act_is_recorded_in_the_banks_tenant(
    db: Database, superuser: asyncpg.Connection
) -> None:
    operator = Actor(via=Via.COOKIE, db_role=DbRole.OPERATOR, account_id=uuid7(), scope=ScopeKind.OPERATOR)
    async with db.write(operator) as tx:
        await audit.record(tx, "session.revoked", object_type="Session", object_id=None)
        role = await tx.scalar(text("SELECT current_user"))
    assert role == DbRole.OPERATOR
    assert await superuser.fetchval("SELECT merchant_id FROM audit_event") == PLATFORM_TENANT
