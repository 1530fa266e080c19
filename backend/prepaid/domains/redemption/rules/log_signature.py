"""The signature of a consumer's log: Ed25519 over the very bytes of the document, to be checked with any tool.

    openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in log.json -sigfile log.sig

The key is the bank's, below its signing key; whoever checks a log takes the public key from the bank
(`consumptionLogKey`), not from who hands him the log.
"""

from base64 import b64decode, b64encode
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

PURPOSE: Final = b"consumption-log"


def log_key(root: bytes) -> Ed25519PrivateKey:
    """The key that logs are signed with, of a root secret."""
    return Ed25519PrivateKey.from_private_bytes(HKDF(SHA256(), 32, salt=None, info=PURPOSE).derive(root))


def public_pem(key: Ed25519PrivateKey) -> str:
    """What a log is checked with."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def signed(key: Ed25519PrivateKey, document: str) -> str:
    """The signature of a document, in base64."""
    return b64encode(key.sign(document.encode())).decode()


def holds(pem: str, document: str, signature: str) -> bool:
    """Whether a log is as the bank wrote it."""
    key = load_pem_public_key(pem.encode())
    assert isinstance(key, Ed25519PublicKey)
    try:
        key.verify(b64decode(signature), document.encode())
    except InvalidSignature:
        return False
    return True
