"""Where private keys are used: opened by the key ring for one operation, and never handed out."""

from typing import Final
from uuid import UUID

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_der_private_key,
)

from prepaid.core.crypto import KeyRing, place
from prepaid.providers.signing.interface import StoredKey

COLUMN: Final = "signing_key.private_key"
"""Where sealed keys stand; a sealed key opens in its own row alone."""


class KeyStore:
    """Makes and uses keys on the curve P-256."""

    def __init__(self, keyring: KeyRing) -> None:
        self._keyring = keyring

    def generate(self, tenant: UUID, key_id: UUID) -> tuple[ec.EllipticCurvePublicKey, bytes]:
        """A new key: its public part, and the private part sealed for the row that will hold it."""
        key = ec.generate_private_key(ec.SECP256R1())
        plain = key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return key.public_key(), self._keyring.encrypt(plain, place(COLUMN, tenant, key_id))

    def sign(self, key: StoredKey, data: bytes) -> bytes:
        """ECDSA with SHA-256, as DER.

        Raises:
            Undecryptable: the sealed key is damaged, of another row, or its ring key is lost.
        """
        return self._open(key.tenant, key.id, key.sealed).sign(data, ec.ECDSA(SHA256()))

    def sign_certificate(
        self, builder: x509.CertificateBuilder, tenant: UUID, key_id: UUID, sealed: bytes
    ) -> x509.Certificate:
        """The certificate, signed with the sealed key. Raises `Undecryptable`."""
        return builder.sign(self._open(tenant, key_id, sealed), SHA256())

    def _open(self, tenant: UUID, key_id: UUID, sealed: bytes) -> ec.EllipticCurvePrivateKey:
        plain = self._keyring.decrypt(sealed, place(COLUMN, tenant, key_id))
        key = load_der_private_key(plain, password=None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        return key
