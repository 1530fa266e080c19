"""Changing what the bank has reviewed of a company."""

from copy import deepcopy
from uuid import UUID

from sqlalchemy import exists, select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.merchants.commands.start_application import open_application
from prepaid.domains.merchants.errors.applications import ChangeOpen, NotAdmitted
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.models.companies import MerchantCompany
from prepaid.domains.merchants.reads.applications import onboarding_of
from prepaid.domains.merchants.rules.applications import ADMITTED, OPEN, ApplicationKind, ApplicationState


async def request_change(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, company_id: UUID, kind: ApplicationKind
) -> MerchantApplication:
    """Begin an application in which licence, legal person, payee account or premises can be changed.

    It starts from what was accepted, under the form that was accepted with it; the rest is locked. It counts once
    the bank has reviewed it (`CompanyChanged`).

    Raises:
        InvalidValue: ONBOARDING is no change.
        NotFound, NotAdmitted.
        ChangeOpen: one of this kind is under way.
    """
    if kind is ApplicationKind.ONBOARDING:
        raise InvalidValue(path=("kind",), reason="ONBOARDING")
    company = await tx.get(MerchantCompany, (merchant_id, company_id), with_for_update=True)
    if company is None:
        raise NotFound(path=("companyId",))
    onboarding = await onboarding_of(tx, merchant_id)
    if company.ended_at is not None or (onboarding is not None and ApplicationState(onboarding.state) not in ADMITTED):
        raise NotAdmitted(path=("companyId",))
    open_one = exists().where(
        MerchantApplication.merchant_id == merchant_id,
        MerchantApplication.kind == kind.value,
        MerchantApplication.state.in_(OPEN),
    )
    if await tx.scalar(select(open_one)):
        raise ChangeOpen(path=("kind",))
    async with tx.under(DbRole.WORKER):
        application = await open_application(tx, actor, merchant_id=merchant_id, kind=kind)
        application.type_code = onboarding.type_code if onboarding else None
        application.type_version_id, application.form_id = company.type_version_id, company.form_id
        application.company_name = company.name
        application.values, application.secrets = deepcopy(company.values), company.secrets
        application.revision = 1
        await tx.flush()
    return application
