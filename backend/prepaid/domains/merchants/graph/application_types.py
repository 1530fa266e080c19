"""Applications, companies and mini-programs as they are read."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, or_

from prepaid.core.obstacles import Asker
from prepaid.domains.contracts.graph.contract_types import Contract
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.commands import reveal_company as _reveal  # noqa: F401 - registers its fields
from prepaid.domains.merchants.graph import application_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.graph.types import MerchantType, MerchantTypeVersion
from prepaid.domains.merchants.reads.application_obstacles import APPROVE, CLAIM, REJECT, RELEASE
from prepaid.domains.merchants.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.merchants.rules.appids import RegistrationState
from prepaid.domains.merchants.rules.application_words import CheckCode, CheckOutcome, ProblemCode
from prepaid.domains.merchants.rules.applications import ApplicationKind, ApplicationState
from prepaid.graph.types import (
    ActionState,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    column,
    expr,
    extend,
    graph_type,
    many,
    one,
)

A = m.MerchantApplication
NEARLY = timedelta(days=1)


def _of_application(application: Row, other: Row) -> ColumnElement[bool]:
    return and_(other.merchant_id == application.merchant_id, other.application_id == application.id)


def _this_round(application: Row, other: Row) -> ColumnElement[bool]:
    return and_(_of_application(application, other), other.round == application.round)


def _alarm(_: PlanContext, check: Row) -> ColumnElement[bool]:
    return check.outcome == "ALARM"


def _overdue(ctx: PlanContext) -> ColumnElement[Any]:
    return and_(A.state.in_(("SUBMITTED", "REVIEWING")), A.due_at < ctx.now())


def _to_claim(ask: Asker) -> ColumnElement[bool]:
    return or_(A.state == "SUBMITTED", and_(A.state == "REVIEWING", A.claimed_by != ask.actor_param("account_id")))


@graph_type(m.ApplicationCheck, permission="application.checks")
class ApplicationCheck:
    """What an automatic check found (自动核验)."""

    round: int = column(m.ApplicationCheck.round, "Of which submission")
    position: int = column(m.ApplicationCheck.position, "Place, from 0", sortable=True)
    code: CheckCode = column(m.ApplicationCheck.code, "What was checked", filterable=True)
    outcome: CheckOutcome = column(m.ApplicationCheck.outcome, "What was found", filterable=True)
    field: str | None = column(m.ApplicationCheck.field, "Field of the form that it is about")
    detail: str | None = column(m.ApplicationCheck.detail, "What was compared")
    checked_at: datetime = column(m.ApplicationCheck.checked_at, "When")


@graph_type(m.ApplicationProblem, permission="application.read")
class ApplicationProblem:
    """A field that the bank rejected (驳回项)."""

    round: int = column(m.ApplicationProblem.round, "Of which submission")
    field: str = column(m.ApplicationProblem.field, "Key of the form's field")
    path: list[str] = column(m.ApplicationProblem.path, "Where its value stands")
    label: str = column(m.ApplicationProblem.label, "What the field is called")
    code: ProblemCode = column(m.ApplicationProblem.code, "Why", filterable=True)
    message: str = column(m.ApplicationProblem.message, "What the reviewer said")


@graph_type(m.ApplicationStep, permission="application.read")
class ApplicationStep:
    """A step from one state to the next (流转记录)."""

    from_state: ApplicationState = column(m.ApplicationStep.from_state, "From")
    to_state: ApplicationState = column(m.ApplicationStep.to_state, "To", filterable=True)
    round: int = column(m.ApplicationStep.round, "Of which submission")
    reason: str | None = column(m.ApplicationStep.reason, "Why")
    at: datetime = column(m.ApplicationStep.at, "When", sortable=True)


@graph_type(A, permission="application.read")
class MerchantApplication:
    """An application to become a merchant, or to change its company's data (入驻申请)."""

    number: str = column(A.number, "Number", filterable=True, sortable=True)
    kind: ApplicationKind = column(A.kind, "What is applied for", filterable=True)
    state: ApplicationState = column(A.state, "Where it stands", filterable=True, sortable=True)
    company_name: str | None = column(A.company_name, "Name of the company", filterable=True, sortable=True)
    type_code: str | None = column(A.type_code, "Merchant type that was chosen", filterable=True)
    round: int = column(A.round, "How often it was submitted", sortable=True)
    revision: int = column(A.revision, "Raised by every save")
    accepted: list[str] = column(A.accepted, "Keys of the fields that are accepted and locked")
    submitted_at: datetime | None = column(A.submitted_at, "When it was submitted", filterable=True, sortable=True)
    due_at: datetime | None = column(A.due_at, "Until when it should be decided", filterable=True, sortable=True)
    overdue: bool = expr(_overdue, "It waits longer than it should", filterable=True)
    reviewer: str | None = column(A.claimed_name, "Who reviews it")
    claimed_at: datetime | None = column(A.claimed_at, "Since when")
    decided_at: datetime | None = column(A.decided_at, "When it was decided", filterable=True, sortable=True)
    reason: str | None = column(A.reason, "What the reviewer said")
    activated_at: datetime | None = column(A.activated_at, "When the merchant became active")
    created_at: datetime = column(A.created_at, "When it was begun", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("claimApplication", *CLAIM, offered=_to_claim),
        action("releaseApplication", *RELEASE, offered=lambda ask: A.state == "REVIEWING"),
        action("approveApplication", *APPROVE, offered=lambda ask: A.state == "REVIEWING"),
        action("rejectApplication", *REJECT, offered=lambda ask: A.state == "REVIEWING"),
        action("saveApplication", offered=lambda ask: A.state.in_(("DRAFT", "REJECTED"))),
        action("submitApplication", offered=lambda ask: A.state.in_(("DRAFT", "REJECTED"))),
        action("closeApplication", offered=lambda ask: A.state.in_(("DRAFT", "REJECTED"))),
    )
    merchant: Merchant | None = of_merchant("The merchant that was made for it")
    type: MerchantType | None = one(
        "MerchantType", "Type that was chosen", on=lambda application, kind: kind.code == application.type_code
    )
    type_version: MerchantTypeVersion | None = one(
        "MerchantTypeVersion",
        "Version of the type that it is made under",
        on=lambda application, version: version.id == application.type_version_id,
    )
    contract: Contract | None = one(
        "Contract",
        "Contract that was drawn up",
        on=lambda application, contract: (
            (contract.merchant_id == application.merchant_id) & (contract.id == application.contract_id)
        ),
        permission="contract.read",
    )
    problems: list[ApplicationProblem] = many(
        "ApplicationProblem",
        "What was rejected in this round",
        on=_this_round,
        order_by=lambda row: [row.field],
    )
    checks: list[ApplicationCheck] = many(
        "ApplicationCheck",
        "Automatic checks of this round",
        on=_this_round,
        order_by=lambda row: [row.position],
        permission="application.checks",
    )
    alarm_count: int = aggregate(
        "count",
        "ApplicationCheck",
        "Checks of this round that raised an alarm",
        on=_this_round,
        where=_alarm,
        permission="application.checks",
    )
    steps: list[ApplicationStep] = many(
        "ApplicationStep", "Its way so far, newest first", on=_of_application, order_by=lambda row: [row.at.desc()]
    )


@graph_type(m.AppidRegistration, permission="application.read")
class AppidRegistration:
    """Registering a mini-program for the company (小程序代注册)."""

    reference: str = column(m.AppidRegistration.reference, "Our reference", filterable=True)
    state: RegistrationState = column(m.AppidRegistration.state, "Where it stands", filterable=True, sortable=True)
    company_name: str = column(m.AppidRegistration.company_name, "For which company")
    appid: str | None = column(m.AppidRegistration.appid, "The APPID")
    failure_code: str | None = column(m.AppidRegistration.failure_code, "Code of why it failed")
    failure: str | None = column(m.AppidRegistration.failure, "Why it failed")
    created_at: datetime = column(m.AppidRegistration.created_at, "When it was asked for", sortable=True)
    submitted_at: datetime | None = column(m.AppidRegistration.submitted_at, "When the provider took it")
    ended_at: datetime | None = column(m.AppidRegistration.ended_at, "When it ended")
    merchant: Merchant | None = of_merchant("The merchant")


@graph_type(m.MerchantCompany, permission="company.read")
class MerchantCompany:
    """A merchant's company as the bank has accepted it (公司资料)."""

    name: str = column(m.MerchantCompany.name, "Name", filterable=True, sortable=True)
    code: str = column(m.MerchantCompany.code, "Unified social credit code, or what stands in its place")
    code_type: str = column(m.MerchantCompany.code_type, "USCC, ORG_CODE or LICENCE")
    legal_person: str = column(m.MerchantCompany.legal_person, "Legal representative")
    address: str = column(m.MerchantCompany.address, "Address")
    phone: str = column(m.MerchantCompany.phone_masked, "Phone, masked")
    account_name: str = column(m.MerchantCompany.account_name, "Name of the payee account")
    account: str = column(m.MerchantCompany.account_masked, "Number of the payee account, masked")
    appid: str | None = column(m.MerchantCompany.appid, "APPID of its mini-program")
    reviewed_at: datetime = column(m.MerchantCompany.reviewed_at, "When the bank accepted this", sortable=True)
    available_actions: list[ActionState] = actions(action("requestCompanyChange"))
    merchant: Merchant | None = of_merchant("The merchant")


extend(
    Merchant,
    "company",
    one("MerchantCompany", "Its company", on=lambda merchant, company: company.merchant_id == merchant.id),
    annotation=MerchantCompany | None,
)
extend(
    Merchant,
    "onboarding",
    one(
        "MerchantApplication",
        "The application by which it came here",
        on=lambda merchant, application: (application.merchant_id == merchant.id) & (application.kind == "ONBOARDING"),
    ),
    annotation=MerchantApplication | None,
)
