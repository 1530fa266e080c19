"""Time-based one-time passwords (RFC 6238): six digits, 30 seconds, one step to either side."""

import re
from datetime import datetime
from hmac import compare_digest

import pyotp

ISSUER = "Prepaid"
STEP_SECONDS = 30
_CODE = re.compile(r"[0-9]{6}")


def new_totp_secret() -> str:
    """160 random bits in base32, as authenticator apps read them."""
    return pyotp.random_base32()


def totp_address(secret: str, label: str) -> str:
    """The `otpauth://` address that a QR code carries. `label` tells the account in the app: masked data only."""
    return pyotp.TOTP(secret).provisioning_uri(name=label, issuer_name=ISSUER)


def matching_step(secret: str, code: str, at: datetime) -> int | None:
    """The time step whose code this is, among the present one and its two neighbours; None when it is none.

    Whether the step was used before is for the caller to check: each code is good once.
    """
    plain = "".join(code.split())
    if _CODE.fullmatch(plain) is None:
        return None
    totp = pyotp.TOTP(secret)
    present = int(at.timestamp()) // STEP_SECONDS
    found: int | None = None
    for step in (present - 1, present, present + 1):
        if compare_digest(totp.generate_otp(step), plain):
            found = step
    return found
