"""The code by which somebody proves that a login is his before he has an account."""

from datetime import datetime, timedelta
from typing import Final

from prepaid.domains.identity.rules.attempt_limits import AttemptLimit

DIGITS: Final = 8
WINDOW: Final = timedelta(minutes=15)
"""A code is good in the window in which it was made and in the next one: 15 to 30 minutes."""
SIGN_UP_REQUEST: Final = AttemptLimit("sign_up_request", 3)
SIGN_UP_REQUEST_FROM_ADDRESS: Final = AttemptLimit("sign_up_address", 20)
SIGN_UP_CODE: Final = AttemptLimit("sign_up_code", 5)
SIGN_UP_CODE_FROM_ADDRESS: Final = AttemptLimit("sign_up_code_address", 60)


def windows(at: datetime) -> tuple[int, int]:
    """Numbers of the present window and the one before."""
    number = int(at.timestamp() // WINDOW.total_seconds())
    return number, number - 1


def code_text(secret: bytes) -> str:
    """The digits of a code."""
    return f"{int.from_bytes(secret) % 10**DIGITS:0{DIGITS}d}"
