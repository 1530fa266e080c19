"""Applying for a mini-program where the merchant has none."""

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.merchants.commands.activate_merchant import try_activate
from prepaid.domains.merchants.commands.sealed_values import unseal
from prepaid.domains.merchants.errors.appids import (
    AppidFactsMissing,
    AppidRegistrationLocked,
    AppidRegistrationRunning,
    AppidThere,
)
from prepaid.domains.merchants.errors.applications import NotAdmitted
from prepaid.domains.merchants.events.applications import AppidAssigned
from prepaid.domains.merchants.models.companies import AppidRegistration, MerchantCompany
from prepaid.domains.merchants.reads.applications import company_of, form_by_id
from prepaid.domains.merchants.rules.appids import LOCK, REGISTRATION_STATES, RegistrationState
from prepaid.domains.merchants.rules.application_notices import APPID_FACE_CHECK, APPID_FAILED
from prepaid.domains.merchants.rules.company_facts import CompanyFacts, company_facts
from prepaid.domains.notifications.commands.notify import notify_holders
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7
from prepaid.providers.mini_program_registration import Report

SUBMIT: Final = "merchants.submit_appid_registration"
FILLS: Final = "application.fill"
RUNNING_KEY: Final = "uq_appid_registration_running"


async def register_appid(
    tx: WriteSession, actor: Actor, *, keyring: KeyRing, data_keys: DataKeys, merchant_id: UUID
) -> AppidRegistration:
    """Ask the provider for a mini-program of the company's own; the legal person then proves himself by his face.

    Raises:
        NotAdmitted: the bank has not accepted the company yet.
        AppidThere, AppidFactsMissing.
        AppidRegistrationRunning: one is under way for this company, whichever merchant asked.
        AppidRegistrationLocked: the company asked within the last 24 hours.
    """
    company = await company_of(tx, merchant_id, lock=True)
    if company is None or company.ended_at is not None:
        raise NotAdmitted(path=("merchantId",))
    if company.appid is not None:
        raise AppidThere(path=("merchantId",))
    facts = await facts_of(tx, data_keys, company)
    needed = {"legalPerson": facts.legal_person, "wechatId": facts.wechat_id, "contactPhone": facts.phone}
    if lacking := [name for name, value in needed.items() if not value]:
        raise AppidFactsMissing(path=("merchantId",), fields=lacking)
    index = keyring.blind_index("appid.subject", f"{company.code_type}:{company.code}")
    now, number = clock.now(), uuid7()
    async with tx.under(DbRole.WORKER):
        latest = await tx.scalar(
            select(AppidRegistration)
            .filter_by(subject_index=index)
            .order_by(AppidRegistration.created_at.desc())
            .limit(1)
        )
        if latest is not None and latest.ended_at is None:
            raise AppidRegistrationRunning(path=("merchantId",))
        if latest is not None and latest.created_at + LOCK > now:
            raise AppidRegistrationLocked(path=("merchantId",), until=(latest.created_at + LOCK).isoformat())
        registration = AppidRegistration(
            merchant_id=merchant_id,
            id=number,
            reference=str(number),
            subject_index=index,
            company_name=company.name,
            state=RegistrationState.CREATED.value,
            created_at=now,
            created_by=actor.account_id,
        )
        try:
            async with tx.begin_nested():
                tx.add(registration)
        except IntegrityError as error:
            raise AppidRegistrationRunning(path=("merchantId",)) from error
    await _note(tx, registration, "appid.asked", None)
    payload = {"merchant_id": merchant_id, "registration_id": registration.id}
    await enqueue(tx, SUBMIT, payload=payload, tenant=merchant_id, dedupe_key=f"{SUBMIT}:{registration.id}")
    return registration


async def facts_of(tx: WriteSession, data_keys: DataKeys, company: MerchantCompany) -> CompanyFacts:
    """What the accepted application says, numbers of people plain."""
    form = await form_by_id(tx, company.form_id)
    plain = await unseal(tx, data_keys, form, company.merchant_id, company.values, company.secrets)
    return company_facts(form, plain)


async def note_report(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, registration_id: UUID, report: Report
) -> AppidRegistration:
    """Take what the provider says, however often and in whatever order: an end is an end."""
    registration = await tx.get_one(AppidRegistration, (merchant_id, registration_id), with_for_update=True)
    before, to = RegistrationState(registration.state), RegistrationState(report.progress.value)
    if before is to or not REGISTRATION_STATES.can(before, to):
        return registration
    registration.state = to.value
    registration.submitted_at = registration.submitted_at or clock.now()
    if to is RegistrationState.DONE:
        await _assign(tx, registration, report.appid or "")
    elif to is RegistrationState.FAILED:
        registration.failure_code, registration.failure = report.code or "UNKNOWN", report.reason or ""
        registration.ended_at = clock.now()
    await tx.flush()
    await _note(tx, registration, "appid.stepped", before)
    target = GlobalId("AppidRegistration", merchant_id, registration.id)
    if to is RegistrationState.FACE_CHECK:
        await notify_holders(tx, APPID_FACE_CHECK, merchant_id, FILLS, target=target)
    elif to is RegistrationState.FAILED:
        data = {"reason": registration.failure or ""}
        await notify_holders(tx, APPID_FAILED, merchant_id, FILLS, data=data, target=target)
    elif to is RegistrationState.DONE:
        await events.publish(tx, AppidAssigned(merchant_id, registration.appid or ""))
        await try_activate(tx, actor, merchant_id=merchant_id)
    return registration


async def _assign(tx: WriteSession, registration: AppidRegistration, appid: str) -> None:
    registration.appid, registration.ended_at = appid, clock.now()
    company = await company_of(tx, registration.merchant_id, lock=True)
    if company is not None and company.appid is None:
        company.appid = appid


async def _note(tx: WriteSession, registration: AppidRegistration, action: str, before: str | None) -> None:
    await audit.record(
        tx,
        action,
        object_type="AppidRegistration",
        object_id=registration.id,
        tenant=registration.merchant_id,
        before={"state": before} if before else None,
        after={"state": registration.state, "company": registration.company_name, "appid": registration.appid},
    )
