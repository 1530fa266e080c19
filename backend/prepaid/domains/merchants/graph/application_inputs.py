"""Inputs of the mutations of applications."""

import strawberry

from prepaid.domains.merchants.graph import application_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.rules.application_words import ProblemCode
from prepaid.domains.merchants.rules.applications import ApplicationKind
from prepaid.graph.types import JSON, GlobalID

WHICH = "The application"


@strawberry.input(description="A merchant that does not exist yet.")
class StartApplicationInput:
    """Input of `startApplication`."""

    type_code: str | None = strawberry.field(default=None, description="Merchant type; it may be chosen later")
    company_name: str = strawberry.field(default="", description="What to call it until the form says")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="An application and the type of merchant.")
class ChooseApplicationTypeInput:
    """Input of `chooseApplicationType`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    type_code: str = strawberry.field(description="Code of the merchant type")


@strawberry.input(description="An application as far as it is filled in.")
class SaveApplicationInput:
    """Input of `saveApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    values: JSON = strawberry.field(description="By the form; a masked value that is sent back stays as it is")
    expected_revision: int | None = strawberry.field(default=None, description="Revision that one started from")


@strawberry.input(description="An application.")
class SubmitApplicationInput:
    """Input of `submitApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    expected_revision: int | None = strawberry.field(default=None, description="Revision that one has seen")


@strawberry.input(description="An application, and why it is given up.")
class CloseApplicationInput:
    """Input of `closeApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="An application.")
class ClaimApplicationInput:
    """Input of `claimApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)


@strawberry.input(description="An application.")
class ReleaseApplicationInput:
    """Input of `releaseApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)


@strawberry.input(description="An application that is in order.")
class ApproveApplicationInput:
    """Input of `approveApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    reason: str | None = strawberry.field(default=None, description="Remark")
    variables: JSON | None = strawberry.field(
        default=None, description="Of the contract's template, where the application does not say them"
    )


@strawberry.input(description="A field that has to be corrected.")
class FieldProblemInput:
    """One of a rejection."""

    path: list[str] = strawberry.field(description="Where its value stands in the form's values")
    code: ProblemCode = strawberry.field(description="Why")
    message: str = strawberry.field(description="What to do, at least 5 characters")


@strawberry.input(description="An application with fields to correct.")
class RejectApplicationInput:
    """Input of `rejectApplication`."""

    application_id: GlobalID = strawberry.field(description=WHICH)
    problems: list[FieldProblemInput] = strawberry.field(description="At least one")
    reason: str | None = strawberry.field(default=None, description="Remark on the whole")


@strawberry.input(description="What of a company has changed.")
class RequestCompanyChangeInput:
    """Input of `requestCompanyChange`."""

    company_id: GlobalID = strawberry.field(description="The company")
    kind: ApplicationKind = strawberry.field(description="Which part of its data; not ONBOARDING")


@strawberry.input(description="A merchant without a mini-program.")
class RegisterAppidInput:
    """Input of `registerAppid`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; absent: the caller's own")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")
