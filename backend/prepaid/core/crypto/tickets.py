"""Short signed texts that carry a few values for a short time: links to files, steps of a sign-in."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from prepaid.core.settings import Settings
from prepaid.kit import clock

ALGORITHMS = ["HS256"]
LONGEST_TEXT = 2_000


class BadTicket(Exception):
    """A ticket that is forged, damaged, expired or meant for something else."""


class SecretBox:
    """Signs and opens tickets. The values can be read by whoever holds the ticket, but not changed."""

    def __init__(self, key: bytes) -> None:
        """`key`: any secret of at least 32 bytes; each purpose gets one of its own, derived from it."""
        if len(key) < 32:
            raise ValueError("a signing key has at least 32 bytes")
        self._root = key
        self._keys: dict[str, OctKey] = {}

    @classmethod
    def from_settings(cls, settings: Settings) -> "SecretBox":
        """The box of `PREPAID_SIGNING_KEY`."""
        return cls(settings.signing_key.get_secret_value().encode())

    def sign(self, purpose: str, payload: Mapping[str, Any], ttl: timedelta) -> str:
        """A URL-safe text that `open` accepts for the same purpose until `ttl` is over."""
        expires = int((clock.now() + ttl).timestamp())
        return jwt.encode(
            {"alg": ALGORITHMS[0]}, {**payload, "exp": expires}, self._key(purpose), algorithms=ALGORITHMS
        )

    def open(self, purpose: str, text: str) -> dict[str, Any]:
        """The payload of a ticket.

        Raises:
            BadTicket: see there; it never says which.
        """
        if len(text) > LONGEST_TEXT:
            raise BadTicket
        try:
            claims = jwt.decode(text, self._key(purpose), algorithms=ALGORITHMS).claims
            expires = claims.pop("exp")
        except (JoseError, ValueError, KeyError) as error:
            raise BadTicket from error
        if not isinstance(expires, int) or clock.now().timestamp() >= expires:
            raise BadTicket
        return claims

    def _key(self, purpose: str) -> OctKey:
        key = self._keys.get(purpose)
        if key is None:
            derived = HKDF(SHA256(), 32, salt=None, info=f"ticket:{purpose}".encode()).derive(self._root)
            key = self._keys[purpose] = OctKey.import_key(derived)
        return key
