"""Keeps personal data out of the audit trail, whose rows can never be erased (domain/01, decision 20)."""

import re
from collections.abc import Mapping
from typing import Any

from prepaid.kit.identifiers.check_digits import id_card_check, luhn_check
from prepaid.kit.masking import mask_bank_card, mask_id_card, mask_phone

# Digits that stand alone: not a part of an id, an order number or an amount with decimals.
_NUMBER = re.compile(r"(?<![0-9A-Za-z_.-])(?:\+?86[ -]?)?([1-9]\d{9,17}[\dXx])(?![0-9A-Za-z_]|\.\d|-)")
_PHONE = re.compile(r"1[3-9]\d{9}")


def redacted(value: Any) -> Any:
    """The value with every mobile phone, ID card and bank card number in its texts masked."""
    if isinstance(value, str):
        return _NUMBER.sub(lambda match: _masked(match[1]) or match[0], value)
    if isinstance(value, Mapping):
        return {key: redacted(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [redacted(item) for item in value]
    return value


def _masked(number: str) -> str | None:
    if _PHONE.fullmatch(number):
        return mask_phone(number)
    if len(number) == 18 and id_card_check(number[:17]) == number[17].upper():
        return mask_id_card(number)
    if len(number) >= 16 and number.isdigit() and luhn_check(number[:-1]) == number[-1]:
        return mask_bank_card(number)
    return None
