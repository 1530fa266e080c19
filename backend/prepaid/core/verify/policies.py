"""Row-level security of every table is in force and says what the table declares (invariant 9)."""

import re
from collections.abc import Iterator

import asyncpg
from sqlalchemy import Table

from prepaid.core.access import RowAccess
from prepaid.core.findings import Finding, check
from prepaid.core.migrate import OWNER
from prepaid.core.model import Base

CHECK = "row-security"
ISOLATION = 9
NOT_OURS = frozenset({"alembic_version"})
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
    for name, table in declared.items():
        findings += [_about(name, detail) for detail in _wrong_with_policies(policies.get(name, []), table)]
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


def _wrong_with_policies(live: list[asyncpg.Record], table: Table) -> Iterator[str]:
    access: RowAccess = table.info["access"]
    expected = {rule.role.value: rule for rule in access.rules}
    for policy in live:
        rule = expected.pop(policy["policyname"], None)
        if rule is None or policy["roles"] != [rule.role.value] or policy["permissive"] != "PERMISSIVE":
            yield f"has the policy {policy['policyname']}, which is not declared"
            continue
        writes = any(verb in rule.verbs for verb in ("INSERT", "UPDATE", "DELETE"))
        if policy["cmd"] != ("ALL" if writes else "SELECT"):
            yield f"the policy {rule.role} is for {policy['cmd']}"
        for part in ("qual", "with_check") if writes else ("qual",):
            if _normal(policy[part]) != _normal(rule.rows):
                yield f"the policy {rule.role} allows other rows than declared: {policy[part]}"
    for name in expected:
        yield f"the policy {name} is missing"


def _normal(condition: str | None) -> str:
    """A condition without what PostgreSQL adds when it prints one: parentheses, blanks, casts of text."""
    return re.sub(r"::text|[()\s]", "", condition or "").lower()


def _about(table: str, detail: str) -> Finding:
    return Finding(CHECK, ISOLATION, f"table {table}", detail)
