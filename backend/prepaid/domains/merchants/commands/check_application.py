"""What machines check of a submission before a person looks at it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.domains.merchants.models.applications import ApplicationCheck, MerchantApplication
from prepaid.domains.merchants.reads.blacklist import blacklisted
from prepaid.domains.merchants.rules.application_words import CheckCode, CheckOutcome
from prepaid.domains.merchants.rules.applications import ApplicationState
from prepaid.domains.merchants.rules.blacklist import Suspect
from prepaid.domains.merchants.rules.company_facts import CODES, CompanyFacts, same_name
from prepaid.domains.pages.rules.fields import ExpiryRule, UploadField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

ALARM, NOTICE, PASSED = CheckOutcome.ALARM, CheckOutcome.NOTICE, CheckOutcome.PASSED
UNDER_WAY = [state.value for state in (ApplicationState.SUBMITTED, ApplicationState.REVIEWING)]


SOON_DAYS = 30


@dataclass(frozen=True, slots=True)
class Result:
    """What one check found."""

    code: CheckCode
    outcome: CheckOutcome
    field: str | None = None
    detail: str | None = None


async def record_checks(
    tx: WriteSession,
    application: MerchantApplication,
    form: Form,
    values: Mapping[str, Any],
    facts: CompanyFacts,
    *,
    keyring: KeyRing,
) -> None:
    """Check a submission that the form takes and no merchant stands in the way of; write every result."""
    code_field = next((key for key in CODES if key in form.by_key and get(values, form.by_key[key].path)), None)
    found = [
        Result(CheckCode.IDENTIFIERS, PASSED),
        Result(CheckCode.COMPANY_CODE_UNIQUE, PASSED, code_field),
        await _applied_for(tx, application, facts, code_field),
        *_appid(facts),
        *_names(form, values, facts),
        *await _blacklist(tx, keyring, facts),
        *_documents(form, values),
    ]
    async with tx.under(DbRole.WORKER):
        for position, result in enumerate(found):
            tx.add(
                ApplicationCheck(
                    merchant_id=application.merchant_id,
                    id=uuid7(),
                    application_id=application.id,
                    round=application.round,
                    position=position,
                    code=result.code.value,
                    outcome=result.outcome.value,
                    field=result.field,
                    detail=result.detail,
                    checked_at=clock.now(),
                )
            )
        await tx.flush()


async def _applied_for(
    tx: WriteSession, application: MerchantApplication, facts: CompanyFacts, field: str | None
) -> Result:
    """Whether the same company waits under another application: by name, which two branches may share."""
    async with tx.under(DbRole.WORKER):
        other = exists().where(
            MerchantApplication.company_name == facts.company_name,
            MerchantApplication.merchant_id != application.merchant_id,
            MerchantApplication.state.in_(UNDER_WAY),
        )
        there = await tx.scalar(select(other))
    return Result(CheckCode.CODE_APPLIED_FOR, NOTICE if there else PASSED, field)


def _appid(facts: CompanyFacts) -> Iterator[Result]:
    if facts.appid:
        yield Result(CheckCode.APPID_UNIQUE, PASSED, "appid")


def _names(form: Form, values: Mapping[str, Any], facts: CompanyFacts) -> Iterator[Result]:
    """Names that should be one: the account's and the company's; numbers that should: licence and code."""
    if "accountName" in form.by_key and facts.account_name:
        same = same_name(facts.account_name, facts.company_name)
        detail = None if same else f"{facts.account_name} ≠ {facts.company_name}"
        yield Result(CheckCode.ACCOUNT_NAME, PASSED if same else ALARM, "accountName", detail)
    licence = get(values, form.by_key["licence"].path) if "licence" in form.by_key else None
    if isinstance(licence, Mapping) and licence.get("number"):
        same = same_name(licence["number"], facts.code)
        detail = None if same else f"{licence['number']} ≠ {facts.code}"
        yield Result(CheckCode.LICENCE_NUMBER, PASSED if same else ALARM, "licence", detail)


async def _blacklist(tx: WriteSession, keyring: KeyRing, facts: CompanyFacts) -> list[Result]:
    suspect = Suspect(
        company_code=facts.code if facts.code_type == "USCC" else None,
        company_name=facts.company_name,
        id_number=facts.legal_person_id,
        person_name=facts.legal_person,
    )
    entries = await blacklisted(tx, keyring, suspect)
    fields = {"COMPANY_CODE": "uscc", "ID_NUMBER": "legalPersonId"}
    if not entries:
        return [Result(CheckCode.BLACKLIST, PASSED)]
    return [
        Result(CheckCode.BLACKLIST, ALARM, fields.get(entry.kind, "companyName"), f"{entry.shown}：{entry.reason}")
        for entry in entries
    ]


def _documents(form: Form, values: Mapping[str, Any]) -> Iterator[Result]:
    """Documents that expire soon; an expired one was refused with its field."""
    today = clock.today_shanghai()
    soon: list[tuple[str, str]] = []
    for field in form.outer:
        value = get(values, field.path) if isinstance(field, UploadField) else None
        if isinstance(field, UploadField) and field.expiry is not ExpiryRule.NONE and isinstance(value, Mapping):
            expires = value.get("expiresOn")
            if expires is not None and (date.fromisoformat(expires) - today).days <= SOON_DAYS:
                soon.append((field.key, expires))
    for key, expires in soon:
        yield Result(CheckCode.DOCUMENTS_VALID, NOTICE, key, expires)
    if not soon:
        yield Result(CheckCode.DOCUMENTS_VALID, PASSED)
