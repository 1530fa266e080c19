"""Identifiers for demos and tests: well formed, with good check digits, and nobody's.

Each function gives the same value for the same seed (0, 1, 2, …) and different values for different seeds
up to the count in its docstring. The ranges are ones that the standards keep for this or have not assigned:

- organisation codes PDY00001 to PDY99999: GB 11714-1997, 3, codes for internal use, never issued;
- division 9xxxxx in a unified social credit code, 99xxxx in a licence number, 999999 in an identity number:
  GB/T 2260 assigns none of them. `normalise_id_card` takes the last only with `accept_fictitious=True`;
- mobile numbers 154…: a prefix not assigned to an operator;
- bank cards 9000…: ISO/IEC 7812-1 writes a country after the 9, and no country has 000;
- e-mail at example.com: RFC 2606.

WeChat keeps no such range for APPIDs: a fictitious one could belong to somebody, so never call WeChat with it.
"""

from datetime import date, timedelta
from typing import Final

from prepaid.kit.identifiers.check_digits import (
    id_card_check,
    licence_check,
    luhn_check,
    organisation_check,
    uscc_check,
)
from prepaid.kit.identifiers.id_card import FICTITIOUS_DIVISION, Sex

_INTERNAL_CODES: Final = 99_999
_FIRST_BIRTHDAY: Final = date(1955, 1, 1)
_BIRTHDAYS: Final = 18_000
_SEQUENCES: Final = 500


def uscc(seed: int) -> str:
    """A unified social credit code of a company; 9,999,900,000 different ones."""
    division = 900_000 + seed // _INTERNAL_CODES % 100_000
    body = f"91{division}{organisation_code(seed)}"
    return body + uscc_check(body)


def organisation_code(seed: int) -> str:
    """An organisation code of the range for internal use; 99,999 different ones."""
    body = f"PDY{seed % _INTERNAL_CODES + 1:05d}"
    return body + organisation_check(body)


def business_licence(seed: int) -> str:
    """A licence number from before the unified code; 10^12 different ones."""
    body = f"99{_scatter(seed, 12)}"
    return body + licence_check(body)


def id_card(seed: int, *, birthday: date | None = None, sex: Sex | None = None) -> str:
    """An identity number of nobody; 9,000,000 different ones, 500 for a given birthday.

    Without `birthday` the person is born between 1955 and 2004. Without `sex` it follows the seed.
    """
    born = birthday or _FIRST_BIRTHDAY + timedelta(days=seed * 7_919 % _BIRTHDAYS)
    male = seed % 2 == 1 if sex is None else sex is Sex.MALE
    person = seed if birthday else seed // _BIRTHDAYS
    body = f"{FICTITIOUS_DIVISION}{born:%Y%m%d}{person % _SEQUENCES * 2 + male:03d}"
    return body + id_card_check(body)


def phone(seed: int) -> str:
    """A mobile number of no operator; 10^8 different ones."""
    return f"154{_scatter(seed, 8)}"


def bank_card(seed: int) -> str:
    """A card number of 19 digits of no issuer; 10^14 different ones."""
    body = f"9000{_scatter(seed, 14)}"
    return body + luhn_check(body)


def wechat_appid(seed: int) -> str:
    """An APPID; 16^12 different ones."""
    return f"wx0000{seed % 16**12:012x}"


def email(seed: int) -> str:
    """An address that no mail reaches."""
    return f"person{seed}@example.com"


def _scatter(seed: int, digits: int) -> str:
    """A permutation of the numbers of so many digits, so that neighbours do not look alike."""
    return f"{seed * 61_803_398_875_007 % 10**digits:0{digits}d}"
