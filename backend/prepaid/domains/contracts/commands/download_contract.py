"""Fetching a contract's file."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.files import DownloadLink, Files
from prepaid.domains.contracts.errors.contracts import ContractFileMissing
from prepaid.domains.contracts.models import Contract
from prepaid.domains.contracts.reads.contract_rows import CONTRACT_PATH


async def download_contract(
    tx: WriteSession, actor: Actor, *, files: Files, merchant_id: UUID, contract_id: UUID
) -> tuple[Contract, DownloadLink]:
    """An address of the contract with the signatures made so far, for the actor's session and some minutes.

    Raises:
        NotFound, ContractFileMissing.
    """
    contract = await tx.get(Contract, (merchant_id, contract_id))
    if contract is None:
        raise NotFound(path=CONTRACT_PATH)
    file_id = contract.signed_file_id or contract.content_file_id
    if file_id is None:
        raise ContractFileMissing(path=CONTRACT_PATH)
    link = await files.download_link(tx, file_id, tenant=merchant_id)
    await audit.record(
        tx,
        "contract.downloaded",
        object_type="Contract",
        object_id=contract.id,
        tenant=merchant_id,
        after={"file": file_id},
    )
    return contract, link
