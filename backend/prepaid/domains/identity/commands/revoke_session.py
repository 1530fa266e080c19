"""Ending sessions: one's own from the list, all others, or all of an account."""

from uuid import UUID

from sqlalchemy import ColumnElement, update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.kit import clock


async def revoke_session(tx: WriteSession, actor: Actor, *, session_id: UUID) -> None:
    """End one of the actor's own sessions; one that has ended already stays ended.

    Raises:
        NotFound: not a session of this account.
    """
    async with tx.under(DbRole.IDENTITY):
        session = await tx.get(UserSession, session_id)
        if session is None or session.account_id != account_of(actor):
            raise NotFound(path=("sessionId",))
        await revoke(tx, UserSession.id == session_id, reason="REVOKED_BY_OWNER")


async def revoke_other_sessions(tx: WriteSession, actor: Actor, *, reason: str = "REVOKED_BY_OWNER") -> int:
    """End all sessions of the actor's account but this one; returns how many."""
    async with tx.under(DbRole.IDENTITY):
        others = (UserSession.account_id == account_of(actor)) & (UserSession.id != actor.session_id)
        return await revoke(tx, others, reason=reason)


async def revoke(tx: WriteSession, which: ColumnElement[bool], *, reason: str) -> int:
    """End sessions, tell every process and note it; returns how many were open. Under `app_identity`."""
    statement = (
        update(UserSession)
        .where(which, UserSession.revoked_at.is_(None))
        .values(revoked_at=clock.now(), revoked_reason=reason)
        .returning(UserSession.id, UserSession.account_id)
    )
    ended = (await tx.execute(statement)).all()
    for session_id, account_id in ended:
        await announce(tx, session=session_id)
        ended_as = {"session": session_id, "reason": reason}
        await audit.record(tx, "session.revoked", object_type="Account", object_id=account_id, after=ended_as)
    return len(ended)
