"""What contracts do when a review is over or somebody leaves, and whom they tell what."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.contracts.commands.grant_seal import revoke_of_member
from prepaid.domains.contracts.commands.review_seal import ACTIVATE, reject_seal
from prepaid.domains.contracts.commands.submit_template import PUBLISH, reopen_draft
from prepaid.domains.contracts.events.contracts import ContractEnded, ContractInForce, ContractReminder, ContractToSign
from prepaid.domains.contracts.events.seals import SealHandedIn, SealStateChanged
from prepaid.domains.contracts.models import Contract, Seal
from prepaid.domains.contracts.rules import notices
from prepaid.domains.contracts.rules.scenes import ContractState, Party, SealState
from prepaid.domains.identity.events.changes import ChangeClosed
from prepaid.domains.identity.events.members import MemberChanged
from prepaid.domains.identity.models import ChangeRequest, Membership
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.domains.notifications.commands.notify import Recipient, notify, notify_holders, settle
from prepaid.domains.notifications.rules.kinds import NoticeKind, Words
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId

APPROVED: Final = ChangeState.APPROVED.value
SIGNS: Final = "contract.sign"


@reacts_to(ChangeClosed)
async def end_review(tx: WriteSession, closed: ChangeClosed) -> None:
    """A template is a draft again, a seal rejected, when its review did not end with a yes."""
    if closed.state == APPROVED or closed.kind not in (PUBLISH, ACTIVATE):
        return
    change = await tx.get(ChangeRequest, (closed.merchant_id, closed.change_id))
    assert change is not None
    reason = change.decision_reason or closed.state
    if closed.kind == PUBLISH:
        await reopen_draft(tx, change.target_id, reason=reason)
    else:
        await reject_seal(tx, change.merchant_id, change.target_id, reason=reason)


@reacts_to(MemberChanged)
async def end_grants_of_leaver(tx: WriteSession, changed: MemberChanged) -> None:
    """Whoever leaves stamps nothing any more."""
    member = await tx.get(Membership, (changed.merchant_id, changed.membership_id))
    if member is not None and member.status == "LEFT":
        await revoke_of_member(tx, changed.merchant_id, changed.membership_id)


@reacts_to(ContractToSign)
async def ask_for_signature(tx: WriteSession, fact: ContractToSign) -> None:
    """Whoever may sign for the party whose turn it is."""
    contract = await _contract(tx, fact.merchant_id, fact.contract_id)
    until = f"{clock.shanghai_day(contract.sign_by):%Y-%m-%d}"
    await _tell_party(tx, notices.TO_SIGN, contract, Party(fact.party), {"until": until})


@reacts_to(ContractReminder)
async def remind(tx: WriteSession, fact: ContractReminder) -> None:
    """The same people again."""
    contract = await _contract(tx, fact.merchant_id, fact.contract_id)
    await _tell_party(tx, notices.REMINDER, contract, Party(fact.party), {"days": str(fact.days_left)})


@reacts_to(ContractInForce)
async def tell_in_force(tx: WriteSession, fact: ContractInForce) -> None:
    """Both sides; nobody needs to sign any more."""
    contract = await _contract(tx, fact.merchant_id, fact.contract_id)
    await _settle(tx, contract)
    for party in Party:
        await _tell_party(tx, notices.IN_FORCE, contract, party, {})


@reacts_to(ContractEnded)
async def tell_end(tx: WriteSession, fact: ContractEnded) -> None:
    """Both sides."""
    contract = await _contract(tx, fact.merchant_id, fact.contract_id)
    await _settle(tx, contract)
    what = notices.ENDS[ContractState(fact.state)]
    for party in Party:
        await _tell_party(tx, notices.ENDED, contract, party, {"what": Words(*what)})


@reacts_to(SealHandedIn)
async def ask_for_review(tx: WriteSession, fact: SealHandedIn) -> None:
    """The bank's reviewers, but not the one who handed it in."""
    target = GlobalId("Seal", fact.merchant_id, fact.seal_id)
    data = {"name": fact.name}
    await notify_holders(
        tx, notices.SEAL_TO_REVIEW, PLATFORM_TENANT, "seal.review", data=data, target=target, but=fact.account_id
    )


@reacts_to(SealStateChanged)
async def tell_administrator(tx: WriteSession, fact: SealStateChanged) -> None:
    """Its administrator learns that it can be used, or not any more; reviewers need not look again."""
    seal = await tx.get(Seal, (fact.merchant_id, fact.seal_id))
    assert seal is not None
    target = GlobalId("Seal", fact.merchant_id, fact.seal_id)
    await settle(tx, notices.SEAL_TO_REVIEW, target, tenant=PLATFORM_TENANT)
    what = notices.SEAL_OUTCOMES.get(SealState(fact.state))
    if what is not None:
        to = Recipient(fact.merchant_id, seal.administrator_account_id, seal.administrator_membership_id)
        await notify(tx, notices.SEAL_CHANGED, [to], data={"name": seal.name, "what": Words(*what)}, target=target)


async def _contract(tx: WriteSession, merchant_id: UUID, contract_id: UUID) -> Contract:
    contract = await tx.get(Contract, (merchant_id, contract_id))
    assert contract is not None
    return contract


async def _tell_party(
    tx: WriteSession, kind: NoticeKind, contract: Contract, party: Party, more: Mapping[str, str | Words]
) -> None:
    data = {"title": contract.title, "number": contract.number, **more}
    tenant = PLATFORM_TENANT if party is Party.BANK else contract.merchant_id
    target = GlobalId("Contract", contract.merchant_id, contract.id)
    await notify_holders(tx, kind, tenant, SIGNS, data=data, target=target)


async def _settle(tx: WriteSession, contract: Contract) -> None:
    target = GlobalId("Contract", contract.merchant_id, contract.id)
    for kind in (notices.TO_SIGN, notices.REMINDER):
        for tenant in (contract.merchant_id, PLATFORM_TENANT):
            await settle(tx, kind, target, tenant=tenant)
