"""Texts: length, characters and what their pattern demands."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from urllib.parse import urlsplit

from prepaid.domains.pages.rules.fields import PatternName, TextField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.problems import ProblemCode, Unreadable
from prepaid.kit import identifiers
from prepaid.kit.identifiers import IdentifierReason, InvalidIdentifier
from prepaid.kit.text import InvalidText, TextReason, clean_text

_POSTCODE: Final = re.compile(r"[0-9]{6}")
_URL: Final = re.compile(r"[!-~]{1,2000}")

_NORMALISE: Final[Mapping[PatternName, Callable[[str], str]]] = {
    PatternName.CN_MOBILE: identifiers.normalise_phone,
    PatternName.CN_ID_CARD: identifiers.normalise_id_card,
    PatternName.ORG_CODE: identifiers.normalise_organisation_code,
    PatternName.OLD_LICENCE: identifiers.normalise_business_licence,
    PatternName.WECHAT_APPID: identifiers.normalise_wechat_appid,
    PatternName.USCC: identifiers.normalise_uscc,
    PatternName.BANK_CARD: identifiers.normalise_bank_card,
    PatternName.EMAIL: identifiers.normalise_email,
}


def read_text(field: TextField, value: Any, *, accept_fictitious: bool = False) -> str:
    """A text in the spelling it is kept in; identifiers in their canonical one.

    Raises:
        Unreadable: FIELD_TYPE, TEXT_INVALID, TEXT_TOO_SHORT, TEXT_TOO_LONG, FORMAT_INVALID, CHECK_DIGIT_WRONG.
    """
    if not isinstance(value, str):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    text = _secret(field, value) if field.secret else _cleaned(field, value)
    if field.form is not None:
        text = _formed(field.form, text, accept_fictitious)
    if field.min_length is not None and len(text) < field.min_length:
        raise Unreadable(ProblemCode.TEXT_TOO_SHORT, min=field.min_length)
    return text


def _secret(field: TextField, value: str) -> str:
    if len(value) > field.longest:
        raise Unreadable(ProblemCode.TEXT_TOO_LONG, max=field.longest)
    return value


def _cleaned(field: TextField, value: str) -> str:
    try:
        return clean_text(value, max_length=field.longest, multiline=field.kind is ValueKind.LONG_TEXT)
    except InvalidText as error:
        if error.reason is TextReason.TOO_LONG:
            raise Unreadable(ProblemCode.TEXT_TOO_LONG, max=field.longest) from error
        raise Unreadable(ProblemCode.TEXT_INVALID) from error


def _formed(pattern: PatternName, text: str, accept_fictitious: bool) -> str:
    if pattern is PatternName.POSTCODE:
        return _matched(pattern, text, _POSTCODE.fullmatch(text) is not None)
    if pattern is PatternName.URL:
        return _matched(pattern, text, _is_url(text))
    normalise = _NORMALISE[pattern]
    if pattern is PatternName.CN_ID_CARD and accept_fictitious:
        normalise = partial(identifiers.normalise_id_card, accept_fictitious=True)
    try:
        return normalise(text)
    except InvalidIdentifier as error:
        if error.reason is IdentifierReason.CHECK_DIGIT:
            raise Unreadable(ProblemCode.CHECK_DIGIT_WRONG, pattern=pattern.value) from error
        raise Unreadable(ProblemCode.FORMAT_INVALID, pattern=pattern.value) from error


def _matched(pattern: PatternName, text: str, matches: bool) -> str:
    if not matches:
        raise Unreadable(ProblemCode.FORMAT_INVALID, pattern=pattern.value)
    return text


def _is_url(text: str) -> bool:
    if _URL.fullmatch(text) is None:
        return False
    try:
        parts = urlsplit(text)
        _ = parts.port
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
