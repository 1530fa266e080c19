"""Nobody holds a privilege that is not declared, and the login role holds none itself (invariant 9)."""

import re
from collections.abc import Iterator
from typing import TypeAlias

import asyncpg
from sqlalchemy import Table

from prepaid.core.access import RowAccess
from prepaid.core.actor import DbRole
from prepaid.core.database import APP_LOGIN
from prepaid.core.findings import Finding, check
from prepaid.core.model import Base
from prepaid.core.revisions import MAINTENANCE, OWNER

CHECK = "privileges"
ISOLATION = 9
OURS = (*DbRole, APP_LOGIN, MAINTENANCE, OWNER)
# aclexplode and not information_schema, which shows a role only what it may see itself.
GRANTS = """
SELECT c.relname AS name, coalesce(r.rolname, 'PUBLIC') AS grantee, acl.privilege_type AS verb, acl.attribute
FROM pg_class c
CROSS JOIN LATERAL (
    SELECT (aclexplode(c.relacl)).*, NULL::name AS attribute
    UNION ALL
    SELECT (aclexplode(a.attacl)).*, a.attname FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0
) AS acl
LEFT JOIN pg_roles r ON r.oid = acl.grantee
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND acl.grantee <> c.relowner
"""
ROLES = """
SELECT rolname AS name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolcanlogin FROM pg_roles
WHERE rolname = ANY($1)
"""
MEMBERSHIPS = """
SELECT m.rolname AS member, r.rolname AS role, am.inherit_option AS inherits
FROM pg_auth_members am JOIN pg_roles m ON m.oid = am.member JOIN pg_roles r ON r.oid = am.roleid
WHERE m.rolname = ANY($1)
"""
VERB = re.compile(r"(SELECT|INSERT|UPDATE|DELETE)(?:\s*\(([^)]*)\))?")
Privilege: TypeAlias = tuple[str, str, str | None]
"""Role, verb, and the column that it is limited to."""


@check(CHECK, invariants=(ISOLATION,))
async def verify_privileges(connection: asyncpg.Connection) -> list[Finding]:
    """Compare table and column privileges with the declarations, and look at the roles themselves."""
    declared = {table.name: set(_declared(table)) for table in Base.metadata.sorted_tables}
    live: dict[str, set[Privilege]] = {name: set() for name in declared}
    for row in await connection.fetch(GRANTS):
        if row["name"] in live:
            live[row["name"]].add((row["grantee"], row["verb"], row["attribute"]))
    findings = []
    for name, expected in declared.items():
        for grantee, verb, column in live[name] - expected:
            findings.append(_about(f"table {name}", f"{grantee} may {_said(verb, column)}, which is not declared"))
        for grantee, verb, column in expected - live[name]:
            findings.append(_about(f"table {name}", f"{grantee} may not {_said(verb, column)}, which is declared"))
    findings += [_about(f"role {name}", detail) for name, detail in await _wrong_with_roles(connection)]
    return sorted(findings, key=str)


def _declared(table: Table) -> Iterator[Privilege]:
    access: RowAccess = table.info["access"]
    for verb in ("SELECT", "INSERT", "UPDATE", "DELETE"):
        yield MAINTENANCE, verb, None
    for rule in access.rules:
        for verb, columns in VERB.findall(rule.verbs):
            for column in columns.split(",") if columns else (None,):
                yield rule.role.value, verb, column and column.strip()


async def _wrong_with_roles(connection: asyncpg.Connection) -> list[tuple[str, str]]:
    wrong = []
    for role in await connection.fetch(ROLES, list(OURS)):
        name = role["name"]
        if role["rolsuper"] or role["rolcreaterole"] or role["rolcreatedb"]:
            wrong.append((name, "has rights of an administrator"))
        if role["rolbypassrls"] and name != MAINTENANCE:
            wrong.append((name, "bypasses row-level security"))
        if role["rolcanlogin"] and name != APP_LOGIN:
            wrong.append((name, "can log in"))
    for membership in await connection.fetch(MEMBERSHIPS, list(OURS)):
        member, role = membership["member"], membership["role"]
        if member != APP_LOGIN or role not in set(DbRole):
            wrong.append((member, f"is a member of {role}"))
        elif membership["inherits"]:
            wrong.append((member, f"has the rights of {role} without becoming it"))
    return wrong


def _said(verb: str, column: str | None) -> str:
    return f"{verb} ({column})" if column else verb


def _about(thing: str, detail: str) -> Finding:
    return Finding(CHECK, ISOLATION, thing, detail)
