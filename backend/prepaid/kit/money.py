"""Money is a whole number of fen (1/100 yuan). Every rounding and every sharing of money is here."""

import re
from collections.abc import Sequence
from typing import Final, TypeAlias

Fen: TypeAlias = int
"""An amount in fen. Signed; |amount| ≤ FEN_MAX."""

FEN_MAX: Final = 2**53 - 1
"""The largest amount a JSON number carries exactly: 90 trillion yuan."""

BPS_ONE: Final = 10_000
"""The whole, in basis points: 100 %."""

_YUAN = re.compile(r"(-?)((?:0|[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*))(?:\.([0-9]{1,2}))?")


class InvalidAmount(ValueError):
    """A value that is not an amount of money, a rate, or a set of weights."""


def check_fen(value: object) -> Fen:
    """Return the value when it is an integer amount in range.

    Raises:
        InvalidAmount: for a bool, a float, anything else that is not an int, or |value| > FEN_MAX.
    """
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidAmount(f"an amount is an integer number of fen, not {type(value).__name__}")
    if not -FEN_MAX <= value <= FEN_MAX:
        raise InvalidAmount("an amount is between -(2^53 - 1) and 2^53 - 1 fen")
    return int(value)


def floor_share(amount_fen: Fen, bps: int) -> Fen:
    """The share of an amount at a rate in basis points, rounded down to the fen.

    Raises:
        InvalidAmount: for a negative amount (undo a share by negating the share of the original,
            so that both round alike) or a rate outside 0 … 10,000.
    """
    _check_share(amount_fen, bps)
    return amount_fen * bps // BPS_ONE


def ceil_share(amount_fen: Fen, bps: int) -> Fen:
    """The share of an amount at a rate in basis points, rounded up to the fen: c(X) = ⌈r·X⌉.

    Raises:
        InvalidAmount: as `floor_share`.
    """
    _check_share(amount_fen, bps)
    return -(-amount_fen * bps // BPS_ONE)


def share_by_weights(total_fen: Fen, weights: Sequence[int]) -> list[Fen]:
    """Divide an amount in proportion to weights by the largest remainder.

    The shares add up to the total exactly, each is within one fen of its exact proportion, a weight of
    zero gets nothing, and equal remainders are served in the order of the list. A negative total is
    divided as the mirror of the positive one, so a reversal matches its original share by share.

    Raises:
        InvalidAmount: when no weight is positive, or one is negative or not an integer.
    """
    total = check_fen(total_fen)
    if not all(_is_integer(weight) and weight >= 0 for weight in weights):
        raise InvalidAmount("weights are integers of zero or more")
    whole = sum(weights)
    if whole == 0:
        raise InvalidAmount("at least one weight must be positive")
    size = abs(total)
    shares = [size * weight // whole for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda i: -(size * weights[i] % whole))
    for index in by_remainder[: size - sum(shares)]:
        shares[index] += 1
    return shares if total >= 0 else [-share for share in shares]


def format_yuan(fen: Fen) -> str:
    """An amount as people read it: 123456 → "1,234.56"."""
    yuan, cents = divmod(abs(check_fen(fen)), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{cents:02d}"


def parse_yuan(text: str) -> Fen:
    """Read "1234", "1234.5", "1,234.56" or "-0.01" as fen.

    Strict: ASCII digits, thousands separators at every third place or nowhere, at most two decimals,
    no leading zeros, no spaces, no currency sign, no "-0".

    Raises:
        InvalidAmount: for anything else, and for an amount out of range.
    """
    match = _YUAN.fullmatch(text) if len(text) <= 32 else None
    if match is None:
        raise InvalidAmount("write an amount in yuan like 1234.56")
    sign, yuan, cents = match.groups()
    fen = int(yuan.replace(",", "")) * 100 + int((cents or "").ljust(2, "0"))
    if sign and fen == 0:
        raise InvalidAmount("zero has no sign")
    return check_fen(-fen if sign else fen)


def _check_share(amount_fen: Fen, bps: int) -> None:
    if check_fen(amount_fen) < 0:
        raise InvalidAmount("a share is taken of an amount of zero or more")
    if not (_is_integer(bps) and 0 <= bps <= BPS_ONE):
        raise InvalidAmount("a rate is 0 to 10,000 basis points")


def _is_integer(value: object) -> bool:
    # A bool is an int to Python, and never an amount, a rate or a weight.
    return isinstance(value, int) and not isinstance(value, bool)
