"""Text that people type: one spelling, no invisible damage, a known length."""

import re
import unicodedata
from enum import StrEnum
from typing import Final

_BLANKS: Final = " \t\r\n\u00a0\u2002\u2003\u2009\u3000"
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONTROL_MULTILINE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_NONCHARACTER = re.compile(
    "[\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)) + "]"
)
# The longest canonical decomposition of one character has four; only a longer text is surely too long.
_NFC_SHRINK: Final = 4
# UAX #15, stream-safe text: no language stacks more, and sorting longer runs takes quadratic time.
_MOST_MARKS_IN_A_ROW: Final = 30


class TextReason(StrEnum):
    """Why a text is refused."""

    TYPE = "TYPE"
    TOO_LONG = "TOO_LONG"
    SURROGATE = "SURROGATE"
    CONTROL_CHARACTER = "CONTROL_CHARACTER"
    BIDI_OVERRIDE = "BIDI_OVERRIDE"
    NONCHARACTER = "NONCHARACTER"
    COMBINING_MARKS = "COMBINING_MARKS"


class InvalidText(ValueError):
    """A text that is not stored, shown or compared as it stands."""

    def __init__(self, reason: TextReason) -> None:
        self.reason = reason
        super().__init__(f"invalid text: {reason}")


def clean_text(value: object, *, max_length: int, multiline: bool = False) -> str:
    """A text as it is stored: NFC, no blanks around it, every line end a line feed.

    `max_length` counts code points of the result. Multi-line text may hold line breaks and tabs. An
    empty result is allowed: whether a text is required is the caller's rule.

    Raises:
        InvalidText: for what is not a str or too long; NUL and control characters; lone surrogates
            (no UTF-8 holds them); bidirectional overrides and isolates, which make a text read
            otherwise than it is stored (CVE-2021-42574); Unicode noncharacters; more
            than 30 combining marks in a row.
    """
    if not isinstance(value, str):
        raise InvalidText(TextReason.TYPE)
    text = value.strip(_BLANKS)
    if len(text) > max_length * _NFC_SHRINK:
        raise InvalidText(TextReason.TOO_LONG)
    if multiline:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, reason in (
        (_SURROGATE, TextReason.SURROGATE),
        (_CONTROL_MULTILINE if multiline else _CONTROL, TextReason.CONTROL_CHARACTER),
        (_BIDI, TextReason.BIDI_OVERRIDE),
        (_NONCHARACTER, TextReason.NONCHARACTER),
    ):
        if pattern.search(text):
            raise InvalidText(reason)
    _check_marks(text)
    text = unicodedata.normalize("NFC", text)
    _check_marks(text)
    if len(text) > max_length:
        raise InvalidText(TextReason.TOO_LONG)
    return text


def _check_marks(text: str) -> None:
    run = 0
    for character in "" if text.isascii() else text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > _MOST_MARKS_IN_A_ROW:
            raise InvalidText(TextReason.COMBINING_MARKS)
