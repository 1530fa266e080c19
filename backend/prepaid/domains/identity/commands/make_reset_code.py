"""Making the code that a forgotten password is replaced with."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Account, PasswordReset
from prepaid.domains.identity.reads.accounts import (
    EMAIL_COLUMN,
    PHONE_COLUMN,
    account_place,
    account_with_login,
)
from prepaid.domains.identity.rules.logins import LoginKind
from prepaid.domains.identity.rules.session_life import RESET_CODE
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

DIGITS = 8


@dataclass(frozen=True, slots=True)
class ResetCode:
    """A code, and where it goes."""

    account_id: UUID
    kind: LoginKind
    to: str
    code: str
    locale: str
    minutes: int = RESET_CODE // timedelta(minutes=1)


async def make_reset_code(
    tx: WriteSession, *, keyring: KeyRing, data_keys: DataKeys, kind: LoginKind, index: bytes, request: str
) -> ResetCode | None:
    """A code of 8 digits, good for 15 minutes, for the active account with this login; None without one.

    The same `request` makes the same code, so that a message which was sent twice names one. Earlier codes
    end. The code is kept as a keyed hash: 8 digits could be tried out against a bare one.
    """
    async with tx.under(DbRole.IDENTITY):
        account_id = await account_with_login(await tx.raw(), index, kind)
        if account_id is None:
            return None
        account = (await tx.scalars(select(Account).filter_by(id=account_id))).one()
        code = f"{int.from_bytes(keyring.blind_index('reset_code', request)) % 10**DIGITS:0{DIGITS}d}"
        hashed = reset_code_index(keyring, account_id, code)
        await tx.execute(
            delete(PasswordReset).where(
                PasswordReset.account_id == account_id,
                PasswordReset.used_at.is_(None),
                PasswordReset.secret_hash != hashed,
            )
        )
        await tx.execute(
            insert(PasswordReset)
            .values(id=uuid7(), account_id=account_id, secret_hash=hashed, expires_at=clock.now() + RESET_CODE)
            .on_conflict_do_nothing()
        )
        await audit.record(tx, "account.reset_code_sent", object_type="Account", object_id=account_id)
        to = await _address(tx, data_keys, account, kind)
    return ResetCode(account_id, kind, to, code, account.locale)


async def _address(tx: WriteSession, data_keys: DataKeys, account: Account, kind: LoginKind) -> str:
    cipher, column = (
        (account.phone_cipher, PHONE_COLUMN) if kind is LoginKind.PHONE else (account.email_cipher, EMAIL_COLUMN)
    )
    assert cipher is not None, "an account that is found by a login has its ciphertext"
    plain = await data_keys.decrypt(tx, cipher, account_place(column, account.id), tenant=PLATFORM_TENANT)
    return plain.decode()


def reset_code_index(keyring: KeyRing, account_id: UUID, code: str) -> bytes:
    """The keyed hash of a code of this account."""
    return keyring.blind_index("password_reset", f"{account_id}:{''.join(code.split())}")
