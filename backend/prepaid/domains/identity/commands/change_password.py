"""Changing one's password."""

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.confirm_password import confirm_password
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.commands.set_password import refuse_weak_password, set_password
from prepaid.domains.identity.models import UserSession
from prepaid.domains.identity.reads.accounts import own_account
from prepaid.domains.identity.rules.own_session import account_in_full
from prepaid.domains.identity.rules.password_hash import hash_password


async def change_password(
    tx: WriteSession, actor: Actor, *, data_keys: DataKeys, current_password: str, new_password: str
) -> None:
    """Replace the password; all other sessions of the account end.

    Raises:
        TooManyAttempts, PasswordWrong: the current one is not right.
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordContainsLogin: the new one is not accepted.
    """
    account_id = account_in_full(actor)
    refuse_weak_password(new_password, [], field="newPassword")
    await confirm_password(tx, account_id, current_password, field="currentPassword")
    password_hash = await hash_password(new_password)
    async with tx.under(DbRole.IDENTITY):
        account = await own_account(tx, account_id)
        await set_password(
            tx, account, data_keys=data_keys, password=new_password, password_hash=password_hash, field="newPassword"
        )
        others = (UserSession.account_id == account_id) & (UserSession.id != actor.session_id)
        await revoke(tx, others, reason="PASSWORD_CHANGED")
        await audit.record(tx, "account.password_changed", object_type="Account", object_id=account_id)
