"""Drawing up a contract from the template in force."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.jobs import enqueue
from prepaid.domains.contracts.commands.template_content import out_of_range, stored_clauses
from prepaid.domains.contracts.errors.contracts import (
    ContractAlreadySuperseded,
    ContractNotInForce,
    PartiesIncomplete,
    PartyFactInvalid,
    ValidityInvalid,
)
from prepaid.domains.contracts.errors.templates import NoTemplateInForce, TemplateNotPublished
from prepaid.domains.contracts.models import CONTRACT_NUMBERS, Contract, ContractTemplate, ContractTemplateVersion
from prepaid.domains.contracts.reads.contract_rows import contract_to_change
from prepaid.domains.contracts.reads.template_rows import version_in_force
from prepaid.domains.contracts.rules.clauses import filled
from prepaid.domains.contracts.rules.parameters import RuleParameters, agree
from prepaid.domains.contracts.rules.parties import PartyFacts, variable_values
from prepaid.domains.contracts.rules.scenes import SIGNED, SIGNING_ORDER, ContractState, Scene, TemplateState
from prepaid.domains.pages.commands.refusing import together
from prepaid.domains.pages.commands.take_values import take_values
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.text import InvalidText

FREEZE: Final = "contracts.freeze"
SIGNING_DAYS: Final = 30
LIVE: Final = ("DRAFT", "SIGNING", "IN_FORCE")


async def create_contract(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    scene: Scene,
    parties: Sequence[PartyFacts],
    valid_from: date,
    valid_to: date | None = None,
    type_code: str | None = None,
    version_id: UUID | None = None,
    variables: Mapping[str, Any] | None = None,
    parameters: Mapping[str, Any] | None = None,
    signing_days: int = SIGNING_DAYS,
    supersedes_id: UUID | None = None,
) -> Contract:
    """Draw up a contract of a merchant with the bank, by the merchant's custom template or that of its type.

    `parties` are facts as of now; `variables` fill the template's own fields, `parameters` are what was agreed
    otherwise than the template says, within its ranges. Its bytes are made in the background; then it waits for
    the merchant's signature for `signing_days`. Only the bank and background work draw up contracts.

    Raises:
        NoTemplateInForce, TemplateNotPublished: there is nothing to draw it up from.
        PartiesIncomplete, PartyFactInvalid, ValidityInvalid, ParameterOutOfRange: what it would say is wrong.
        Refusal: one for each wrong variable, below `variables`.
        NotFound, ContractNotInForce, ContractAlreadySuperseded: of the contract that it supersedes.
    """
    template, version = await _version(tx, scene, type_code, version_id, merchant_id)
    facts = _parties(parties)
    if valid_to is not None and valid_to < valid_from:
        raise ValidityInvalid(path=("validTo",))
    form = read(Form, version.variables)
    own = take_values(form, variables or {}, path=("variables",))
    agreed = _agreed(version, parameters or {})
    if supersedes_id is not None:
        await _ensure_supersedable(tx, merchant_id, supersedes_id)
    now = clock.now()
    number = f"HT{clock.today_shanghai():%Y%m%d}{await tx.scalar(select(CONTRACT_NUMBERS.next_value())):06d}"
    values = variable_values(
        number=number,
        title=template.name_zh,
        parties=facts,
        valid_from=valid_from,
        valid_to=valid_to,
        parameters=agreed,
        form=form,
        own=own,
    )
    contract = Contract(
        merchant_id=merchant_id,
        id=uuid7(),
        number=number,
        scene=version.scene,
        state=ContractState.DRAFT.value,
        title=template.name_zh,
        template_version_id=version.id,
        template_name=template.name_zh,
        template_version=version.version,
        parties=[party.as_json() for party in facts],
        variables=own,
        parameters=agreed.as_json(),
        text=filled(stored_clauses(version.clauses), values),
        valid_from=valid_from,
        valid_to=valid_to,
        sign_by=now + timedelta(days=signing_days),
        supersedes_id=supersedes_id,
        created_at=now,
        created_by=actor.account_id,
    )
    tx.add(contract)
    await tx.flush()
    await audit.record(
        tx,
        "contract.created",
        object_type="Contract",
        object_id=contract.id,
        tenant=merchant_id,
        after={"number": number, "scene": scene, "template": version.id, "version": version.version}
        | {"parameters": contract.parameters, "supersedes": supersedes_id},
    )
    await enqueue(
        tx,
        FREEZE,
        payload={"merchant_id": merchant_id, "contract_id": contract.id},
        tenant=merchant_id,
        dedupe_key=f"{FREEZE}:{contract.id}",
    )
    return contract


async def _version(
    tx: WriteSession, scene: Scene, type_code: str | None, version_id: UUID | None, merchant_id: UUID
) -> tuple[ContractTemplate, ContractTemplateVersion]:
    if version_id is None:
        found = await version_in_force(tx, scene, type_code, custom_for=merchant_id)
        if found is None:
            raise NoTemplateInForce(path=("scene",))
        return found
    version = await tx.get(ContractTemplateVersion, version_id)
    template = await tx.get(ContractTemplate, version.template_id) if version else None
    if version is None or template is None or template.custom_merchant_id not in (None, merchant_id):
        raise NotFound(path=("versionId",))
    if version.state != TemplateState.PUBLISHED or version.scene != scene or scene not in SIGNED:
        raise TemplateNotPublished(path=("versionId",))
    return template, version


def _parties(parties: Sequence[PartyFacts]) -> list[PartyFacts]:
    by_party = {party.party: party for party in parties}
    if set(by_party) != set(SIGNING_ORDER) or len(parties) != len(SIGNING_ORDER):
        raise PartiesIncomplete(path=("parties",))
    try:
        facts = [by_party[party].clean() for party in SIGNING_ORDER]
    except InvalidText as error:
        raise PartyFactInvalid(path=("parties",), fact=error.reason.value) from error
    for party in facts:
        if not party.name:
            raise PartyFactInvalid(path=("parties", party.party.value, "name"), fact="name")
    return facts


def _agreed(version: ContractTemplateVersion, otherwise: Mapping[str, Any]) -> RuleParameters:
    agreed, misfits = agree(version.parameters, version.ranges, otherwise)
    if misfits:
        raise together([out_of_range(misfit, ("parameters",)) for misfit in misfits])
    return agreed


async def _ensure_supersedable(tx: WriteSession, merchant_id: UUID, contract_id: UUID) -> None:
    before = await contract_to_change(tx, merchant_id, contract_id)
    if before.state != ContractState.IN_FORCE:
        raise ContractNotInForce(path=("supersedesId",))
    successor = select(Contract.id).filter_by(merchant_id=merchant_id, supersedes_id=contract_id)
    if await tx.scalar(successor.where(Contract.state.in_(LIVE))) is not None:
        raise ContractAlreadySuperseded(path=("supersedesId",))
