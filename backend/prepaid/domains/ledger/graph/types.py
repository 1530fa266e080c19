"""Accounts, transfers and postings as they are read."""

from datetime import date, datetime

from sqlalchemy import Text, cast

from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.ledger import models as m
from prepaid.domains.ledger.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.ledger.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.transfers import Phase, TransferKind
from prepaid.graph.types import Fen, column, expr, graph_type, many, one


@graph_type(m.LedgerAccount, permission="ledger.read")
class LedgerAccount:
    """An account of a merchant (账户); amounts stand on its normal side."""

    code: AccountCode = column(m.LedgerAccount.code, "What it holds", filterable=True, sortable=True)
    owner_id: str = expr(
        lambda ctx: cast(m.LedgerAccount.owner_id, Text),
        "Card contract, order, refund or salesperson that it is kept for; otherwise the merchant",
        filterable=True,
    )
    side: Side = column(m.LedgerAccount.side, "Normal side", filterable=True)
    balance_fen: Fen = column(m.LedgerAccount.balance_fen, "Posted balance", filterable=True, sortable=True)
    available_fen: Fen = expr(
        lambda ctx: m.LedgerAccount.balance_fen - m.LedgerAccount.outgoing_fen,
        "Balance less what pending transfers hold",
    )
    incoming_fen: Fen = column(m.LedgerAccount.incoming_fen, "What pending transfers will add", filterable=True)
    outgoing_fen: Fen = column(m.LedgerAccount.outgoing_fen, "What pending transfers hold", filterable=True)
    debits_fen: Fen = column(m.LedgerAccount.debits_fen, "Sum of posted debits")
    credits_fen: Fen = column(m.LedgerAccount.credits_fen, "Sum of posted credits")
    posting_count: int = column(m.LedgerAccount.seq, "How many postings it has")
    moved_at: datetime | None = column(m.LedgerAccount.effective_high_at, "Latest instant of a posting", sortable=True)
    merchant: Merchant | None = of_merchant("Merchant that it belongs to")


@graph_type(m.LedgerTransfer, permission="ledger.read")
class Transfer:
    """A movement of money between accounts of one merchant, or one phase of it (资金划转)."""

    kind: TransferKind = column(m.LedgerTransfer.kind, "What happened", filterable=True, sortable=True)
    reference: str = column(m.LedgerTransfer.reference, "Business row that caused it", filterable=True)
    phase: Phase = column(m.LedgerTransfer.phase, "Pending, or what became of it", filterable=True)
    amount_fen: Fen = column(m.LedgerTransfer.amount_fen, "Sum of its debits", filterable=True)
    effective_at: datetime = column(
        m.LedgerTransfer.effective_at, "When, by the business clock", filterable=True, sortable=True
    )
    accounting_day: date = column(m.LedgerTransfer.accounting_day, "Legal day of it", filterable=True, sortable=True)
    recorded_at: datetime = column(m.LedgerTransfer.recorded_at, "When, by the database's clock")
    expires_at: datetime | None = column(m.LedgerTransfer.expires_at, "Until when it may be pending")
    pending: "Transfer | None" = one(
        "Transfer",
        "The pending transfer that this row answers",
        on=lambda answer, pending: pending.id == answer.pending_id,
    )
    postings: list["Posting"] = many("Posting", "Its legs")
    merchant: Merchant | None = of_merchant("Merchant that it belongs to")


@graph_type(m.LedgerPosting, permission="ledger.read")
class Posting:
    """A change of one account, with its figures after it (分录)."""

    number: int = column(m.LedgerPosting.seq, "Number on its account, from 1 without a gap", sortable=True)
    side: Side = column(m.LedgerPosting.side, "Side", filterable=True)
    amount_fen: Fen = column(m.LedgerPosting.amount_fen, "Amount", filterable=True)
    phase: Phase = column(m.LedgerPosting.phase, "Phase of its transfer", filterable=True)
    balance_after_fen: Fen = column(m.LedgerPosting.balance_after_fen, "Balance after it")
    incoming_after_fen: Fen = column(m.LedgerPosting.incoming_after_fen, "What pending transfers will add after it")
    outgoing_after_fen: Fen = column(m.LedgerPosting.outgoing_after_fen, "What pending transfers hold after it")
    effective_at: datetime = column(m.LedgerPosting.effective_at, "When, by the business clock", filterable=True)
    accounting_day: date = column(m.LedgerPosting.accounting_day, "Legal day of it", filterable=True)
    recorded_at: datetime = column(m.LedgerPosting.recorded_at, "When, by the database's clock")
    account: LedgerAccount | None = one("LedgerAccount", "Account that it changes")
    transfer: Transfer | None = one("Transfer", "Transfer that it is a leg of")
