"""The key ring: the first key encrypts, all of them decrypt.

    ciphertext = 1 (version) ‖ length of the key's id ‖ id ‖ 12 bytes nonce ‖ AES-256-GCM(key, plain, place)

`place` (table, column, tenant, row) is authenticated: a ciphertext that is moved to another row fails.
"""

import hmac
import os
from base64 import b64decode
from binascii import Error as MalformedBase64
from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Final, Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from prepaid.core.settings import Settings
from prepaid.core.setup_error import SetupError

VERSION: Final = 1
KEY_BYTES: Final = 32
NONCE_BYTES: Final = 12
INDEX_BYTES: Final = 16


class Undecryptable(Exception):
    """A ciphertext that is damaged, stands in a wrong place, or was made with a key that the ring has not."""


def place(column: str, tenant: UUID, row: UUID) -> bytes:
    """Where a ciphertext stands; `column` as `table.column`."""
    return f"{column}:{tenant}:{row}".encode()


class KeyRing:
    """The keys of the bank; made once a process from the settings."""

    def __init__(self, keys: Mapping[str, bytes], index_key: bytes) -> None:
        """`keys` by id, the first one encrypts; each 32 bytes. `index_key` is the root of the blind indexes."""
        if not keys or any(len(key) != KEY_BYTES for key in keys.values()):
            raise ValueError(f"a key ring has at least one key, and each has {KEY_BYTES} bytes")
        self._ciphers = {key_id: AESGCM(key) for key_id, key in keys.items()}
        self._index_key = index_key
        self.current = next(iter(keys))
        """Id of the key that encrypts."""

    @classmethod
    def from_settings(cls, settings: Settings) -> Self:
        """Raises `SetupError` when `PREPAID_ENCRYPTION_KEYS` or `PREPAID_BLIND_INDEX_KEY` is malformed."""
        keys: dict[str, bytes] = {}
        try:
            for entry in settings.encryption_keys.get_secret_value().split(","):
                key_id, _, key = entry.strip().partition(":")
                if not 1 <= len(key_id) <= 32 or not key_id.isascii() or key_id in keys:
                    raise ValueError("ids are different and 1 to 32 ASCII characters")
                keys[key_id] = b64decode(key, validate=True)
            return cls(keys, b64decode(settings.blind_index_key.get_secret_value(), validate=True))
        except (ValueError, MalformedBase64) as error:
            raise SetupError(
                f"PREPAID_ENCRYPTION_KEYS must be `id:key,…` and PREPAID_BLIND_INDEX_KEY a key, "
                f"each key {KEY_BYTES} bytes in base64: {error}."
            ) from error

    @property
    def prefix(self) -> bytes:
        """How the ciphertexts of the current key begin."""
        return _prefix(self.current)

    def encrypt(self, plain: str | bytes, at: bytes) -> bytes:
        """The ciphertext of `plain` for the place `at`."""
        nonce = os.urandom(NONCE_BYTES)
        plain = plain.encode() if isinstance(plain, str) else plain
        return self.prefix + nonce + self._ciphers[self.current].encrypt(nonce, plain, at)

    def decrypt(self, ciphertext: bytes, at: bytes) -> bytes:
        """The plain bytes.

        Raises:
            Undecryptable: see there; it never says which.
        """
        key_id = key_id_of(ciphertext)
        cipher = self._ciphers.get(key_id)
        if cipher is None:
            raise Undecryptable
        body = memoryview(ciphertext)[len(_prefix(key_id)) :]
        return open_sealed(cipher, body, at)

    def blind_index(self, purpose: str, normalised: str) -> bytes:
        """16 bytes that are equal for equal values: unique keys and search by whole value.

        Bank-wide under one key a purpose (e.g. `phone`, `id_card`). Few enough values exist that whoever
        has the index key can try them all: it is as secret as the data.
        """
        return hmac.digest(_derived(self._index_key, purpose), normalised.encode(), sha256)[:INDEX_BYTES]


def key_id_of(ciphertext: bytes) -> str:
    """Id of the ring key of a ciphertext. Raises `Undecryptable` when there is none."""
    if len(ciphertext) < 2 or ciphertext[0] != VERSION:
        raise Undecryptable
    return ciphertext[2 : 2 + ciphertext[1]].decode("ascii", "replace")


def open_sealed(cipher: AESGCM, body: bytes | memoryview, at: bytes) -> bytes:
    """Decrypt nonce ‖ AES-GCM. Raises `Undecryptable`."""
    try:
        return cipher.decrypt(bytes(body[:NONCE_BYTES]), bytes(body[NONCE_BYTES:]), at)
    except (InvalidTag, ValueError) as error:
        raise Undecryptable from error


def _prefix(key_id: str) -> bytes:
    return bytes((VERSION, len(key_id))) + key_id.encode("ascii", "replace")


@lru_cache(maxsize=64)
def _derived(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt=None, info=f"blind-index:{purpose}".encode()).derive(key)
