"""Inputs of custody's mutations."""

from datetime import date

import strawberry

from prepaid.domains.custody.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.graph.types import Fen, GlobalID

REASON = "Why, for the audit trail"


@strawberry.input(description="A wallet to freeze.")
class FreezeCustodyWalletInput:
    """Input of `freezeCustodyWallet`."""

    wallet_id: GlobalID = strawberry.field(description="The wallet")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A wallet to unfreeze.")
class UnfreezeCustodyWalletInput:
    """Input of `unfreezeCustodyWallet`."""

    wallet_id: GlobalID = strawberry.field(description="The wallet")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A queued instruction to try again.")
class RetryWalletOperationInput:
    """Input of `retryWalletOperation`."""

    operation_id: GlobalID = strawberry.field(description="The instruction")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A queued instruction that the provider has carried out.")
class ResolveWalletOperationInput:
    """Input of `resolveWalletOperation`."""

    operation_id: GlobalID = strawberry.field(description="The instruction")
    number: str = strawberry.field(description="Number of the provider's receipt")
    reason: str = strawberry.field(description=REASON)
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A queued instruction to give up.")
class AbandonWalletOperationInput:
    """Input of `abandonWalletOperation`."""

    operation_id: GlobalID = strawberry.field(description="The instruction")
    reason: str = strawberry.field(description=REASON)
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A queued instruction to ask the provider about.")
class AskCustodyProviderInput:
    """Input of `askCustodyProvider`."""

    operation_id: GlobalID = strawberry.field(description="The instruction")


@strawberry.input(description="A merchant whose custody account is to be opened.")
class OpenCustodyAccountInput:
    """Input of `openCustodyAccount`."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    tier: CustodyTier = strawberry.field(description="Tier that its custody is measured by")
    prior_year_revenue_fen: Fen | None = strawberry.field(
        default=None, description="Of the local tier: last year's revenue; none for a merchant of less than a year"
    )


@strawberry.input(description="A merchant's tier.")
class SetCustodyTierInput:
    """Input of `setCustodyTier`."""

    account_id: GlobalID = strawberry.field(description="The merchant's custody account")
    tier: CustodyTier = strawberry.field(description="Tier that its custody is measured by")
    prior_year_revenue_fen: Fen | None = strawberry.field(
        default=None, description="Of the local tier: last year's revenue; none for a merchant of less than a year"
    )
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="A merchant whose custody is to be tested.")
class CheckSufficiencyInput:
    """Input of `checkSufficiency`."""

    account_id: GlobalID = strawberry.field(description="The merchant's custody account")


@strawberry.input(description="A guarantee.")
class RegisterGuaranteeInput:
    """Input of `registerGuarantee`."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    kind: GuaranteeKind = strawberry.field(description="Kind")
    number: str = strawberry.field(description="Its number")
    issuer: str = strawberry.field(description="Who guarantees")
    amount_fen: Fen = strawberry.field(description="Amount")
    valid_from: date = strawberry.field(description="First day on which it counts")
    valid_until: date = strawberry.field(description="Last day on which it counts")
    files: list[str] | None = strawberry.field(default=None, description="Upload of its document, at most one")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A guarantee to end.")
class EndGuaranteeInput:
    """Input of `endGuarantee`."""

    guarantee_id: GlobalID = strawberry.field(description="The guarantee")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="Whose guarantee document is wanted.")
class DownloadGuaranteeInput:
    """Input of `downloadGuarantee`."""

    guarantee_id: GlobalID = strawberry.field(description="The guarantee")


@strawberry.input(description="Where issuing is to stop.")
class StopIssuingInput:
    """Input of `stopIssuing`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="The merchant; absent: the whole bank")
    reason: str = strawberry.field(description=REASON)


@strawberry.input(description="Where issuing is to go on.")
class ResumeIssuingInput:
    """Input of `resumeIssuing`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="The merchant; absent: the whole bank")
    reason: str = strawberry.field(description=REASON)
