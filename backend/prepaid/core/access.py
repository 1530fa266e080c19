"""Row access of a table as data: which database role may do what with which rows (row-level security)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from prepaid.core.actor import DbRole

TENANT = "merchant_id = current_setting('app.merchant_id', true)::uuid"
"""Bare form: proven by pgrls and accepted by Citus; an unset tenant reads '' and fails loudly."""
TENANTS = "merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])"
ALL = "true"


def own_account(column: str = "account_id") -> str:
    """Rows that name the caller's own account."""
    return f"{column} = current_setting('app.account_id', true)::uuid"


@dataclass(frozen=True, slots=True)
class Rule:
    """What one database role may do with which rows."""

    role: DbRole
    verbs: str
    """Privileges, comma separated: `SELECT, INSERT, UPDATE, DELETE`; a column list may follow a verb."""
    rows: str
    """Condition that a row must fulfil, for reading and for writing."""
    narrowed: str | None = None
    """A further condition, in a restrictive policy of its own: the tenant's alone stays what is proven."""

    @property
    def writes(self) -> bool:
        return any(verb in self.verbs for verb in ("INSERT", "UPDATE", "DELETE"))

    def policies(self) -> "Iterator[Policy]":
        """The policies that carry it out."""
        yield Policy(self.role.value, self, self.rows, "PERMISSIVE")
        if self.narrowed is not None:
            yield Policy(f"{self.role.value}_narrowed", self, self.narrowed, "RESTRICTIVE")


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy of PostgreSQL."""

    name: str
    rule: Rule
    rows: str
    kind: str
    """PERMISSIVE or RESTRICTIVE."""

    @property
    def command(self) -> str:
        return "ALL" if self.rule.writes else "SELECT"


@dataclass(frozen=True, slots=True)
class RowAccess:
    """All rules of a table; a role without one has no access."""

    rules: tuple[Rule, ...]

    def plus(self, *rules: Rule) -> "RowAccess":
        """The same with further rules; a rule for a role that is already there replaces it."""
        roles = {rule.role for rule in rules}
        return RowAccess(tuple(rule for rule in self.rules if rule.role not in roles) + rules)


FULL = "SELECT, INSERT, UPDATE, DELETE"
APPEND = "SELECT, INSERT"


def tenant_rows(verbs: str = FULL) -> RowAccess:
    """A tenant table: a merchant's own rows, an operator's merchants' rows, all rows for bank and worker."""
    return RowAccess(
        (
            Rule(DbRole.MERCHANT, verbs, TENANT),
            Rule(DbRole.OPERATOR, verbs, TENANTS),
            Rule(DbRole.BANK, verbs, ALL),
            Rule(DbRole.WORKER, verbs, ALL),
        )
    )


def catalogue(writers: Iterable[DbRole] = (DbRole.BANK, DbRole.WORKER), verbs: str = FULL) -> RowAccess:
    """A table that everybody reads and only `writers` change."""
    writers = tuple(writers)
    return RowAccess(tuple(Rule(role, verbs if role in writers else "SELECT", ALL) for role in DbRole))


def identity_rows(*others: Rule) -> RowAccess:
    """A table of the sign-in machinery: full for `app_identity`, otherwise as the further rules say."""
    return RowAccess((Rule(DbRole.IDENTITY, FULL, ALL), *others))


def access_ddl(table: str, access: RowAccess) -> Iterator[str]:
    """Statements that enable and force row-level security and give each role its privileges and policy."""
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    for rule in access.rules:
        yield f"GRANT {rule.verbs} ON {table} TO {rule.role}"
        for policy in rule.policies():
            kind = "" if policy.kind == "PERMISSIVE" else f" AS {policy.kind}"
            check = f" WITH CHECK ({policy.rows})" if rule.writes else ""
            target = f"{table}{kind} FOR {policy.command} TO {rule.role}"
            yield f"CREATE POLICY {policy.name} ON {target} USING ({policy.rows}){check}"
