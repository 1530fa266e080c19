"""The chart of accounts, as data: what an account holds, which side it stands on, how low it may go."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Side(StrEnum):
    """Side of a leg, and the side on which an account normally stands."""

    DEBIT = "DEBIT"
    CREDIT = "CREDIT"


class AccountClass(StrEnum):
    """What an account is, seen from the bank."""

    ASSET = "ASSET"
    CONSUMER_LIABILITY = "CONSUMER_LIABILITY"
    MERCHANT_LIABILITY = "MERCHANT_LIABILITY"
    OTHER_LIABILITY = "OTHER_LIABILITY"
    MEMO = "MEMO"
    """Counted beside the money and never paid in cash."""


class FloorRule(StrEnum):
    """How low an account may go."""

    NONE = "NONE"
    AVAILABLE = "AVAILABLE"
    """Balance less what pending transfers will take is never below zero."""
    EXPECTED = "EXPECTED"
    """The balance is never below zero; pending transfers may count on what other pending ones will bring."""


class Owner(StrEnum):
    """What an account is kept for: a merchant has one account of a code for each of these."""

    MERCHANT = "MERCHANT"
    CARD_CONTRACT = "CARD_CONTRACT"
    ORDER = "ORDER"
    REFUND = "REFUND"
    SALESPERSON = "SALESPERSON"
    COUPON_USE = "COUPON_USE"


class AccountCode(StrEnum):
    """Accounts of domain/100."""

    CHANNEL_CLEARING = "CHANNEL_CLEARING"
    CUSTODY_BANK = "CUSTODY_BANK"
    SETTLEMENT_BANK = "SETTLEMENT_BANK"
    DEPOSIT_BANK = "DEPOSIT_BANK"
    MERCHANT_ADVANCE = "MERCHANT_ADVANCE"
    MERCHANT_RECEIVABLE = "MERCHANT_RECEIVABLE"
    SALES_RECEIVABLE = "SALES_RECEIVABLE"
    BANK_SUBSIDY_RECEIVABLE = "BANK_SUBSIDY_RECEIVABLE"
    CHANNEL_FEE = "CHANNEL_FEE"
    CARD_LIABILITY = "CARD_LIABILITY"
    ORDER_LIABILITY = "ORDER_LIABILITY"
    REFUND_PAYABLE = "REFUND_PAYABLE"
    UNCLAIMED_LIABILITY = "UNCLAIMED_LIABILITY"
    MERCHANT_DRAWABLE = "MERCHANT_DRAWABLE"
    HOLDBACK = "HOLDBACK"
    MERCHANT_PENDING = "MERCHANT_PENDING"
    MERCHANT_SETTLED = "MERCHANT_SETTLED"
    FEE_INCOME = "FEE_INCOME"
    SUBSIDY_UNEARNED = "SUBSIDY_UNEARNED"
    DEPOSIT = "DEPOSIT"
    COMMISSION_PAYABLE = "COMMISSION_PAYABLE"
    PAYOUT_CLEARING = "PAYOUT_CLEARING"
    BONUS_GRANTED = "BONUS_GRANTED"
    BONUS_LIABILITY = "BONUS_LIABILITY"


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the chart."""

    account_class: AccountClass
    side: Side
    owner: Owner
    floor: FloorRule
    zh: str
    en: str


def _asset(owner: Owner, zh: str, en: str, floor: FloorRule = FloorRule.AVAILABLE) -> Kind:
    return Kind(AccountClass.ASSET, Side.DEBIT, owner, floor, zh, en)


def _liability(account_class: AccountClass, owner: Owner, zh: str, en: str) -> Kind:
    return Kind(account_class, Side.CREDIT, owner, FloorRule.AVAILABLE, zh, en)


_TO_CONSUMER, _TO_MERCHANT, _TO_OTHER = (
    AccountClass.CONSUMER_LIABILITY,
    AccountClass.MERCHANT_LIABILITY,
    AccountClass.OTHER_LIABILITY,
)
# CHANNEL_CLEARING, SETTLEMENT_BANK and BANK_SUBSIDY_RECEIVABLE have no floor: the channel settles net of its fees,
# the bank pays for a merchant whose receivable is open, and returns a subsidy that it has been paid already.
CHART: Final[Mapping[AccountCode, Kind]] = {
    AccountCode.CHANNEL_CLEARING: _asset(Owner.MERCHANT, "渠道待清算", "Channel clearing", FloorRule.NONE),
    AccountCode.CUSTODY_BANK: _asset(Owner.CARD_CONTRACT, "存管账户", "Custody at the bank", FloorRule.EXPECTED),
    AccountCode.SETTLEMENT_BANK: _asset(Owner.MERCHANT, "结算账户", "Settlement at the bank", FloorRule.NONE),
    AccountCode.DEPOSIT_BANK: _asset(Owner.MERCHANT, "保证金账户", "Deposit at the bank"),
    AccountCode.MERCHANT_ADVANCE: _asset(Owner.CARD_CONTRACT, "商户预收待履约", "Services owed for drawable money"),
    AccountCode.MERCHANT_RECEIVABLE: _asset(Owner.MERCHANT, "应收商户款", "Owed by the merchant"),
    AccountCode.SALES_RECEIVABLE: _asset(Owner.SALESPERSON, "应收销售人员款", "Owed by the salesperson"),
    AccountCode.BANK_SUBSIDY_RECEIVABLE: _asset(
        Owner.MERCHANT, "应收银行补贴", "Subsidy owed by the bank", FloorRule.NONE
    ),
    AccountCode.CHANNEL_FEE: _asset(Owner.MERCHANT, "渠道手续费", "Channel fees"),
    AccountCode.CARD_LIABILITY: _liability(_TO_CONSUMER, Owner.CARD_CONTRACT, "预付卡负债", "Owed to card holders"),
    AccountCode.ORDER_LIABILITY: _liability(_TO_CONSUMER, Owner.ORDER, "待履约订单", "Paid orders not yet performed"),
    AccountCode.REFUND_PAYABLE: _liability(_TO_CONSUMER, Owner.REFUND, "应付退款", "Refunds to be paid"),
    AccountCode.UNCLAIMED_LIABILITY: _liability(
        _TO_CONSUMER, Owner.CARD_CONTRACT, "无人认领款", "Unclaimed after deregistration"
    ),
    AccountCode.MERCHANT_DRAWABLE: _liability(_TO_MERCHANT, Owner.MERCHANT, "可提现款", "Drawable by the merchant"),
    AccountCode.HOLDBACK: _liability(_TO_MERCHANT, Owner.CARD_CONTRACT, "扣压款", "Held back"),
    AccountCode.MERCHANT_PENDING: _liability(
        _TO_MERCHANT, Owner.MERCHANT, "争议期内待结款", "Earned, within the dispute window"
    ),
    AccountCode.MERCHANT_SETTLED: _liability(_TO_MERCHANT, Owner.MERCHANT, "已结款", "Settled to the merchant"),
    AccountCode.FEE_INCOME: _liability(_TO_MERCHANT, Owner.MERCHANT, "手续费收入", "Fee income of the merchant"),
    AccountCode.SUBSIDY_UNEARNED: _liability(_TO_MERCHANT, Owner.COUPON_USE, "未赚取补贴", "Subsidy not yet earned"),
    AccountCode.DEPOSIT: _liability(_TO_MERCHANT, Owner.MERCHANT, "保证金", "Deposit of the merchant"),
    AccountCode.COMMISSION_PAYABLE: _liability(_TO_OTHER, Owner.SALESPERSON, "应付佣金", "Commission to be paid"),
    AccountCode.PAYOUT_CLEARING: _liability(_TO_OTHER, Owner.MERCHANT, "付款待清算", "Payouts under way"),
    AccountCode.BONUS_GRANTED: Kind(
        AccountClass.MEMO,
        Side.DEBIT,
        Owner.CARD_CONTRACT,
        FloorRule.AVAILABLE,
        "赠金发放（备查）",
        "Bonus granted (memo)",
    ),
    AccountCode.BONUS_LIABILITY: Kind(
        AccountClass.MEMO,
        Side.CREDIT,
        Owner.CARD_CONTRACT,
        FloorRule.AVAILABLE,
        "赠金余额（备查）",
        "Bonus left (memo)",
    ),
}
