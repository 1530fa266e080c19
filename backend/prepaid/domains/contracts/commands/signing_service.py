"""The signing service of a piece of background work: made from the keys in the key store."""

from collections.abc import Callable
from typing import Final
from uuid import UUID

from sqlalchemy import text

from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.contracts.reads.signing_keys import platform_key, row_of
from prepaid.domains.contracts.rules.scenes import KeyKind
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from prepaid.providers.signing import CertificateAuthority, Holder, KeyStore, Signer, StoredKey, platform_signer

ONE_AT_A_TIME: Final = text("SELECT pg_advisory_xact_lock(hashtext('contracts.platform_keys'))")


async def signing_service(tx: WriteSession, keyring: KeyRing, *, operator: str) -> Signer:
    """The platform's signer; its root and its time stamping key are made when they are first needed.

    `tx` is background work's: no other database role reads the key store. `operator` is the bank whose
    certificates they are.
    """
    keys = KeyStore(keyring)
    authority = CertificateAuthority(keys)
    root = await _ensure(
        tx,
        KeyKind.ROOT,
        lambda key_id: authority.new_root(
            Holder(name="Prepaid Platform Root CA", organisation=operator),
            tenant=PLATFORM_TENANT,
            key_id=key_id,
            at=clock.now(),
        ),
    )
    stamps = await _ensure(
        tx,
        KeyKind.TIME_STAMP,
        lambda key_id: authority.new_time_stamper(
            root,
            Holder(name="Prepaid Platform Time Stamping", organisation=operator),
            tenant=PLATFORM_TENANT,
            key_id=key_id,
            at=clock.now(),
        ),
    )
    return platform_signer(keys, root, stamps)


async def root_certificate(tx: WriteSession) -> bytes | None:
    """The root certificate (DER): what verifiers trust. None before the first seal was made."""
    root = await platform_key(tx, KeyKind.ROOT)
    return None if root is None else root.certificate


async def _ensure(tx: WriteSession, kind: KeyKind, make: Callable[[UUID], StoredKey]) -> StoredKey:
    known = await platform_key(tx, kind)
    if known is not None:
        return known
    await tx.execute(ONE_AT_A_TIME)
    known = await platform_key(tx, kind)
    if known is None:
        known = make(uuid7())
        tx.add(row_of(known, kind))
        await tx.flush()
    return known
