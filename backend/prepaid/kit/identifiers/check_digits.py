"""The check digits, each by the article that publishes it."""

from typing import Final

USCC_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""GB 32100-2015, table 2: no I, O, S, V, Z."""

_USCC_WEIGHTS: Final = tuple(pow(3, i, 31) for i in range(17))
_ORGANISATION_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)
_ID_CARD_WEIGHTS: Final = tuple(pow(2, 17 - i, 11) for i in range(17))


def uscc_check(body: str) -> str:
    """GB 32100-2015, 5: 17 characters → the 18th, modulo 31 with weights 3^(i-1)."""
    total = sum(USCC_ALPHABET.index(c) * w for c, w in zip(body, _USCC_WEIGHTS, strict=True))
    return USCC_ALPHABET[-total % 31]


def organisation_check(body: str) -> str:
    """GB 11714-1997, 2.1.2: 8 characters → the 9th, modulo 11 (10 is X); letters count from A = 10."""
    total = sum(int(c, 36) * w for c, w in zip(body, _ORGANISATION_WEIGHTS, strict=True))
    return "0123456789X"[-total % 11]


def id_card_check(body: str) -> str:
    """GB 11643-1999, 5 (ISO 7064 MOD 11-2): 17 digits → the 18th, 10 is X."""
    total = sum(int(c) * w for c, w in zip(body, _ID_CARD_WEIGHTS, strict=True))
    return "0123456789X"[(1 - total) % 11]


def licence_check(body: str) -> str:
    """GS 15-2006 (ISO 7064 MOD 11,10): 14 digits → the 15th."""
    product = 10
    for character in body:
        product = ((product + int(character)) % 10 or 10) * 2 % 11
    return str((11 - product) % 10)


def luhn_check(body: str) -> str:
    """ISO/IEC 7812-1, annex B: the digit that completes a card number."""
    total = sum(sum(divmod(int(c) * 2, 10)) if i % 2 == 0 else int(c) for i, c in enumerate(reversed(body)))
    return str(-total % 10)
