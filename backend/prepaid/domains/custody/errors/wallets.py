"""Refusals about wallets and instructions."""

from prepaid.core.errors import Refusal


class CustodyAccountNotOpen(Refusal):
    code = "CUSTODY_ACCOUNT_NOT_OPEN"
    zh = "商户的存管账户尚未开通"
    en = "The merchant's custody account is not open"


class CustodyAccountExists(Refusal):
    code = "CUSTODY_ACCOUNT_EXISTS"
    zh = "商户的存管账户已开通或正在开通"
    en = "The merchant's custody account is open or being opened"


class WalletEnded(Refusal):
    """`state` says how."""

    code = "WALLET_ENDED"
    zh = "该存管子钱包已结束，不能再划转资金"
    en = "This custody wallet has ended; no money moves through it any more"


class WalletIsFrozen(Refusal):
    code = "WALLET_FROZEN"
    zh = "该存管子钱包已被冻结"
    en = "This custody wallet is frozen"


class WalletNotFrozen(Refusal):
    code = "WALLET_NOT_FROZEN"
    zh = "该存管子钱包未被冻结"
    en = "This custody wallet is not frozen"


class WalletBusy(Refusal):
    """Money is in it or on its way."""

    code = "WALLET_BUSY"
    zh = "该存管子钱包仍有余额或未完成的指令，不能关闭"
    en = "This custody wallet holds money or has instructions under way; it cannot be closed"


class WalletTermsFixed(Refusal):
    """Its shares are frozen at the sale."""

    code = "WALLET_TERMS_FIXED"
    zh = "该卡合约的存管比例已在销售时锁定，不能更改"
    en = "The shares of this card contract were fixed at the sale"


class OperationNotInQueue(Refusal):
    """`state` says where it stands."""

    code = "OPERATION_NOT_IN_QUEUE"
    zh = "该存管指令不在待处理队列中"
    en = "This instruction does not wait for a decision"


class OperationOutcomeUnclear(Refusal):
    """The provider may have done it: nobody may declare that it did not before it has said so."""

    code = "OPERATION_OUTCOME_UNCLEAR"
    zh = "存管机构是否已执行尚不明确，请先重试取得明确答复，再作废"
    en = "Whether the provider has done it is unclear; retry until it answers before abandoning it"


class ReceiptNumberMissing(Refusal):
    code = "RECEIPT_NUMBER_MISSING"
    zh = "请填写存管机构的回单编号"
    en = "Give the number of the provider's receipt"
