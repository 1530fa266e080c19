"""Keys of single subjects, so that one person can be erased (domain/01, decision 20).

    ciphertext = 2 (version) ‖ 16 bytes id of the data key ‖ 12 bytes nonce ‖ AES-256-GCM(data key, plain, place)

Data keys are read for every use and never cached: one that was destroyed is gone in all processes at once.
What is shown often is stored masked beside its ciphertext.
"""

import os
from typing import Final, cast
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Row, Table, select, update
from sqlalchemy.dialects.postgresql import Insert, insert

from prepaid.core.crypto.keyring import KEY_BYTES, NONCE_BYTES, KeyRing, Undecryptable, open_sealed, place
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.core.tables import DataKey
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

VERSION: Final = 2
COLUMN: Final = "data_key.wrapped"
TABLE = cast(Table, DataKey.__table__)


class PersonErased(Refusal):
    """The data of this person were erased; there is no way back."""

    code = "PERSON_ERASED"
    zh = "该用户的个人信息已依法删除"
    en = "The personal data of this person have been erased"


class DataKeys:
    """Encrypts and decrypts what belongs to a subject (an account, a merchant's customer, a merchant)."""

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    async def encrypt(
        self, tx: WriteSession, subject_id: UUID, plain: str | bytes, at: bytes, *, tenant: UUID
    ) -> bytes:
        """The ciphertext of `plain` for the place `at`, under the subject's key in `tenant`, made when missing.

        Raises:
            PersonErased: the key was destroyed.
        """
        key_id, key = await self._key_of(tx, subject_id, tenant)
        nonce = os.urandom(NONCE_BYTES)
        plain = plain.encode() if isinstance(plain, str) else plain
        return bytes((VERSION,)) + key_id.bytes + nonce + AESGCM(key).encrypt(nonce, plain, at)

    async def decrypt(self, tx: WriteSession, ciphertext: bytes, at: bytes, *, tenant: UUID) -> bytes:
        """The plain bytes.

        Raises:
            PersonErased: the key was destroyed.
            Undecryptable: damaged, in a wrong place, or of another tenant.
        """
        if len(ciphertext) < 17 or ciphertext[0] != VERSION:
            raise Undecryptable
        key_id = UUID(bytes=ciphertext[1:17])
        columns = select(DataKey.id, DataKey.wrapped).filter_by(merchant_id=tenant, id=key_id)
        row = (await tx.execute(columns)).one_or_none()
        if row is None:
            raise Undecryptable
        return open_sealed(AESGCM(self._unwrapped(tenant, row)), ciphertext[17:], at)

    async def destroy(self, tx: WriteSession, subject_id: UUID) -> int:
        """Erase a subject everywhere: destroy its keys in all tenants that `tx` sees; returns how many."""
        statement = (
            update(DataKey)
            .where(DataKey.subject_id == subject_id, DataKey.destroyed_at.is_(None))
            .values(wrapped=None, destroyed_at=clock.now())
            .returning(DataKey.id)
        )
        return len((await tx.scalars(statement)).all())

    async def _key_of(self, tx: WriteSession, subject_id: UUID, tenant: UUID) -> tuple[UUID, bytes]:
        columns = select(DataKey.id, DataKey.wrapped).filter_by(merchant_id=tenant, subject_id=subject_id)
        row = (await tx.execute(columns)).one_or_none()
        if row is None:
            await tx.execute(self._new_key(subject_id, tenant))
            row = (await tx.execute(columns)).one()
        return row.id, self._unwrapped(tenant, row)

    def _new_key(self, subject_id: UUID, tenant: UUID) -> Insert:
        key_id = uuid7()
        return (
            insert(TABLE)
            .values(
                merchant_id=tenant,
                id=key_id,
                subject_id=subject_id,
                kek_id=self._keyring.current,
                wrapped=self._keyring.encrypt(os.urandom(KEY_BYTES), place(COLUMN, tenant, key_id)),
            )
            .on_conflict_do_nothing()
        )

    def _unwrapped(self, tenant: UUID, row: Row[UUID, bytes | None]) -> bytes:
        if row.wrapped is None:
            raise PersonErased
        return self._keyring.decrypt(row.wrapped, place(COLUMN, tenant, row.id))
