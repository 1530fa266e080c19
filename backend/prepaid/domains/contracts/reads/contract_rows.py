"""Contracts as commands of this and higher domains read them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.models import Contract, ContractSignature
from prepaid.domains.contracts.rules.parameters import RuleParameters, read_parameters
from prepaid.domains.contracts.rules.scenes import SIGNING_ORDER, Party, Scene
from prepaid.kit import clock

CONTRACT_PATH = ("contractId",)


async def contract_to_change(tx: WriteSession, merchant_id: UUID, contract_id: UUID) -> Contract:
    """A contract, locked. Raises `NotFound`."""
    found = await tx.get(Contract, (merchant_id, contract_id), with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound(path=CONTRACT_PATH)
    return found


async def signatures_of(tx: WriteSession, contract: Contract) -> Sequence[ContractSignature]:
    """Signatures that were made or asked for, in their order."""
    query = select(ContractSignature).filter_by(merchant_id=contract.merchant_id, contract_id=contract.id)
    rows = await tx.scalars(query.where(ContractSignature.state != "FAILED").order_by(ContractSignature.at))
    return rows.all()


def next_party(signatures: Sequence[ContractSignature]) -> Party | None:
    """Who signs next; None when everybody has asked to."""
    there = {signature.party for signature in signatures}
    return next((party for party in SIGNING_ORDER if party.value not in there), None)


async def contract_in_force(
    tx: WriteSession, merchant_id: UUID, scene: Scene, *, on: date | None = None
) -> Contract | None:
    """The merchant's contract of a scene that holds on a legal day (today), the latest when several do."""
    day = on or clock.today_shanghai()
    query = select(Contract).filter_by(merchant_id=merchant_id, scene=scene.value, state="IN_FORCE")
    query = query.where(Contract.valid_from <= day, (Contract.valid_to.is_(None)) | (Contract.valid_to >= day))
    return await tx.scalar(query.order_by(Contract.in_force_at.desc()).limit(1))


def rule_parameters(contract: Contract) -> RuleParameters:
    """The parameters as agreed in a contract."""
    return read_parameters(contract.parameters)[0]
