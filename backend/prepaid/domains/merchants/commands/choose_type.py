"""Choosing what kind of merchant one wants to be."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, signals
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.merchants.errors.applications import TypeFixed, TypeFormIncomplete
from prepaid.domains.merchants.errors.types import MerchantTypeRetired
from prepaid.domains.merchants.models import MerchantType
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.reads.applications import application_of, form_by_id
from prepaid.domains.merchants.reads.types import type_in_force
from prepaid.domains.merchants.rules.applications import ApplicationState
from prepaid.domains.merchants.rules.company_facts import is_sensitive, missing_fields
from prepaid.domains.pages.reads.forms import published_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get, put

FORM: Final = "onboarding"


async def choose_type(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, application_id: UUID, type_code: str
) -> MerchantApplication:
    """Pin the type's version in force, and its form; what both forms ask for stays filled in.

    Raises:
        NotFound, TypeFixed, MerchantTypeRetired.
        TypeFormIncomplete: the type's form lacks what every company has to say.
    """
    application = await application_of(tx, merchant_id, application_id)
    if application.state != ApplicationState.DRAFT or application.round or application.kind != "ONBOARDING":
        raise TypeFixed(path=("typeCode",))
    async with tx.under(DbRole.WORKER):
        await pin_type(tx, application, type_code)
    return application


async def pin_type(tx: WriteSession, application: MerchantApplication, type_code: str) -> None:
    """The same for an application that may still change its type; the caller's database role writes merchants."""
    kind = await tx.scalar(select(MerchantType).filter_by(code=type_code))
    version = await type_in_force(tx, type_code, "typeCode")
    if kind is None or kind.retired_at is not None:
        raise MerchantTypeRetired(path=("typeCode",))
    pinned = version.forms.get(FORM)
    form_id = UUID(pinned) if pinned else (await published_form(tx, FORM, type_code))[0].id
    form = await form_by_id(tx, form_id)
    if lacks := missing_fields(form):
        raise TypeFormIncomplete(path=("typeCode",), fields="、".join(lacks))
    if application.form_id is not None and application.form_id != form_id:
        before = await form_by_id(tx, application.form_id)
        application.values, application.secrets = _carried(before, form, application.values), None
    application.type_code, application.type_version_id, application.form_id = type_code, version.id, form_id
    application.revision += 1
    merchant = await tx.get_one(Merchant, application.merchant_id, with_for_update=True)
    merchant.type_code = type_code
    await tx.flush()
    await audit.record(
        tx,
        "application.type_chosen",
        object_type="MerchantApplication",
        object_id=application.id,
        tenant=application.merchant_id,
        after={"type": type_code, "version": version.version},
    )
    await signals.publish(tx, TOPIC, {"merchant": str(merchant.id)})


def _carried(before: Form, form: Form, values: dict[str, Any]) -> dict[str, Any]:
    """Values of the fields that both forms have alike; numbers of people are asked for again."""
    kept: dict[str, Any] = {}
    for field in form.outer:
        old = before.by_key.get(field.key)
        value = None if old is None or is_sensitive(old) else get(values, old.path)
        if value is not None and old is not None and (old.kind, old.path) == (field.kind, field.path):
            put(kept, field.path, value)
    return kept
