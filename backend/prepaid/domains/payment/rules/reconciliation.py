"""Three lists of one day side by side: the provider's bill, our payments and refunds, the ledger."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class BreakKind(StrEnum):
    """How the lists differ (差错类型)."""

    MISSING_HERE = "MISSING_HERE"
    """The provider has it, and we do not, or not as done."""
    MISSING_AT_PROVIDER = "MISSING_AT_PROVIDER"
    AMOUNT_DIFFERS = "AMOUNT_DIFFERS"
    PAYEE_DIFFERS = "PAYEE_DIFFERS"
    LISTED_TWICE = "LISTED_TWICE"
    MISSING_IN_LEDGER = "MISSING_IN_LEDGER"
    LEDGER_DIFFERS = "LEDGER_DIFFERS"


class BreakState(StrEnum):
    """Whether a break is settled (差错状态)."""

    OPEN = "OPEN"
    RESOLVED = "RESOLVED"


class BreakResolution(StrEnum):
    """How a break was settled (处理方式)."""

    ADJUSTED = "ADJUSTED"
    """A correcting entry was made."""
    PROVIDER_CORRECTED = "PROVIDER_CORRECTED"
    """The provider corrected its own list."""
    LATER_MATCHED = "LATER_MATCHED"
    """It appeared on another day's list."""
    ACCEPTED = "ACCEPTED"
    """Looked into, and nothing to do."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the bill."""

    reference: str
    payee: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Known:
    """What we have under a reference; `done`: captured, or taken by the provider."""

    payee: str
    amount_fen: int
    done: bool
    booked: bool
    """It moves money here, so the ledger must have it: captured, or refunded."""
    ledger_fen: int | None


@dataclass(frozen=True, slots=True)
class Break:
    """One difference; amounts are of the three lists, None where one has nothing."""

    kind: BreakKind
    reference: str
    provider_fen: int | None = None
    own_fen: int | None = None
    ledger_fen: int | None = None


def breaks(lines: Sequence[Listed], known: Mapping[str, Known], expected: Collection[str]) -> Iterator[Break]:
    """Every difference, at most one a reference, in the order of the bill and then of the references.

    `known`: what we have of everything listed or expected; `expected`: what must be on this bill.
    """
    times = Counter(line.reference for line in lines)
    seen: set[str] = set()
    for line in lines:
        if line.reference in seen:
            continue
        seen.add(line.reference)
        found = _of_line(line, known.get(line.reference), times[line.reference])
        if found is not None:
            yield found
    for reference in sorted(set(expected) - seen):
        own = known[reference]
        yield Break(BreakKind.MISSING_AT_PROVIDER, reference, None, own.amount_fen, own.ledger_fen)


def _of_line(line: Listed, own: Known | None, times: int) -> Break | None:
    if own is None or not own.done:
        return Break(BreakKind.MISSING_HERE, line.reference, line.amount_fen)
    figures = (line.reference, line.amount_fen, own.amount_fen, own.ledger_fen)
    if times > 1:
        return Break(BreakKind.LISTED_TWICE, *figures)
    if own.amount_fen != line.amount_fen:
        return Break(BreakKind.AMOUNT_DIFFERS, *figures)
    if own.payee != line.payee:
        return Break(BreakKind.PAYEE_DIFFERS, *figures)
    if own.booked and own.ledger_fen is None:
        return Break(BreakKind.MISSING_IN_LEDGER, *figures)
    if own.booked and own.ledger_fen != own.amount_fen:
        return Break(BreakKind.LEDGER_DIFFERS, *figures)
    return None
