"""How often a secret may be tried (domain/10: lock-out by account and by address with back-off)."""

from dataclasses import dataclass
from datetime import timedelta

from prepaid.core.attempts import AttemptKind

QUARTER_HOUR = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class AttemptLimit:
    """`limit` tries in `window`; the last one locks for `lock_for`, twice as long each time."""

    kind: str
    limit: int
    window: timedelta = QUARTER_HOUR
    lock_for: timedelta = QUARTER_HOUR


PASSWORD_OF_ACCOUNT = AttemptLimit(AttemptKind.PASSWORD_ACCOUNT, 5)
PASSWORD_FROM_ADDRESS = AttemptLimit(AttemptKind.PASSWORD_ADDRESS, 60)
"""Wide: a whole shop may stand behind one address."""
PASSWORD_AGAIN = AttemptLimit("password_again", 5)
"""Of a signed-in person: a stranger at the counter must not lock the account itself."""
TOTP = AttemptLimit(AttemptKind.TOTP, 5)
RECOVERY = AttemptLimit(AttemptKind.RECOVERY, 5)
PIN = AttemptLimit(AttemptKind.PIN, 5)
RESET_REQUEST = AttemptLimit("password_reset_request", 3)
RESET_REQUEST_FROM_ADDRESS = AttemptLimit("password_reset_address", 20)
RESET_CODE = AttemptLimit("password_reset_code", 5)
DIRECTORY_FROM_ADDRESS = AttemptLimit("directory_address", 60)
"""Each return from the directory makes us ask it."""
MINI_PROGRAM_FROM_ADDRESS = AttemptLimit("mini_program_address", 600)
"""Each try makes us ask WeChat; a whole town may stand behind the address of a mobile network."""
PHONE_CODE = AttemptLimit("mini_program_phone", 10)
