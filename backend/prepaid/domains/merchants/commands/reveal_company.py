"""The plain numbers of a company's contact and payee account."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.revealable_fields import revealable
from prepaid.domains.merchants.commands.register_appid import facts_of
from prepaid.domains.merchants.models.companies import MerchantCompany
from prepaid.domains.merchants.rules.company_facts import CompanyFacts


@revealable("MerchantCompany", "phone", permission="company.reveal")
async def company_phone(tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID) -> str | None:
    """The contact's phone number."""
    return (await _facts(tx, data_keys, tenant, row_id)).phone or None


@revealable("MerchantCompany", "account", permission="company.reveal")
async def company_account(
    tx: WriteSession, actor: Actor, data_keys: DataKeys, tenant: UUID, row_id: UUID
) -> str | None:
    """The number of the payee account."""
    return (await _facts(tx, data_keys, tenant, row_id)).account_number or None


async def _facts(tx: WriteSession, data_keys: DataKeys, tenant: UUID, company_id: UUID) -> CompanyFacts:
    company = await tx.get(MerchantCompany, (tenant, company_id))
    if company is None:
        raise NotFound(path=("id",))
    return await facts_of(tx, data_keys, company)
