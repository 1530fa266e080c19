"""Why a merchant cannot be suspended, resumed or closed at present."""

from typing import Final

from sqlalchemy import ColumnElement, exists

from prepaid.core.obstacles import Asker, Obstacle
from prepaid.domains.identity.models import Merchant
from prepaid.domains.merchants.errors.suspension import (
    MerchantClosingAlready,
    MerchantNotClosing,
    MerchantNotSuspended,
    MerchantSuspendedAlready,
)
from prepaid.domains.merchants.models import MerchantClosing, MerchantSuspension


def suspended(_: Asker) -> ColumnElement[bool]:
    """Whether the bank has suspended it."""
    return exists().where(MerchantSuspension.merchant_id == Merchant.id, MerchantSuspension.lifted_at.is_(None))


def closing(_: Asker) -> ColumnElement[bool]:
    """Whether its end is announced, or has come."""
    return exists().where(MerchantClosing.merchant_id == Merchant.id, MerchantClosing.state != "CANCELLED")


def announced(_: Asker) -> ColumnElement[bool]:
    """Whether its end is announced, and has not come."""
    return exists().where(MerchantClosing.merchant_id == Merchant.id, MerchantClosing.state == "ANNOUNCED")


def _over(ask: Asker) -> ColumnElement[bool]:
    return (Merchant.gate == "CLOSED") | closing(ask)


SUSPEND: Final = (
    Obstacle(MerchantClosingAlready, lambda ask: Merchant.gate == "CLOSED"),
    Obstacle(MerchantSuspendedAlready, suspended),
)
RESUME: Final = (Obstacle(MerchantNotSuspended, lambda ask: ~suspended(ask)),)
CLOSE: Final = (Obstacle(MerchantClosingAlready, _over),)
CANCEL_CLOSING: Final = (Obstacle(MerchantNotClosing, lambda ask: ~announced(ask)),)
