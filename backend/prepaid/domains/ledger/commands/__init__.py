"""What higher slices book by: a recipe for each movement of money, and `post` for what has none."""

from prepaid.domains.ledger.commands.bonuses import consume_bonus, grant_bonus
from prepaid.domains.ledger.commands.commissions import (
    approve_commission,
    net_commission,
    reverse_commission,
    write_off_commission,
)
from prepaid.domains.ledger.commands.deposits import apply_to_deposit, deduct_deposit, pay_deposit
from prepaid.domains.ledger.commands.disputes import close_dispute, open_dispute
from prepaid.domains.ledger.commands.expire_pending import expire_pending
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.holders import claim_gift, deregister_unpaid
from prepaid.domains.ledger.commands.payments import capture_payment, charge_channel_fee, return_channel_fee
from prepaid.domains.ledger.commands.payouts import (
    begin_commission_payout,
    begin_refund_payout,
    begin_withdrawal,
    confirm_payout,
    fail_payout,
    take_back_payout,
)
from prepaid.domains.ledger.commands.pending import confirm, void
from prepaid.domains.ledger.commands.post import Booked, book, book_all, post
from prepaid.domains.ledger.commands.redemptions import book_redemption, end_dispute_window
from prepaid.domains.ledger.commands.refunds import decide_order_refund, decide_refund, raise_refund
from prepaid.domains.ledger.commands.services import book_performance, undo_performance
from prepaid.domains.ledger.commands.subsidies import earn_subsidy, grant_subsidy, return_subsidy
from prepaid.domains.ledger.commands.undo_redemption import undo_redemption

__all__ = [
    "Booked",
    "apply_to_card",
    "apply_to_deposit",
    "approve_commission",
    "begin_commission_payout",
    "begin_refund_payout",
    "begin_withdrawal",
    "book",
    "book_all",
    "book_performance",
    "book_redemption",
    "capture_payment",
    "charge_channel_fee",
    "claim_gift",
    "close_dispute",
    "confirm",
    "confirm_payout",
    "consume_bonus",
    "decide_order_refund",
    "decide_refund",
    "deduct_deposit",
    "deregister_unpaid",
    "earn_subsidy",
    "end_dispute_window",
    "expire_pending",
    "fail_payout",
    "grant_bonus",
    "grant_subsidy",
    "net_commission",
    "open_dispute",
    "pay_deposit",
    "post",
    "raise_refund",
    "return_channel_fee",
    "return_subsidy",
    "reverse_commission",
    "take_back_payout",
    "undo_performance",
    "undo_redemption",
    "void",
    "write_off_commission",
]
