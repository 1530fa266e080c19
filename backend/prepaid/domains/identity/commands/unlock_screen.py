"""Re-opening a locked screen by PIN."""

from uuid import UUID

from prepaid.core import attempts, audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.attempts import TooManyAttempts
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.commands.rotate_secret import own_locked_session
from prepaid.domains.identity.errors.access import PinExhausted, PinWrong
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.accounts import pin_hash_of
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.rules.attempt_limits import PIN
from prepaid.domains.identity.rules.own_session import account_of
from prepaid.domains.identity.rules.password_hash import verify_password
from prepaid.kit import clock


async def unlock_screen(tx: WriteSession, actor: Actor, *, pin: str) -> None:
    """Unlock this session; the fifth wrong PIN ends it.

    Raises:
        PinWrong: not the PIN.
        PinExhausted: not the PIN, and it was the last try: signed out.
    """
    account_id = account_of(actor)
    session_id = actor.session_id
    assert session_id is not None, "account_of requires a session"
    try:
        await charge_attempt(tx.database, PIN, str(session_id))
    except TooManyAttempts:
        _end(tx, session_id)
        raise PinExhausted(path=("pin",)) from None
    if not (await verify_password(await pin_hash_of(tx.database, account_id), pin)).right:
        if await attempts.is_locked(tx.database, PIN.kind, str(session_id)) is None:
            raise PinWrong(path=("pin",))
        _end(tx, session_id)
        raise PinExhausted(path=("pin",))
    async with tx.under(DbRole.IDENTITY):
        session = await own_locked_session(tx, actor)
        session.locked_at = None
        session.last_seen_at = clock.now()
        await announce(tx, session=session.id)
        await audit.record(
            tx, "session.unlocked", object_type="Account", object_id=account_id, after={"session": session.id}
        )
    await forget_attempts(tx, PIN, str(session_id))


def _end(tx: WriteSession, session_id: UUID) -> None:
    async def end(aside: WriteSession) -> None:
        async with aside.under(DbRole.IDENTITY):
            await revoke(aside, UserSession.id == session_id, reason="PIN_EXHAUSTED")

    tx.if_refused(end)
