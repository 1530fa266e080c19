"""Numbers of accounts elsewhere: bank card and WeChat app."""

import re

from prepaid.kit.identifiers.check_digits import luhn_check
from prepaid.kit.identifiers.invalid import (
    IdentifierKind,
    IdentifierReason,
    narrow,
    require,
    require_shape,
)

_BANK_CARD = re.compile(r"[0-9]{12,19}")
_APPID = re.compile(r"[a-z0-9]{18}")
_APPID_FORM = re.compile(r"wx[0-9a-f]{16}")


def normalise_bank_card(text: str) -> str:
    """A bank card number, ISO/IEC 7812-1: 12 to 19 digits without spaces and dashes, Luhn check digit.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, CHECK_DIGIT.
    """
    kind = IdentifierKind.BANK_CARD
    value = narrow(kind, text, drop=" -")
    require_shape(kind, value, lengths=range(12, 20), pattern=_BANK_CARD)
    require(luhn_check(value[:-1]) == value[-1], kind, IdentifierReason.CHECK_DIGIT)
    return value


def normalise_wechat_appid(text: str) -> str:
    """The APPID of a WeChat mini-program or official account: `wx` and 16 lower-case hex digits.

    Raises:
        InvalidIdentifier: EMPTY, LENGTH, CHARACTERS, FORM.
    """
    kind = IdentifierKind.WECHAT_APPID
    value = narrow(kind, text).lower()
    require_shape(kind, value, lengths=range(18, 19), pattern=_APPID)
    require(_APPID_FORM.fullmatch(value), kind, IdentifierReason.FORM)
    return value
