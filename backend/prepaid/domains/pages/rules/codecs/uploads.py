"""Uploaded files by their tokens, and documents with number and expiry."""

import re
from datetime import date
from typing import Any, Final

from prepaid.domains.pages.rules.fields import ExpiryRule, UploadField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.problems import ProblemCode, Unreadable
from prepaid.domains.pages.rules.readings import day
from prepaid.kit.text import InvalidText, clean_text

_TOKEN: Final = re.compile(r"[A-Za-z0-9._~-]{1,1000}")
_PARTS: Final = frozenset({"files", "number", "expiresOn", "longTerm"})
LONGEST_NUMBER: Final = 100


def read_upload(field: UploadField, value: Any, today: date) -> list[str] | dict[str, Any] | None:
    """FILE, IMAGE: a list of tokens; DOCUMENT: `files`, `number`, `expiresOn`, `longTerm`, or None when all are blank.

    Raises:
        Unreadable: FIELD_TYPE, TOO_MANY, REPEATED, FIELD_UNKNOWN, TEXT_INVALID, FIELD_REQUIRED (a document
            without files), DOCUMENT_EXPIRED, DOCUMENT_EXPIRY_MISSING.
    """
    if field.kind is not ValueKind.DOCUMENT:
        return _tokens(field, value)
    return _document(field, value, today)


def _tokens(field: UploadField, value: Any) -> list[str]:
    if not isinstance(value, list):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if len(value) > field.max_files:
        raise Unreadable(ProblemCode.TOO_MANY, max=field.max_files)
    for index, token in enumerate(value):
        if not isinstance(token, str) or _TOKEN.fullmatch(token) is None:
            raise Unreadable(ProblemCode.FIELD_TYPE, path=(index,))
    if len(set(value)) != len(value):
        raise Unreadable(ProblemCode.REPEATED)
    return list(value)


def _document(field: UploadField, value: Any, today: date) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if unknown := value.keys() - _PARTS:
        raise Unreadable(ProblemCode.FIELD_UNKNOWN, path=(min(unknown),))
    if not any(value.values()):
        return None
    try:
        files = _tokens(field, value.get("files") or [])
    except Unreadable as error:
        raise Unreadable(error.code, path=("files", *error.path), **error.data) from error
    if not files:
        raise Unreadable(ProblemCode.FIELD_REQUIRED, path=("files",))
    expires_on, long_term = _expiry(field, value, today)
    return {"files": files, "number": _number(value.get("number")), "expiresOn": expires_on, "longTerm": long_term}


def _number(value: Any) -> str | None:
    if value is None:
        return None
    try:
        return clean_text(value, max_length=LONGEST_NUMBER) or None
    except InvalidText as error:
        raise Unreadable(ProblemCode.TEXT_INVALID, path=("number",)) from error


def _expiry(field: UploadField, value: dict[str, Any], today: date) -> tuple[str | None, bool]:
    sent, long_term = value.get("expiresOn") or None, value.get("longTerm") or False
    if not isinstance(long_term, bool):
        raise Unreadable(ProblemCode.FIELD_TYPE, path=("longTerm",))
    if long_term and not field.long_term:
        raise Unreadable(ProblemCode.FIELD_UNKNOWN, path=("longTerm",))
    if sent is None:
        if field.expiry is ExpiryRule.REQUIRED and not long_term:
            raise Unreadable(ProblemCode.DOCUMENT_EXPIRY_MISSING, path=("expiresOn",))
        return None, long_term
    if long_term or field.expiry is ExpiryRule.NONE:
        raise Unreadable(ProblemCode.FIELD_UNKNOWN, path=("expiresOn",))
    expires = day(sent) if isinstance(sent, str) else None
    if expires is None:
        raise Unreadable(ProblemCode.FIELD_TYPE, path=("expiresOn",))
    if expires < today:
        raise Unreadable(ProblemCode.DOCUMENT_EXPIRED, path=("expiresOn",))
    return expires.isoformat(), False
