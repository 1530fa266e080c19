"""公民身份号码, GB 11643-1999: division (6), birth date (8), sequence (3, odd = male), check digit."""

import re
from datetime import date
from enum import StrEnum
from typing import Final

from prepaid.kit import clock
from prepaid.kit.identifiers.check_digits import id_card_check
from prepaid.kit.identifiers.invalid import (
    IdentifierKind,
    IdentifierReason,
    narrow,
    require,
    require_shape,
)

FICTITIOUS_DIVISION: Final = "999999"
"""The division of numbers made for demos and tests.

GB/T 2260 assigns no province 99, and a permanent resident's number that begins with 9 has a province in
its next two digits. So no person can have it, and the validator refuses it unless told otherwise.
"""

ADULT_AGE_YEARS: Final = 18
"""Civil Code, article 17."""

_OLDEST_BIRTH_YEAR: Final = 1800
_ID_CARD = re.compile(r"[0-9]{17}[0-9X]")
# GB/T 2260, first two digits; 81 to 83 are residence permits of people from Hong Kong, Macao and Taiwan.
_PROVINCES: Final = frozenset(
    str(code)
    for codes in (
        *(range(11, 16), range(21, 24), range(31, 38), range(41, 47), range(50, 55), range(61, 66)),
        (71, 81, 82, 83),
    )
    for code in codes
)


class Sex(StrEnum):
    """Sex as the identity number states it."""

    MALE = "MALE"
    FEMALE = "FEMALE"


def normalise_id_card(text: str, *, accept_fictitious: bool = False) -> str:
    """18 characters, the last of them a digit or X.

    Also takes the permanent residence cards of foreigners issued since December 2023: 9, province,
    three digits of nationality, then as a citizen's. Of the division only the province is checked:
    counties have come and gone, and people keep their number.

    `accept_fictitious` also takes numbers of `FICTITIOUS_DIVISION` (demo and test systems).

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, DIVISION, DATE (no such day, before 1800, or after
            today), CHECK_DIGIT.
    """
    kind = IdentifierKind.CN_ID_CARD
    value = narrow(kind, text, drop=" -").upper()
    require_shape(kind, value, lengths=range(18, 19), pattern=_ID_CARD)
    fictitious = accept_fictitious and value.startswith(FICTITIOUS_DIVISION)
    require(fictitious or _province(value) in _PROVINCES, kind, IdentifierReason.DIVISION)
    require(_is_birthday(value[6:14]), kind, IdentifierReason.DATE)
    require(id_card_check(value[:17]) == value[17], kind, IdentifierReason.CHECK_DIGIT)
    return value


def id_card_birthday(id_card: str) -> date:
    """The birth date in a normalised number."""
    return date(int(id_card[6:10]), int(id_card[10:12]), int(id_card[12:14]))


def id_card_sex(id_card: str) -> Sex:
    """The sex in a normalised number: an odd 17th digit is male."""
    return Sex.MALE if int(id_card[16]) % 2 else Sex.FEMALE


def is_adult_on(id_card: str, day: date) -> bool:
    """Whether the holder of a normalised number is 18 or older on a day.

    From the 18th birthday on; who was born on 29 February comes of age on 1 March.
    """
    born = id_card_birthday(id_card)
    return (day.year - ADULT_AGE_YEARS, day.month, day.day) >= (born.year, born.month, born.day)


def _province(value: str) -> str:
    return value[1:3] if value[0] == "9" else value[:2]


def _is_birthday(digits: str) -> bool:
    try:
        day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return False
    return day.year >= _OLDEST_BIRTH_YEAR and day <= clock.today_shanghai()
