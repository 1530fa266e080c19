"""Numbers of cards: the card type's prefix, a running number, a Luhn check digit."""

import re
from typing import Final

from prepaid.kit.identifiers.check_digits import luhn_check

BODY_DIGITS: Final = 14
"""Digits before the check digit; a longer running number makes a longer card number."""
NUMBER: Final = re.compile(r"[0-9]{8,19}")


def card_number(prefix: str, running: int) -> str:
    """The number of the `running`-th card of a prefix.

    >>> card_number("8801", 1)
    '880100000000019'
    """
    body = prefix + str(running).zfill(BODY_DIGITS - len(prefix))
    return body + luhn_check(body)


def is_card_number(text: str, prefix: str = "") -> bool:
    """Whether a number has 8 to 19 digits, the prefix, and the right check digit."""
    return bool(NUMBER.fullmatch(text)) and text.startswith(prefix) and luhn_check(text[:-1]) == text[-1]
