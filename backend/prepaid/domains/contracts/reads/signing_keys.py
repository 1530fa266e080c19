"""Keys of the key store."""

from uuid import UUID

from cryptography import x509
from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.contracts.models import SigningKey
from prepaid.domains.contracts.rules.scenes import KeyKind
from prepaid.kit import clock
from prepaid.providers.signing import StoredKey


async def platform_key(tx: WriteSession, kind: KeyKind) -> StoredKey | None:
    """The root's or the time stamper's key. Background work alone may read it."""
    row = await tx.scalar(select(SigningKey).filter_by(kind=kind.value))
    return None if row is None else stored_key(row)


async def seal_key(tx: WriteSession, tenant: UUID, key_id: UUID) -> StoredKey | None:
    """A seal's key."""
    row = await tx.get(SigningKey, (tenant, key_id))
    return None if row is None else stored_key(row)


def stored_key(row: SigningKey) -> StoredKey:
    """A row as the signing service takes it."""
    return StoredKey(
        tenant=row.merchant_id,
        id=row.id,
        certificate=row.certificate,
        sealed=row.private_key,
        not_before=row.not_before,
        not_after=row.not_after,
    )


def row_of(key: StoredKey, kind: KeyKind) -> SigningKey:
    """A new key as a row."""
    certificate = x509.load_der_x509_certificate(key.certificate)
    return SigningKey(
        merchant_id=key.tenant,
        id=key.id,
        kind=kind.value,
        subject=certificate.subject.rfc4514_string(),
        serial=serial_text(certificate.serial_number),
        certificate=key.certificate,
        private_key=key.sealed,
        not_before=key.not_before,
        not_after=key.not_after,
        created_at=clock.now(),
    )


def serial_text(serial: int) -> str:
    """A certificate's serial number as it is stored and shown."""
    return f"{serial:x}"
