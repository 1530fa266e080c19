"""Electronic signatures: keys and certificates, time stamps, PAdES signatures in PDF files, their validation.

    Signer (interface) ── PlatformSigner: own root ── certificates of seals ── PAdES B-T signatures
                                                  └── certificate of the time stamping authority (RFC 3161)

A licensed certification authority (e.g. one that signs with SM2) takes the place of `PlatformSigner` behind the
same interface; what the product stores of a signature stays the same. Private keys exist outside the database only
inside `KeyStore`, for the time of one operation. pyHanko is loaded with the first document that is signed or read:
a process that does neither starts without it.
"""

from collections.abc import Mapping
from datetime import datetime

from prepaid.providers.signing.authority import CertificateAuthority
from prepaid.providers.signing.containers import containers_in
from prepaid.providers.signing.interface import FoundSignature, Holder, Inspection, Signer, SignRequest, StoredKey
from prepaid.providers.signing.key_store import KeyStore

__all__ = [
    "CertificateAuthority",
    "FoundSignature",
    "Holder",
    "Inspection",
    "KeyStore",
    "SignRequest",
    "Signer",
    "StoredKey",
    "containers_in",
    "inspect_signatures",
    "platform_signer",
    "with_signature_fields",
]


def platform_signer(keys: KeyStore, root: StoredKey, time_stamps: StoredKey) -> Signer:
    """A signer whose certificates come from the platform's own root."""
    from prepaid.providers.signing.pades import PlatformSigner

    return PlatformSigner(keys, root, time_stamps)


async def inspect_signatures(document: bytes, *, root: bytes, at: datetime) -> Inspection:
    """Read and check every signature against the root certificate `root` (DER), as of `at`."""
    from prepaid.providers.signing.validation import inspect_signatures as inspect

    return await inspect(document, root=root, at=at)


def with_signature_fields(document: bytes, boxes: Mapping[str, tuple[float, float, float, float]]) -> bytes:
    """A PDF with an empty signature field on its last page for each name in `boxes` (points from bottom left)."""
    from prepaid.providers.signing.fields import with_signature_fields as add_fields

    return add_fields(document, boxes)
