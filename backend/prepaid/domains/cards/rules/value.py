"""What the uses of a lot are worth: cumulative floor, so that any prefix sums exactly (domain/50).

The first n of N units of a lot worth T fen are worth ⌊T·n/N⌋: 500.00 for 7 visits is 71.42, then 71.43 six times.
"""

from dataclasses import dataclass

from prepaid.domains.cards.rules.cards import Funding


@dataclass(frozen=True, slots=True)
class Worth:
    """Parts of what units of a lot are worth, in fen."""

    principal_fen: int
    """Of what was paid; zero for a BONUS lot."""
    bonus_fen: int
    """Of what was given; zero for a PAID lot."""
    list_fen: int
    """At list prices."""


def cumulative_fen(total_fen: int, units: int, granted: int) -> int:
    """Worth of the first `units` of a lot of `granted` units that is worth `total_fen`.

    >>> [cumulative_fen(50_000, n, 7) - cumulative_fen(50_000, n - 1, 7) for n in range(1, 8)]
    [7142, 7143, 7143, 7143, 7143, 7143, 7143]
    """
    if not 0 <= units <= granted or granted <= 0:
        raise ValueError("units are between none and all of the lot")
    return total_fen * units // granted


def worth(funding: Funding, *, paid_fen: int, list_fen: int, granted: int, since: int, until: int) -> Worth:
    """What the units from the `since`-th (exclusive) to the `until`-th of a lot are worth."""
    paid = cumulative_fen(paid_fen, until, granted) - cumulative_fen(paid_fen, since, granted)
    listed = cumulative_fen(list_fen, until, granted) - cumulative_fen(list_fen, since, granted)
    return Worth(paid, 0, listed) if funding is Funding.PAID else Worth(0, listed, listed)
