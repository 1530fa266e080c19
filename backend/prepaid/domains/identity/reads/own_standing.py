"""What a signed-in person is told about his own account and session."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.core.actor import GATEKEEPER, Actor
from prepaid.core.database import Database
from prepaid.domains.identity.reads.membership_choices import MembershipChoice, membership_choices
from prepaid.kit import clock

ACCOUNT: Final = """
SELECT a.display_name, a.phone_masked, a.email_masked, a.locale, a.password_hash IS NOT NULL AS has_password,
  a.totp_confirmed_at IS NOT NULL AS has_totp, a.pin_hash IS NOT NULL AS has_pin, s.expires_at, s.membership_id,
  (SELECT count(*) FROM recovery_code c WHERE c.account_id = a.id AND c.used_at IS NULL) AS recovery_codes
FROM account a JOIN user_session s ON s.account_id = a.id
WHERE a.id = $1 AND s.id = $2
"""
SESSIONS: Final = """
SELECT s.id, s.kind, s.device, s.address, s.created_at, s.last_seen_at, s.expires_at, s.locked_at,
  coalesce(o.name, me.name) AS place_name
FROM user_session s
LEFT JOIN membership m ON m.merchant_id = s.membership_merchant_id AND m.id = s.membership_id
LEFT JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN operator o ON o.id = m.operator_id
WHERE s.account_id = $1 AND s.revoked_at IS NULL AND s.expires_at > $2
ORDER BY s.last_seen_at DESC, s.id DESC LIMIT 200
"""


@dataclass(frozen=True, slots=True)
class OwnStanding:
    """An account with what its owner has set up, and where he may act."""

    account_id: UUID
    display_name: str
    phone_masked: str | None
    email_masked: str | None
    locale: str
    has_password: bool
    has_totp: bool
    has_pin: bool
    recovery_codes: int
    session_expires_at: datetime
    membership_id: UUID | None
    """Of the session, also while a second factor is due."""
    memberships: tuple[MembershipChoice, ...]


async def own_standing(database: Database, actor: Actor) -> OwnStanding | None:
    """Of a person; None for a program's token."""
    if actor.account_id is None:
        return None
    async with database.read(GATEKEEPER) as source:
        rows = await source.fetch(ACCOUNT, actor.account_id, actor.session_id)
        choices = await membership_choices(source, actor.account_id)
    if not rows:
        return None
    row = rows[0]
    return OwnStanding(
        account_id=actor.account_id,
        display_name=row["display_name"],
        phone_masked=row["phone_masked"],
        email_masked=row["email_masked"],
        locale=row["locale"],
        has_password=row["has_password"],
        has_totp=row["has_totp"],
        has_pin=row["has_pin"],
        recovery_codes=row["recovery_codes"],
        session_expires_at=row["expires_at"],
        membership_id=row["membership_id"],
        memberships=tuple(choices),
    )


async def own_sessions(database: Database, account_id: UUID) -> list[Any]:
    """The account's open sessions, the last used one first; at most 200."""
    async with database.read(GATEKEEPER) as source:
        rows: list[Any] = await source.fetch(SESSIONS, account_id, clock.now())
    return rows
