"""What a reviewer should know of a price: against its own history, the type's median, the type's limits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median_low
from typing import Final


class FindingKind(StrEnum):
    """Where a finding comes from (审核依据来源)."""

    PRICE_HISTORY = "PRICE_HISTORY"
    TYPE_MEDIAN = "TYPE_MEDIAN"
    SENSITIVE_WORD = "SENSITIVE_WORD"
    TYPE_LIMIT = "TYPE_LIMIT"


class Severity(StrEnum):
    """How much a finding matters (严重程度)."""

    INFO = "INFO"
    WARNING = "WARNING"
    ALARM = "ALARM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One piece of evidence; amounts in fen, places in code points."""

    kind: FindingKind
    severity: Severity
    field: str | None = None
    starts_at: int | None = None
    ends_at: int | None = None
    word: str | None = None
    value: int | None = None
    compared_with: int | None = None


RISE_WARNS_PERCENT: Final = 20
RISE_ALARMS_PERCENT: Final = 50
"""A price raised by half shortly before a discount is the usual trick."""
FEWEST_FOR_A_MEDIAN: Final = 3
"""With fewer other merchants the median would tell their prices."""


def against_history(price_fen: int, before: Sequence[int]) -> Iterator[Finding]:
    """The price against the latest one on sale (`before` is newest first)."""
    if before:
        latest = before[0]
        yield _compared(FindingKind.PRICE_HISTORY, price_fen, latest, rising_only=True)


def against_median(price_fen: int, others: Sequence[int]) -> Iterator[Finding]:
    """The price against the median of the same type's other merchants."""
    if len(others) >= FEWEST_FOR_A_MEDIAN:
        yield _compared(FindingKind.TYPE_MEDIAN, price_fen, median_low(others), rising_only=False)


def against_limit(field: str, value: int, limit: int) -> Finding:
    """A value that comes close to what the type allows; beyond it nothing is submitted."""
    close = value * 100 >= limit * 95
    return Finding(
        kind=FindingKind.TYPE_LIMIT,
        severity=Severity.WARNING if close else Severity.INFO,
        field=field,
        value=value,
        compared_with=limit,
    )


def _compared(kind: FindingKind, price: int, other: int, *, rising_only: bool) -> Finding:
    difference = (price - other) * 100
    if not rising_only:
        difference = abs(difference)
    severity = Severity.INFO
    if difference >= other * RISE_ALARMS_PERCENT:
        severity = Severity.ALARM
    elif difference >= other * RISE_WARNS_PERCENT:
        severity = Severity.WARNING
    return Finding(kind=kind, severity=severity, value=price, compared_with=other)
