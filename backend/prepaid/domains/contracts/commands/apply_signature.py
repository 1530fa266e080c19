"""Making a signature that a person has agreed to: the signing service's work, outside every request."""

from datetime import datetime
from hashlib import sha256
from typing import Final
from uuid import UUID

from cryptography import x509

from prepaid.core import audit, events
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.files import PDF, Files
from prepaid.domains.contracts.commands.file_kinds import CONTRACT
from prepaid.domains.contracts.commands.finish_contract import enter_into_force
from prepaid.domains.contracts.commands.freeze_contract import PACKAGE, file_name
from prepaid.domains.contracts.commands.sign_contract import current_bytes
from prepaid.domains.contracts.commands.signing_service import root_certificate, signing_service
from prepaid.domains.contracts.events.contracts import ContractSigned, ContractToSign
from prepaid.domains.contracts.models import Contract, ContractSignature, Seal, SealStamping
from prepaid.domains.contracts.reads.contract_rows import contract_to_change, next_party, signatures_of
from prepaid.domains.contracts.reads.files import file_bytes
from prepaid.domains.contracts.reads.seal_rows import covering_grant, seal_to_change
from prepaid.domains.contracts.reads.signing_keys import seal_key, serial_text
from prepaid.domains.contracts.reads.template_rows import template_of_version
from prepaid.domains.contracts.rules.document import FIELD, field_name
from prepaid.domains.contracts.rules.scenes import (
    SIGNATURE_STATES,
    SIGNING_ORDER,
    ContractState,
    Party,
    SealState,
    SignatureState,
)
from prepaid.domains.contracts.rules.statement import caption
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.signing import FoundSignature, Signer, SignRequest, StoredKey, inspect_signatures
from prepaid.providers.typesetting import typeset

LOCATION: Final = "预付卡平台"


class SignatureUnsound(Exception):
    """What the signing service made does not stand the check that everybody else would make."""


async def apply_signature(
    tx: WriteSession, *, files: Files, keyring: KeyRing, operator: str, merchant_id: UUID, signature_id: UUID
) -> None:
    """Stamp and sign the bytes that the person agreed to; the last signature puts the contract in force.

    What forbids it since (the contract ended, the seal or the grant was withdrawn) fails the signature, and the
    person may try again. Raises `SignatureUnsound`, and what the service raises: the job runs again then.
    """
    signature = await tx.get(ContractSignature, (merchant_id, signature_id))
    if signature is None:
        return
    contract = await contract_to_change(tx, merchant_id, signature.contract_id)
    await tx.refresh(signature)
    if signature.state != SignatureState.PENDING:
        return
    seal = await seal_to_change(tx, signature.seal_tenant_id, signature.seal_id)
    key = None if seal.key_id is None else await seal_key(tx, seal.merchant_id, seal.key_id)
    now = clock.now()
    forbidden = await _forbidden(tx, contract, signature, seal, key, now)
    if forbidden is not None or key is None:
        await _fail(tx, contract, signature, forbidden or "SEAL_NOT_ACTIVE")
        return
    signer = await signing_service(tx, keyring, operator=operator)
    document = await file_bytes(tx, files, merchant_id, _current_file(contract))
    signed, made = await _sign(tx, files, signer, contract, signature, seal, key, document, now)
    contract.signed_file_id = await files.put(
        tx, CONTRACT.code, file_name(contract), signed, PDF.media_type, tenant=merchant_id
    )
    contract.signed_sha256 = sha256(signed).digest()
    await _applied(tx, contract, signature, made)
    await _go_on(tx, contract, Party(signature.party))


def _current_file(contract: Contract) -> UUID:
    found = contract.signed_file_id or contract.content_file_id
    assert found is not None
    return found


async def _forbidden(
    tx: WriteSession,
    contract: Contract,
    signature: ContractSignature,
    seal: Seal,
    key: StoredKey | None,
    now: datetime,
) -> str | None:
    """Code of what stands in the way by now."""
    if contract.state != ContractState.SIGNING:
        return "CONTRACT_NOT_SIGNING"
    if current_bytes(contract) != signature.document_sha256:
        return "CONTRACT_NOT_AS_SHOWN"
    if seal.state != SealState.ACTIVE or key is None or not key.holds_at(now):
        return "SEAL_NOT_ACTIVE"
    if signature.grant_id is not None:
        template = await template_of_version(tx, contract.template_version_id)
        if await covering_grant(tx, seal, signature.membership_id, template, now) is None:
            return "SEAL_NOT_GRANTED"
    return None


async def _sign(
    tx: WriteSession,
    files: Files,
    signer: Signer,
    contract: Contract,
    signature: ContractSignature,
    seal: Seal,
    key: StoredKey,
    document: bytes,
    now: datetime,
) -> tuple[bytes, FoundSignature]:
    party = Party(signature.party)
    serial = _serial(key)
    data = {**FIELD, "caption": caption(signer=signature.signer_name, at=now, serial=serial)}
    image = await file_bytes(tx, files, seal.merchant_id, seal.image_file_id)
    request = SignRequest(
        document=document,
        field_name=field_name(party),
        key=key,
        appearance=await typeset(PACKAGE, "layout/stamp.typ", data, pictures={"seal.png": image}),
        reason=f"签署合同 {contract.number}",
        location=LOCATION,
        at=now,
        certify=party is SIGNING_ORDER[0],
    )
    signed = await signer.sign(request)
    root = await root_certificate(tx)
    assert root is not None
    inspection = await inspect_signatures(signed, root=root, at=now)
    if not inspection.sound or inspection.signatures[-1].field_name != request.field_name:
        raise SignatureUnsound(contract.number)
    return signed, inspection.signatures[-1]


def _serial(key: StoredKey) -> str:
    return serial_text(x509.load_der_x509_certificate(key.certificate).serial_number)


async def _applied(tx: WriteSession, contract: Contract, signature: ContractSignature, made: FoundSignature) -> None:
    assert contract.signed_sha256 is not None
    signature.state = SIGNATURE_STATES.advance(SignatureState.PENDING, SignatureState.APPLIED).value
    signature.signed_at, signature.digest = made.signed_at, made.digest
    signature.certificate_serial = serial_text(made.certificate_serial)
    signature.result_sha256 = contract.signed_sha256
    tx.add(
        SealStamping(
            merchant_id=signature.seal_tenant_id,
            id=uuid7(),
            seal_id=signature.seal_id,
            at=made.signed_at,
            contract_tenant_id=contract.merchant_id,
            contract_id=contract.id,
            contract_number=contract.number,
            signature_id=signature.id,
            grant_id=signature.grant_id,
            change_id=signature.change_id,
            account_id=signature.account_id,
            membership_id=signature.membership_id,
            address=signature.address,
            device=signature.device,
            document_sha256=signature.document_sha256,
            result_sha256=contract.signed_sha256,
        )
    )
    await tx.flush()
    await audit.record(
        tx,
        "contract.signed",
        object_type="Contract",
        object_id=contract.id,
        tenant=contract.merchant_id,
        after={"party": signature.party, "signature": signature.id, "sha256": contract.signed_sha256.hex()},
    )
    await events.publish(tx, ContractSigned(contract.merchant_id, contract.id, contract.scene, signature.party))


async def _go_on(tx: WriteSession, contract: Contract, signed: Party) -> None:
    following = next_party(await signatures_of(tx, contract))
    if following is None and signed is SIGNING_ORDER[-1]:
        await enter_into_force(tx, contract)
    elif following is not None:
        await events.publish(tx, ContractToSign(contract.merchant_id, contract.id, contract.scene, following.value))


async def _fail(tx: WriteSession, contract: Contract, signature: ContractSignature, code: str) -> None:
    signature.state = SIGNATURE_STATES.advance(SignatureState.PENDING, SignatureState.FAILED).value
    signature.failure = code
    await tx.flush()
    await audit.record(
        tx,
        "contract.signature_failed",
        object_type="Contract",
        object_id=contract.id,
        tenant=contract.merchant_id,
        after={"party": signature.party, "signature": signature.id, "code": code},
    )
