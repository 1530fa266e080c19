"""What becomes of a company that the bank has accepted."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events, signals
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.contracts.commands.create_contract import create_contract
from prepaid.domains.contracts.reads.contract_rows import contract_in_force
from prepaid.domains.contracts.reads.template_rows import version_in_force
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party, Scene
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.merchants.errors.applications import AppidTaken, CompanyCodeTaken, NotAdmitted
from prepaid.domains.merchants.events.applications import CompanyChanged, MerchantAdmitted
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.models.companies import MerchantCompany
from prepaid.domains.merchants.reads.applications import company_of
from prepaid.domains.merchants.rules.company_facts import CompanyFacts, sensitive_fields
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get
from prepaid.domains.pages.rules.plain import read
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

APPID_KEY: Final = "uq_merchant_company_appid"
CONTRACT_YEARS: Final = 3


async def admit(
    tx: WriteSession,
    actor: Actor,
    application: MerchantApplication,
    form: Form,
    facts: CompanyFacts,
    *,
    bank: PartyFacts,
    variables: Mapping[str, Any] | None = None,
) -> None:
    """Write down the company, name the merchant by it, and draw up its contract unless one is in force.

    Raises:
        CompanyCodeTaken, AppidTaken.
        Refusal: those of `create_contract`.
    """
    merchant_id = application.merchant_id
    await keep_company(tx, application, form, facts)
    merchant = await tx.get_one(Merchant, merchant_id, with_for_update=True)
    merchant.name = facts.company_name
    await tx.flush()
    await signals.publish(tx, TOPIC, {"merchant": str(merchant_id)})
    scene = Scene.MERCHANT_AGREEMENT
    known = await contract_in_force(tx, merchant_id, scene)
    if known is None:
        known = await create_contract(
            tx,
            actor,
            merchant_id=merchant_id,
            scene=scene,
            type_code=application.type_code,
            parties=[party_of_company(facts), bank],
            valid_from=clock.today_shanghai(),
            valid_to=_years_later(clock.today_shanghai()),
            variables=await _variables(tx, application, form, facts, variables or {}),
        )
    application.contract_id = known.id
    assert application.type_code is not None
    assert application.type_version_id is not None
    await events.publish(
        tx, MerchantAdmitted(merchant_id, application.id, application.type_code, application.type_version_id)
    )


async def apply_change(
    tx: WriteSession, actor: Actor, application: MerchantApplication, form: Form, facts: CompanyFacts
) -> None:
    """Make a reviewed change of the company's data, and say so as a risk event.

    Raises:
        NotAdmitted, CompanyCodeTaken, AppidTaken.
    """
    before = await company_of(tx, application.merchant_id, lock=True)
    if before is None:
        raise NotAdmitted(path=("applicationId",))
    secret = {field.key for field in sensitive_fields(form)} if before.secrets != application.secrets else set()
    old = before.values
    fields = tuple(
        field.key
        for field in form.outer
        if get(old, field.path) != get(application.values, field.path)
        or (field.key in secret and get(application.values, field.path) is not None)
    )
    await keep_company(tx, application, form, facts)
    merchant = await tx.get_one(Merchant, application.merchant_id, with_for_update=True)
    merchant.name = facts.company_name
    await tx.flush()
    await audit.record(
        tx,
        "company.changed",
        object_type="MerchantApplication",
        object_id=application.id,
        tenant=application.merchant_id,
        after={"kind": application.kind, "fields": list(fields)},
    )
    await events.publish(tx, CompanyChanged(application.merchant_id, application.id, application.kind, fields))


async def keep_company(tx: WriteSession, application: MerchantApplication, form: Form, facts: CompanyFacts) -> None:
    """Write what was accepted; an APPID that was assigned since stays."""
    company = await company_of(tx, application.merchant_id, lock=True)
    masked = {key: get(application.values, form.by_key[key].path) for key in _MASKED if key in form.by_key}
    columns = {
        "name": facts.company_name,
        "code": facts.code,
        "code_type": facts.code_type,
        "legal_person": facts.legal_person,
        "address": facts.address,
        "phone_masked": masked.get("contactPhone") or "",
        "account_name": facts.account_name,
        "account_masked": masked.get("bankAccount") or "",
        "appid": facts.appid or (company.appid if company else None),
        "form_id": application.form_id,
        "type_version_id": application.type_version_id,
        "values": application.values,
        "secrets": application.secrets,
        "reviewed_at": clock.now(),
    }
    try:
        async with tx.begin_nested():
            if company is None:
                tx.add(MerchantCompany(merchant_id=application.merchant_id, id=uuid7(), **columns))
            else:
                for name, value in columns.items():
                    setattr(company, name, value)
    except IntegrityError as error:
        if APPID_KEY in str(error.orig):
            raise AppidTaken(path=("applicationId",)) from error
        raise CompanyCodeTaken(path=("applicationId",)) from error


_MASKED: Final = ("contactPhone", "bankAccount")


def party_of_company(facts: CompanyFacts) -> PartyFacts:
    """The company as a contract names it."""
    return PartyFacts(
        party=Party.MERCHANT,
        name=facts.company_name,
        code=facts.code,
        representative=facts.legal_person,
        address=facts.address,
    )


async def _variables(
    tx: WriteSession,
    application: MerchantApplication,
    form: Form,
    facts: CompanyFacts,
    given: Mapping[str, Any],
) -> dict[str, Any]:
    """The template's own variables: what the bank gives, else what the application says under the same key."""
    async with tx.under(DbRole.WORKER):
        found = await version_in_force(
            tx, Scene.MERCHANT_AGREEMENT, application.type_code, custom_for=application.merchant_id
        )
    wanted = read(Form, found[1].variables).outer if found else ()
    said: dict[str, Any] = {"settlementAccount": facts.account_name}
    for field in wanted:
        same = form.by_key.get(field.key)
        if same is not None and same.kind is field.kind:
            said.setdefault(field.key, get(application.values, same.path))
    keys = {field.key for field in wanted}
    return {
        key: value for key, value in {**said, **given}.items() if value is not None and (key in keys or key in given)
    }


def _years_later(day: date) -> date:
    # The 29th of February has no anniversary in most years.
    return date(day.year + CONTRACT_YEARS, day.month, min(day.day, 28))
