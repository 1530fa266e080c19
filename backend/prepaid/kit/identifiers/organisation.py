"""Codes of organisations: unified social credit code, organisation code, old business licence number."""

import re

from prepaid.kit.identifiers.check_digits import (
    USCC_ALPHABET,
    licence_check,
    organisation_check,
    uscc_check,
)
from prepaid.kit.identifiers.invalid import (
    IdentifierKind,
    IdentifierReason,
    narrow,
    require,
    require_shape,
)

_USCC = re.compile(f"[{USCC_ALPHABET}]{{2}}[0-9]{{6}}[{USCC_ALPHABET}]{{10}}")
_ORGANISATION = re.compile(r"[0-9A-Z]{8}[0-9X]")
_LICENCE = re.compile(r"[0-9]{15}")


def normalise_uscc(text: str) -> str:
    """统一社会信用代码, GB 32100-2015: 18 characters, upper case.

    The organisation code inside (characters 9 to 17) is not checked on its own: registries have issued
    codes whose inner check digit is off, and the outer one finds every single slip of the pen.
    A few codes from pilots before the standard fail even the outer one; their holders have to
    get a new code, or a person has to decide.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, CHECK_DIGIT.
    """
    kind = IdentifierKind.USCC
    value = narrow(kind, text, drop=" -").upper()
    require_shape(kind, value, lengths=range(18, 19), pattern=_USCC)
    require(uscc_check(value[:17]) == value[17], kind, IdentifierReason.CHECK_DIGIT)
    return value


def normalise_organisation_code(text: str) -> str:
    """组织机构代码, GB 11714-1997: 9 characters, upper case, without the hyphen that people write.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, CHECK_DIGIT.
    """
    kind = IdentifierKind.ORG_CODE
    value = narrow(kind, text, drop=" -").upper()
    require_shape(kind, value, lengths=range(9, 10), pattern=_ORGANISATION)
    require(organisation_check(value[:8]) == value[8], kind, IdentifierReason.CHECK_DIGIT)
    return value


def normalise_business_licence(text: str) -> str:
    """营业执照注册号 from before the unified code, GS 15-2006: 15 digits.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, CHECK_DIGIT.
    """
    kind = IdentifierKind.OLD_LICENCE
    value = narrow(kind, text, drop=" -")
    require_shape(kind, value, lengths=range(15, 16), pattern=_LICENCE)
    require(licence_check(value[:14]) == value[14], kind, IdentifierReason.CHECK_DIGIT)
    return value
