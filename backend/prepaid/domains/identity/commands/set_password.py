"""Giving an account a password, whoever asks for it."""

from sqlalchemy import update

from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.access import (
    PasswordContainsLogin,
    PasswordTooCommon,
    PasswordTooLong,
    PasswordTooShort,
)
from prepaid.domains.identity.models import Account, PasswordReset
from prepaid.domains.identity.reads.accounts import logins_of
from prepaid.domains.identity.rules.credentials import (
    LONGEST_PASSWORD,
    SHORTEST_PASSWORD,
    Weakness,
    password_weakness,
)
from prepaid.kit import clock


async def set_password(
    tx: WriteSession, account: Account, *, data_keys: DataKeys, password: str, password_hash: str, field: str
) -> None:
    """Keep the hash of a new password; codes for a forgotten one lose their worth. Under `app_identity`.

    Raises:
        PasswordContainsLogin, and those of `refuse_weak_password`
    """
    refuse_weak_password(password, await logins_of(tx, data_keys, account), field=field)
    now = clock.now()
    account.password_hash = password_hash
    account.password_changed_at = now
    open_codes = (PasswordReset.account_id == account.id) & PasswordReset.used_at.is_(None)
    await tx.execute(update(PasswordReset).where(open_codes).values(used_at=now))


def refuse_weak_password(password: str, logins: list[str], *, field: str) -> None:
    """Raise the refusal that says what is wrong with a password."""
    path = (field,)
    match password_weakness(password, logins):
        case Weakness.TOO_SHORT:
            raise PasswordTooShort(path=path, characters=SHORTEST_PASSWORD)
        case Weakness.TOO_LONG:
            raise PasswordTooLong(path=path, characters=LONGEST_PASSWORD)
        case Weakness.COMMON:
            raise PasswordTooCommon(path=path)
        case Weakness.CONTAINS_LOGIN:
            raise PasswordContainsLogin(path=path)
        case None:
            return
