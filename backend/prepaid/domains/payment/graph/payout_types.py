"""Payouts and their switch, as they are read."""

from datetime import datetime

from prepaid.domains.identity.graph.member_types import Member, Merchant
from prepaid.domains.payment import models as m
from prepaid.domains.payment.graph.payment_types import PaymentEvent, PaymentRefund
from prepaid.domains.payment.rules.payouts import PayeeKind, PayoutPurpose
from prepaid.domains.payment.rules.states import PayoutState
from prepaid.graph.types import ActionState, Fen, action, actions, column, graph_type, many, one

ASKABLE = ("PROCESSING", "AWAITING_PAYEE")


@graph_type(m.Payout, permission="payout.read")
class Payout:
    """Money that leaves to a wallet or to the merchant's own account (付款单)."""

    reference: str = column(m.Payout.reference, "Our reference", filterable=True, sortable=True)
    purpose: PayoutPurpose = column(m.Payout.purpose, "What for", filterable=True, sortable=True)
    state: PayoutState = column(m.Payout.state, "Where it stands", filterable=True, sortable=True)
    amount_fen: Fen = column(m.Payout.amount_fen, "Amount", filterable=True, sortable=True)
    remark: str = column(m.Payout.remark, "What the payee reads")
    payee_kind: PayeeKind = column(m.Payout.payee_kind, "To whom it goes", filterable=True)
    payee_name: str | None = column(m.Payout.payee_name_masked, "The payee's name, masked")
    sub_merchant_number: str = column(m.Payout.sub_merchant_number, "Whose money it is", filterable=True)
    failure: str | None = column(m.Payout.failure, "Why it failed or came back: the provider's code", filterable=True)
    provider_reference: str | None = column(m.Payout.provider_reference, "The provider's own number")
    created_at: datetime = column(m.Payout.created_at, "When it was ordered", filterable=True, sortable=True)
    settled_at: datetime | None = column(m.Payout.settled_at, "When the payee had it", filterable=True, sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda payout, merchant: merchant.id == payout.merchant_id,
        permission="merchant.read",
    )
    refund: PaymentRefund | None = one(
        "PaymentRefund",
        "The refund that it is sent instead of",
        on=lambda payout, refund: refund.id == payout.payment_refund_id,
    )
    events: list[PaymentEvent] = many(
        "PaymentEvent",
        "What happened to it, oldest first",
        on=lambda payout, event: event.payout_id == payout.id,
    )
    available_actions: list[ActionState] = actions(
        action("askAboutPayout", offered=lambda ask: m.Payout.state.in_(ASKABLE)),
    )


@graph_type(m.PayoutSwitch, permission="payout.read")
class PayoutSwitch:
    """Whether payouts are stopped: of a merchant, or without one of the whole bank (付款开关)."""

    stopped: bool = column(m.PayoutSwitch.stopped, "Whether they are stopped", filterable=True)
    reason: str = column(m.PayoutSwitch.reason, "Why it was last changed")
    changed_at: datetime = column(m.PayoutSwitch.changed_at, "When", filterable=True, sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant; none: the whole bank",
        on=lambda switch, merchant: merchant.id == switch.merchant_id,
        permission="merchant.read",
    )
    changer: Member | None = one(
        "Member",
        "Who changed it",
        on=lambda switch, member: member.id == switch.changed_by,
        same_tenant=False,
        permission="member.read",
    )
