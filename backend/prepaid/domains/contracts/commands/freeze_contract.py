"""Making the bytes of a contract, once and for all."""

from hashlib import sha256
from typing import Final
from uuid import UUID

import anyio.to_thread

from prepaid.core import audit, events
from prepaid.core.database import WriteSession
from prepaid.core.files import PDF, Files
from prepaid.domains.contracts.commands.file_kinds import CONTRACT
from prepaid.domains.contracts.events.contracts import ContractToSign
from prepaid.domains.contracts.models import Contract
from prepaid.domains.contracts.reads.contract_rows import contract_to_change, rule_parameters
from prepaid.domains.contracts.rules.document import field_box, field_name, layout_data, validity_text
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import CONTRACT_STATES, SIGNING_ORDER, ContractState
from prepaid.kit import clock
from prepaid.providers.signing import with_signature_fields
from prepaid.providers.typesetting import typeset

PACKAGE: Final = "prepaid.domains.contracts"


async def freeze_contract(tx: WriteSession, *, files: Files, merchant_id: UUID, contract_id: UUID) -> None:
    """Typeset a drawn-up contract, keep its bytes and their SHA-256, and ask the merchant to sign."""
    contract = await contract_to_change(tx, merchant_id, contract_id)
    if contract.state != ContractState.DRAFT:
        return
    content = await contract_pdf(contract)
    contract.content_file_id = await files.put(
        tx, CONTRACT.code, file_name(contract), content, PDF.media_type, tenant=merchant_id
    )
    contract.content_sha256, contract.frozen_at = sha256(content).digest(), clock.now()
    contract.state = CONTRACT_STATES.advance(ContractState.DRAFT, ContractState.SIGNING).value
    await tx.flush()
    await audit.record(
        tx,
        "contract.frozen",
        object_type="Contract",
        object_id=contract.id,
        tenant=merchant_id,
        before={"state": ContractState.DRAFT},
        after={"state": contract.state, "sha256": contract.content_sha256.hex(), "file": contract.content_file_id},
    )
    await events.publish(tx, ContractToSign(merchant_id, contract.id, contract.scene, SIGNING_ORDER[0].value))


async def contract_pdf(contract: Contract) -> bytes:
    """The contract as a PDF with an empty signature field for each party."""
    data = layout_data(
        number=contract.number,
        title=contract.title,
        template=f"{contract.template_name} 第 {contract.template_version} 版",
        parties=[PartyFacts.from_json(party) for party in contract.parties],
        text=contract.text,
        parameters=rule_parameters(contract),
        validity=validity_text(contract.valid_from, contract.valid_to),
    )
    typeset_pdf = await typeset(PACKAGE, "layout/contract.typ", data)
    boxes = {field_name(party): field_box(party) for party in SIGNING_ORDER}
    return await anyio.to_thread.run_sync(with_signature_fields, typeset_pdf, boxes)


def file_name(contract: Contract) -> str:
    """What a downloaded contract is called."""
    return f"{contract.title}-{contract.number}.pdf"
