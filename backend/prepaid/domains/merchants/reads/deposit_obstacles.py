"""Why nothing can be done with a deposit, its payments and its waivers at present."""

from typing import Final

from prepaid.core.obstacles import Obstacle
from prepaid.domains.merchants.errors.deposits import DepositPaymentOver, WaiverEnded
from prepaid.domains.merchants.models import DepositPayment, DepositWaiver

CANCEL_PAYMENT: Final = (Obstacle(DepositPaymentOver, lambda ask: DepositPayment.state != "REQUESTED"),)
END_WAIVER: Final = (Obstacle(WaiverEnded, lambda ask: DepositWaiver.ended_at.is_not(None)),)
