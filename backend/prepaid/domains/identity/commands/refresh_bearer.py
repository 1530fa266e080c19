"""Refreshing a bearer session."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import BadTicket, SecretBox
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.open_session import REFRESH_PURPOSE, IssuedSession, new_refresh_token
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.commands.rotate_secret import rotate_secret
from prepaid.domains.identity.errors.access import RefreshTokenInvalid
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.accounts import credentials_of_account
from prepaid.domains.identity.reads.callers import idle_limit
from prepaid.domains.identity.rules.bearer_secrets import secret_hash
from prepaid.domains.identity.rules.session_life import Life
from prepaid.kit import clock


async def refresh_bearer(tx: WriteSession, actor: Actor, *, box: SecretBox, refresh_token: str) -> IssuedSession:
    """A new access secret and a new refresh token for the old one, which is good once.

    A genuine token that was used before is in two hands: its session ends, whoever of the two has the
    newer one (RFC 9700, 4.14.2).

    Raises:
        RefreshTokenInvalid: forged, expired, used before, or of a session that has ended or was idle too long.
    """
    session_id = _session_of(box, refresh_token)
    async with tx.under(DbRole.IDENTITY):
        session = await tx.get(UserSession, session_id, with_for_update=True)
        if session is None or await _over(tx, session):
            raise RefreshTokenInvalid
        if session.refresh_hash != secret_hash(refresh_token):
            _end(tx, session_id)
            raise RefreshTokenInvalid
        if await credentials_of_account(tx.database, session.account_id) is None:
            raise RefreshTokenInvalid
        issued = await rotate_secret(tx, session)
        fresh = new_refresh_token(box, session_id, session.expires_at)
        session.refresh_hash = secret_hash(fresh)
        session.last_seen_at = clock.now()
    return IssuedSession(
        issued.id, issued.kind, issued.secret, issued.expires_at, issued.access_expires_at, refresh_token=fresh
    )


async def _over(tx: WriteSession, session: UserSession) -> bool:
    idle = await idle_limit(await tx.raw(), session.membership_id)
    locked, revoked = session.locked_at is not None, session.revoked_at is not None
    return Life(session.expires_at, None, session.last_seen_at, idle, locked, revoked).over(clock.now())


def _session_of(box: SecretBox, refresh_token: str) -> UUID:
    try:
        return UUID(box.open(REFRESH_PURPOSE, refresh_token)["s"])
    except BadTicket:
        raise RefreshTokenInvalid from None


def _end(tx: WriteSession, session_id: UUID) -> None:
    async def end(aside: WriteSession) -> None:
        async with aside.under(DbRole.IDENTITY):
            await revoke(aside, UserSession.id == session_id, reason="REFRESH_TOKEN_REUSED")

    tx.if_refused(end)
