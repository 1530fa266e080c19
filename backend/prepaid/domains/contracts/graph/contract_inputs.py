"""Inputs of contracts, signatures and verification."""

from datetime import date, datetime

import strawberry

from prepaid.domains.contracts.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.contracts.graph.template_inputs import RuleParametersInput
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.contracts.rules.verification import SeenSignature
from prepaid.graph.types import JSON, GlobalID


@strawberry.input(description="Who the merchant is in a contract.")
class ContractPartyInput:
    """A company."""

    name: str = strawberry.field(description="Legal name")
    code: str = strawberry.field(description="Unified social credit code")
    representative: str = strawberry.field(description="Legal representative")
    address: str = strawberry.field(default="", description="Registered address")
    phone: str = strawberry.field(default="", description="Phone number of the company")


@strawberry.input(description="A contract that the bank draws up with a merchant.")
class CreateContractInput:
    """Input of `createContract`."""

    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")
    merchant_id: GlobalID = strawberry.field(description="Merchant")
    scene: Scene = strawberry.field(description="What it is for")
    version_id: GlobalID | None = strawberry.field(
        default=None, description="Version of a template; absent: the merchant's custom one, else that of its type"
    )
    merchant: ContractPartyInput | None = strawberry.field(
        default=None, description="The merchant's facts; absent: those that the platform has"
    )
    valid_from: date = strawberry.field(description="First day")
    valid_to: date | None = strawberry.field(default=None, description="Last day")
    variables: JSON | None = strawberry.field(default=None, description="Values of the template's own variables")
    parameters: RuleParametersInput | None = strawberry.field(
        default=None, description="What was agreed otherwise than the template says"
    )
    supersedes_id: GlobalID | None = strawberry.field(
        default=None, description="Contract in force that it takes the place of"
    )


@strawberry.input(description="The yes of a party's person to the bytes that he was shown.")
class SignContractInput:
    """Input of `signContract`."""

    contract_id: GlobalID = strawberry.field(description="Contract")
    seal_id: GlobalID = strawberry.field(description="Seal of the caller's own side")
    document_sha256: str = strawberry.field(
        name="documentSha256", description="SHA-256 of the document that was read, in hex: Contract.documentSha256"
    )


@strawberry.input(description="A contract and why something is done with it.")
class ContractReasonInput:
    """Input of `declineContract`, `voidContract` and `terminateContract`."""

    contract_id: GlobalID = strawberry.field(description="Contract")
    reason: str = strawberry.field(description="Why, at least 5 characters")


@strawberry.input(description="A contract whose file is wanted.")
class DownloadContractInput:
    """Input of `downloadContract`."""

    contract_id: GlobalID = strawberry.field(description="Contract")


@strawberry.input(description="A document that is to be verified.")
class VerifyDocumentInput:
    """Input of `verifyDocument`."""

    document: str = strawberry.field(description="Token of the uploaded PDF (purpose document_to_verify)")


@strawberry.type(description="A signature as it was found in a document.")
class DocumentSignature:
    """One signature."""

    signer: str = strawberry.field(description="Name in the certificate")
    signed_at: datetime | None = strawberry.field(description="By the embedded time stamp")
    intact: bool = strawberry.field(description="What it covers is what was signed")
    trusted: bool = strawberry.field(description="Its certificate leads to the platform's root")
    changed_since: bool = strawberry.field(description="Something else than signatures was added afterwards")
    known: bool = strawberry.field(description="It was made here")

    @classmethod
    def of(cls, seen: SeenSignature) -> "DocumentSignature":
        """From the rules' own."""
        return cls(
            signer=seen.signer,
            signed_at=seen.signed_at,
            intact=seen.intact,
            trusted=seen.trusted,
            changed_since=seen.changed_since,
            known=seen.known,
        )
