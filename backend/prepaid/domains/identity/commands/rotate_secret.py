"""Replacing the secret of a session whose standing rises or changes."""

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Unauthenticated
from prepaid.domains.identity.commands.open_session import IssuedSession
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.rules.bearer_secrets import new_session_secret, secret_hash
from prepaid.domains.identity.rules.session_life import BEARER_ACCESS, SessionKind
from prepaid.kit import clock


async def own_locked_session(tx: WriteSession, actor: Actor) -> UserSession:
    """The session of this request, locked for change. Only under `app_identity`.

    Raises:
        Unauthenticated: it was revoked meanwhile.
    """
    session = await tx.get(UserSession, actor.session_id, with_for_update=True) if actor.session_id else None
    if session is None or session.revoked_at is not None:
        raise Unauthenticated
    return session


async def rotate_secret(tx: WriteSession, session: UserSession) -> IssuedSession:
    """Give the session a new secret; the one before ends with the commit (against fixation and theft)."""
    now, secret = clock.now(), new_session_secret()
    kind = SessionKind(session.kind)
    session.previous_secret_hash = session.secret_hash
    session.rotated_at = now
    session.secret_hash = secret_hash(secret)
    if kind is SessionKind.BEARER:
        session.access_expires_at = min(now + BEARER_ACCESS, session.expires_at)
    await announce(tx, session=session.id)
    return IssuedSession(session.id, kind, secret, session.expires_at, session.access_expires_at)
