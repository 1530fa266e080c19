"""Inputs of contract templates, and the draft in the same shape for editing."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

import strawberry

from prepaid.domains.contracts.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.contracts.rules.parameters import InterestRule, ReleaseRule, RuleParameters
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.graph.reading import as_document
from prepaid.domains.pages.graph.types import enums as _enums  # noqa: F401 - names the kinds of values
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.graph.types import JSON, GlobalID


@strawberry.input(description="One clause.")
class ContractClauseInput:
    """A clause; its place in the list is its order."""

    key: str = strawberry.field(description="Names the clause through all versions")
    title_zh: str = strawberry.field(description="Title in Chinese")
    title_en: str = strawberry.field(description="Title in English")
    body: str = strawberry.field(description="Text with {{variables}}; each line is a paragraph")

    def plain(self) -> dict[str, str]:
        """As the command takes it."""
        return {"key": self.key, "title_zh": self.title_zh, "title_en": self.title_en, "body": self.body}


@strawberry.input(description="A variable of the template's own, in a short form of the field grammar.")
class ContractVariableInput:
    """A variable."""

    key: str = strawberry.field(description="Name in the clauses: {{key}}")
    label_zh: str = strawberry.field(description="What it is called in Chinese")
    label_en: str = strawberry.field(description="What it is called in English")
    kind: ValueKind = strawberry.field(description="Kind of its value")
    required: bool = strawberry.field(default=True, description="Whether it has to be filled in")

    def plain(self) -> dict[str, Any]:
        """A field of the grammar."""
        label = {"zh": self.label_zh, "en": self.label_en}
        return {"key": self.key, "kind": self.kind.value, "label": label, "required": self.required}


@strawberry.input(description="Bounds of a rule parameter that may be agreed otherwise for one contract.")
class ParameterRangeInput:
    """A range."""

    name: str = strawberry.field(description="Name of the parameter, e.g. custody_ratio_bps")
    lowest: int = strawberry.field(description="Lowest value")
    highest: int = strawberry.field(description="Highest value")


@strawberry.input(description="Rule parameters; those that are absent keep their usual values.")
class RuleParametersInput:
    """Rule parameters. Shares in basis points."""

    custody_ratio_bps: int | None = strawberry.field(default=strawberry.UNSET, description="Custody ratio r")
    holdback_bps: int | None = strawberry.field(default=strawberry.UNSET, description="Holdback h")
    release_rule: ReleaseRule | None = strawberry.field(
        default=strawberry.UNSET, description="Release of custody money"
    )
    undo_window_minutes: int | None = strawberry.field(default=strawberry.UNSET, description="Undo window")
    dispute_window_days: int | None = strawberry.field(default=strawberry.UNSET, description="Dispute window")
    refund_fee_cap_bps: int | None = strawberry.field(default=strawberry.UNSET, description="Cap of the refund fee")
    cooling_off_days: int | None = strawberry.field(default=strawberry.UNSET, description="Cooling-off period")
    gift_allowed: bool | None = strawberry.field(default=strawberry.UNSET, description="Gifts allowed")
    transfer_allowed: bool | None = strawberry.field(default=strawberry.UNSET, description="Transfer allowed")
    validity_days: int | None = strawberry.field(default=strawberry.UNSET, description="Validity; null without expiry")
    interest_rule: InterestRule | None = strawberry.field(default=strawberry.UNSET, description="Interest on a refund")
    agreed_interest_bps: int | None = strawberry.field(default=strawberry.UNSET, description="Agreed yearly rate")

    def plain(self) -> dict[str, Any]:
        """Those that are given. Null counts as absent but where there may be none."""
        given = {each.name: getattr(self, each.name) for each in fields(RuleParameters)}
        optional = ("validity_days", "agreed_interest_bps")
        return {
            name: getattr(value, "value", value)
            for name, value in given.items()
            if value is not strawberry.UNSET and (value is not None or name in optional)
        }


@strawberry.input(description="A template without a version yet.")
class CreateContractTemplateInput:
    """Input of `createContractTemplate`."""

    code: str = strawberry.field(description="Code, e.g. merchant.ice_rink")
    scene: Scene = strawberry.field(description="What it is for")
    name_zh: str = strawberry.field(description="Title of the contracts")
    name_en: str = strawberry.field(description="Name in English")
    description: str | None = strawberry.field(default=None, description="Remark")
    custom_merchant_id: GlobalID | None = strawberry.field(
        default=None, description="The one merchant that it is made for; absent: for merchant types"
    )


@strawberry.input(description="The contents of the next version of a template.")
class SaveContractTemplateDraftInput:
    """Input of `saveContractTemplateDraft`."""

    template_id: GlobalID = strawberry.field(description="Template")
    clauses: list[ContractClauseInput] = strawberry.field(description="Clauses in their order")
    fields: list[ContractVariableInput] | None = strawberry.field(
        default=None, description="The template's own variables, in the short form"
    )
    variables: JSON | None = strawberry.field(
        default=None, description="The same as a whole form of the field grammar; goes before `fields`"
    )
    parameters: RuleParametersInput | None = strawberry.field(default=None, description="Rule parameters")
    ranges: list[ParameterRangeInput] | None = strawberry.field(
        default=None, description="What may be agreed otherwise for one contract"
    )
    type_codes: list[str] | None = strawberry.field(default=None, description="Merchant types that it is for")
    note: str | None = strawberry.field(default=None, description="What is new")
    expected_revision: int | None = strawberry.field(
        default=None, description="Revision of the draft that was edited; absent to begin the next version"
    )

    def form(self) -> Mapping[str, Any]:
        """The form of the variables."""
        if self.variables is not None:
            return as_document(self.variables)
        return {"fields": [field.plain() for field in self.fields or ()]}


@strawberry.input(description="A draft that is ready for a second person.")
class SubmitContractTemplateInput:
    """Input of `submitContractTemplate`."""

    version_id: GlobalID = strawberry.field(description="Version")
    expected_revision: int = strawberry.field(description="Revision that was looked at")
    reason: str | None = strawberry.field(default=None, description="Remark for the checker")


@strawberry.input(description="The merchant types that a published version is to be for.")
class ChangeContractTemplateTypesInput:
    """Input of `changeContractTemplateTypes`."""

    version_id: GlobalID = strawberry.field(description="Version")
    type_codes: list[str] = strawberry.field(description="All types that it is for")
    reason: str | None = strawberry.field(default=None, description="Remark for the checker")


@strawberry.input(description="A published version that no contract is to be made from any more.")
class RetireContractTemplateInput:
    """Input of `retireContractTemplate`."""

    version_id: GlobalID = strawberry.field(description="Version")
    reason: str = strawberry.field(description="Why")


@strawberry.type(description="A clause as it is edited.")
class ContractClauseDraft:
    """A clause."""

    key: str = strawberry.field(description="Names the clause through all versions")
    title_zh: str = strawberry.field(description="Title in Chinese")
    title_en: str = strawberry.field(description="Title in English")
    body: str = strawberry.field(description="Text with {{variables}}")


@strawberry.type(description="A variable as it is edited.")
class ContractVariableDraft:
    """A variable."""

    key: str = strawberry.field(description="Name in the clauses")
    label_zh: str = strawberry.field(description="What it is called in Chinese")
    label_en: str = strawberry.field(description="What it is called in English")
    kind: ValueKind = strawberry.field(description="Kind of its value")
    required: bool = strawberry.field(description="Whether it has to be filled in")


@strawberry.type(description="Bounds of a rule parameter.")
class ParameterRange:
    """A range."""

    name: str = strawberry.field(description="Name of the parameter")
    lowest: int = strawberry.field(description="Lowest value")
    highest: int = strawberry.field(description="Highest value")


@strawberry.type(name="RuleParameters", description="Rule parameters of a contract; shares in basis points.")
class RuleParametersDraft:
    """Rule parameters."""

    custody_ratio_bps: int = strawberry.field(description="Custody ratio r")
    holdback_bps: int = strawberry.field(description="Holdback h")
    release_rule: ReleaseRule = strawberry.field(description="Release of custody money")
    undo_window_minutes: int = strawberry.field(description="Undo window")
    dispute_window_days: int = strawberry.field(description="Dispute window")
    refund_fee_cap_bps: int = strawberry.field(description="Cap of the refund fee")
    cooling_off_days: int = strawberry.field(description="Cooling-off period")
    gift_allowed: bool = strawberry.field(description="Gifts allowed")
    transfer_allowed: bool = strawberry.field(description="Transfer allowed")
    validity_days: int | None = strawberry.field(description="Validity; null without expiry")
    interest_rule: InterestRule = strawberry.field(description="Interest on a refund")
    agreed_interest_bps: int | None = strawberry.field(description="Agreed yearly rate")

    @classmethod
    def of(cls, parameters: RuleParameters) -> "RuleParametersDraft":
        """From the rules' own."""
        return cls(**{each.name: getattr(parameters, each.name) for each in fields(parameters)})


@strawberry.type(description="What an editor of a template begins with: its draft, else the version in force.")
class ContractTemplateDraft:
    """Named like the input of `saveContractTemplateDraft`."""

    clauses: list[ContractClauseDraft] = strawberry.field(description="Clauses in their order")
    fields: list[ContractVariableDraft] = strawberry.field(description="The template's own variables")
    parameters: RuleParametersDraft = strawberry.field(description="Rule parameters")
    ranges: list[ParameterRange] = strawberry.field(description="What may be agreed otherwise")
    type_codes: list[str] = strawberry.field(description="Merchant types that it is for")
    note: str = strawberry.field(description="What is new")
    expected_revision: int | None = strawberry.field(description="Revision of the draft; null when there is none")
