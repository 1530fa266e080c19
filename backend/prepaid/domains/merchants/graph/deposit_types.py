"""Deposits, their payments, deductions and waivers as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select

from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.domains.ledger.models import LedgerAccount
from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph import deposit_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.graph.types import MerchantTypeVersion
from prepaid.domains.merchants.reads.deposit_obstacles import CANCEL_PAYMENT, END_WAIVER
from prepaid.domains.merchants.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.merchants.rules.deposits import (
    DeductionPurpose,
    DeductionState,
    DepositPaymentKind,
    DepositPaymentState,
    DepositState,
)
from prepaid.domains.payment.graph.payment_types import Payment
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

D, P, X, W = m.Deposit, m.DepositPayment, m.DepositDeduction, m.DepositWaiver


def _in_ledger(figure: ColumnElement[Any] | Any) -> ColumnElement[Any]:
    """A figure of account DEPOSIT; 0 before its first posting."""
    found = select(figure).where(LedgerAccount.merchant_id == D.merchant_id, LedgerAccount.code == "DEPOSIT")
    return func.coalesce(found.scalar_subquery(), 0)


def _sum(kind: type[Any], *where: ColumnElement[bool]) -> ColumnElement[Any]:
    total = select(func.sum(kind.amount_fen)).where(kind.merchant_id == D.merchant_id, *where)
    return func.coalesce(total.scalar_subquery(), 0)


def _missing(_: PlanContext) -> ColumnElement[Any]:
    return func.greatest(D.due_fen - _in_ledger(LedgerAccount.balance_fen), 0)


@graph_type(P, permission="deposit.read")
class DepositPayment:
    """A payment into the deposit (保证金缴纳)."""

    kind: DepositPaymentKind = column(P.kind, "What it is", filterable=True)
    state: DepositPaymentState = column(P.state, "Where it stands", filterable=True, sortable=True)
    amount_fen: Fen = column(P.amount_fen, "Amount", filterable=True, sortable=True)
    requested_at: datetime = column(P.requested_at, "When it was asked for", filterable=True, sortable=True)
    paid_at: datetime | None = column(P.paid_at, "When it became deposit", filterable=True, sortable=True)
    closed_at: datetime | None = column(P.closed_at, "When it was closed")
    payment: Payment | None = one(
        "Payment",
        "What it is paid by",
        on=lambda row, payment: payment.id == row.payment_id,
        permission="payment.read",
    )
    merchant: Merchant | None = one(
        "Merchant", "The merchant", on=lambda row, merchant: merchant.id == row.merchant_id, permission="merchant.read"
    )
    available_actions: list[ActionState] = actions(action("cancelDepositPayment", *CANCEL_PAYMENT))


@graph_type(X, permission="deposit.read")
class DepositDeduction:
    """A deduction from the deposit (保证金扣划)."""

    purpose: DeductionPurpose = column(X.purpose, "What for", filterable=True)
    state: DeductionState = column(X.state, "Where it stands", filterable=True, sortable=True)
    amount_fen: Fen = column(X.amount_fen, "Amount", filterable=True, sortable=True)
    case_number: str = column(X.case_number, "Case that it pays for", filterable=True, sortable=True)
    reason: str = column(X.reason, "Why")
    proposed_at: datetime = column(X.proposed_at, "When it was proposed", filterable=True, sortable=True)
    ended_at: datetime | None = column(X.ended_at, "When it was decided")
    merchant: Merchant | None = one(
        "Merchant", "The merchant", on=lambda row, merchant: merchant.id == row.merchant_id, permission="merchant.read"
    )


@graph_type(W, permission="deposit.read")
class DepositWaiver:
    """A part of the deposit that the bank does without for a time (保证金减免)."""

    amount_fen: Fen = column(W.amount_fen, "Amount", filterable=True, sortable=True)
    valid_from: date = column(W.valid_from, "First day", filterable=True, sortable=True)
    valid_until: date = column(W.valid_until, "Last day", filterable=True, sortable=True)
    reason: str = column(W.reason, "Why")
    in_force: bool = expr(lambda ctx: W.ended_at.is_(None), "Whether it counts", filterable=True)
    ended_at: datetime | None = column(W.ended_at, "When it ended")
    merchant: Merchant | None = one(
        "Merchant", "The merchant", on=lambda row, merchant: merchant.id == row.merchant_id, permission="merchant.read"
    )
    available_actions: list[ActionState] = actions(action("endDepositWaiver", *END_WAIVER))


@graph_type(D, permission="deposit.read")
class Deposit:
    """What a merchant has to deposit, and what is there (保证金)."""

    state: DepositState = column(D.state, "How it stands", filterable=True, sortable=True)
    required_fen: Fen = column(D.required_fen, "Required by the rule of its type", filterable=True, sortable=True)
    base_fen: Fen = column(D.base_fen, "Of it: base")
    stores_fen: Fen = column(D.stores_fen, "Of it: for stores")
    store_count: int = column(D.store_count, "Stores that were counted")
    balance_part_fen: Fen = column(D.balance_part_fen, "Of it: share of the prepaid balance")
    prepaid_balance_fen: Fen = column(D.prepaid_balance_fen, "Unperformed principal that was counted")
    capped_fen: Fen = column(D.capped_fen, "What the cap takes off")
    waived_fen: Fen = column(D.waived_fen, "Waived at present")
    due_fen: Fen = column(D.due_fen, "Required less waived", filterable=True, sortable=True)
    paid_fen: Fen = expr(lambda ctx: _in_ledger(LedgerAccount.credits_fen), "All that was ever paid in")
    topped_up_fen: Fen = expr(lambda ctx: _sum(P, P.state == "PAID", P.kind == "TOP_UP"), "Of it: top-ups")
    deducted_fen: Fen = expr(lambda ctx: _in_ledger(LedgerAccount.debits_fen), "All that was ever taken")
    held_fen: Fen = expr(lambda ctx: _in_ledger(LedgerAccount.balance_fen), "What is there")
    frozen_fen: Fen = expr(lambda ctx: _in_ledger(LedgerAccount.outgoing_fen), "Of it: held for deductions")
    missing_fen: Fen = expr(_missing, "What is missing")
    short_since: date | None = column(D.short_since, "Since when it is short", filterable=True, sortable=True)
    grace_until: date | None = column(D.grace_until, "Last day of grace", filterable=True, sortable=True)
    satisfied_at: datetime | None = column(D.satisfied_at, "When it was first enough")
    assessed_at: datetime = column(D.assessed_at, "When it was computed", sortable=True)
    merchant: Merchant | None = one(
        "Merchant", "The merchant", on=lambda row, merchant: merchant.id == row.merchant_id, permission="merchant.read"
    )
    rule: MerchantTypeVersion | None = one(
        "MerchantTypeVersion", "Whose rule it is", on=lambda row, version: version.id == row.type_version_id
    )
    payments: Connection[DepositPayment] = connection(
        "DepositPayment", "Payments", on=lambda row, other: other.merchant_id == row.merchant_id
    )
    available_actions: list[ActionState] = actions(
        action("requestDepositPayment", offered=lambda ask: D.required_fen > 0),
        action("proposeDepositDeduction", offered=lambda ask: _in_ledger(LedgerAccount.balance_fen) > 0),
        action("proposeDepositWaiver", offered=lambda ask: D.due_fen > 0),
        action("assessDeposit"),
    )
