"""Choices, yes or no, and records that were picked."""

import re
from collections.abc import Collection
from typing import Any, Final

from prepaid.domains.pages.rules.fields import ChoiceField, ReferenceField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.problems import ProblemCode, Unreadable
from prepaid.kit.ids import GlobalId, InvalidGlobalId

MOST_CHOSEN: Final = 200
_DIVISION: Final = re.compile(r"[1-9][0-9]{5}")


def read_choice(field: ChoiceField, value: Any, options: Collection[str]) -> str | list[str]:
    """One option, or for TAGS a list of different ones.

    Raises:
        Unreadable: FIELD_TYPE, OPTION_UNKNOWN, REPEATED, TOO_MANY.
    """
    if not field.multiple:
        return _option(value, options)
    return _several(value, lambda item: _option(item, options))


def read_boolean(value: Any) -> bool:
    """Raises `Unreadable` for anything but true and false."""
    if not isinstance(value, bool):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    return value


def read_reference(field: ReferenceField, value: Any) -> str | list[str]:
    """The global id of a record of the field's type; REGION: a code of GB/T 2260.

    Whether the record exists and may be seen is for the command that takes it.

    Raises:
        Unreadable: FIELD_TYPE, FORMAT_INVALID, REPEATED, TOO_MANY.
    """
    if not field.multiple:
        return _reference(field, value)
    return _several(value, lambda item: _reference(field, item))


def _option(value: Any, options: Collection[str]) -> str:
    if not isinstance(value, str):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if value not in options:
        raise Unreadable(ProblemCode.OPTION_UNKNOWN)
    return value


def _reference(field: ReferenceField, value: Any) -> str:
    if not isinstance(value, str):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if field.kind is ValueKind.REGION:
        if _DIVISION.fullmatch(value) is None:
            raise Unreadable(ProblemCode.FORMAT_INVALID, pattern="GB/T 2260")
        return value
    try:
        found = GlobalId.decode(value)
    except InvalidGlobalId as error:
        raise Unreadable(ProblemCode.FORMAT_INVALID, pattern=field.target) from error
    if found.type_code != field.target:
        raise Unreadable(ProblemCode.FORMAT_INVALID, pattern=field.target)
    return value


def _several(value: Any, read: Any) -> list[str]:
    if not isinstance(value, list):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if len(value) > MOST_CHOSEN:
        raise Unreadable(ProblemCode.TOO_MANY, max=MOST_CHOSEN)
    items: list[str] = []
    for index, item in enumerate(value):
        try:
            items.append(read(item))
        except Unreadable as error:
            raise Unreadable(error.code, path=(index,), **error.data) from error
    if len(set(items)) != len(items):
        raise Unreadable(ProblemCode.REPEATED)
    return items
