"""Secrets that prove who asks: 256 random bits, known to the database by their SHA-256 alone.

They need no slow hash: nobody guesses 256 bits.
"""

import re
import secrets
from hashlib import sha256

_API_TOKEN = re.compile(r"(mk_(?:live|test)_[0-9a-f]{12})_[A-Za-z0-9_-]{43}")
_SESSION_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def new_session_secret() -> str:
    """43 characters of base64url."""
    return secrets.token_urlsafe(32)


def is_session_secret(text: str) -> bool:
    """Whether a text has the form of `new_session_secret`; anything else is not looked up."""
    return _SESSION_SECRET.fullmatch(text) is not None


def new_api_token(*, live: bool) -> tuple[str, str]:
    """A token `mk_live_<12 digits>_<43 characters>` (`mk_test_` outside production) and its public beginning."""
    prefix = f"mk_{'live' if live else 'test'}_{secrets.token_hex(6)}"
    return f"{prefix}_{secrets.token_urlsafe(32)}", prefix


def api_token_prefix(text: str, *, live: bool) -> str | None:
    """The public beginning of a well-formed token of this kind of environment; None for anything else."""
    match = _API_TOKEN.fullmatch(text)
    if match is None or match[1].startswith("mk_live_") is not live:
        return None
    return match[1]


def secret_hash(secret: str) -> bytes:
    """SHA-256: 32 bytes."""
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()
