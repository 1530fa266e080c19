"""The steps of a contract after its bytes are there: into force, and its ends."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import Obstacle, ensure_none
from prepaid.domains.contracts.events.contracts import ContractEnded, ContractInForce, ContractReminder
from prepaid.domains.contracts.models import Contract
from prepaid.domains.contracts.reads.contract_obstacles import DECLINE, TERMINATE, VOID
from prepaid.domains.contracts.reads.contract_rows import (
    CONTRACT_PATH,
    contract_to_change,
    next_party,
    signatures_of,
)
from prepaid.domains.contracts.rules.scenes import CONTRACT_STATES, ContractState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock

BATCH: Final = 200
REMIND_EVERY: Final = timedelta(days=3)
LAST_DAYS: Final = 2
"""In the last days it is reminded of every day."""


async def enter_into_force(tx: WriteSession, contract: Contract) -> None:
    """Every party has signed: the contract holds, and the one that it supersedes does not any more."""
    contract.state = CONTRACT_STATES.advance(ContractState(contract.state), ContractState.IN_FORCE).value
    contract.in_force_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "contract.in_force",
        object_type="Contract",
        object_id=contract.id,
        tenant=contract.merchant_id,
        before={"state": ContractState.SIGNING},
        after={"state": contract.state, "sha256": contract.signed_sha256 and contract.signed_sha256.hex()},
    )
    if contract.supersedes_id is not None:
        before = await contract_to_change(tx, contract.merchant_id, contract.supersedes_id)
        if before.state == ContractState.IN_FORCE:
            await _end(tx, before, ContractState.SUPERSEDED, contract.number)
    await events.publish(tx, ContractInForce(contract.merchant_id, contract.id, contract.scene, contract.supersedes_id))


async def decline_contract(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, reason: str
) -> Contract:
    """A party does not sign, and says why.

    Raises:
        NotFound, ReasonTooShort.
        ContractNotSigning, ContractSignedAlready, ContractNotYourTurn.
    """
    return await _ended(tx, actor, merchant_id, contract_id, ContractState.DECLINED, DECLINE, reason)


async def void_contract(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, reason: str
) -> Contract:
    """The bank takes a contract back before every party has signed.

    Raises:
        NotFound, ReasonTooShort, ContractComplete.
    """
    return await _ended(tx, actor, merchant_id, contract_id, ContractState.VOIDED, VOID, reason)


async def terminate_contract(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, reason: str
) -> Contract:
    """A contract in force ends before its time; its bytes stay.

    Raises:
        NotFound, ReasonTooShort, ContractNotInForce.
    """
    return await _ended(tx, actor, merchant_id, contract_id, ContractState.TERMINATED, TERMINATE, reason)


async def expire_contracts(tx: WriteSession) -> int:
    """End what was not signed in time, and what has run its term; returns how many."""
    now, today = clock.now(), clock.today_shanghai()
    unsigned = (Contract.state == "SIGNING") & (Contract.sign_by <= now)
    over = (Contract.state == "IN_FORCE") & (Contract.valid_to < today)
    query = select(Contract).where(unsigned | over).order_by(Contract.merchant_id, Contract.id).limit(BATCH)
    ended = (await tx.scalars(query.with_for_update(skip_locked=True))).all()
    for contract in ended:
        reason = "VALIDITY_OVER" if contract.state == ContractState.IN_FORCE else "NOT_SIGNED_IN_TIME"
        await _end(tx, contract, ContractState.EXPIRED, reason)
    return len(ended)


async def remind_signers(tx: WriteSession) -> int:
    """Remind of contracts that wait for a signature: every three days, in the last two every day."""
    now = clock.now()
    last = Contract.sign_by <= now + timedelta(days=LAST_DAYS)
    due = (Contract.reminded_at.is_(None) & (Contract.frozen_at <= now - timedelta(days=1))) | (
        Contract.reminded_at <= now - REMIND_EVERY
    )
    query = select(Contract).where(Contract.state == "SIGNING", Contract.sign_by > now)
    query = query.where(due | (last & (Contract.reminded_at <= now - timedelta(hours=20))))
    waiting = (await tx.scalars(query.order_by(Contract.merchant_id, Contract.id).limit(BATCH).with_for_update())).all()
    for contract in waiting:
        party = next_party(await signatures_of(tx, contract))
        contract.reminded_at = now
        if party is not None:
            days = max(0, (contract.sign_by - now).days)
            await events.publish(tx, ContractReminder(contract.merchant_id, contract.id, party.value, days))
    await tx.flush()
    return len(waiting)


async def _ended(
    tx: WriteSession,
    actor: Actor,
    merchant_id: UUID,
    contract_id: UUID,
    to: ContractState,
    obstacles: Sequence[Obstacle],
    reason: str,
) -> Contract:
    reason = reason_text(reason)
    contract = await contract_to_change(tx, merchant_id, contract_id)
    await ensure_none(tx, actor, obstacles, contract, path=CONTRACT_PATH)
    await _end(tx, contract, to, reason)
    return contract


async def _end(tx: WriteSession, contract: Contract, to: ContractState, reason: str) -> None:
    before = ContractState(contract.state)
    contract.state = CONTRACT_STATES.advance(before, to).value
    contract.ended_at, contract.end_reason, contract.ended_by = clock.now(), reason, tx.actor.account_id
    await tx.flush()
    await audit.record(
        tx,
        f"contract.{to.value.lower()}",
        object_type="Contract",
        object_id=contract.id,
        tenant=contract.merchant_id,
        before={"state": before},
        after={"state": to},
        reason=reason,
    )
    was_in_force = before is ContractState.IN_FORCE
    fact = ContractEnded(contract.merchant_id, contract.id, contract.scene, to.value, was_in_force, reason)
    await events.publish(tx, fact)
