"""Signing a contract: the person's intent, and whether he may use the seal."""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.core.jobs import enqueue
from prepaid.core.obstacles import ensure_none
from prepaid.domains.contracts.commands.party_of import own_name, party_of, seal_tenant
from prepaid.domains.contracts.errors.contracts import ContractNotAsShown
from prepaid.domains.contracts.errors.seals import (
    NotSealAdministrator,
    SealNotActive,
    SealNotForContracts,
    SealNotGranted,
)
from prepaid.domains.contracts.models import Contract, ContractSignature, Seal
from prepaid.domains.contracts.reads.contract_obstacles import SIGN
from prepaid.domains.contracts.reads.contract_rows import CONTRACT_PATH, contract_to_change
from prepaid.domains.contracts.reads.seal_rows import covering_grant, find_seal
from prepaid.domains.contracts.reads.template_rows import template_of_version
from prepaid.domains.contracts.rules.scenes import SIGNS_CONTRACTS, Party, SealKind, SealState, SignatureState
from prepaid.domains.contracts.rules.statement import statement
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

APPLY: Final = "contracts.apply_signature"
STAMP: Final = "seal.stamp"


@dataclass(frozen=True, slots=True)
class Signing:
    """What came of it: a signature that is being made, or an approval that has to come first."""

    contract: Contract
    signature: ContractSignature | None
    change: ChangeRequest | None


async def sign_contract(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, seal_id: UUID, document_sha256: bytes
) -> Signing:
    """Agree to the bytes that were shown, by a seal of one's own side.

    Whoever has no grant for the seal asks its administrator: the signature is made when he approves.

    Raises:
        NotFound, Forbidden.
        ContractNotSigning, ContractPastSigning, ContractSignedAlready, ContractNotYourTurn.
        ContractNotAsShown: the contract's bytes are others than `document_sha256`.
        SealNotActive, SealNotForContracts, SealNotGranted, ChangeAlreadyOpen.
    """
    party = party_of(actor)
    contract = await contract_to_change(tx, merchant_id, contract_id)
    await ensure_none(tx, actor, SIGN, contract, path=CONTRACT_PATH)
    if not hmac.compare_digest(current_bytes(contract), document_sha256):
        raise ContractNotAsShown(path=("documentSha256",))
    seal = await _usable_seal(tx, seal_tenant(party, merchant_id), seal_id)
    template = await template_of_version(tx, contract.template_version_id)
    now = clock.now()
    assert actor.membership_id is not None
    grant = await covering_grant(tx, seal, actor.membership_id, template, now)
    if grant is None and seal.administrator_account_id != actor.account_id:
        return Signing(contract, None, await _ask(tx, actor, contract, seal, party, now))
    evidence = await _evidence(tx, actor, now)
    signature = await _note(tx, contract, seal, party, evidence, grant_id=grant.id if grant else None)
    return Signing(contract, signature, None)


@change_kind(
    STAMP,
    target_type="Contract",
    make="contract.sign",
    decide="seal.grant",
    zh="用印审批",
    en="Use of a seal without a grant",
    expires_days=7,
)
async def approve_stamping(tx: WriteSession, change: ChangeRequest) -> None:
    """Make the signature that somebody without a grant has asked for; its intent is his, as of then."""
    asked = change.payload
    contract = await contract_to_change(tx, UUID(asked["merchant"]), change.target_id)
    seal = await _usable_seal(tx, UUID(asked["sealTenant"]), UUID(asked["seal"]))
    if seal.administrator_account_id != tx.actor.account_id:
        raise NotSealAdministrator
    if current_bytes(contract).hex() != asked["documentSha256"]:
        raise StaleObject
    await ensure_none(tx, tx.actor, SIGN, contract)
    evidence = {
        "account_id": change.maker_account_id,
        "membership_id": change.maker_membership_id,
        "signer_name": asked["signer"],
        "at": change.created_at,
        "address": asked["address"],
        "device": asked["device"],
    }
    await _note(tx, contract, seal, Party(asked["party"]), evidence, change_id=change.id)


def current_bytes(contract: Contract) -> bytes:
    """SHA-256 of the bytes that the next signature is made over."""
    return contract.signed_sha256 or contract.content_sha256 or b""


async def _usable_seal(tx: WriteSession, tenant: UUID, seal_id: UUID) -> Seal:
    seal = await find_seal(tx, tenant, seal_id)
    if seal.state != SealState.ACTIVE or seal.valid_to is None or seal.valid_to <= clock.now():
        raise SealNotActive(path=("sealId",))
    if SealKind(seal.kind) not in SIGNS_CONTRACTS:
        raise SealNotForContracts(path=("sealId",))
    return seal


async def _evidence(tx: WriteSession, actor: Actor, at: datetime) -> dict[str, Any]:
    return {
        "account_id": actor.account_id,
        "membership_id": actor.membership_id,
        "signer_name": await own_name(tx, actor),
        "at": at,
        "address": actor.address,
        "device": actor.device,
    }


async def _ask(
    tx: WriteSession, actor: Actor, contract: Contract, seal: Seal, party: Party, at: datetime
) -> ChangeRequest:
    if actor.db_role is DbRole.OPERATOR:
        # Approvals stand in the tenant of a seal, where the people of an operator are nobody's colleagues.
        raise SealNotGranted(path=("sealId",))
    evidence = await _evidence(tx, actor, at)
    payload = {
        "merchant": str(contract.merchant_id),
        "number": contract.number,
        "title": contract.title,
        "party": party.value,
        "documentSha256": current_bytes(contract).hex(),
        "seal": str(seal.id),
        "sealTenant": str(seal.merchant_id),
        "sealName": seal.name,
        "signer": evidence["signer_name"],
        "address": actor.address,
        "device": actor.device,
    }
    return await submit_change(tx, actor, kind=STAMP, target_id=contract.id, payload=payload, reason=contract.number)


async def _note(
    tx: WriteSession,
    contract: Contract,
    seal: Seal,
    party: Party,
    evidence: Mapping[str, Any],
    *,
    grant_id: UUID | None = None,
    change_id: UUID | None = None,
) -> ContractSignature:
    """Keep the intent, and let the signing service make the signature."""
    shown = current_bytes(contract)
    party_name = next(each["name"] for each in contract.parties if each["party"] == party.value)
    signature = ContractSignature(
        merchant_id=contract.merchant_id,
        id=uuid7(),
        contract_id=contract.id,
        party=party.value,
        state=SignatureState.PENDING.value,
        seal_tenant_id=seal.merchant_id,
        seal_id=seal.id,
        grant_id=grant_id,
        change_id=change_id,
        statement=statement(party_name=party_name, number=contract.number, title=contract.title, document_sha256=shown),
        document_sha256=shown,
        **evidence,
    )
    tx.add(signature)
    await tx.flush()
    await audit.record(
        tx,
        "contract.sign_confirmed",
        object_type="Contract",
        object_id=contract.id,
        tenant=contract.merchant_id,
        after={"party": party, "signature": signature.id, "seal": seal.id, "sha256": shown.hex()}
        | {"grant": grant_id, "approval": change_id},
    )
    await enqueue(
        tx,
        APPLY,
        payload={"merchant_id": contract.merchant_id, "signature_id": signature.id},
        tenant=contract.merchant_id,
        dedupe_key=f"{APPLY}:{signature.id}",
    )
    return signature
