"""What keeps a merchant from issuing cards, beside the gates of other domains."""

from enum import StrEnum


class IssuingStop(StrEnum):
    """Why no card is sold or recharged (停发原因)."""

    BANK_SWITCH = "BANK_SWITCH"
    MERCHANT_SWITCH = "MERCHANT_SWITCH"
    CUSTODY_NOT_OPEN = "CUSTODY_NOT_OPEN"
    CUSTODY_SHORT = "CUSTODY_SHORT"
