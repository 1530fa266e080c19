"""What a password, a PIN and a recovery code must be like.

Source: NIST SP 800-63B, 5.1.1 (length and a block list, no rules of composition, no forced change).
"""

import re
import secrets
import unicodedata
from collections.abc import Iterable
from enum import StrEnum, auto
from itertools import pairwise

from prepaid.domains.identity.rules.common_passwords import COMMON_PASSWORDS

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 128
SHORTEST_LOGIN_PART = 6
"""A shorter piece of a login inside a password is a coincidence."""

RECOVERY_CODES = 10
_RECOVERY_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""32 characters that nobody reads as another one."""
_PIN = re.compile(r"[0-9]{4,6}")
_LONGEST_UNIT = 4


class Weakness(StrEnum):
    """Why a password is not accepted."""

    TOO_SHORT = auto()
    TOO_LONG = auto()
    COMMON = auto()
    CONTAINS_LOGIN = auto()


def normal_password(password: str) -> bytes:
    """The one spelling of a password that is hashed: keyboards write the same sign in several ways (NFKC)."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")


def password_weakness(password: str, logins: Iterable[str] = ()) -> Weakness | None:
    """The first thing that is wrong with a password, or None. `logins`: phone and e-mail of its owner."""
    text = unicodedata.normalize("NFKC", password)
    if len(text) < SHORTEST_PASSWORD:
        return Weakness.TOO_SHORT
    if len(text) > LONGEST_PASSWORD:
        return Weakness.TOO_LONG
    plain = "".join(text.casefold().split())
    if plain in COMMON_PASSWORDS or _patterned(plain):
        return Weakness.COMMON
    if any(part in plain for login in logins for part in _parts(login.casefold())):
        return Weakness.CONTAINS_LOGIN
    return None


def _parts(login: str) -> Iterable[str]:
    return (part for part in {login, login.partition("@")[0]} if len(part) >= SHORTEST_LOGIN_PART)


def _patterned(text: str) -> bool:
    """One short unit again and again, or characters that follow each other."""
    repeated = any(text == (text[:size] * len(text))[: len(text)] for size in range(1, _LONGEST_UNIT + 1))
    return repeated or _consecutive(text)


def _consecutive(text: str) -> bool:
    steps = {ord(after) - ord(before) for before, after in pairwise(text)}
    if text.isascii() and text.isdigit():
        # As on a keypad, 9 and 0 are neighbours too.
        steps = {step % 10 for step in steps}
    return steps <= {0} or steps in ({1}, {-1}, {9})


def is_pin(text: str) -> bool:
    """Four to six digits."""
    return _PIN.fullmatch(text) is not None


def is_simple_pin(pin: str) -> bool:
    """One digit repeated, or digits in a row: what a passer-by tries."""
    return _consecutive(pin) or pin == (pin[:2] * len(pin))[: len(pin)]


def new_recovery_codes() -> list[str]:
    """Ten codes of 50 random bits, as `ABCDE-FGHJK`."""

    def half() -> str:
        return "".join(secrets.choice(_RECOVERY_ALPHABET) for _ in range(5))

    return [f"{half()}-{half()}" for _ in range(RECOVERY_CODES)]


def normal_recovery_code(text: str) -> str:
    """The spelling that is compared: no blanks and dashes, upper case."""
    return re.sub(r"[\s-]", "", text).upper()
