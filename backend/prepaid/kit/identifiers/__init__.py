"""Identifiers of organisations, people, accounts and apps in China: one spelling, checked as far as digits can.

Each `normalise_…` returns the canonical spelling or raises `InvalidIdentifier`, which says which kind and
what is wrong. That an identifier is well formed does not mean that it was ever issued.
"""

from prepaid.kit.identifiers.account import normalise_bank_card, normalise_wechat_appid
from prepaid.kit.identifiers.contact import normalise_email, normalise_phone
from prepaid.kit.identifiers.id_card import (
    Sex,
    id_card_birthday,
    id_card_sex,
    is_adult_on,
    normalise_id_card,
)
from prepaid.kit.identifiers.invalid import IdentifierKind, IdentifierReason, InvalidIdentifier
from prepaid.kit.identifiers.organisation import (
    normalise_business_licence,
    normalise_organisation_code,
    normalise_uscc,
)

__all__ = [
    "IdentifierKind",
    "IdentifierReason",
    "InvalidIdentifier",
    "Sex",
    "id_card_birthday",
    "id_card_sex",
    "is_adult_on",
    "normalise_bank_card",
    "normalise_business_licence",
    "normalise_email",
    "normalise_id_card",
    "normalise_organisation_code",
    "normalise_phone",
    "normalise_uscc",
    "normalise_wechat_appid",
]
