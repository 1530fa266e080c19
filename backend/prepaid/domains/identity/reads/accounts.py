"""Accounts as signing in needs them, found by what a person types."""

from dataclasses import dataclass
from typing import Any, Final, Self
from uuid import UUID

from prepaid.core.actor import GATEKEEPER
from prepaid.core.crypto import DataKeys, KeyRing, encrypted_column, place
from prepaid.core.database import Database, WriteSession
from prepaid.domains.identity.models import Account
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.logins import Login, LoginKind
from prepaid.kit.ids import PLATFORM_TENANT

TOTP_COLUMN: Final = "account.totp_cipher"
PHONE_COLUMN: Final = "account.phone_cipher"
EMAIL_COLUMN: Final = "account.email_cipher"

encrypted_column(Account.totp_cipher)

_CREDENTIALS: Final = (
    "SELECT id, password_hash, password_changed_at, totp_confirmed_at IS NOT NULL AS has_totp FROM account"
    " WHERE status = 'ACTIVE' AND "
)
BY_ID: Final = _CREDENTIALS + "id = $1"
BY_SUBJECT: Final = _CREDENTIALS + "directory_subject = $1"
BY_LOGIN: Final = {
    LoginKind.PHONE: _CREDENTIALS + "phone_index = $1",
    LoginKind.EMAIL: _CREDENTIALS + "email_index = $1",
}
TOTP: Final = "SELECT totp_cipher FROM account WHERE id = $1 AND (totp_confirmed_at IS NOT NULL) = $2"


@dataclass(frozen=True, slots=True)
class Credentials:
    """What an active account can prove itself by."""

    account_id: UUID
    password_hash: str | None
    stamp: str
    """Changes with the password: a step of a sign-in that began with the old one ends."""
    has_totp: bool

    @classmethod
    def of(cls, rows: list[Any]) -> Self | None:
        for row in rows:
            return cls(row["id"], row["password_hash"], str(row["password_changed_at"] or ""), row["has_totp"])
        return None


async def credentials_of_login(database: Database, keyring: KeyRing, login: Login) -> Credentials | None:
    """Of the active account with this login, read in a short transaction of its own."""
    async with database.read(GATEKEEPER) as source:
        return Credentials.of(await source.fetch(BY_LOGIN[login.kind], login_index(keyring, login)))


async def credentials_of_account(database: Database, account_id: UUID) -> Credentials | None:
    """Of this account if it is active, read in a short transaction of its own."""
    async with database.read(GATEKEEPER) as source:
        return Credentials.of(await source.fetch(BY_ID, account_id))


async def credentials_of_subject(database: Database, directory_subject: str) -> Credentials | None:
    """Of the active account that is linked to a person of the directory, read in a short transaction of its own."""
    async with database.read(GATEKEEPER) as source:
        return Credentials.of(await source.fetch(BY_SUBJECT, directory_subject))


async def account_with_login(source: Fetches, index: bytes, kind: LoginKind) -> UUID | None:
    """Id of the active account with this blind index. The caller's database role is `app_identity`."""
    known = Credentials.of(await source.fetch(BY_LOGIN[kind], index))
    return known.account_id if known else None


def login_index(keyring: KeyRing, login: Login) -> bytes:
    """The blind index by which an account is found."""
    return keyring.blind_index(login.kind, login.value)


async def totp_secret(database: Database, keyring: KeyRing, account_id: UUID, *, confirmed: bool = True) -> str | None:
    """The account's TOTP secret, of a confirmed enrolment or of one that waits for its first code."""
    async with database.read(GATEKEEPER) as source:
        cipher = await source.fetchval(TOTP, account_id, confirmed)
    return keyring.decrypt(cipher, account_place(TOTP_COLUMN, account_id)).decode() if cipher else None


async def pin_hash_of(database: Database, account_id: UUID) -> str | None:
    """The hash of the account's PIN."""
    async with database.read(GATEKEEPER) as source:
        pin_hash: str | None = await source.fetchval("SELECT pin_hash FROM account WHERE id = $1", account_id)
    return pin_hash


async def logins_of(tx: WriteSession, data_keys: DataKeys, account: Account) -> list[str]:
    """The account's phone and e-mail in the clear, for comparison only. Runs under `app_identity`."""
    columns = ((account.phone_cipher, PHONE_COLUMN), (account.email_cipher, EMAIL_COLUMN))
    return [
        (await data_keys.decrypt(tx, cipher, account_place(column, account.id), tenant=PLATFORM_TENANT)).decode()
        for cipher, column in columns
        if cipher is not None
    ]


async def own_account(tx: WriteSession, account_id: UUID) -> Account:
    """The account's row, locked for change. Only inside `tx.under(DbRole.IDENTITY)`."""
    return await tx.get_one(Account, account_id, with_for_update=True)


def account_place(column: str, account_id: UUID) -> bytes:
    """Where a ciphertext of an account stands."""
    return place(column, PLATFORM_TENANT, account_id)
