"""Electronic signatures: keys and certificates, time stamps, PAdES signatures in PDF files, their validation.

    Signer (interface) ── PlatformSigner: own root ── certificates of seals ── PAdES B-T signatures
                                                  └── certificate of the time stamping authority (RFC 3161)

A licensed certification authority (e.g. one that signs with SM2) takes the place of `PlatformSigner` behind the
same interface; what the product stores of a signature stays the same. Private keys exist outside the database only
inside `KeyStore`, for the time of one operation.
"""

from prepaid.providers.signing.authority import CertificateAuthority
from prepaid.providers.signing.interface import Holder, Signer, SignRequest, StoredKey
from prepaid.providers.signing.key_store import KeyStore
from prepaid.providers.signing.pades import PlatformSigner
from prepaid.providers.signing.validation import FoundSignature, Inspection, containers_in, inspect_signatures

__all__ = [
    "CertificateAuthority",
    "FoundSignature",
    "Holder",
    "Inspection",
    "KeyStore",
    "PlatformSigner",
    "SignRequest",
    "Signer",
    "StoredKey",
    "containers_in",
    "inspect_signatures",
]
