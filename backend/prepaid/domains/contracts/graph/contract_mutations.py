"""Mutations of contracts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from prepaid.core.errors import BadUserInput
from prepaid.domains.contracts.commands import create_contract as creating
from prepaid.domains.contracts.commands import download_contract as downloading
from prepaid.domains.contracts.commands import finish_contract as finishing
from prepaid.domains.contracts.commands import sign_contract as signing_
from prepaid.domains.contracts.commands import verify_document as verifying
from prepaid.domains.contracts.graph.contract_inputs import (
    ContractPartyInput,
    ContractReasonInput,
    CreateContractInput,
    DocumentSignature,
    DownloadContractInput,
    SignContractInput,
    VerifyDocumentInput,
)
from prepaid.domains.contracts.graph.contract_types import Contract, ContractSignature
from prepaid.domains.contracts.reads.bank_facts import bank_facts
from prepaid.domains.contracts.reads.merchant_facts import merchant_facts
from prepaid.domains.contracts.rules.parties import PartyFacts
from prepaid.domains.contracts.rules.scenes import Party
from prepaid.domains.contracts.rules.verification import Alteration, Verdict
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.reading import as_document, optional_id
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

CONTRACT = {"contract": Contract}


@mutation(permission="contract.create", idempotent=True, payload=CONTRACT)
async def create_contract(ctx: MutationContext, input: CreateContractInput) -> Mapping[str, Any]:
    """Draw up a contract with a merchant; its file is made in the background, then the merchant may sign."""
    merchant_id = input.merchant_id.of("Merchant", path=("merchantId",)).id
    known, type_code = await merchant_facts(ctx.tx, merchant_id)
    supersedes = input.supersedes_id.of("Contract", path=("supersedesId",)) if input.supersedes_id else None
    contract = await creating.create_contract(
        ctx.tx,
        ctx.actor,
        merchant_id=merchant_id,
        scene=input.scene,
        type_code=type_code,
        version_id=optional_id(input.version_id, "ContractTemplateVersion", "versionId"),
        parties=[_party(input.merchant) if input.merchant else known, bank_facts(ctx.services.settings)],
        valid_from=input.valid_from,
        valid_to=input.valid_to,
        variables=as_document(input.variables) if input.variables is not None else {},
        parameters=input.parameters.plain() if input.parameters else {},
        supersedes_id=supersedes.id if supersedes else None,
    )
    return _shown(contract)


@mutation(
    permission="contract.sign",
    step_up=True,
    payload={**CONTRACT, "signature": ContractSignature, "change_request": ChangeRequest},
)
async def sign_contract(ctx: MutationContext, input: SignContractInput) -> Mapping[str, Any]:
    """Agree to the document that was shown, by a seal; without a grant for it an approval is opened."""
    contract = _which(input.contract_id)
    try:
        shown = bytes.fromhex(input.document_sha256)
    except ValueError:
        raise BadUserInput("documentSha256 is a text of hexadecimal digits") from None
    done = await signing_.sign_contract(
        ctx.tx,
        ctx.actor,
        **contract,
        seal_id=input.seal_id.of("Seal", path=("sealId",)).id,
        document_sha256=shown,
    )
    things = dict(_shown(done.contract))
    if done.signature is not None:
        things["signature"] = ref(ContractSignature, done.signature.merchant_id, done.signature.id)
    if done.change is not None:
        things["change_request"] = ref(ChangeRequest, done.change.merchant_id, done.change.id)
    return things


@mutation(permission="contract.sign", payload=CONTRACT)
async def decline_contract(ctx: MutationContext, input: ContractReasonInput) -> Mapping[str, Any]:
    """Do not sign a contract, and say why."""
    return _shown(await finishing.decline_contract(ctx.tx, ctx.actor, **_which(input.contract_id), reason=input.reason))


@mutation(permission="contract.end", payload=CONTRACT)
async def void_contract(ctx: MutationContext, input: ContractReasonInput) -> Mapping[str, Any]:
    """Take a contract back before every party has signed."""
    return _shown(await finishing.void_contract(ctx.tx, ctx.actor, **_which(input.contract_id), reason=input.reason))


@mutation(permission="contract.end", step_up=True, payload=CONTRACT)
async def terminate_contract(ctx: MutationContext, input: ContractReasonInput) -> Mapping[str, Any]:
    """End a contract in force before its time."""
    return _shown(
        await finishing.terminate_contract(ctx.tx, ctx.actor, **_which(input.contract_id), reason=input.reason)
    )


@mutation(permission="contract.read", payload={**CONTRACT, "url": str, "expires_at": datetime})
async def download_contract(ctx: MutationContext, input: DownloadContractInput) -> Mapping[str, Any]:
    """Where to GET a contract with the signatures made so far, for this session and a few minutes."""
    contract, link = await downloading.download_contract(
        ctx.tx, ctx.actor, files=ctx.services.files, **_which(input.contract_id)
    )
    return {**_shown(contract), "url": link.url, "expires_at": link.expires_at}


@mutation(
    permission="contract.verify",
    payload={
        **CONTRACT,
        "verdict": Verdict,
        "alterations": list[Alteration],
        "signatures": list[DocumentSignature],
        "sha256": str,
    },
)
async def verify_document(ctx: MutationContext, input: VerifyDocumentInput) -> Mapping[str, Any]:
    """Say which contract an uploaded PDF is, who signed it, and whether it was altered since."""
    found = await verifying.verify_document(ctx.tx, ctx.actor, files=ctx.services.files, document=input.document)
    return {
        "contract": _shown(found.contract)["contract"] if found.contract else None,
        "verdict": found.verdict,
        "alterations": list(found.alterations),
        "signatures": [DocumentSignature.of(signature) for signature in found.signatures],
        "sha256": found.sha256.hex(),
    }


def _which(given: GlobalID) -> dict[str, Any]:
    found = given.of("Contract", path=("contractId",))
    return {"merchant_id": found.tenant, "contract_id": found.id}


def _shown(contract: Any) -> Mapping[str, Any]:
    return {"contract": ref(Contract, contract.merchant_id, contract.id)}


def _party(given: ContractPartyInput) -> PartyFacts:
    return PartyFacts(
        party=Party.MERCHANT,
        name=given.name,
        code=given.code,
        representative=given.representative,
        address=given.address,
        phone=given.phone,
    )
