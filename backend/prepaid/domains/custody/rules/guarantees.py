"""Guarantees that stand in for money in custody."""

from datetime import date
from enum import StrEnum


class GuaranteeKind(StrEnum):
    """Kind of a guarantee (担保类型)."""

    BANK_LETTER = "BANK_LETTER"
    INSURANCE = "INSURANCE"


def in_force(day: date, *, valid_from: date, valid_until: date, ended_on: date | None) -> bool:
    """Whether a guarantee counts on a day: both its days included, and not from the day on which it was ended."""
    return valid_from <= day <= valid_until and (ended_on is None or day < ended_on)
