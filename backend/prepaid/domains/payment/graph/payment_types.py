"""Payments, their refunds and events, and the merchants' numbers, as they are read."""

from datetime import datetime

from sqlalchemy import Text, cast

from prepaid.domains.identity.graph.member_types import Merchant
from prepaid.domains.payment import models as m
from prepaid.domains.payment.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.payment.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.payment.rules.states import (
    EventKind,
    EventSource,
    PaymentRefundState,
    PaymentState,
    UnappliedReason,
)
from prepaid.graph.types import (
    JSON,
    ActionState,
    Fen,
    action,
    actions,
    column,
    expr,
    graph_type,
    many,
    one,
)
from prepaid.providers.payments import PaymentMethod

TRIABLE = ("REQUESTED", "PROCESSING", "FAILED")


@graph_type(m.SubMerchant, permission="sub_merchant.read")
class SubMerchant:
    """A merchant's own number at the provider (特约商户号): who is paid."""

    number: str = column(m.SubMerchant.number, "The number", filterable=True, sortable=True)
    changed_at: datetime = column(m.SubMerchant.changed_at, "Since when", filterable=True, sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda number, merchant: merchant.id == number.id,
        permission="merchant.read",
    )


@graph_type(m.PaymentEvent, permission="payment_refund.read")
class PaymentEvent:
    """One thing that happened to a payment, a refund or a payout (支付事件)."""

    reference: str = column(m.PaymentEvent.reference, "Our reference that it happened under", filterable=True)
    kind: EventKind = column(m.PaymentEvent.kind, "What happened", filterable=True)
    source: EventSource = column(m.PaymentEvent.source, "Whose word it is", filterable=True)
    amount_fen: Fen | None = column(m.PaymentEvent.amount_fen, "Amount that moved or is to move")
    provider_reference: str | None = column(m.PaymentEvent.provider_reference, "The provider's own number")
    code: str | None = column(m.PaymentEvent.code, "Why: the provider's code, or ours")
    occurred_at: datetime | None = column(m.PaymentEvent.occurred_at, "When, by the provider")
    effective_at: datetime = column(m.PaymentEvent.effective_at, "When we learned it", sortable=True)


@graph_type(m.PaymentRefund, permission="payment_refund.read")
class PaymentRefund:
    """A part of a payment that goes back (退款单)."""

    reference: str = column(m.PaymentRefund.reference, "Our reference", filterable=True, sortable=True)
    state: PaymentRefundState = column(m.PaymentRefund.state, "Where it stands", filterable=True, sortable=True)
    amount_fen: Fen = column(m.PaymentRefund.amount_fen, "Amount", filterable=True, sortable=True)
    reason: str = column(m.PaymentRefund.reason, "What the payer reads about it")
    failure: str | None = column(
        m.PaymentRefund.failure, "Why it failed: the provider's code, or LIMIT", filterable=True
    )
    provider_reference: str | None = column(m.PaymentRefund.provider_reference, "The provider's own number")
    created_at: datetime = column(m.PaymentRefund.created_at, "When it was ordered", filterable=True, sortable=True)
    settled_at: datetime | None = column(
        m.PaymentRefund.settled_at, "When the payer had it", filterable=True, sortable=True
    )
    payment: "Payment" = one("Payment", "What was paid", on=lambda refund, payment: payment.id == refund.payment_id)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda refund, merchant: merchant.id == refund.merchant_id,
        permission="merchant.read",
    )
    events: list[PaymentEvent] = many(
        "PaymentEvent",
        "What happened to it, oldest first",
        on=lambda refund, event: event.payment_refund_id == refund.id,
    )
    available_actions: list[ActionState] = actions(
        action("askAboutRefund", offered=lambda ask: m.PaymentRefund.state.in_(TRIABLE)),
        action("redirectRefund", offered=lambda ask: m.PaymentRefund.state == "FAILED"),
    )


@graph_type(m.Payment, permission="payment.read")
class Payment:
    """One attempt to be paid, under one reference of ours (支付单)."""

    reference: str = column(m.Payment.reference, "Our reference", filterable=True, sortable=True)
    payable_kind: str = column(m.Payment.payable_kind, "What is paid for: its kind", filterable=True)
    payable_id: str = expr(lambda ctx: cast(m.Payment.payable_id, Text), "What is paid for", filterable=True)
    method: PaymentMethod = column(m.Payment.method, "How the payer is reached", filterable=True)
    state: PaymentState = column(m.Payment.state, "Where it stands", filterable=True, sortable=True)
    description: str = column(m.Payment.description, "What the payer reads")
    amount_fen: Fen = column(m.Payment.amount_fen, "Amount", filterable=True, sortable=True)
    refunding_fen: Fen = column(m.Payment.refunding_fen, "Asked back so far")
    refunded_fen: Fen = column(m.Payment.refunded_fen, "Gone back so far", filterable=True, sortable=True)
    fee_fen: Fen | None = column(
        m.Payment.fee_fen, "What the provider charged, once its bill told", permission="payment_refund.read"
    )
    credited: bool = column(m.Payment.credited, "Whether what it is for was credited", filterable=True)
    unapplied_reason: UnappliedReason | None = column(
        m.Payment.unapplied_reason, "Why captured money credits nothing and goes back", filterable=True
    )
    unapplied_code: str | None = column(m.Payment.unapplied_code, "The owner's own code for that")
    sub_merchant_number: str = column(m.Payment.sub_merchant_number, "Who is paid", filterable=True)
    provider_reference: str | None = column(m.Payment.provider_reference, "The provider's own number", filterable=True)
    pay_parameters: JSON | None = column(
        m.Payment.pay_parameters, "Arguments of the mini-program's pay call", permission="payment.pay"
    )
    code_url: str | None = column(m.Payment.code_url, "What the QR code holds", permission="payment.pay")
    created_at: datetime = column(m.Payment.created_at, "When it was asked for", filterable=True, sortable=True)
    expires_at: datetime = column(m.Payment.expires_at, "Until when it can be paid", sortable=True)
    paid_at: datetime | None = column(m.Payment.paid_at, "When it was paid", filterable=True, sortable=True)
    closed_at: datetime | None = column(m.Payment.closed_at, "When it was closed")
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda payment, merchant: merchant.id == payment.merchant_id,
        permission="merchant.read",
    )
    refunds: list[PaymentRefund] = many(
        "PaymentRefund", "What goes back of it", on=lambda payment, refund: refund.payment_id == payment.id
    )
    events: list[PaymentEvent] = many(
        "PaymentEvent",
        "What happened to it and to its refunds, oldest first",
        on=lambda payment, event: event.payment_id == payment.id,
    )
    available_actions: list[ActionState] = actions(
        action("askAboutPayment", offered=lambda ask: m.Payment.captured_at.is_(None)),
    )
