"""Signing out."""

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.rules.own_session import account_of


async def sign_out(tx: WriteSession, actor: Actor) -> None:
    """End the session of this request, also from a locked screen."""
    account_of(actor)
    async with tx.under(DbRole.IDENTITY):
        await revoke(tx, UserSession.id == actor.session_id, reason="SIGNED_OUT")
