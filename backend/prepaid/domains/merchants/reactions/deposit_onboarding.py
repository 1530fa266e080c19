"""Deposit and documents of a merchant that comes through onboarding."""

from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.merchants.commands.activate_merchant import deposit_satisfied_by, try_activate
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.commands.document_expiry import keep_documents
from prepaid.domains.merchants.events.applications import CompanyChanged, MerchantAdmitted
from prepaid.domains.merchants.events.deposits import DepositSatisfied
from prepaid.domains.merchants.reads.applications import company_of, form_by_id
from prepaid.domains.merchants.rules.deposits import ENOUGH, DepositState
from prepaid.domains.merchants.rules.document_expiry import documents_in


@reacts_to(MerchantAdmitted)
async def begin(tx: WriteSession, fact: MerchantAdmitted) -> None:
    """The deposit follows the version of the type that was applied for; the documents count from now on."""
    await assess_deposit(tx, fact.merchant_id, type_version_id=fact.type_version_id)
    await _keep(tx, fact.merchant_id)


@reacts_to(CompanyChanged)
async def renew(tx: WriteSession, fact: CompanyChanged) -> None:
    """New documents take the place of the old ones."""
    await _keep(tx, fact.merchant_id)


@deposit_satisfied_by
async def satisfied(tx: WriteSession, merchant_id: UUID) -> bool:
    """Whether the deposit lets the merchant sell."""
    return DepositState((await assess_deposit(tx, merchant_id)).state) in ENOUGH


@reacts_to(DepositSatisfied)
async def go_on(tx: WriteSession, fact: DepositSatisfied) -> None:
    """A merchant that waited for its deposit alone is active."""
    await try_activate(tx, tx.actor, merchant_id=fact.merchant_id)


async def _keep(tx: WriteSession, merchant_id: UUID) -> None:
    async with tx.under(DbRole.WORKER):
        company = await company_of(tx, merchant_id)
        if company is None:
            return
        form = await form_by_id(tx, company.form_id)
        await keep_documents(tx, merchant_id=merchant_id, documents=documents_in(form, company.values))
