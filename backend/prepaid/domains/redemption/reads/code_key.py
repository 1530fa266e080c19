"""The key that codes are signed with."""

import hmac
from functools import cache
from hashlib import sha256

from prepaid.core.settings import settings


@cache
def code_key() -> bytes:
    """One of its own below the signing key."""
    return hmac.digest(settings().signing_key.get_secret_value().encode(), b"redemption-code", sha256)
