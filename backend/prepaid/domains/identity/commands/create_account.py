"""Making an account for a person."""

from collections.abc import Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.set_password import refuse_weak_password
from prepaid.domains.identity.errors.access import LoginMalformed, LoginMissing, LoginTaken
from prepaid.domains.identity.models import Account
from prepaid.domains.identity.reads.accounts import EMAIL_COLUMN, PHONE_COLUMN, account_place, login_index
from prepaid.domains.identity.rules.logins import Login, LoginKind, read_login
from prepaid.domains.identity.rules.password_hash import hash_password
from prepaid.kit import clock
from prepaid.kit.identifiers import InvalidIdentifier
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

_COLUMNS = {
    LoginKind.PHONE: ("phone_index", "phone_cipher", "phone_masked", PHONE_COLUMN),
    LoginKind.EMAIL: ("email_index", "email_cipher", "email_masked", EMAIL_COLUMN),
}


async def create_account(
    tx: WriteSession,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    display_name: str,
    logins: Sequence[str],
    password: str | None = None,
    directory_subject: str | None = None,
    locale: str = "zh-CN",
) -> UUID:
    """An active account with a phone number, an e-mail address or both; returns its id.

    Without a password its owner sets one by a code that is sent to a login, or signs in at the directory
    (`directory_subject`: `issuer|subject`). Who may make accounts is the caller's rule.

    Raises:
        LoginMissing, LoginMalformed, LoginTaken
        PasswordTooShort, PasswordTooLong, PasswordTooCommon, PasswordContainsLogin
    """
    wanted = [_read(text) for text in logins]
    if not wanted and directory_subject is None:
        raise LoginMissing(path=("login",))
    password_hash = None
    if password is not None:
        refuse_weak_password(password, [login.value for login in wanted], field="password")
        password_hash = await hash_password(password)
    account_id, now = uuid7(), clock.now()
    values = {
        "id": account_id,
        "display_name": display_name,
        "directory_subject": directory_subject,
        "status": "ACTIVE",
        "locale": locale,
        "password_hash": password_hash,
        "password_changed_at": now if password_hash else None,
        "created_at": now,
    }
    async with tx.under(DbRole.IDENTITY):
        for login in wanted:
            values |= await _login_values(tx, keyring, data_keys, account_id, login)
        statement = insert(cast(Table, Account.__table__)).values(values).on_conflict_do_nothing()
        if not (await tx.execute(statement.returning(Account.__table__.c.id))).all():
            raise LoginTaken(path=("login",))
        await audit.record(
            tx,
            "account.created",
            object_type="Account",
            object_id=account_id,
            tenant=PLATFORM_TENANT,
            after={"logins": [login.masked for login in wanted], "directory": directory_subject is not None},
        )
    return account_id


def _read(text: str) -> Login:
    try:
        return read_login(text)
    except InvalidIdentifier:
        raise LoginMalformed(path=("login",)) from None


async def _login_values(
    tx: WriteSession, keyring: KeyRing, data_keys: DataKeys, account_id: UUID, login: Login
) -> dict[str, object]:
    index, cipher, masked, column = _COLUMNS[login.kind]
    at = account_place(column, account_id)
    return {
        index: login_index(keyring, login),
        cipher: await data_keys.encrypt(tx, account_id, login.value, at, tenant=PLATFORM_TENANT),
        masked: login.masked,
    }
