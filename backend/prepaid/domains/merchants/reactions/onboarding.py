"""What applications do when contracts are signed or gates move, and whom they tell."""

from datetime import UTC
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.contracts.events.contracts import ContractInForce
from prepaid.domains.contracts.reads.merchant_facts import merchant_facts_from
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party, Scene
from prepaid.domains.identity.events.members import MerchantGateChanged
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.merchants.commands.activate_merchant import contract_signed
from prepaid.domains.merchants.commands.advance_application import advance
from prepaid.domains.merchants.events.applications import ApplicationStepped
from prepaid.domains.merchants.models.applications import ApplicationProblem, MerchantApplication
from prepaid.domains.merchants.reads.applications import company_of, onboarding_of
from prepaid.domains.merchants.rules.application_notices import OUTCOMES, TO_REVIEW
from prepaid.domains.merchants.rules.application_words import KINDS
from prepaid.domains.merchants.rules.applications import APPLICATION_STATES, ApplicationKind, ApplicationState
from prepaid.domains.notifications.commands.notify import Recipient, notify, notify_holders, settle
from prepaid.domains.notifications.rules.kinds import Words
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId

REVIEWS: Final = "application.review"
BY_GATE: Final = {
    GateState.OPEN: ApplicationState.ACTIVE,
    GateState.SUSPENDED: ApplicationState.SUSPENDED,
    GateState.FRAUD_HOLD: ApplicationState.SUSPENDED,
    GateState.CLOSED: ApplicationState.CLOSED,
}


@merchant_facts_from
async def facts_of_company(tx: WriteSession, merchant_id: UUID) -> PartyFacts | None:
    """A contract names the company as the bank has accepted it."""
    company = await company_of(tx, merchant_id)
    if company is None:
        return None
    return PartyFacts(
        party=Party.MERCHANT,
        name=company.name,
        code=company.code,
        representative=company.legal_person,
        address=company.address,
    )


@reacts_to(ContractInForce)
async def go_on_after_signing(tx: WriteSession, fact: ContractInForce) -> None:
    """The merchant's first agreement is signed by both: custody account and deposit come next."""
    if fact.scene == Scene.MERCHANT_AGREEMENT:
        await contract_signed(tx, tx.actor, merchant_id=fact.merchant_id, contract_id=fact.contract_id)


@reacts_to(MerchantGateChanged)
async def follow_gate(tx: WriteSession, fact: MerchantGateChanged) -> None:
    """Suspended, reopened or closed with the merchant; a closed company's code and APPID are free again."""
    to = BY_GATE[GateState(fact.after)]
    async with tx.under(DbRole.WORKER):
        application = await onboarding_of(tx, fact.merchant_id, lock=True)
        if application is not None and APPLICATION_STATES.can(ApplicationState(application.state), to):
            by_hand = application.state != ApplicationState.NEED_DEPOSIT or to is ApplicationState.CLOSED
            if by_hand:
                await advance(tx, tx.actor, application, to, reason=fact.reason)
        company = await company_of(tx, fact.merchant_id, lock=True)
        if company is not None and to is ApplicationState.CLOSED:
            company.ended_at = clock.now()
            await tx.flush()


@reacts_to(ApplicationStepped)
async def tell(tx: WriteSession, fact: ApplicationStepped) -> None:
    """Reviewers when it comes in, the applicant when it is decided."""
    async with tx.under(DbRole.WORKER):
        application = await tx.get_one(MerchantApplication, (fact.merchant_id, fact.application_id))
        await _tell_reviewers(tx, application, fact)
        await _tell_applicant(tx, application, fact)


async def _tell_reviewers(tx: WriteSession, application: MerchantApplication, fact: ApplicationStepped) -> None:
    target = GlobalId("MerchantApplication", fact.merchant_id, fact.application_id)
    if fact.to_state == ApplicationState.SUBMITTED and fact.from_state != ApplicationState.REVIEWING:
        assert application.due_at is not None
        data = {
            **_data(application),
            "until": f"{clock.shanghai_day(application.due_at.astimezone(UTC)):%Y-%m-%d}",
        }
        await notify_holders(
            tx, TO_REVIEW, PLATFORM_TENANT, REVIEWS, data=data, target=target, but=application.submitted_by
        )
    elif fact.from_state == ApplicationState.REVIEWING:
        await settle(tx, TO_REVIEW, target, tenant=PLATFORM_TENANT)


async def _tell_applicant(tx: WriteSession, application: MerchantApplication, fact: ApplicationStepped) -> None:
    kind = OUTCOMES.get(ApplicationState(fact.to_state))
    if kind is None or application.created_by is None or fact.from_state == ApplicationState.SUSPENDED:
        return
    problems = select(func.count()).select_from(ApplicationProblem)
    count = await tx.scalar(
        problems.filter_by(merchant_id=application.merchant_id, application_id=application.id, round=application.round)
    )
    target = GlobalId("MerchantApplication", fact.merchant_id, fact.application_id)
    to = [Recipient(application.merchant_id, application.created_by)]
    await notify(tx, kind, to, data={**_data(application), "count": count or 0}, target=target)


def _data(application: MerchantApplication) -> dict[str, str | Words]:
    return {
        "company": application.company_name or "",
        "number": application.number,
        "kind": Words(*KINDS[ApplicationKind(application.kind)]),
    }
