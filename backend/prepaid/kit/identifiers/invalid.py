"""Why an identifier is refused, and the narrowing of characters that all of them share."""

import re
from enum import StrEnum
from typing import Final

_FULL_WIDTH: Final = {0x3000: " "} | {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_LONGEST_INPUT: Final = 320


class IdentifierKind(StrEnum):
    """Kinds of identifier; the names are those of the patterns that pages name."""

    USCC = "USCC"
    ORG_CODE = "ORG_CODE"
    OLD_LICENCE = "OLD_LICENCE"
    CN_ID_CARD = "CN_ID_CARD"
    CN_MOBILE = "CN_MOBILE"
    BANK_CARD = "BANK_CARD"
    WECHAT_APPID = "WECHAT_APPID"
    EMAIL = "EMAIL"


class IdentifierReason(StrEnum):
    """What is wrong with an identifier."""

    EMPTY = "EMPTY"
    LENGTH = "LENGTH"
    CHARACTERS = "CHARACTERS"
    PREFIX = "PREFIX"
    FORM = "FORM"
    DIVISION = "DIVISION"
    DATE = "DATE"
    CHECK_DIGIT = "CHECK_DIGIT"


class InvalidIdentifier(ValueError):
    """An identifier that cannot exist. The text of the error never repeats the value."""

    def __init__(self, kind: IdentifierKind, reason: IdentifierReason) -> None:
        self.kind = kind
        self.reason = reason
        super().__init__(f"invalid {kind}: {reason}")


def narrow(kind: IdentifierKind, text: str, *, drop: str = " ") -> str:
    """Trim, turn full-width letters, digits and signs into ASCII, and leave out the characters of `drop`.

    Only the full-width block is narrowed, where it is the same as NFKC. The rest of NFKC would turn ² or
    ① into a digit nobody wrote.

    Raises:
        InvalidIdentifier: EMPTY, CHARACTERS for what is not ASCII then (before any change of
            case, which would turn ſ into S and the Kelvin sign into k), LENGTH for an input too
            long for any identifier.
    """
    require(len(text) <= _LONGEST_INPUT, kind, IdentifierReason.LENGTH)
    narrowed = text.strip().translate(_FULL_WIDTH)
    for separator in drop:
        narrowed = narrowed.replace(separator, "")
    require(narrowed, kind, IdentifierReason.EMPTY)
    require(narrowed.isascii(), kind, IdentifierReason.CHARACTERS)
    return narrowed


def require(condition: object, kind: IdentifierKind, reason: IdentifierReason) -> None:
    """Raise `InvalidIdentifier` unless the condition holds."""
    if not condition:
        raise InvalidIdentifier(kind, reason)


def require_shape(kind: IdentifierKind, value: str, *, lengths: range, pattern: re.Pattern[str]) -> None:
    """Require a length, then a pattern over the whole value; the latter is refused as CHARACTERS."""
    require(len(value) in lengths, kind, IdentifierReason.LENGTH)
    require(pattern.fullmatch(value), kind, IdentifierReason.CHARACTERS)
