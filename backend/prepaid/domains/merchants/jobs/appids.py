"""Talking with the provider of mini-programs: asking for one, and asking what became of it."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.merchants.commands.ask_about_appid import NUDGE, NUDGE_LIFE, NUDGE_PATH, ask_about
from prepaid.domains.merchants.commands.register_appid import SUBMIT, facts_of, note_report
from prepaid.domains.merchants.models.companies import AppidRegistration
from prepaid.domains.merchants.reads.applications import company_of
from prepaid.domains.merchants.rules.appids import RUNNING
from prepaid.providers.mini_program_registration import Company, HttpMiniProgramRegistration, RegistrationUnclear

ASK: Final = "merchants.ask_appid_registrations"
ASKED_AT_ONCE: Final = 100


@job(SUBMIT)
async def submit(ctx: JobContext, *, merchant_id: UUID, registration_id: UUID) -> None:
    """Ask for the mini-program; the same reference again is the same task."""
    services = ctx.services
    async with services.database.write(SYSTEM) as tx:
        registration = await tx.get_one(AppidRegistration, (merchant_id, registration_id))
        company = await company_of(tx, merchant_id)
        if company is None or registration.ended_at is not None:
            return
        facts = await facts_of(tx, services.data_keys, company)
    ticket = services.box.sign(NUDGE, {"m": merchant_id.hex, "r": registration_id.hex}, NUDGE_LIFE)
    asked = Company(
        name=facts.company_name,
        code=facts.code,
        code_type=facts.code_type,
        legal_person=facts.legal_person,
        legal_person_wechat=facts.wechat_id,
        phone=facts.phone,
    )
    async with HttpMiniProgramRegistration.of(services.settings) as provider:
        notify_url = f"{services.settings.public_url.rstrip('/')}{NUDGE_PATH}/{ticket}"
        report = await provider.submit(registration_id, asked, notify_url)
    async with services.database.write(SYSTEM) as tx:
        await note_report(tx, SYSTEM, merchant_id=merchant_id, registration_id=registration_id, report=report)


@job(ASK, at_once=1)
async def ask(ctx: JobContext) -> None:
    """Look after every registration that is under way: a nudge may have been lost."""
    running = select(AppidRegistration.merchant_id, AppidRegistration.id)
    running = running.where(AppidRegistration.state.in_([state.value for state in RUNNING]))
    rows = (await ctx.tx.execute(running.order_by(AppidRegistration.created_at).limit(ASKED_AT_ONCE))).all()
    for merchant_id, registration_id in rows:
        try:
            await ask_about(ctx.services, merchant_id, registration_id)
        except RegistrationUnclear:
            continue


schedule(ASK, "*/5 * * * *")
