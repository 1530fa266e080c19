"""Locking the screen of an idle counter."""

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.rotate_secret import own_locked_session
from prepaid.domains.identity.errors.access import PinNotSet
from prepaid.domains.identity.reads.accounts import own_account
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.domains.identity.rules.own_session import account_in_full
from prepaid.kit import clock


async def lock_screen(tx: WriteSession, actor: Actor) -> None:
    """Lock this session: until the PIN is given, only unlocking and signing out are answered.

    A locked session waits until the end of its eight hours; the idle limit ends only unlocked ones.

    Raises:
        PinNotSet: nothing could open it again.
    """
    account_id = account_in_full(actor)
    async with tx.under(DbRole.IDENTITY):
        if (await own_account(tx, account_id)).pin_hash is None:
            raise PinNotSet
        session = await own_locked_session(tx, actor)
        if session.locked_at is None:
            session.locked_at = clock.now()
            session.stepped_up_at = None
            await announce(tx, session=session.id)
            await audit.record(
                tx, "session.locked", object_type="Account", object_id=account_id, after={"session": session.id}
            )
