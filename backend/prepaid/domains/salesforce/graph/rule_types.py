"""Commission rules and their versions as they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from prepaid.domains.catalog.models import CardType as CardTypeRow
from prepaid.domains.catalog.models import Package as PackageRow
from prepaid.domains.catalog.models import Service as ServiceRow
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.salesforce import models as m
from prepaid.domains.salesforce.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salesforce.graph.people_types import Salesperson
from prepaid.domains.salesforce.reads.person_obstacles import REVISING
from prepaid.domains.salesforce.rules.commission import Basis, MatchLevel, Occasion, RateKind
from prepaid.graph.types import (
    ActionState,
    Connection,
    Fen,
    PlanContext,
    action,
    actions,
    column,
    connection,
    expr,
    graph_type,
    one,
)

R = m.CommissionRule
V = m.CommissionRuleVersion


def _named(model: Any, key: Any) -> ColumnElement[Any]:
    return select(model.name).where(model.merchant_id == V.merchant_id, model.id == key).scalar_subquery()


def _subject(_: PlanContext) -> ColumnElement[Any]:
    return func.coalesce(
        _named(ServiceRow, V.service_id),
        _named(PackageRow, V.package_id),
        _named(CardTypeRow, V.card_type_id),
        V.category,
    )


@graph_type(V, permission="commission_rule.read")
class CommissionRuleVersion:
    """One version of a rule: whom and what it names, what it gives."""

    version: int = column(V.version, "Number, from 1", sortable=True)
    occasion: Occasion = column(V.occasion, "What earns", filterable=True)
    level: MatchLevel = column(V.level, "What it names", filterable=True)
    subject: str | None = expr(_subject, "The product, card type or category; null: every one")
    category: str | None = column(V.category, "Category of services, where one is named")
    rate_kind: RateKind = column(V.rate_kind, "How it counts", filterable=True)
    basis: Basis = column(V.basis, "What a percentage is taken of", filterable=True)
    bps: int | None = column(V.bps, "Percentage in basis points")
    amount_fen: Fen | None = column(V.amount_fen, "Fixed amount for a visit or a unit of time")
    unit_minutes: int | None = column(V.unit_minutes, "Minutes of a unit of time")
    floor_fen: Fen | None = column(V.floor_fen, "Least that a line earns")
    cap_fen: Fen | None = column(V.cap_fen, "Most that a line earns")
    made_at: datetime = column(V.made_at, "When it came into force", sortable=True)
    salesperson: Salesperson | None = one(
        "Salesperson",
        "The person it names",
        on=lambda version, person: (person.merchant_id == version.merchant_id) & (person.id == version.salesperson_id),
        permission="salesperson.read",
    )


@graph_type(R, permission="commission_rule.read")
class CommissionRule:
    """A commission rule (分佣规则) through all its versions."""

    number: str = column(R.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(R.name, "Name", filterable=True, sortable=True)
    position: int = column(R.position, "Place among the rules of its level, smaller first", sortable=True)
    version: int = column(R.version, "Number of the version in force")
    retired: bool = expr(lambda ctx: R.retired_at.is_not(None), "Whether it decides no more", filterable=True)
    retired_at: datetime | None = column(R.retired_at, "When it was retired")
    created_at: datetime = column(R.created_at, "When it was made", sortable=True)
    available_actions: list[ActionState] = actions(
        action("reviseCommissionRule", *REVISING, offered=lambda ask: R.retired_at.is_(None)),
        action("retireCommissionRule", *REVISING, offered=lambda ask: R.retired_at.is_(None)),
    )
    merchant: Merchant | None = of_merchant("Whose rule it is")
    current: CommissionRuleVersion | None = one(
        "CommissionRuleVersion",
        "The version in force",
        on=lambda rule, it: (
            (it.merchant_id == rule.merchant_id) & (it.rule_id == rule.id) & (it.version == rule.version)
        ),
    )
    versions: Connection[CommissionRuleVersion] = connection(
        "CommissionRuleVersion",
        "Its versions, newest first",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.rule_id == rule.id),
        order_by=["-version"],
    )
