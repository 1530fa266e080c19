"""Payout runs, payouts, receivables and settings as they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased

from prepaid.domains.commission import models as m
from prepaid.domains.commission.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.commission.graph.line_types import CommissionLine, CommissionStatement
from prepaid.domains.commission.graph.scopes import own_people, own_runs
from prepaid.domains.commission.reads.line_obstacles import RETRYING, WRITING_OFF
from prepaid.domains.commission.rules.payouts import Cadence, PayoutState, ReceivableState, RunKind
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.ordering.rules.orders import OrderKind
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

R, P, D, S = m.CommissionRun, m.CommissionPayout, m.CommissionReceivable, m.CommissionSetting


def _of_run(figure: Any, *where: Any) -> ColumnElement[Any]:
    found = select(figure).where(P.merchant_id == R.merchant_id, P.run_id == R.id, *where)
    return func.coalesce(found.scalar_subquery(), 0)


def _newest(_: PlanContext) -> ColumnElement[Any]:
    other = aliased(S)
    newest = select(func.max(other.version)).where(other.merchant_id == S.merchant_id).scalar_subquery()
    return S.version == newest


@graph_type(P, permission="commission.read", scope=own_people)
class CommissionPayout:
    """What one person is paid in a run (佣金付款): his lines, less what he owes."""

    salesperson_name: str = column(P.salesperson_name, "Who is paid", filterable=True, sortable=True)
    line_count: int = column(P.line_count, "How many lines it pays")
    gross_fen: Fen = column(P.gross_fen, "Sum of the lines", sortable=True)
    netted_fen: Fen = column(P.netted_fen, "Set off against what the person owed")
    amount_fen: Fen = column(P.amount_fen, "What is transferred", filterable=True, sortable=True)
    state: PayoutState = column(P.state, "Where it stands", filterable=True, sortable=True)
    attempts: int = column(P.attempts, "How often the transfer was ordered")
    failure: str | None = column(P.failure, "Code of what went wrong")
    created_at: datetime = column(P.created_at, "When the run was made", filterable=True, sortable=True)
    paid_at: datetime | None = column(P.paid_at, "When it arrived", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("retryCommissionPayout", *RETRYING, offered=lambda ask: P.state == "FAILED")
    )
    run: "CommissionRun | None" = one(
        "CommissionRun",
        "The run it belongs to",
        on=lambda payout, run: (run.merchant_id == payout.merchant_id) & (run.id == payout.run_id),
    )
    statement: CommissionStatement | None = one(
        "CommissionStatement",
        "The person's statement",
        on=lambda payout, person: (person.merchant_id == payout.merchant_id) & (person.id == payout.salesperson_id),
    )
    lines: Connection[CommissionLine] = connection(
        "CommissionLine",
        "What it pays",
        on=lambda payout, line: (line.merchant_id == payout.merchant_id) & (line.payout_id == payout.id),
        order_by=["-earnedAt"],
    )
    merchant: Merchant | None = of_merchant("Who pays")


@graph_type(R, permission="commission.read", scope=own_runs)
class CommissionRun:
    """One payout run (发放批次)."""

    number: str = column(R.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    kind: RunKind = column(R.kind, "Why it was made", filterable=True, sortable=True)
    started_at: datetime = column(R.started_at, "When it was made", filterable=True, sortable=True)
    due_at: datetime | None = column(R.due_at, "Of an automatic one: when it was due", sortable=True)
    people: int = expr(lambda ctx: _of_run(func.count()), "How many people it pays")
    amount_fen: Fen = expr(lambda ctx: _of_run(func.sum(P.amount_fen)), "What is transferred")
    netted_fen: Fen = expr(lambda ctx: _of_run(func.sum(P.netted_fen)), "What is set off")
    paid_fen: Fen = expr(lambda ctx: _of_run(func.sum(P.amount_fen), P.state == "PAID"), "What has arrived")
    failed: int = expr(lambda ctx: _of_run(func.count(), P.state == "FAILED"), "Payouts that failed", filterable=True)
    payouts: Connection[CommissionPayout] = connection(
        "CommissionPayout",
        "Its payouts",
        on=lambda run, payout: (payout.merchant_id == run.merchant_id) & (payout.run_id == run.id),
        order_by=["salespersonName"],
    )
    merchant: Merchant | None = of_merchant("Who pays")


@graph_type(D, permission="commission.read", scope=own_people)
class CommissionReceivable:
    """What a person owes of commission that was paid and is not due (应收佣金)."""

    salesperson_name: str = column(D.salesperson_name, "Who owes it", filterable=True, sortable=True)
    amount_fen: Fen = column(D.amount_fen, "What arose", filterable=True, sortable=True)
    netted_fen: Fen = column(D.netted_fen, "Set off against payouts")
    written_off_fen: Fen = column(D.written_off_fen, "Written off")
    open_fen: Fen = expr(lambda ctx: D.amount_fen - D.netted_fen - D.written_off_fen, "What is open still")
    state: ReceivableState = column(D.state, "Where it stands", filterable=True, sortable=True)
    arose_at: datetime = column(D.arose_at, "When it arose", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("proposeCommissionWriteOff", *WRITING_OFF, offered=lambda ask: D.state == "OPEN")
    )
    line: CommissionLine | None = one(
        "CommissionLine",
        "The reversal that it follows",
        on=lambda row, line: (line.merchant_id == row.merchant_id) & (line.id == row.line_id),
    )
    statement: CommissionStatement | None = one(
        "CommissionStatement",
        "The person's statement",
        on=lambda row, person: (person.merchant_id == row.merchant_id) & (person.id == row.salesperson_id),
    )
    merchant: Merchant | None = of_merchant("To whom it is owed")


@graph_type(S, permission="commission_setting.read")
class CommissionSetting:
    """A version of how a merchant pays commission (发放设置)."""

    version: int = column(S.version, "Number, from 1", sortable=True)
    in_force: bool = expr(_newest, "Whether it is the one in force", filterable=True)
    automatic: bool = column(S.automatic, "Whether approved commission is paid by itself", filterable=True)
    order_kinds: list[OrderKind] = column(S.order_kinds, "What is paid by itself")
    cadence: Cadence = column(S.cadence, "How often", filterable=True)
    weekday: int | None = column(S.weekday, "Of every week: 1 Monday to 7 Sunday")
    month_day: int | None = column(S.month_day, "Of every month: the day")
    pay_at: str = expr(lambda ctx: func.to_char(S.pay_at, "HH24:MI"), "Time of that day in Shanghai")
    minimum_fen: Fen = column(S.minimum_fen, "Less waits for a later run")
    freeze_days: int = column(S.freeze_days, "Days before a line can be reviewed")
    made_at: datetime = column(S.made_at, "Since when", sortable=True)
    merchant: Merchant | None = of_merchant("Whose it is")
