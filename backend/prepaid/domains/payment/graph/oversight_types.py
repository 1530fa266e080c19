"""Alerts, bills and breaks, as the bank reads them."""

from datetime import date, datetime
from typing import Any

from strawberry.scalars import JSON

from prepaid.core.audit.lines import lines
from prepaid.domains.identity.graph.member_types import Member, Merchant
from prepaid.domains.payment import models as m
from prepaid.domains.payment.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.payment.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.payment.rules.alerts import AlertKind, AlertState
from prepaid.domains.payment.rules.reconciliation import BreakKind, BreakResolution, BreakState
from prepaid.graph.types import ActionState, Fen, GraphContext, action, actions, batch, column, graph_type, one


async def _facts(context: GraphContext, alerts: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    def unnamed(naming: str, key: str) -> None:
        return None

    found = []
    for alert in alerts:
        told = {name: value if _is_pair(value) else [None, value] for name, value in alert["detail"].items()}
        expected, received = ({name: pair[which] for name, pair in told.items()} for which in (0, 1))
        found.append(lines("PaymentAlertDetail", expected, received, unnamed, context.actor.locale))
    return found


def _is_pair(value: Any) -> bool:
    """What was expected, and what came."""
    return isinstance(value, list) and len(value) == 2 and not {"CHANNEL", "TRANSFER"} & set(map(str, value))


@graph_type(m.PaymentAlert, permission="payment_alert.read")
class PaymentAlert:
    """Something that did not fit (支付告警): one row a kind, reference and day, with a count."""

    kind: AlertKind = column(m.PaymentAlert.kind, "What is wrong", filterable=True, sortable=True)
    subject: str = column(
        m.PaymentAlert.subject, "Our reference; empty where nothing that was sent is believed", filterable=True
    )
    day: date = column(m.PaymentAlert.day, "Legal day", filterable=True, sortable=True)
    count: int = column(m.PaymentAlert.count, "How often on that day", sortable=True)
    detail: JSON = column(m.PaymentAlert.detail, "What was expected and what came, the last time")
    facts: JSON = batch(
        _facts,
        "What was expected and what came, in words of the caller's language: [{label, after}]",
        requires=[m.PaymentAlert.detail],
    )
    state: AlertState = column(m.PaymentAlert.state, "Whether somebody has looked", filterable=True, sortable=True)
    first_at: datetime = column(m.PaymentAlert.first_at, "The first time")
    last_at: datetime = column(m.PaymentAlert.last_at, "The last time", filterable=True, sortable=True)
    handled_at: datetime | None = column(m.PaymentAlert.handled_at, "When it was handled", sortable=True)
    handling: str | None = column(m.PaymentAlert.handling, "What was done about it")
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant, where the reference names one",
        on=lambda alert, merchant: merchant.id == alert.merchant_id,
        permission="merchant.read",
    )
    handler: Member | None = one(
        "Member",
        "Who handled it",
        on=lambda alert, member: member.id == alert.handled_by,
        same_tenant=False,
        permission="member.read",
    )
    available_actions: list[ActionState] = actions(
        action("handlePaymentAlert", offered=lambda ask: m.PaymentAlert.state == "OPEN"),
    )


@graph_type(m.PaymentBill, permission="payment_break.read")
class PaymentBill:
    """One day's bill of the provider, of all merchants (渠道账单)."""

    day: date = column(m.PaymentBill.day, "Legal day", filterable=True, sortable=True)
    lines: int = column(m.PaymentBill.lines, "Payments and refunds on it", sortable=True)
    charged_fen: Fen = column(m.PaymentBill.charged_fen, "Sum of payments", sortable=True)
    refunded_fen: Fen = column(m.PaymentBill.refunded_fen, "Sum of refunds", sortable=True)
    fee_fen: Fen = column(m.PaymentBill.fee_fen, "What the provider keeps, less what it gives back")
    fetched_at: datetime = column(m.PaymentBill.fetched_at, "When it was fetched")
    reconciled_at: datetime = column(m.PaymentBill.reconciled_at, "When it was last compared")


@graph_type(m.PaymentBreak, permission="payment_break.read")
class PaymentBreak:
    """A difference between the provider's bill, our rows and the ledger (对账差错)."""

    day: date = column(m.PaymentBreak.day, "Day of the bill", filterable=True, sortable=True)
    kind: BreakKind = column(m.PaymentBreak.kind, "How they differ", filterable=True, sortable=True)
    reference: str = column(m.PaymentBreak.reference, "The reference on the bill, or ours", filterable=True)
    provider_fen: Fen | None = column(m.PaymentBreak.provider_fen, "On the provider's bill")
    own_fen: Fen | None = column(m.PaymentBreak.own_fen, "In our rows")
    ledger_fen: Fen | None = column(m.PaymentBreak.ledger_fen, "In the ledger")
    state: BreakState = column(m.PaymentBreak.state, "Whether it is settled", filterable=True, sortable=True)
    resolution: BreakResolution | None = column(m.PaymentBreak.resolution, "How it was settled", filterable=True)
    reason: str | None = column(m.PaymentBreak.reason, "Why so")
    found_at: datetime = column(m.PaymentBreak.found_at, "When it was found", sortable=True)
    resolved_at: datetime | None = column(m.PaymentBreak.resolved_at, "When it was settled", sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant, where the reference names one",
        on=lambda row, merchant: merchant.id == row.merchant_id,
        permission="merchant.read",
    )
    resolver: Member | None = one(
        "Member",
        "Who settled it; none: it was found to agree",
        on=lambda row, member: member.id == row.resolved_by,
        same_tenant=False,
        permission="member.read",
    )
    available_actions: list[ActionState] = actions(
        action("resolvePaymentBreak", offered=lambda ask: m.PaymentBreak.state == "OPEN"),
    )
