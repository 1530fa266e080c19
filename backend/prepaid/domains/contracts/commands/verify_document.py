"""Verifying a document that somebody holds: which contract it is, who signed it, whether it was altered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.files import Files, take_upload
from prepaid.domains.contracts.commands.file_kinds import DOCUMENT_TO_VERIFY
from prepaid.domains.contracts.commands.signing_service import root_certificate
from prepaid.domains.contracts.models import Contract, ContractSignature
from prepaid.domains.contracts.reads.files import file_bytes
from prepaid.domains.contracts.rules.verification import Alteration, SeenSignature, Verdict, alterations
from prepaid.kit import clock
from prepaid.providers.signing import FoundSignature, Inspection, containers_in, inspect_signatures

LONGEST_NUMBER: Final = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The answer."""

    verdict: Verdict
    sha256: bytes
    contract: Contract | None
    """Only when the caller may see it."""
    signatures: tuple[SeenSignature, ...]
    alterations: tuple[Alteration, ...]


async def verify_document(tx: WriteSession, actor: Actor, *, files: Files, document: str) -> Verification:
    """Compare an uploaded PDF (its token) with what was signed here, and check its signatures by themselves.

    Raises:
        UploadGone.
    """
    file_id = await take_upload(tx, document, DOCUMENT_TO_VERIFY.code, path=("document",))
    content = await file_bytes(tx, files, actor.tenant, file_id)
    digest = sha256(content).digest()
    # What a document is, is the same whoever asks; only the contract itself is shown to those who may see it.
    async with tx.under(DbRole.WORKER):
        root = await root_certificate(tx)
        seen = Inspection(readable=False)
        if root is not None:
            seen = await inspect_signatures(content, root=root, at=clock.now())
        verification = await _judge(tx, digest, seen, containers_in(content))
    contract = verification.contract
    visible = contract and await tx.scalar(select(Contract).filter_by(merchant_id=contract.merchant_id, id=contract.id))
    await audit.record(
        tx,
        "contract.document_verified",
        object_type="Contract",
        object_id=visible.id if visible else None,
        tenant=visible.merchant_id if visible else None,
        after={"verdict": verification.verdict, "sha256": digest.hex(), "alterations": list(verification.alterations)},
    )
    return replace(verification, contract=visible)


async def _judge(tx: WriteSession, digest: bytes, seen: Inspection, containers: Sequence[bytes]) -> Verification:
    made = await _made_here(tx, {*containers, *(signature.digest for signature in seen.signatures)})
    signatures = tuple(_shown(signature, made) for signature in seen.signatures)
    answer = Verification(verdict=Verdict.UNKNOWN, sha256=digest, contract=None, signatures=signatures, alterations=())
    same, complete = await _same_bytes(tx, digest)
    if same is not None:
        whole = complete and seen.sound
        return replace(answer, contract=same, verdict=Verdict.AUTHENTIC if whole else Verdict.INCOMPLETE)
    contract = await _contract_of(tx, made, seen.keywords)
    if contract is None:
        wrong = () if seen.readable else (Alteration.UNREADABLE,)
        return replace(answer, alterations=wrong)
    found = alterations(signatures, expected=await _expected(tx, contract))
    if not seen.readable:
        found = [Alteration.UNREADABLE]
    return replace(
        answer,
        verdict=Verdict.ALTERED,
        contract=contract,
        # Not one of ours byte for byte, though every signature stands: a byte that no signature covers.
        alterations=tuple(found or [Alteration.BYTES_ADDED]),
    )


async def _same_bytes(tx: WriteSession, digest: bytes) -> tuple[Contract | None, bool]:
    """The contract with exactly these bytes, and whether they carry every signature."""
    query = select(Contract).where((Contract.signed_sha256 == digest) | (Contract.content_sha256 == digest))
    contract = await tx.scalar(query.limit(1))
    if contract is not None:
        return contract, contract.signed_sha256 == digest and contract.in_force_at is not None
    earlier = select(ContractSignature).where(ContractSignature.result_sha256 == digest)
    between = await tx.scalar(earlier.limit(1))
    if between is None:
        return None, False
    return await tx.get(Contract, (between.merchant_id, between.contract_id)), False


async def _made_here(tx: WriteSession, digests: Collection[bytes]) -> dict[bytes, UUID]:
    """Signatures that this platform made, by the digest of their containers: the contract of each."""
    query = select(ContractSignature.digest, ContractSignature.contract_id)
    rows = await tx.execute(query.where(ContractSignature.digest.in_(digests)))
    return {row.digest: row.contract_id for row in rows}


async def _contract_of(tx: WriteSession, made: dict[bytes, UUID], keywords: str) -> Contract | None:
    """The contract that a document was, by its signatures, else by the number in its properties."""
    if made:
        return await tx.scalar(select(Contract).where(Contract.id.in_(made.values())).limit(1))
    number = keywords.strip()
    if not number or len(number) > LONGEST_NUMBER:
        return None
    return await tx.scalar(select(Contract).where(Contract.number == number))


async def _expected(tx: WriteSession, contract: Contract) -> int:
    query = select(ContractSignature.id).filter_by(merchant_id=contract.merchant_id, contract_id=contract.id)
    return len((await tx.scalars(query.where(ContractSignature.state == "APPLIED"))).all())


def _shown(found: FoundSignature, made: dict[bytes, UUID]) -> SeenSignature:
    return SeenSignature(
        signer=found.signer,
        signed_at=found.signed_at,
        intact=found.intact,
        trusted=found.trusted,
        changed_since=found.changed_since,
        whole_file=found.whole_file,
        known=found.digest in made,
    )
