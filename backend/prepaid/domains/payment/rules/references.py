"""Our own references at the provider: bank-wide unique, readable, and they name the merchant (domain/01, 14).

`P000123260928K7M2Q9XA4T`: kind, number of the merchant, legal day, ten characters of chance. Digits and capital
letters only: the provider takes nothing else for a transfer.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHANCE: Final = 10
LONGEST: Final = 32
"""Characters that the provider takes."""
_MERCHANT: Final = re.compile(r"M([0-9]{6,})")
_REFERENCE: Final = re.compile(rf"([PRT])([0-9]{{6,}})([0-9]{{6}})([{ALPHABET}]{{{CHANCE}}})")


class ReferenceKind(StrEnum):
    """What a reference stands for."""

    PAYMENT = "P"
    REFUND = "R"
    PAYOUT = "T"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference taken apart."""

    kind: ReferenceKind
    merchant_number: str


def new_reference(kind: ReferenceKind, merchant_number: str, day: date) -> str:
    """A reference of a merchant. Raises `ValueError` for what is no merchant's number."""
    match = _MERCHANT.fullmatch(merchant_number)
    if match is None:
        raise ValueError(f"not a merchant's number: {merchant_number}")
    chance = "".join(secrets.choice(ALPHABET) for _ in range(CHANCE))
    reference = f"{kind}{match[1]}{day:%y%m%d}{chance}"
    if len(reference) > LONGEST:
        raise ValueError("longer than the provider takes")
    return reference


def parse_reference(text: str) -> Reference | None:
    """What a reference says; None for a text that none of ours could be."""
    match = _REFERENCE.fullmatch(text) if len(text) <= LONGEST else None
    return Reference(ReferenceKind(match[1]), f"M{match[2]}") if match else None
