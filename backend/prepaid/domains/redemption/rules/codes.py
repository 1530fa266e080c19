"""What a consumer shows: a signed code for the scanner, eight digits to type, and the counter's session after it.

    code    = base64url(code id 16 ‖ HMAC-SHA256(key, "code" ‖ merchant ‖ id) first 16)          43 characters
    session = base64url(code id 16 ‖ expiry 4 ‖ HMAC-SHA256(key, "session" ‖ merchant ‖ store ‖ cashier ‖ id ‖ expiry)
              first 16)                                                                           48 characters

What a code may do, until when, and whether it was used stands in its row; the signature makes that nobody guesses one.
The merchant is part of what is signed: at another merchant's counter a code is no code.
"""

import hmac
import re
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Final
from uuid import UUID

LIFE: Final = timedelta(seconds=60)
"""Of a code (domain/50)."""
SESSION_LIFE: Final = timedelta(minutes=5)
"""Of what a cashier has recognised: long enough to choose, and the code behind it is still used once."""
DIGITS: Final = 8
MANUAL: Final = re.compile(rf"\d{{{DIGITS}}}")
_MAC: Final = 16
_ID: Final = 16
_EXPIRY: Final = 4
_CODE: Final = re.compile(r"[A-Za-z0-9_-]{43}")
_SESSION: Final = re.compile(r"[A-Za-z0-9_-]{48}")


def code_text(key: bytes, merchant_id: UUID, code_id: UUID) -> str:
    """What the QR code of a code's row says."""
    return _written(code_id.bytes + _mac(key, b"code", merchant_id.bytes, code_id.bytes))


def read_code(key: bytes, merchant_id: UUID, text: str) -> UUID | None:
    """The row that a scanned text names; None for what this merchant's consumers were never shown."""
    raw = _read(text, _CODE)
    if raw is None:
        return None
    code_id, mac = raw[:_ID], raw[_ID:]
    right = hmac.compare_digest(mac, _mac(key, b"code", merchant_id.bytes, code_id))
    return UUID(bytes=code_id) if right else None


def session_text(
    key: bytes, merchant_id: UUID, store_id: UUID, cashier_id: UUID, code_id: UUID, until: datetime
) -> str:
    """What a cashier redeems by after he has seen what is usable: good for him in this store, until then."""
    expiry = int(until.timestamp()).to_bytes(_EXPIRY)
    parts = (merchant_id.bytes, store_id.bytes, cashier_id.bytes, code_id.bytes, expiry)
    return _written(code_id.bytes + expiry + _mac(key, b"session", *parts))


def read_session(
    key: bytes, merchant_id: UUID, store_id: UUID, cashier_id: UUID, text: str
) -> tuple[UUID, datetime] | None:
    """The row of a session and its end; None for one of somebody else, of another store, or forged."""
    raw = _read(text, _SESSION)
    if raw is None:
        return None
    code_id, expiry, mac = raw[:_ID], raw[_ID : _ID + _EXPIRY], raw[_ID + _EXPIRY :]
    parts = (merchant_id.bytes, store_id.bytes, cashier_id.bytes, code_id, expiry)
    if not hmac.compare_digest(mac, _mac(key, b"session", *parts)):
        return None
    return UUID(bytes=code_id), datetime.fromtimestamp(int.from_bytes(expiry), UTC)


def new_manual_code() -> str:
    """Eight digits; a row tells whose they are, and tries are counted."""
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}d}"


def manual_index(key: bytes, merchant_id: UUID, digits: str) -> bytes:
    """What the row keeps of them: whoever reads the table cannot type them."""
    return _mac(key, b"manual", merchant_id.bytes, digits.encode())


def spoken(text: str) -> str:
    """What was scanned or typed, without the blanks that people put between digits."""
    return re.sub(r"\s", "", text)


def _mac(key: bytes, *parts: bytes) -> bytes:
    # Every part but the first has a fixed length for its purpose, so the joined text is unambiguous.
    return hmac.digest(key, b"\x00".join(parts), sha256)[:_MAC]


def _written(raw: bytes) -> str:
    return urlsafe_b64encode(raw).rstrip(b"=").decode()


def _read(text: str, shape: re.Pattern[str]) -> bytes | None:
    if shape.fullmatch(text) is None:
        return None
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
