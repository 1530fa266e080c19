"""From a session's or token's row to the actor it stands for."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from prepaid.core.actor import Actor, Grants, ScopeKind, Via
from prepaid.core.database import ReadSession
from prepaid.domains.identity.reads.known_callers import Caller
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.effective import Switches
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import ABOVE_MERCHANTS, database_role
from prepaid.domains.identity.rules.session_life import Life, SessionKind

IDLE_WITHOUT_MEMBERSHIP: Final = timedelta(minutes=15)
IDLE_MINUTES: Final = """
SELECT t.idle_minutes FROM membership m JOIN platform_template t ON t.id = m.template_id WHERE m.id = $1
"""
NEVER_IDLE: Final = timedelta(days=36_500)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Makes callers of rows; grants come from the process's compiled policies."""

    policies: PolicyStore

    async def of_session(self, source: ReadSession, row: Any) -> Caller:
        """The caller of a session's row; without grants while a second factor is due."""
        idle = IDLE_WITHOUT_MEMBERSHIP if row["idle_minutes"] is None else timedelta(minutes=row["idle_minutes"])
        due = row["second_factor"] == "REQUIRED" and row["second_factor_at"] is None
        life = Life(
            expires_at=row["expires_at"],
            access_expires_at=row["access_expires_at"],
            last_seen_at=row["last_seen_at"],
            idle=idle,
            locked=row["locked_at"] is not None,
            revoked=row["revoked_at"] is not None or row["account_status"] != "ACTIVE",
        )
        actor = Actor(
            via=Via.COOKIE if row["kind"] == SessionKind.COOKIE else Via.BEARER,
            account_id=row["account_id"],
            session_id=row["session_id"],
            stepped_up_at=row["stepped_up_at"],
            locked=life.locked,
            second_factor_due=due,
            policy_version=self.policies.version,
            locale=row["locale"],
            **({} if due or row["template"] is None else await self.standing(source, row)),
        )
        return Caller(actor, life)

    async def of_token(self, source: ReadSession, row: Any) -> Caller:
        """The caller of a token's row."""
        life = Life(row["expires_at"], None, row["created_at"], NEVER_IDLE, False, row["revoked_at"] is not None)
        actor = Actor(
            via=Via.API_TOKEN,
            token_id=row["token_id"],
            policy_version=self.policies.version,
            **await self.standing(source, row),
        )
        return Caller(actor, life, tuple(row["allowed_addresses"]))

    async def standing(self, source: ReadSession, row: Any) -> dict[str, Any]:
        """Template, scope and grants of a membership or token."""
        scope, audience = ScopeKind(row["scope"]), Audience(row["audience"])
        of_one = audience is Audience.MERCHANT and scope not in ABOVE_MERCHANTS
        standing = {
            "template": row["template"],
            "scope": scope,
            "db_role": database_role(audience, scope),
            "grants": await self._grants(source, row, of_one=of_one),
            "merchant_id": row["merchant_id"] if of_one else None,
            "merchant_ids": (row["merchant_id"],) if of_one else tuple(row["merchants"]),
        }
        if "membership_id" in row.keys():  # noqa: SIM118 - a record's `in` looks at its values
            standing |= {"membership_id": row["membership_id"], "store_ids": tuple(row["stores"])}
        return standing

    async def _grants(self, source: ReadSession, row: Any, *, of_one: bool) -> Grants:
        if of_one and row["gate"] is None:
            return Grants()
        switches = Switches.of(row["type_features"], row["features"], row["gate"]) if of_one else None
        return await self.policies.effective_grants(source, row["template_id"], frozenset(row["roles"]), switches)


async def idle_limit(source: Fetches, membership_id: UUID | None) -> timedelta:
    """The idle limit of a session that acts in this membership."""
    rows = await source.fetch(IDLE_MINUTES, membership_id)
    return timedelta(minutes=rows[0]["idle_minutes"]) if rows else IDLE_WITHOUT_MEMBERSHIP


def just_replaced(row: Any, secret_hash: bytes, now: datetime, grace: timedelta) -> bool:
    """Whether this secret was its session's until a moment ago."""
    return row["secret_hash"] != secret_hash and row["rotated_at"] is not None and now < row["rotated_at"] + grace
