"""Numbers: integers as JSON integers, decimals as text, so that no amount passes through a binary fraction."""

import re
from decimal import Decimal
from typing import Any, Final

from prepaid.domains.pages.rules.fields import NumberField
from prepaid.domains.pages.rules.kinds import WHOLE
from prepaid.domains.pages.rules.problems import ProblemCode, Unreadable

LARGEST: Final = 2**53 - 1
"""What a JSON number carries exactly everywhere."""
_DECIMAL: Final = re.compile(r"-?[0-9]{1,20}(\.[0-9]{1,20})?")


def read_number(field: NumberField, value: Any) -> int | str:
    """An integer, or for DECIMAL the shortest decimal text.

    Raises:
        Unreadable: FIELD_TYPE, NUMBER_TOO_PRECISE, NUMBER_TOO_SMALL, NUMBER_TOO_LARGE.
    """
    number = _whole(value) if field.kind in WHOLE else _decimal(field, value)
    if field.min is not None and number < Decimal(field.min):
        raise Unreadable(ProblemCode.NUMBER_TOO_SMALL, min=field.min, kind=field.kind.value)
    if field.max is not None and number > Decimal(field.max):
        raise Unreadable(ProblemCode.NUMBER_TOO_LARGE, max=field.max, kind=field.kind.value)
    return int(number) if field.kind in WHOLE else shortest(number)


def _whole(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) > LARGEST:
        raise Unreadable(ProblemCode.FIELD_TYPE)
    return Decimal(value)


def _decimal(field: NumberField, value: Any) -> Decimal:
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or _DECIMAL.fullmatch(text) is None:
        raise Unreadable(ProblemCode.FIELD_TYPE)
    _, _, fraction = shortest(Decimal(text)).partition(".")
    if len(fraction) > field.decimals:
        raise Unreadable(ProblemCode.NUMBER_TOO_PRECISE, scale=field.decimals)
    return Decimal(text)


def shortest(value: Decimal) -> str:
    """A decimal without an exponent and without zeros that say nothing."""
    text = format(value, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text
