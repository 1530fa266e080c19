"""Searching by what is stored encrypted: the whole value, by its blind index."""

from functools import cache
from typing import Any

from prepaid.core.crypto import KeyRing
from prepaid.core.settings import settings
from prepaid.domains.cards.reads.holders import name_index
from prepaid.domains.identity.reads.consumers import phone_index
from prepaid.kit.identifiers import InvalidIdentifier, normalise_phone
from prepaid.kit.text import InvalidText


@cache
def _keyring() -> KeyRing:
    return KeyRing.from_settings(settings())


def phone_given(text: Any) -> bytes:
    """The index of a phone number as it was typed; what is none is nobody's."""
    try:
        return phone_index(_keyring(), normalise_phone(text))
    except InvalidIdentifier:
        return b""


def name_given(text: Any) -> bytes:
    """The index of a real name as it was typed."""
    try:
        return name_index(_keyring(), text)
    except InvalidText:
        return b""
