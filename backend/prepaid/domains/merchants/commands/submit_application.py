"""Handing an application in."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import exists, select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal, StaleObject
from prepaid.domains.merchants.commands.advance_application import advance, ensure_step
from prepaid.domains.merchants.commands.check_application import record_checks
from prepaid.domains.merchants.commands.save_application import Options, decoding, locked_fields, plain_values
from prepaid.domains.merchants.errors.applications import AppidTaken, CompanyCodeTaken, NothingChanged
from prepaid.domains.merchants.models.applications import ApplicationSubmission, MerchantApplication
from prepaid.domains.merchants.models.companies import MerchantCompany
from prepaid.domains.merchants.reads.applications import application_of, company_of, form_of
from prepaid.domains.merchants.rules.applications import REVIEW_DAYS, ApplicationKind, ApplicationState
from prepaid.domains.merchants.rules.company_facts import CODES, CompanyFacts, company_facts, sensitive_fields
from prepaid.domains.pages.commands.refusing import together
from prepaid.domains.pages.commands.take_values import take_values
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def submit_application(
    tx: WriteSession,
    actor: Actor,
    *,
    keyring: KeyRing,
    data_keys: DataKeys,
    merchant_id: UUID,
    application_id: UUID,
    expected_revision: int | None = None,
    options: Options | None = None,
) -> MerchantApplication:
    """Put an application that is filled in before the bank; what machines can check is checked at once.

    Raises:
        NotFound, StaleObject, ApplicationStepImpossible, TypeNotChosen, NothingChanged.
        Refusal: one for each field that is wrong or missing; CompanyCodeTaken, AppidTaken.
    """
    application = await application_of(tx, merchant_id, application_id)
    if expected_revision is not None and application.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    ensure_step(application, ApplicationState.SUBMITTED)
    form = await form_of(tx, application)
    stored = await plain_values(tx, data_keys, form, application)
    locked = locked_fields(form, application)
    values = take_values(form, stored, stored=stored, locked=locked, decoding=decoding(options))
    facts = company_facts(form, values)
    await _ensure_free(tx, form, merchant_id, facts)
    await _ensure_changed(tx, application)
    application.round += 1
    now = clock.now()
    application.submitted_at, application.submitted_by = now, actor.account_id
    application.due_at = now + timedelta(days=REVIEW_DAYS)
    application.company_name = facts.company_name
    tx.add(
        ApplicationSubmission(
            merchant_id=merchant_id,
            id=uuid7(),
            application_id=application.id,
            round=application.round,
            values=application.values,
            fingerprints=fingerprints(keyring, form, values),
            submitted_at=now,
            submitted_by=actor.account_id,
        )
    )
    await tx.flush()
    await record_checks(tx, application, form, values, facts, keyring=keyring)
    await advance(tx, actor, application, ApplicationState.SUBMITTED)
    return application


def fingerprints(keyring: KeyRing, form: Form, values: dict[str, Any]) -> dict[str, str]:
    """Keyed hashes of the values that are stored masked."""
    found = {field.key: get(values, field.path) for field in sensitive_fields(form)}
    return {
        key: keyring.blind_index("application.value", f"{key}:{value}").hex() for key, value in found.items() if value
    }


async def _ensure_free(tx: WriteSession, form: Form, merchant_id: UUID, facts: CompanyFacts) -> None:
    """Nobody else is a merchant by this code or APPID."""
    refusals: list[Refusal] = []
    async with tx.under(DbRole.WORKER):
        taken = MerchantCompany.merchant_id != merchant_id, MerchantCompany.ended_at.is_(None)
        if await tx.scalar(select(exists().where(*taken, MerchantCompany.code == facts.code))):
            key = next((key for key in CODES if key in form.by_key and _code_of(key) == facts.code_type), CODES[0])
            refusals.append(CompanyCodeTaken(path=("values", *form.by_key[key].path)))
        if facts.appid and await tx.scalar(select(exists().where(*taken, MerchantCompany.appid == facts.appid))):
            refusals.append(AppidTaken(path=("values", *form.by_key["appid"].path)))
    if refusals:
        raise together(refusals)


def _code_of(key: str) -> str:
    return {"uscc": "USCC", "orgCode": "ORG_CODE"}.get(key, "LICENCE")


async def _ensure_changed(tx: WriteSession, application: MerchantApplication) -> None:
    """A change of company data changes something."""
    if application.kind == ApplicationKind.ONBOARDING:
        return
    company = await company_of(tx, application.merchant_id)
    if company is not None and (company.values, company.secrets) == (application.values, application.secrets):
        raise NothingChanged(path=("applicationId",))
