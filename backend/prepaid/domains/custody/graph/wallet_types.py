"""Custody accounts, wallets and instructions as they are read."""

from datetime import datetime

from sqlalchemy import ColumnElement, Text, cast

from prepaid.domains.custody import models as m
from prepaid.domains.custody.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.custody.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.custody.rules.operations import UNSETTLED, OperationState, Outcome
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.domains.identity.graph.member_types import Member, Merchant
from prepaid.graph.types import (
    JSON,
    Connection,
    Fen,
    PlanContext,
    Row,
    aggregate,
    column,
    connection,
    expr,
    graph_type,
    many,
    one,
)
from prepaid.providers.custody_wallet import WalletAct


def _under_way(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.state.in_(sorted(UNSETTLED))


@graph_type(m.OperationEvent, permission="custody.read")
class WalletOperationEvent:
    """One thing that happened to an instruction (指令经过)."""

    at: datetime = column(m.OperationEvent.at, "When", sortable=True)
    state: OperationState = column(m.OperationEvent.state, "Its state after it")
    attempt: int = column(m.OperationEvent.attempt, "Number of the attempt since it was requested or retried")
    outcome: Outcome | None = column(m.OperationEvent.outcome, "What the provider answered")
    code: str | None = column(m.OperationEvent.code, "The provider's code, or the kind of error")
    reason: str | None = column(m.OperationEvent.reason, "Why somebody decided so")


@graph_type(m.WalletOperation, permission="custody.read")
class WalletOperation:
    """An instruction to the custody provider (存管指令); its id is the reference that the provider knows."""

    act: WalletAct = column(m.WalletOperation.act, "What is to be done", filterable=True, sortable=True)
    state: OperationState = column(m.WalletOperation.state, "Where it stands", filterable=True, sortable=True)
    amount_fen: Fen = column(m.WalletOperation.amount_fen, "Sum of what it moves", filterable=True, sortable=True)
    wallet_fen: Fen = column(m.WalletOperation.wallet_fen, "What of it enters or leaves the wallet")
    moves: JSON = column(m.WalletOperation.moves, "Each move: from, to, fen")
    subject_id: str = expr(
        lambda ctx: cast(m.WalletOperation.subject_id, Text), "Payment, redemption, refund or gift", filterable=True
    )
    evidence: str = column(m.WalletOperation.evidence, "What it rests on")
    attempts: int = column(m.WalletOperation.attempts, "Attempts since it was requested or retried")
    last_outcome: Outcome | None = column(m.WalletOperation.last_outcome, "The last answer", filterable=True)
    last_code: str | None = column(m.WalletOperation.last_code, "The provider's code, or the kind of error")
    number: str | None = column(m.WalletOperation.number, "The provider's receipt", filterable=True)
    requested_at: datetime = column(
        m.WalletOperation.requested_at, "When it was requested", filterable=True, sortable=True
    )
    due_at: datetime = column(m.WalletOperation.due_at, "Not sent before this", sortable=True)
    sent_at: datetime | None = column(m.WalletOperation.sent_at, "When it was last sent")
    settled_at: datetime | None = column(m.WalletOperation.settled_at, "When it ended", filterable=True, sortable=True)
    wallet: "CustodyWallet | None" = one(
        "CustodyWallet", "The wallet", on=lambda operation, wallet: wallet.id == operation.wallet_id
    )
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda operation, merchant: merchant.id == operation.merchant_id,
        permission="merchant.read",
    )
    events: list[WalletOperationEvent] = many(
        "WalletOperationEvent",
        "What happened to it, oldest first",
        on=lambda operation, event: event.operation_id == operation.id,
    )


@graph_type(m.Wallet, permission="custody.read")
class CustodyWallet:
    """The smart-contract wallet of one card contract (存管子钱包)."""

    contract_id: str = expr(lambda ctx: cast(m.Wallet.contract_id, Text), "The card contract", filterable=True)
    state: WalletState = column(m.Wallet.state, "Where it stands", filterable=True, sortable=True)
    custody_bps: int = column(m.Wallet.custody_bps, "Share of each payment that stays in it, in basis points")
    holdback_bps: int = column(m.Wallet.holdback_bps, "Share of the rest that is held back, in basis points")
    held_fen: Fen = column(m.Wallet.held_fen, "What it holds", filterable=True, sortable=True)
    loaded_fen: Fen = column(m.Wallet.loaded_fen, "Loaded by payments", sortable=True)
    received_fen: Fen = column(m.Wallet.received_fen, "Received from other wallets")
    given_fen: Fen = column(m.Wallet.given_fen, "Given to other wallets")
    released_fen: Fen = column(m.Wallet.released_fen, "Released to the merchant", sortable=True)
    refunded_fen: Fen = column(m.Wallet.refunded_fen, "Refunded to the consumer", sortable=True)
    frozen: bool = expr(lambda ctx: m.Wallet.frozen_at.is_not(None), "Whether nothing is released", filterable=True)
    frozen_at: datetime | None = column(m.Wallet.frozen_at, "Since when")
    created_at: datetime = column(m.Wallet.created_at, "When the card was sold", filterable=True, sortable=True)
    ended_at: datetime | None = column(m.Wallet.ended_at, "When it ended", sortable=True)
    merchant: Merchant | None = one(
        "Merchant",
        "The merchant",
        on=lambda wallet, merchant: merchant.id == wallet.merchant_id,
        permission="merchant.read",
    )
    operations: Connection[WalletOperation] = connection(
        "WalletOperation",
        "Instructions, newest first",
        on=lambda wallet, operation: operation.wallet_id == wallet.id,
        order_by=["-requested_at"],
    )
    under_way: int = aggregate(
        "count",
        "WalletOperation",
        "Instructions that are not over",
        on=lambda wallet, operation: operation.wallet_id == wallet.id,
        where=_under_way,
    )


@graph_type(m.IssuingSwitch, permission="issuing.read")
class IssuingSwitch:
    """Whether the sale of cards is stopped: of a merchant, or without one of the whole bank (发卡开关)."""

    stopped: bool = column(m.IssuingSwitch.stopped, "Whether it is stopped", filterable=True)
    reason: str = column(m.IssuingSwitch.reason, "Why it was last changed")
    changed_at: datetime = column(m.IssuingSwitch.changed_at, "When", filterable=True, sortable=True)
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
