"""Asking a signed-in person for the password again."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.charge_attempt import charge_attempt, forget_attempts
from prepaid.domains.identity.errors.access import PasswordWrong
from prepaid.domains.identity.reads.accounts import credentials_of_account
from prepaid.domains.identity.rules.attempt_limits import PASSWORD_AGAIN
from prepaid.domains.identity.rules.password_hash import verify_password


async def confirm_password(tx: WriteSession, account_id: UUID, password: str, *, field: str = "password") -> None:
    """Accept the account's password; call it before `tx` is used, so that no connection waits for the hash.

    Raises:
        TooManyAttempts: five wrong ones.
        PasswordWrong: not the password, or the account has none; `field` names it in the input.
    """
    await charge_attempt(tx.database, PASSWORD_AGAIN, str(account_id))
    known = await credentials_of_account(tx.database, account_id)
    if not (await verify_password(known.password_hash if known else None, password)).right:
        raise PasswordWrong(path=(field,))
    await forget_attempts(tx, PASSWORD_AGAIN, str(account_id))
