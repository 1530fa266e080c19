"""Contract templates and their versions as they are read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from prepaid.core.obstacles import Obstacle
from prepaid.domains.contracts import models as m
from prepaid.domains.contracts.commands.template_content import hits_of, stored_clauses
from prepaid.domains.contracts.errors.templates import TemplateNotDraft, TemplateNotPublished
from prepaid.domains.contracts.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.contracts.graph.tables import clause_rows, hit_rows, parameter_rows
from prepaid.domains.contracts.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.contracts.rules.scenes import Scene, TemplateState
from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.graph.context import GraphContext
from prepaid.graph.types import (
    JSON,
    ActionState,
    Connection,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    batch,
    column,
    connection,
    expr,
    graph_type,
    one,
)

V = m.ContractTemplateVersion
READ = "contract_template.read"
NOT_DRAFT = Obstacle(TemplateNotDraft, lambda ask: V.state != "DRAFT")
NOT_PUBLISHED = Obstacle(TemplateNotPublished, lambda ask: V.state != "PUBLISHED")


def _open(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.state.in_(("DRAFT", "REVIEW"))


def _in_force(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.state == "PUBLISHED"


def _type_codes(_: PlanContext) -> ColumnElement[Any]:
    linked = select(m.ContractTemplateType.type_code).where(m.ContractTemplateType.version_id == V.id)
    return func.array(linked.order_by(m.ContractTemplateType.type_code).scalar_subquery())


def _hits(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [hit_rows(hits_of(stored_clauses(row["clauses"])), context.actor.locale) for row in rows]


def _hit_counts(_: GraphContext, rows: list[dict[str, Any]]) -> list[int]:
    return [len(hits_of(stored_clauses(row["clauses"]))) for row in rows]


def _clauses(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [clause_rows(row["clauses"], context.actor.locale) for row in rows]


def _parameters(context: GraphContext, rows: list[dict[str, Any]]) -> list[Any]:
    return [parameter_rows(row["parameters"], row["ranges"], context.actor.locale) for row in rows]


@graph_type(m.ContractTemplate, permission=READ)
class ContractTemplate:
    """A contract template (智能合约模版) of one scene."""

    code: str = column(m.ContractTemplate.code, "Code", filterable=True, sortable=True)
    name: str = expr(
        lambda ctx: m.ContractTemplate.name_en if ctx.locale == "en" else m.ContractTemplate.name_zh, "Name"
    )
    name_zh: str = column(m.ContractTemplate.name_zh, "Chinese name: the contract's title", filterable=True)
    name_en: str = column(m.ContractTemplate.name_en, "English name")
    scene: Scene = column(m.ContractTemplate.scene, "What it is for", filterable=True, sortable=True)
    description: str = column(m.ContractTemplate.description, "Remark")
    is_custom: bool = expr(
        lambda ctx: m.ContractTemplate.custom_merchant_id.is_not(None), "Whether it is for one merchant alone"
    )
    created_at: datetime = column(m.ContractTemplate.created_at, "When it was made", filterable=True, sortable=True)
    custom_merchant: Merchant | None = one(
        "Merchant",
        "The one merchant that a custom template is for",
        on=lambda template, merchant: merchant.id == template.custom_merchant_id,
        permission="merchant.read",
    )
    versions: Connection["ContractTemplateVersion"] = connection(
        "ContractTemplateVersion",
        "Its versions, the latest first",
        on=lambda template, version: version.template_id == template.id,
        order_by=["-version"],
    )
    version_count: int = aggregate(
        "count",
        "ContractTemplateVersion",
        "How many versions",
        on=lambda template, version: version.template_id == template.id,
    )
    open_version: "ContractTemplateVersion | None" = one(
        "ContractTemplateVersion",
        "The version that is a draft or under review",
        on=lambda template, version: version.template_id == template.id,
        where=_open,
    )
    published_version: "ContractTemplateVersion | None" = one(
        "ContractTemplateVersion",
        "The version in force",
        on=lambda template, version: version.template_id == template.id,
        where=_in_force,
    )
    available_actions: list[ActionState] = actions(action("saveContractTemplateDraft"))


@graph_type(V, permission=READ)
class ContractTemplateVersion:
    """A version of a contract template: clauses, variables, rule parameters."""

    version: int = column(V.version, "Number of the version", filterable=True, sortable=True)
    state: TemplateState = column(V.state, "Where it stands", filterable=True, sortable=True)
    scene: Scene = column(V.scene, "What it is for", filterable=True)
    clauses: JSON = column(V.clauses, "Clauses in their order: [{key, title_zh, title_en, body}]")
    clause_table: JSON = batch(_clauses, "Clauses as rows for reading", requires=[V.clauses])
    variables: JSON = column(V.variables, "Form of the template's own variables")
    parameters: JSON = column(V.parameters, "Rule parameters by name")
    ranges: JSON = column(V.ranges, "Bounds of those that may be agreed otherwise: {name: [lowest, highest]}")
    parameter_table: JSON = batch(_parameters, "Rule parameters as rows for reading", requires=[V.parameters, V.ranges])
    void_clauses: JSON = batch(
        _hits,
        "Void clauses: [{clauseKey, position, words, class, explanation, source}]",
        requires=[V.clauses],
    )
    void_clause_count: int = batch(_hit_counts, "How many void clauses", requires=[V.clauses])
    content_hash: str = expr(lambda ctx: func.encode(V.content_hash, "hex"), "SHA-256 of the contents")
    type_codes: list[str] = expr(_type_codes, "Merchant types that it is for")
    note: str = column(V.note, "What is new")
    revision: int = column(V.revision, "Raised by every save of a draft")
    made_at: datetime = column(V.made_at, "When it was saved", filterable=True, sortable=True)
    submitted_at: datetime | None = column(V.submitted_at, "When it was submitted", sortable=True)
    published_at: datetime | None = column(V.published_at, "When it was published", filterable=True, sortable=True)
    retired_at: datetime | None = column(V.retired_at, "When it was retired", sortable=True)
    template_id: UUID = column(V.template_id, "Template", filterable=True)
    template: ContractTemplate | None = one(
        "ContractTemplate", "Template", on=lambda version, template: template.id == version.template_id
    )
    available_actions: list[ActionState] = actions(
        action("submitContractTemplate", NOT_DRAFT, offered=lambda ctx: V.state == "DRAFT"),
        action("changeContractTemplateTypes", NOT_PUBLISHED, offered=lambda ctx: V.state == "PUBLISHED"),
        action("retireContractTemplate", NOT_PUBLISHED, offered=lambda ctx: V.state == "PUBLISHED"),
    )
