"""Setting a new password with the code that was sent."""

from sqlalchemy import update

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.commands.make_reset_code import reset_code_index
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.commands.set_password import refuse_weak_password, set_password
from prepaid.domains.identity.errors.access import ResetCodeWrong
from prepaid.domains.identity.models import Account, PasswordReset, UserSession
from prepaid.domains.identity.reads.accounts import account_with_login, login_index, own_account
from prepaid.domains.identity.rules.attempt_limits import PASSWORD_FROM_ADDRESS, PASSWORD_OF_ACCOUNT, RESET_CODE
from prepaid.domains.identity.rules.logins import Login, tried_login
from prepaid.domains.identity.rules.password_hash import hash_password
from prepaid.kit import clock


async def reset_password(
    tx: WriteSession,
    actor: Actor,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    login: str,
    code: str,
    new_password: str,
) -> None:
    """Set a new password by login and code; all sessions of the account end, a second factor stays.

    Raises:
        TooManyAttempts: five wrong codes for this login.
        ResetCodeWrong: no account, or not the code that was sent to it in the last 15 minutes.
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordContainsLogin
    """
    tried = tried_login(login)
    refuse_weak_password(new_password, [tried.value], field="newPassword")
    await charge_attempt(tx.database, PASSWORD_FROM_ADDRESS, actor.address)
    await charge_attempt(tx.database, RESET_CODE, tried.value)
    password_hash = await hash_password(new_password)
    async with tx.under(DbRole.IDENTITY):
        account = await _use_code(tx, keyring, tried, code)
        await set_password(
            tx, account, data_keys=data_keys, password=new_password, password_hash=password_hash, field="newPassword"
        )
        await revoke(tx, UserSession.account_id == account.id, reason="PASSWORD_RESET")
        await audit.record(tx, "account.password_reset", object_type="Account", object_id=account.id)
    await forget_attempts(tx, RESET_CODE, tried.value)
    await forget_attempts(tx, PASSWORD_OF_ACCOUNT, tried.value)


async def _use_code(tx: WriteSession, keyring: KeyRing, tried: Login, code: str) -> Account:
    account_id = await account_with_login(await tx.raw(), login_index(keyring, tried), tried.kind)
    if account_id is None:
        raise ResetCodeWrong(path=("code",))
    now = clock.now()
    statement = (
        update(PasswordReset)
        .where(
            PasswordReset.account_id == account_id,
            PasswordReset.secret_hash == reset_code_index(keyring, account_id, code),
            PasswordReset.used_at.is_(None),
            PasswordReset.expires_at > now,
        )
        .values(used_at=now)
        .returning(PasswordReset.id)
    )
    if not (await tx.execute(statement)).all():
        raise ResetCodeWrong(path=("code",))
    return await own_account(tx, account_id)
