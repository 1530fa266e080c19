"""Inputs of the mutations of payment."""

from datetime import date

import strawberry

from prepaid.domains.payment.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.payment.rules.reconciliation import BreakResolution
from prepaid.graph.types import GlobalID

REASON = "Reason, at least 5 characters"


@strawberry.input(description="A merchant's own number at the provider.")
class RegisterSubMerchantInput:
    """Input of `registerSubMerchant`."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    number: str = strawberry.field(description="8 to 10 digits")


@strawberry.input(description="The payment to ask about.")
class AskAboutPaymentInput:
    """Input of `askAboutPayment`."""

    payment_id: GlobalID = strawberry.field(description="The payment")


@strawberry.input(description="The refund to ask about, or to order again.")
class AskAboutRefundInput:
    """Input of `askAboutRefund`."""

    payment_refund_id: GlobalID = strawberry.field(description="The refund")


@strawberry.input(description="The payout to ask about.")
class AskAboutPayoutInput:
    """Input of `askAboutPayout`."""

    payout_id: GlobalID = strawberry.field(description="The payout")


@strawberry.input(description="Whose wallet a failed refund goes to.")
class RedirectRefundInput:
    """Input of `redirectRefund`."""

    payment_refund_id: GlobalID = strawberry.field(description="The refund")
    real_name: str = strawberry.field(description="Real name of the payer: the provider pays only to him")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="Whether payouts leave.")
class SetPayoutSwitchInput:
    """Input of `setPayoutSwitch`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="The merchant; absent: the whole bank")
    stopped: bool = strawberry.field(description="true stops, false resumes")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="What was done about an alert.")
class HandlePaymentAlertInput:
    """Input of `handlePaymentAlert`."""

    alert_id: GlobalID = strawberry.field(description="The alert")
    reason: str = strawberry.field(description="What was done, at least 5 characters")


@strawberry.input(description="How a break was settled.")
class ResolvePaymentBreakInput:
    """Input of `resolvePaymentBreak`."""

    break_id: GlobalID = strawberry.field(description="The break")
    resolution: BreakResolution = strawberry.field(description="How it was settled")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A day of the provider's bills.")
class FetchPaymentBillInput:
    """Input of `fetchPaymentBill`."""

    day: date = strawberry.field(description="A past legal day, at most 90 days ago")
