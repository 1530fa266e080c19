"""Consumer agreements: which text is in force, and that somebody accepted it."""

import hmac
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.contracts.commands.template_content import stored_clauses
from prepaid.domains.contracts.errors.templates import AgreementTextChanged, NoTemplateInForce
from prepaid.domains.contracts.models import AgreementAcceptance
from prepaid.domains.contracts.reads.merchant_facts import merchant_facts
from prepaid.domains.contracts.reads.template_rows import version_in_force
from prepaid.domains.contracts.rules.clauses import filled, text_hash
from prepaid.domains.contracts.rules.parameters import RuleParameters, read_parameters
from prepaid.domains.contracts.rules.parties import variable_values
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


class Channel(StrEnum):
    """Where an agreement was accepted (签约渠道)."""

    MINI_PROGRAM = "MINI_PROGRAM"
    COUNTER = "COUNTER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A consumer agreement as it reads for one merchant."""

    version_id: UUID
    version: int
    scene: Scene
    title: str
    text: tuple[dict[str, Any], ...]
    """Clauses: key, title and paragraphs."""
    parameters: RuleParameters
    """What a card contract takes over at the sale."""
    text_sha256: bytes


async def current_agreement(tx: WriteSession, *, scene: Scene, merchant_id: UUID) -> Agreement:
    """The agreement in force for a merchant, as it reads for it: its custom one, else that of its type.

    Raises:
        NotFound: no such merchant.
        NoTemplateInForce.
    """
    merchant, type_code = await merchant_facts(tx, merchant_id)
    async with tx.under(DbRole.WORKER):
        # A custom agreement is its merchant's own; whoever buys there may read it.
        found = await version_in_force(tx, scene, type_code, custom_for=merchant_id)
    if found is None:
        raise NoTemplateInForce(path=("scene",))
    template, version = found
    assert version.published_at is not None
    parameters = read_parameters(version.parameters)[0]
    values = variable_values(
        number="",
        title=template.name_zh,
        parties=[merchant],
        valid_from=clock.shanghai_day(version.published_at),
        valid_to=None,
        parameters=parameters,
        form=read(Form, version.variables),
        own={},
    )
    text = filled(stored_clauses(version.clauses), values)
    return Agreement(
        version_id=version.id,
        version=version.version,
        scene=Scene(version.scene),
        title=template.name_zh,
        text=tuple(text),
        parameters=parameters,
        text_sha256=text_hash(template.name_zh, text, parameters.as_json()),
    )


async def accept_agreement(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    agreement: Agreement,
    shown: bytes,
    subject_kind: str,
    subject_id: UUID,
    channel: Channel,
    account_id: UUID | None,
) -> AgreementAcceptance:
    """Note that a consumer accepted `agreement` for something (an order, a gift); call it in that transaction.

    `shown` is the SHA-256 of the text that the consumer saw. At the counter the cashier is the actor.

    Raises:
        AgreementTextChanged: what was shown is not what is in force.
    """
    if not hmac.compare_digest(shown, agreement.text_sha256):
        raise AgreementTextChanged(path=("agreementHash",))
    acceptance = AgreementAcceptance(
        merchant_id=merchant_id,
        id=uuid7(),
        account_id=account_id,
        scene=agreement.scene.value,
        template_version_id=agreement.version_id,
        text_sha256=agreement.text_sha256,
        channel=channel.value,
        subject_kind=subject_kind,
        subject_id=subject_id,
        accepted_at=clock.now(),
        recorded_by=actor.account_id if actor.account_id != account_id else None,
        address=actor.address,
        device=actor.device,
    )
    tx.add(acceptance)
    await tx.flush()
    await audit.record(
        tx,
        "agreement.accepted",
        object_type="AgreementAcceptance",
        object_id=acceptance.id,
        tenant=merchant_id,
        after={"version": agreement.version_id, "sha256": agreement.text_sha256.hex()}
        | {"subject": subject_id, "channel": channel},
    )
    return acceptance
