"""Contracts and signatures as they are read."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, literal

from prepaid.domains.contracts import models as m
from prepaid.domains.contracts.commands.accept_agreement import Channel
from prepaid.domains.contracts.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.contracts.graph.seal_types import Seal
from prepaid.domains.contracts.graph.tables import parameter_rows, party_rows, text_rows
from prepaid.domains.contracts.graph.template_types import ContractTemplateVersion
from prepaid.domains.contracts.reads.contract_obstacles import DECLINE, DOWNLOAD, SIGN, TERMINATE, VOID, signed_by
from prepaid.domains.contracts.rules.scenes import ContractState, Party, Scene, SignatureState
from prepaid.domains.identity.graph.file_types import File
from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.graph.context import GraphContext
from prepaid.graph.types import (
    JSON,
    ActionState,
    PlanContext,
    Row,
    action,
    actions,
    batch,
    column,
    expr,
    graph_type,
    many,
    one,
)

C, S = m.Contract, m.ContractSignature


def _parties(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [party_rows(row["parties"], context.actor.locale) for row in rows]


def _parameters(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [parameter_rows(row["parameters"], None, context.actor.locale) for row in rows]


def _text(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [text_rows(row["text"], context.actor.locale) for row in rows]


def _waits_for(_: PlanContext) -> ColumnElement[Any]:
    waiting = C.state == "SIGNING"
    return case(
        (waiting & ~signed_by(Party.MERCHANT, "APPLIED"), literal("MERCHANT")),
        (waiting & ~signed_by(Party.BANK, "APPLIED"), literal("BANK")),
        else_=None,
    )


def _made(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.state != "FAILED"


@graph_type(S, permission="contract.read")
class ContractSignature:
    """A signature on a contract, with the evidence of the person's intent (签署记录)."""

    party: Party = column(S.party, "For whom", filterable=True)
    state: SignatureState = column(S.state, "Whether it is in the file", filterable=True)
    signer_name: str = column(S.signer_name, "Who agreed to it")
    at: datetime = column(S.at, "When he agreed to it", filterable=True, sortable=True)
    address: str | None = column(S.address, "From which address")
    device: str | None = column(S.device, "With which program")
    statement: str = column(S.statement, "The words that he agreed to")
    document_sha256: str = expr(
        lambda ctx: func.encode(S.document_sha256, "hex"), "SHA-256 of the bytes that he was shown"
    )
    signed_at: datetime | None = column(S.signed_at, "By the time stamp in the file", sortable=True)
    certificate_serial: str | None = column(S.certificate_serial, "Serial number of the certificate")
    result_sha256: str | None = expr(
        lambda ctx: func.encode(S.result_sha256, "hex"), "SHA-256 of the file with this signature"
    )
    failure: str | None = column(S.failure, "Code of why it could not be made")
    by_approval: bool = expr(lambda ctx: S.change_id.is_not(None), "Whether it was stamped under an approval")
    seal: Seal | None = one(
        "Seal",
        "Seal; null when it is the other side's",
        on=lambda signature, seal: (seal.merchant_id == signature.seal_tenant_id) & (seal.id == signature.seal_id),
        permission="seal.read",
        same_tenant=False,
    )


@graph_type(C, permission="contract.read")
class Contract:
    """A contract of a merchant with the bank (合同)."""

    number: str = column(C.number, "Number", filterable=True, sortable=True)
    title: str = column(C.title, "Title", filterable=True)
    scene: Scene = column(C.scene, "What it is for", filterable=True, sortable=True)
    state: ContractState = column(C.state, "Where it stands", filterable=True, sortable=True)
    template_name: str = column(C.template_name, "Template that it was made from")
    template_version: int = column(C.template_version, "Version of the template")
    parties: JSON = column(C.parties, "Who the parties are, in signing order")
    party_table: JSON = batch(_parties, "Parties as rows for reading", requires=[C.parties])
    variables: JSON = column(C.variables, "Values of the template's own variables")
    parameters: JSON = column(C.parameters, "Rule parameters as agreed, by name")
    parameter_table: JSON = batch(_parameters, "Rule parameters as rows for reading", requires=[C.parameters])
    text: JSON = column(C.text, "Clauses as they read: [{key, title, paragraphs}]")
    clause_table: JSON = batch(_text, "Clauses as rows for reading", requires=[C.text])
    valid_from: date = column(C.valid_from, "First day", filterable=True, sortable=True)
    valid_to: date | None = column(C.valid_to, "Last day; null until it ends otherwise", filterable=True, sortable=True)
    sign_by: datetime = column(C.sign_by, "Until when it can be signed", filterable=True, sortable=True)
    waits_for: Party | None = expr(_waits_for, "Whose signature is missing")
    content_sha256: str | None = expr(
        lambda ctx: func.encode(C.content_sha256, "hex"), "SHA-256 of the bytes before any signature"
    )
    document_sha256: str | None = expr(
        lambda ctx: func.encode(func.coalesce(C.signed_sha256, C.content_sha256), "hex"),
        "SHA-256 of the bytes as they stand now: signing sends it back",
    )
    created_at: datetime = column(C.created_at, "When it was drawn up", filterable=True, sortable=True)
    frozen_at: datetime | None = column(C.frozen_at, "When its bytes were made")
    in_force_at: datetime | None = column(C.in_force_at, "When the last party signed", filterable=True, sortable=True)
    ended_at: datetime | None = column(C.ended_at, "When it ended", filterable=True, sortable=True)
    end_reason: str | None = column(C.end_reason, "Why it ended")
    available_actions: list[ActionState] = actions(
        action("signContract", *SIGN, offered=lambda ctx: C.state == "SIGNING"),
        action("declineContract", *DECLINE, offered=lambda ctx: C.state == "SIGNING"),
        action("voidContract", *VOID, offered=lambda ctx: C.state.in_(("DRAFT", "SIGNING"))),
        action("terminateContract", *TERMINATE, offered=lambda ctx: C.state == "IN_FORCE"),
        action("downloadContract", *DOWNLOAD),
    )
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda contract, merchant: merchant.id == contract.merchant_id,
        permission="merchant.read",
    )
    version: ContractTemplateVersion | None = one(
        "ContractTemplateVersion",
        "Version of the template",
        on=lambda contract, version: version.id == contract.template_version_id,
    )
    supersedes: "Contract | None" = one(
        "Contract",
        "The contract that it takes the place of",
        on=lambda contract, other: other.id == contract.supersedes_id,
    )
    signatures: list[ContractSignature] = many(
        "ContractSignature",
        "Signatures, in their order",
        on=lambda contract, signature: signature.contract_id == contract.id,
        where=_made,
        order_by=lambda row: [row.at],
    )
    file: File | None = one(
        "File",
        "The PDF with the signatures made so far",
        on=lambda contract, file: file.id == func.coalesce(contract.signed_file_id, contract.content_file_id),
    )


@graph_type(m.AgreementAcceptance, permission="agreement.read")
class AgreementAcceptance:
    """That a consumer accepted an agreement (消费者协议签约)."""

    scene: Scene = column(m.AgreementAcceptance.scene, "Which agreement", filterable=True)
    channel: Channel = column(m.AgreementAcceptance.channel, "Where", filterable=True)
    subject_kind: str = column(m.AgreementAcceptance.subject_kind, "What for", filterable=True)
    subject_id: UUID = column(m.AgreementAcceptance.subject_id, "Order or gift", filterable=True)
    text_sha256: str = expr(
        lambda ctx: func.encode(m.AgreementAcceptance.text_sha256, "hex"), "SHA-256 of the text that was shown"
    )
    accepted_at: datetime = column(m.AgreementAcceptance.accepted_at, "When", filterable=True, sortable=True)
    version: ContractTemplateVersion | None = one(
        "ContractTemplateVersion",
        "Version of the agreement",
        on=lambda acceptance, version: version.id == acceptance.template_version_id,
        permission="contract_template.read",
    )
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda acceptance, merchant: merchant.id == acceptance.merchant_id,
        permission="merchant.read",
    )
