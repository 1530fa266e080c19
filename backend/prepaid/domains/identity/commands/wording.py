"""Texts that people give for names and reasons, as refusals that point at the input."""

from typing import Final

from prepaid.core.errors import InvalidValue, Path
from prepaid.domains.identity.errors.members import ReasonTooShort
from prepaid.domains.identity.errors.permissions import CodeMalformed
from prepaid.domains.identity.rules.permissions import CODE
from prepaid.kit.text import InvalidText, clean_text

SHORTEST_REASON: Final = 5
LONGEST_NAME: Final = 80
LONGEST_REASON: Final = 500


def name_text(value: str, path: Path) -> str:
    """A name of 1 to 80 characters.

    Raises:
        InvalidValue: empty, too long, or with characters that no name has.
    """
    text = _clean(value, path, LONGEST_NAME, multiline=False)
    if not text:
        raise InvalidValue(path=path, reason="EMPTY")
    return text


def free_text(value: str, path: Path = ("reason",)) -> str:
    """A remark of at most 500 characters, which may be empty.

    Raises:
        InvalidValue: too long, or with characters that no text has.
    """
    return _clean(value, path, LONGEST_REASON, multiline=True)


def reason_text(value: str, path: Path = ("reason",)) -> str:
    """A reason somebody else can follow later: at least 5 characters.

    Raises:
        ReasonTooShort, InvalidValue.
    """
    text = free_text(value, path)
    if len(text) < SHORTEST_REASON:
        raise ReasonTooShort(path=path, characters=SHORTEST_REASON)
    return text


def code_text(value: str, path: Path = ("code",)) -> str:
    """A code of a template, role or node.

    Raises:
        CodeMalformed.
    """
    if CODE.fullmatch(value) is None:
        raise CodeMalformed(path=path)
    return value


def _clean(value: str, path: Path, longest: int, *, multiline: bool) -> str:
    try:
        return clean_text(value, max_length=longest, multiline=multiline)
    except InvalidText as error:
        raise InvalidValue(path=path, reason=error.reason.value) from error
