"""Inputs of the mutations of deposits, suspension, closing and the blacklist."""

from datetime import date

import strawberry

from prepaid.domains.merchants.graph import deposit_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.rules.blacklist import BlacklistKind
from prepaid.domains.merchants.rules.deposits import DeductionPurpose
from prepaid.graph.types import Fen, GlobalID

KEY = "One key for one intention"
REASON = "Reason, at least 5 characters"


@strawberry.input(description="A payment into a deposit.")
class RequestDepositPaymentInput:
    """Input of `requestDepositPayment`."""

    deposit_id: GlobalID = strawberry.field(description="The deposit")
    amount_fen: Fen | None = strawberry.field(default=None, description="Amount; absent: what is missing")
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="A payment that nobody is to make any more.")
class CancelDepositPaymentInput:
    """Input of `cancelDepositPayment`."""

    deposit_payment_id: GlobalID = strawberry.field(description="The payment")


@strawberry.input(description="A deduction from a deposit.")
class ProposeDepositDeductionInput:
    """Input of `proposeDepositDeduction`."""

    deposit_id: GlobalID = strawberry.field(description="The deposit")
    purpose: DeductionPurpose = strawberry.field(description="What for")
    amount_fen: Fen = strawberry.field(description="Amount")
    case_number: str = strawberry.field(description="Case that it pays for")
    reason: str = strawberry.field(description=REASON)
    idempotency_key: strawberry.ID = strawberry.field(description=KEY)


@strawberry.input(description="A part of a deposit that is not due for a time.")
class ProposeDepositWaiverInput:
    """Input of `proposeDepositWaiver`."""

    deposit_id: GlobalID = strawberry.field(description="The deposit")
    amount_fen: Fen = strawberry.field(description="Amount")
    valid_until: date = strawberry.field(description="Last day, within a year")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A waiver that ends before its time.")
class EndDepositWaiverInput:
    """Input of `endDepositWaiver`."""

    waiver_id: GlobalID = strawberry.field(description="The waiver")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A deposit that is computed anew.")
class AssessDepositInput:
    """Input of `assessDeposit`."""

    deposit_id: GlobalID = strawberry.field(description="The deposit")


@strawberry.input(description="A merchant, and why.")
class MerchantStandingInput:
    """What acts on a merchant's standing share."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A merchant that sells nothing from now on.")
class SuspendMerchantInput(MerchantStandingInput):
    """Input of `suspendMerchant`."""


@strawberry.input(description="A suspended merchant that is to sell again.")
class ProposeResumptionInput(MerchantStandingInput):
    """Input of `proposeResumption`."""


@strawberry.input(description="A merchant whose business ends.")
class ProposeClosingInput(MerchantStandingInput):
    """Input of `proposeClosing`."""

    closes_on: date = strawberry.field(description="First day without business, 30 days ahead at least")


@strawberry.input(description="A merchant that stays after all.")
class CancelClosingInput(MerchantStandingInput):
    """Input of `cancelClosing`."""


@strawberry.input(description="A company or person that the bank does no business with.")
class AddToBlacklistInput:
    """Input of `addToBlacklist`."""

    kind: BlacklistKind = strawberry.field(description="What the value is")
    value: str = strawberry.field(description="Code, number or name; only its index is kept")
    reason: str = strawberry.field(description=REASON)
    source: str | None = strawberry.field(default=None, description="Who says so")


@strawberry.input(description="An entry of the blacklist that is taken off.")
class RemoveFromBlacklistInput:
    """Input of `removeFromBlacklist`."""

    entry_id: GlobalID = strawberry.field(description="The entry")
    reason: str = strawberry.field(description=REASON)
