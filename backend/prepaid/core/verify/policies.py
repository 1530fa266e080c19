"""Row-level security of every table is in force and says what the table declares (invariant 9)."""

from collections.abc import Iterator
from typing import TypeAlias

import asyncpg
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql

from prepaid.core.access import RowAccess, Rule
from prepaid.core.findings import Finding, check
from prepaid.core.model import Base
from prepaid.core.revisions import OWNER

CHECK = "row-security"
DIALECT = postgresql.dialect()  # type: ignore[no-untyped-call]
ISOLATION = 9
TABLES = """
SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced, o.rolname AS owner,
       EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'merchant_id' AND NOT a.attisdropped)
           AS of_tenants
FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
ORDER BY 1
"""
POLICIES = """
SELECT tablename AS name, policyname, roles::text[] AS roles, cmd, permissive, qual, with_check
FROM pg_policies WHERE schemaname = 'public' ORDER BY 1, 2
"""
COPIES = """
SELECT c.relname AS name, p.polname AS policy, pg_get_expr(p.polqual, p.polrelid) AS condition
FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid WHERE c.relnamespace = pg_my_temp_schema()
"""
Printed: TypeAlias = dict[tuple[str, str], str]
"""Condition by table and policy."""


@check(CHECK, invariants=(ISOLATION,))
async def verify_policies(connection: asyncpg.Connection) -> list[Finding]:
    """Compare owners, switches and policies with the declarations."""
    declared = {table.name: table for table in Base.metadata.sorted_tables}
    live = {row["name"]: row for row in await connection.fetch(TABLES)}
    findings = [_about(name, "is missing") for name in declared.keys() - live.keys()]
    for name, row in live.items():
        findings += [_about(name, detail) for detail in _wrong_with_table(row, declared.get(name))]
    policies: dict[str, list[asyncpg.Record]] = {}
    for policy in await connection.fetch(POLICIES):
        policies.setdefault(policy["name"], []).append(policy)
    present = [table for name, table in declared.items() if name in live]
    printed = await _as_printed(connection, present)
    for table in present:
        wrong = _wrong_with_policies(policies.get(table.name, []), table, printed)
        findings += [_about(table.name, detail) for detail in wrong]
    return sorted(findings, key=str)


def _wrong_with_table(row: asyncpg.Record, declared: Table | None) -> Iterator[str]:
    if declared is None:
        if row["of_tenants"]:
            yield "has a merchant_id and no declaration"
        return
    if row["owner"] != OWNER:
        yield f"belongs to {row['owner']} and not to {OWNER}"
    if not row["enabled"]:
        yield "row-level security is off"
    if not row["forced"]:
        yield "row-level security is not forced on its owner"


async def _as_printed(connection: asyncpg.Connection, tables: list[Table]) -> Printed:
    """The declared conditions as PostgreSQL prints them: told by policies on empty copies that are rolled back."""
    script, policies = [], []
    for table in tables:
        columns = ", ".join(f"{column.name} {column.type.compile(DIALECT)}" for column in table.columns)
        rules: tuple[Rule, ...] = table.info["access"].rules
        script.append(f"CREATE TEMP TABLE {table.name} ({columns})")
        declared = [policy for rule in rules for policy in rule.policies()]
        policies += [f"CREATE POLICY {one.name} ON pg_temp.{table.name} USING ({one.rows})" for one in declared]
    copying = connection.transaction()
    await copying.start()
    try:
        # All copies first: a condition that names another table must not mean the original, which is printed otherwise.
        await connection.execute("; ".join(script + policies))
        return {(row["name"], row["policy"]): row["condition"] for row in await connection.fetch(COPIES)}
    finally:
        await copying.rollback()


def _wrong_with_policies(live: list[asyncpg.Record], table: Table, printed: Printed) -> Iterator[str]:
    access: RowAccess = table.info["access"]
    expected = {policy.name: policy for rule in access.rules for policy in rule.policies()}
    for policy in live:
        one = expected.pop(policy["policyname"], None)
        if one is None or policy["roles"] != [one.rule.role.value] or policy["permissive"] != one.kind:
            yield f"has the policy {policy['policyname']}, which is not declared"
            continue
        if policy["cmd"] != one.command:
            yield f"the policy {one.name} is for {policy['cmd']}"
        for part in ("qual", "with_check") if one.rule.writes else ("qual",):
            if policy[part] != printed[table.name, one.name]:
                yield f"the policy {one.name} allows other rows than declared: {policy[part]}"
    for name in expected:
        yield f"the policy {name} is missing"


def _about(table: str, detail: str) -> Finding:
    return Finding(CHECK, ISOLATION, f"table {table}", detail)
