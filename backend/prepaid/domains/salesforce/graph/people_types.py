"""Salespeople and what each may sell, as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, any_, func, select

from prepaid.core.obstacles import Asker
from prepaid.domains.catalog.graph import labels as _products  # noqa: F401 - names the enums
from prepaid.domains.catalog.models import CardType as CardTypeRow
from prepaid.domains.catalog.models import Package as PackageRow
from prepaid.domains.catalog.models import Service as ServiceRow
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.member_types import Member, Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.salesforce import models as m
from prepaid.domains.salesforce.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salesforce.reads.person_obstacles import AUTHORISING
from prepaid.domains.salesforce.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.salesforce.rules.people import Employment, SalespersonStatus
from prepaid.domains.stores.graph.types import Store
from prepaid.graph.types import (
    ActionState,
    Connection,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    column,
    connection,
    expr,
    graph_type,
    one,
)

P = m.Salesperson
A = m.SalesAuthorisation


def _own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees the people of one's own; whoever sees only his own, himself."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope == "SELF":
        return [row.membership_id == ctx.actor_param("membership_id")]
    return []


def _product_name(_: PlanContext) -> ColumnElement[Any]:
    def named(model: Any) -> ColumnElement[Any]:
        return select(model.name).where(model.merchant_id == A.merchant_id, model.id == A.product_id).scalar_subquery()

    return func.coalesce(named(ServiceRow), named(CardTypeRow), named(PackageRow))


def _here(_: Asker) -> ColumnElement[bool]:
    return P.status != "LEFT"


def _open(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.until.is_(None)


def _of(person: Row, given: Row) -> ColumnElement[bool]:
    return (given.merchant_id == person.merchant_id) & (given.salesperson_id == person.id)


@graph_type(P, permission="salesperson.read", scope=_own_stores)
class Salesperson:
    """A personnel record (销售人员)."""

    staff_number: str = column(P.staff_number, "Staff number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(P.name, "Name", filterable=True, sortable=True)
    title: str = column(P.title, "What the person does", filterable=True)
    employment: Employment = column(P.employment, "How the person works for the merchant", filterable=True)
    performs: bool = column(P.performs, "Gives services and may earn by the visit", filterable=True)
    status: SalespersonStatus = column(P.status, "State", filterable=True, sortable=True)
    share_code: str = column(P.share_code, "What a buyer names the seller by")
    hired_on: date = column(P.hired_on, "First day", filterable=True, sortable=True)
    left_on: date | None = column(P.left_on, "Last day", filterable=True, sortable=True)
    note: str = column(P.note, "Remark")
    created_at: datetime = column(P.created_at, "When it was entered", sortable=True)
    available_actions: list[ActionState] = actions(
        action("updateSalesperson", offered=_here),
        action("grantSales", *AUTHORISING, offered=_here),
        action("suspendSalesperson", offered=lambda ask: P.status == "ACTIVE"),
        action("resumeSalesperson", offered=lambda ask: P.status == "SUSPENDED"),
        action("leaveSalesperson", offered=_here),
    )
    merchant: Merchant | None = of_merchant("For whom the person works")
    store: Store | None = one(
        "Store",
        "Store that the person belongs to",
        on=lambda person, store: (store.merchant_id == person.merchant_id) & (store.id == person.store_id),
        permission="store.read",
    )
    member: Member | None = one(
        "Member",
        "Account that the person works with",
        on=lambda person, member: (member.merchant_id == person.merchant_id) & (member.id == person.membership_id),
        permission="member.read",
    )
    authorisations: Connection["SalesAuthorisation"] = connection(
        "SalesAuthorisation", "What the person may sell", on=_of, where=_open, order_by=["-since"]
    )
    authorisation_count: int = aggregate(
        "count", "SalesAuthorisation", "How many products or kinds the person may sell", on=_of, where=_open
    )


@graph_type(A, permission="salesperson.read")
class SalesAuthorisation:
    """That a person may sell one product, or all of a kind (销售授权)."""

    product_kind: ProductKind = column(A.product_kind, "Kind of products", filterable=True, sortable=True)
    product_name: str | None = expr(_product_name, "The product; null: every one of the kind")
    since: datetime = column(A.since, "Since when", sortable=True)
    until: datetime | None = column(A.until, "Until when; null: in force", filterable=True)
    available_actions: list[ActionState] = actions(action("withdrawSales", offered=lambda ask: A.until.is_(None)))
    salesperson: Salesperson | None = one(
        "Salesperson",
        "Who may sell",
        on=lambda given, person: (person.merchant_id == given.merchant_id) & (person.id == given.salesperson_id),
    )
