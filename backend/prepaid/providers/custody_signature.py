"""Signatures between us and the custody provider: HMAC-SHA256 over what is said, fresh by time and nonce.

A request signs `method, path with query, timestamp, nonce, SHA-256 of the body`, each ended by a line feed; an answer
signs `status, timestamp, the request's nonce, SHA-256 of the body`. An answer so belongs to one request only.
"""

import hmac
import re
import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Self

SCHEME: Final = "PREPAID-HMAC-SHA256"
FRESH_SECONDS: Final = 300
ANSWER_HEADERS: Final = ("x-custody-timestamp", "x-custody-signature")
_PART = re.compile(r'(\w+)="([^"]*)"')


class SignatureInvalid(Exception):
    """Unsigned, signed with another key, altered, too old, or an answer to something else."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A key that both sides know; `key_id` names it, so that keys can be changed."""

    key_id: str
    secret: bytes

    def request_header(self, method: str, target: str, body: bytes) -> tuple[str, str]:
        """The value of `Authorization`, and the nonce in it. `target` is the path with its query.

        The time is the machine's: freshness is a matter of transport, which no test or merchant moves.
        """
        timestamp, nonce = str(int(time.time())), secrets.token_hex(16)
        signature = self._sign(method, target, timestamp, nonce, sha256(body).hexdigest())
        values = {"key_id": self.key_id, "timestamp": timestamp, "nonce": nonce, "signature": signature}
        return f"{SCHEME} " + ",".join(f'{name}="{value}"' for name, value in values.items()), nonce

    def verify_request(self, header: "RequestHeader", method: str, target: str, body: bytes) -> None:
        """Raises `SignatureInvalid`. Whether the nonce was seen before is for the receiver to know."""
        expected = self._sign(method, target, header.timestamp, header.nonce, sha256(body).hexdigest())
        _accept(expected, header.signature, header.timestamp)

    def answer_headers(self, status: int, nonce: str, body: bytes) -> dict[str, str]:
        """Headers that prove an answer to the request with this nonce."""
        timestamp = str(int(time.time()))
        signature = self._sign(str(status), timestamp, nonce, sha256(body).hexdigest())
        return dict(zip(ANSWER_HEADERS, (timestamp, signature), strict=True))

    def verify_answer(self, status: int, nonce: str, body: bytes, timestamp: str | None, given: str | None) -> None:
        """Raises `SignatureInvalid`."""
        if timestamp is None or given is None:
            raise SignatureInvalid("unsigned")
        _accept(self._sign(str(status), timestamp, nonce, sha256(body).hexdigest()), given, timestamp)

    def _sign(self, *lines: str) -> str:
        return hmac.new(self.secret, "".join(f"{line}\n" for line in lines).encode(), sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class RequestHeader:
    """A parsed `Authorization` header."""

    key_id: str
    timestamp: str
    nonce: str
    signature: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises `SignatureInvalid` for another scheme or a missing part."""
        scheme, _, rest = text.partition(" ")
        parts = dict(_PART.findall(rest))
        if scheme != SCHEME or not cls.__dataclass_fields__.keys() <= parts.keys():
            raise SignatureInvalid("unsigned")
        return cls(**{name: parts[name] for name in cls.__dataclass_fields__})


def _accept(expected: str, given: str, timestamp: str) -> None:
    if not hmac.compare_digest(expected.encode(), given.encode()):
        raise SignatureInvalid("another signature")
    if not timestamp.isdecimal() or abs(time.time() - int(timestamp)) > FRESH_SECONDS:
        raise SignatureInvalid("too old")
