"""Applications, locked where a command will change them, and the forms that they are filled by."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.merchants.errors.applications import TypeNotChosen
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.models.companies import MerchantCompany
from prepaid.domains.merchants.rules.applications import ApplicationKind
from prepaid.domains.pages.models import FormDefinition
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read


async def application_of(
    tx: WriteSession, merchant_id: UUID, application_id: UUID, *, lock: bool = True
) -> MerchantApplication:
    """One application. Raises `NotFound`."""
    key = (merchant_id, application_id)
    found = await tx.get(MerchantApplication, key, with_for_update=lock, populate_existing=lock)
    if found is None:
        raise NotFound(path=("applicationId",))
    return found


async def onboarding_of(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> MerchantApplication | None:
    """The application by which the merchant came here; a merchant that the bank made by hand has none."""
    query = select(MerchantApplication).filter_by(merchant_id=merchant_id, kind=ApplicationKind.ONBOARDING.value)
    return await tx.scalar(query.with_for_update() if lock else query)


async def company_of(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> MerchantCompany | None:
    """What the bank has accepted of the company."""
    query = select(MerchantCompany).filter_by(merchant_id=merchant_id)
    return await tx.scalar(query.with_for_update() if lock else query)


async def form_of(tx: WriteSession, application: MerchantApplication) -> Form:
    """The form that was pinned. Raises `TypeNotChosen`."""
    if application.form_id is None:
        raise TypeNotChosen(path=("applicationId",))
    return await form_by_id(tx, application.form_id)


async def form_by_id(tx: WriteSession, form_id: UUID) -> Form:
    """A form by the id of its version."""
    found = await tx.get_one(FormDefinition, form_id)
    return read(Form, found.definition)
