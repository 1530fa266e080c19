"""Handovers and their items as they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from prepaid.domains.commission import models as m
from prepaid.domains.commission.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.commission.graph.line_types import CommissionStatement
from prepaid.domains.commission.graph.scopes import own_leavers
from prepaid.domains.commission.reads.line_obstacles import CANCELLING
from prepaid.domains.commission.rules.handover import HandoverResult, HandoverState, HandoverSubject
from prepaid.domains.commission.rules.payouts import LeaverPolicy
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.graph.types import (
    ActionState,
    Connection,
    Fen,
    action,
    actions,
    column,
    connection,
    expr,
    graph_type,
    one,
)

H, X = m.Handover, m.HandoverItem


def _items(figure: Any, *where: Any) -> ColumnElement[Any]:
    found = select(figure).where(X.merchant_id == H.merchant_id, X.handover_id == H.id, *where)
    return func.coalesce(found.scalar_subquery(), 0)


@graph_type(X, permission="handover.read")
class HandoverItem:
    """What became of one thing that was handed over, settled or ended (交接明细)."""

    subject: HandoverSubject = column(X.subject, "What it is", filterable=True, sortable=True)
    label: str = column(X.label, "Which one", filterable=True)
    amount_fen: Fen | None = column(X.amount_fen, "Its amount")
    successor_name: str | None = column(X.successor_name, "Who took it over", filterable=True)
    result: HandoverResult = column(X.result, "What became of it", filterable=True, sortable=True)
    code: str | None = column(X.code, "Of a refusal: its code")
    at: datetime = column(X.at, "When", sortable=True)


@graph_type(H, permission="handover.read", scope=own_leavers)
class Handover:
    """That a person leaves and others take over (离职交接)."""

    number: str = column(H.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    leaver_name: str = column(H.leaver_name, "Who leaves", filterable=True, sortable=True)
    successor_names: str = column(H.successor_names, "Who takes over", filterable=True)
    cut_off_at: datetime = column(H.cut_off_at, "From when on", filterable=True, sortable=True)
    policy: LeaverPolicy = column(H.policy, "Who bears later refunds of the leaver's sales", filterable=True)
    reason: str = column(H.reason, "Why")
    state: HandoverState = column(H.state, "Where it stands", filterable=True, sortable=True)
    created_at: datetime = column(H.created_at, "When it was begun", filterable=True, sortable=True)
    done_at: datetime | None = column(H.done_at, "When it was carried out", sortable=True)
    settled_fen: Fen = expr(
        lambda ctx: _items(func.sum(X.amount_fen), X.subject == "COMMISSION"), "Commission that was settled"
    )
    orders: int = expr(
        lambda ctx: _items(func.count(), X.subject == "OPEN_ORDER", X.result == "MOVED"), "Open orders that moved"
    )
    customers: int = expr(lambda ctx: _items(func.count(), X.subject == "CUSTOMER"), "Customers that moved")
    refused: int = expr(lambda ctx: _items(func.count(), X.result == "REFUSED"), "What could not be moved or ended")
    available_actions: list[ActionState] = actions(
        action("cancelHandover", *CANCELLING, offered=lambda ask: H.state == "SCHEDULED")
    )
    items: Connection[HandoverItem] = connection(
        "HandoverItem",
        "Results, one for each thing",
        on=lambda handover, item: (item.merchant_id == handover.merchant_id) & (item.handover_id == handover.id),
    )
    statement: CommissionStatement | None = one(
        "CommissionStatement",
        "The leaver's statement",
        on=lambda handover, person: (person.merchant_id == handover.merchant_id) & (person.id == handover.leaver_id),
        permission="commission.read",
    )
    merchant: Merchant | None = of_merchant("Where it happens")
