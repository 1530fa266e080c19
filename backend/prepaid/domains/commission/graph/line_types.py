"""Lines of commission, and what a person has earned in all, as they are read."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Integer, Text, cast, func, select
from sqlalchemy.types import TypeEngine

from prepaid.core.obstacles import Asker
from prepaid.domains.commission import models as m
from prepaid.domains.commission.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.commission.graph.scopes import own_lines, own_records
from prepaid.domains.commission.reads.line_obstacles import REVIEWING
from prepaid.domains.commission.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.commission.rules.lines import REVIEWABLE, Bearer, LineKind, LineState, ReversalCause
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.ordering.graph import labels as _orders  # noqa: F401 - names the enums
from prepaid.domains.ordering.graph.types import Order
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.domains.salesforce import models as people
from prepaid.domains.salesforce.graph import labels as _people  # noqa: F401 - names the enums
from prepaid.domains.salesforce.graph.people_types import Salesperson
from prepaid.domains.salesforce.rules.commission import Basis, MatchLevel, RateKind
from prepaid.domains.salesforce.rules.people import SalespersonStatus
from prepaid.domains.stores.graph.types import Store
from prepaid.graph.types import (
    JSON,
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

L = m.CommissionLine
P = people.Salesperson
A, D = m.CommissionAccount, m.CommissionReceivable


def _reviewable(_: Asker) -> ColumnElement[bool]:
    return L.state.in_(REVIEWABLE)


def _sum(figure: Any, *where: Any) -> ColumnElement[Any]:
    found = select(func.sum(figure)).where(L.merchant_id == P.merchant_id, L.salesperson_id == P.id, *where)
    return func.coalesce(found.scalar_subquery(), 0)


def _owes(_: PlanContext) -> ColumnElement[Any]:
    open_ = func.sum(D.amount_fen - D.netted_fen - D.written_off_fen)
    found = select(open_).where(D.merchant_id == P.merchant_id, D.salesperson_id == P.id)
    return func.coalesce(found.scalar_subquery(), 0)


def _account(figure: Any) -> Any:
    def found(_: PlanContext) -> ColumnElement[Any]:
        mine = select(figure).where(A.merchant_id == P.merchant_id, A.salesperson_id == P.id, A.ended_at.is_(None))
        return mine.scalar_subquery()

    return found


def _of_rule(*path: str, of: type[TypeEngine[Any]] = Text) -> Callable[[PlanContext], ColumnElement[Any]]:
    """What the snapshot says at a path."""
    return lambda _: cast(L.snapshot[path].astext, of)


@graph_type(L, permission="commission.read", scope=own_lines)
class CommissionLine:
    """What one line of a deal, or one item of a redemption, earned a person (佣金明细); a reversal is negative."""

    kind: LineKind = column(L.kind, "What earned it", filterable=True, sortable=True)
    order_kind: OrderKind = column(L.order_kind, "Kind of the order that brought it", filterable=True)
    salesperson_name: str = column(L.salesperson_name, "Who earned it, as called then", filterable=True)
    order_number: str | None = column(L.order_number, "Order that brought it", filterable=True)
    subject: str = column(L.subject, "What was sold or performed", filterable=True)
    amount_fen: Fen = column(
        L.amount_fen, "What it earned; below zero: what it takes back", filterable=True, sortable=True
    )
    reversed_fen: Fen = column(L.reversed_fen, "Of it: reversed since")
    rule: JSON = column(L.snapshot, "The rule that decided, as it stood")
    rule_version: int | None = expr(_of_rule("version", of=Integer), "Its version; null: no rule")
    rule_level: MatchLevel | None = expr(_of_rule("level"), "What it names")
    rate_kind: RateKind | None = expr(_of_rule("rate", "kind"), "How it counts")
    basis: Basis | None = expr(_of_rule("basis"), "What a percentage is taken of")
    basis_fen: Fen | None = expr(_of_rule("basisFen", of=BigInteger), "That amount")
    bps: int | None = expr(_of_rule("rate", "bps", of=Integer), "Percentage in basis points")
    rate_fen: Fen | None = expr(_of_rule("rate", "amountFen", of=BigInteger), "Fixed amount for a visit or a time")
    unit_minutes: int | None = expr(_of_rule("rate", "unitMinutes", of=Integer), "Minutes of a unit of time")
    floor_fen: Fen | None = expr(_of_rule("rate", "floorFen", of=BigInteger), "Least that a line earns")
    cap_fen: Fen | None = expr(_of_rule("rate", "capFen", of=BigInteger), "Most that a line earns")
    earned_at: datetime = column(L.earned_at, "When it was earned", filterable=True, sortable=True)
    frozen_until: datetime = column(L.frozen_until, "From when on it may be reviewed", filterable=True, sortable=True)
    state: LineState = column(L.state, "Where it stands", filterable=True, sortable=True)
    waiting: str | None = column(L.waiting, "Why it is approved and cannot be paid yet", filterable=True)
    reason: str | None = column(L.reason, "Why it was rejected, or reverses another")
    reviewed_at: datetime | None = column(L.reviewed_at, "When it was reviewed", filterable=True, sortable=True)
    paid_at: datetime | None = column(L.paid_at, "When it was paid", filterable=True, sortable=True)
    cause: ReversalCause | None = column(L.cause_kind, "Of a reversal: what it follows", filterable=True)
    bearer: Bearer | None = column(L.bearer, "Of a reversal of what was paid: who bears it", filterable=True)
    available_actions: list[ActionState] = actions(
        action("approveCommission", *REVIEWING, offered=_reviewable),
        action("rejectCommission", *REVIEWING, offered=_reviewable),
        action("approveCommissions", *REVIEWING, offered=_reviewable),
        action("rejectCommissions", *REVIEWING, offered=_reviewable),
    )
    salesperson: Salesperson | None = one(
        "Salesperson",
        "Who earned it",
        on=lambda line, person: (person.merchant_id == line.merchant_id) & (person.id == line.salesperson_id),
        permission="salesperson.read",
    )
    order: Order | None = one(
        "Order",
        "The order that brought it",
        on=lambda line, order: (order.merchant_id == line.merchant_id) & (order.id == line.order_id),
        permission="order.read",
    )
    store: Store | None = one(
        "Store",
        "Where it was earned",
        on=lambda line, store: (store.merchant_id == line.merchant_id) & (store.id == line.store_id),
        permission="store.read",
    )
    reverses: "CommissionLine | None" = one(
        "CommissionLine",
        "Of a reversal: the line that it takes back",
        on=lambda line, other: (other.merchant_id == line.merchant_id) & (other.id == line.reverses_id),
    )
    merchant: Merchant | None = of_merchant("Who owes it")


@graph_type(P, permission="commission.read", scope=own_records)
class CommissionStatement:
    """What a person has earned, was paid and owes (佣金对账单)."""

    staff_number: str = column(P.staff_number, "Staff number", filterable=True, sortable=True)
    name: str = column(P.name, "Name", filterable=True, sortable=True)
    status: SalespersonStatus = column(P.status, "State of the person", filterable=True, sortable=True)
    earned_fen: Fen = expr(lambda ctx: _sum(L.amount_fen, L.state != "REJECTED"), "Earned, less what was reversed")
    to_review_fen: Fen = expr(
        lambda ctx: _sum(L.amount_fen - L.reversed_fen, L.state.in_(REVIEWABLE)), "Not reviewed yet"
    )
    to_pay_fen: Fen = expr(
        lambda ctx: _sum(L.amount_fen - L.reversed_fen, L.state.in_(("APPROVED", "PAYING", "FAILED"))),
        "Approved and not paid yet",
    )
    paid_fen: Fen = expr(lambda ctx: _sum(L.amount_fen, L.state == "PAID"), "Paid, with what was set off")
    owed_fen: Fen = expr(_owes, "What the person owes")
    account: str | None = expr(_account(m.CommissionAccount.openid_masked), "Wallet that is paid to, masked")
    account_name: str | None = expr(_account(m.CommissionAccount.name_masked), "Its verified name, masked")
    available_actions: list[ActionState] = actions(action("saveCommissionAccount"))
    lines: Connection[CommissionLine] = connection(
        "CommissionLine",
        "All lines, newest first",
        on=lambda person, line: (line.merchant_id == person.merchant_id) & (line.salesperson_id == person.id),
        order_by=["-earnedAt"],
    )
    store: Store | None = one(
        "Store",
        "Store that the person belongs to",
        on=lambda person, store: (store.merchant_id == person.merchant_id) & (store.id == person.store_id),
        permission="store.read",
    )
    merchant: Merchant | None = of_merchant("For whom the person works")
