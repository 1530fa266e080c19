"""The bank's decision on an application."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.core.obstacles import ensure_none
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.identity.commands.wording import free_text, reason_text
from prepaid.domains.merchants.commands.admit_company import admit, apply_change
from prepaid.domains.merchants.commands.advance_application import PATH, advance
from prepaid.domains.merchants.commands.save_application import locked_fields, plain_values
from prepaid.domains.merchants.errors.applications import ProblemsMissing
from prepaid.domains.merchants.models.applications import ApplicationProblem, MerchantApplication
from prepaid.domains.merchants.reads.application_obstacles import APPROVE, REJECT
from prepaid.domains.merchants.reads.applications import application_of, form_of
from prepaid.domains.merchants.rules.application_words import ProblemCode
from prepaid.domains.merchants.rules.applications import ApplicationKind, ApplicationState
from prepaid.domains.merchants.rules.company_facts import company_facts, locked_by_kind
from prepaid.domains.pages.commands.refusing import together
from prepaid.domains.pages.errors.values import FieldUnknown, Repeated
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldProblem:
    """What is wrong with one field, by its path in the values."""

    path: Sequence[str]
    code: ProblemCode
    message: str


async def approve_application(
    tx: WriteSession,
    actor: Actor,
    *,
    data_keys: DataKeys,
    bank: PartyFacts,
    merchant_id: UUID,
    application_id: UUID,
    reason: str = "",
    variables: Mapping[str, Any] | None = None,
) -> MerchantApplication:
    """Accept the company; its contract is drawn up by the template in force, or the change of its data is made.

    Of two who decide at once one is told the state that the other brought about.

    Raises:
        NotFound, ApplicationStepImpossible, ApplicationClaimed, OwnApplication.
        CompanyCodeTaken, AppidTaken: another merchant was faster.
        Refusal: the contract cannot be drawn up.
    """
    application = await application_of(tx, merchant_id, application_id)
    await ensure_none(tx, actor, APPROVE, application, path=PATH)
    form = await form_of(tx, application)
    facts = company_facts(form, await plain_values(tx, data_keys, form, application))
    _decided(application, actor, free_text(reason) or None)
    application.accepted = []
    if application.kind == ApplicationKind.ONBOARDING:
        await admit(tx, actor, application, form, facts, bank=bank, variables=variables)
        await advance(tx, actor, application, ApplicationState.NEED_SIGN, reason=application.reason)
    else:
        await apply_change(tx, actor, application, form, facts)
        await advance(tx, actor, application, ApplicationState.APPLIED, reason=application.reason)
    return application


async def reject_application(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    application_id: UUID,
    problems: Sequence[FieldProblem],
    reason: str = "",
) -> MerchantApplication:
    """Have fields corrected, each with what is wrong; the others are accepted and stay as they are.

    Raises:
        NotFound, ApplicationStepImpossible, ApplicationClaimed, OwnApplication.
        ProblemsMissing, FieldUnknown, Repeated, ReasonTooShort.
    """
    application = await application_of(tx, merchant_id, application_id)
    await ensure_none(tx, actor, REJECT, application, path=PATH)
    if not problems:
        raise ProblemsMissing(path=("problems",))
    form = await form_of(tx, application)
    rejected = _fields(form, problems)
    for key, problem in rejected.items():
        tx.add(
            ApplicationProblem(
                merchant_id=merchant_id,
                id=uuid7(),
                application_id=application.id,
                round=application.round,
                field=key,
                path=list(problem.path),
                label=form.by_key[key].label.zh,
                code=problem.code.value,
                message=reason_text(problem.message),
            )
        )
    _decided(application, actor, free_text(reason) or None)
    fixed = locked_by_kind(form, ApplicationKind(application.kind))
    there = {field.key for field in form.outer if get(application.values, field.path) is not None}
    application.accepted = sorted((there | locked_fields(form, application)) - set(rejected) - fixed)
    await advance(tx, actor, application, ApplicationState.REJECTED, reason=application.reason)
    return application


def _decided(application: MerchantApplication, actor: Actor, reason: str | None) -> None:
    application.decided_at, application.decided_by, application.reason = clock.now(), actor.account_id, reason


def _fields(form: Form, problems: Sequence[FieldProblem]) -> dict[str, FieldProblem]:
    """The fields that are named, by their keys."""
    by_path = {field.path: field.key for field in form.outer}
    found: dict[str, FieldProblem] = {}
    refusals: list[Refusal] = []
    for index, problem in enumerate(problems):
        key, at = by_path.get(tuple(problem.path)), ("problems", str(index), "path")
        if key is None:
            refusals.append(FieldUnknown(path=at))
        elif key in found:
            refusals.append(Repeated(path=at))
        else:
            found[key] = problem
    if refusals:
        raise together(refusals)
    return found
