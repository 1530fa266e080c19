"""Enums of custody in the schema, with their Chinese labels."""

from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.operations import OperationState, Outcome
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.graph.types import described_enum
from prepaid.providers.custody_wallet import WalletAct

described_enum(
    AccountState,
    {
        AccountState.OPENING: "开通中: instructed, not confirmed",
        AccountState.OPEN: "已开通: cards can be sold",
        AccountState.FAILED: "开通失败: may be instructed anew",
    },
    name="CustodyAccountState",
)
described_enum(
    WalletState,
    {
        WalletState.CREATED: "已创建: no money yet",
        WalletState.LOADED: "已入金: the money has come",
        WalletState.ACTIVE: "履约中: a first release is instructed",
        WalletState.PARTLY_RELEASED: "部分释放: some of it is released",
        WalletState.CLOSED: "已关闭: performed and closed",
        WalletState.REFUNDED: "已退款: the rest was given back",
        WalletState.FAILED: "失败: could not be opened",
    },
    name="CustodyWalletState",
)
described_enum(
    WalletAct,
    {
        WalletAct.OPEN_ACCOUNT: "开通账户: opens a merchant's account",
        WalletAct.OPEN: "开立子钱包: opens a card contract's wallet",
        WalletAct.LOAD: "入金: from the channel to wallet and settlement account",
        WalletAct.RELEASE: "释放: to the merchant's settlement account",
        WalletAct.REVERSE: "冲回: released money back into the wallet",
        WalletAct.REFUND: "退款出金: out of the wallet, to be paid to the consumer",
        WalletAct.TRANSFER: "钱包间划转: to another card contract's wallet",
        WalletAct.FREEZE: "冻结: nothing is released",
        WalletAct.UNFREEZE: "解冻: releases go on",
        WalletAct.CLOSE: "关闭: closes an empty wallet",
    },
)
described_enum(
    OperationState,
    {
        OperationState.REQUESTED: "待发送: not sent yet",
        OperationState.SENT: "已发送: sent, no final answer yet",
        OperationState.DONE: "已完成: carried out and booked",
        OperationState.IN_QUEUE: "待处理: the bank has to decide",
        OperationState.FAILED: "已作废: given up by the bank",
        OperationState.CANCELLED: "已撤销: taken back before it was sent",
    },
    name="WalletOperationState",
)
described_enum(
    Outcome,
    {
        Outcome.DONE: "已执行: carried out",
        Outcome.REFUSED: "已拒绝: refused, nothing moved",
        Outcome.NOT_DONE: "未执行: the provider knows nothing of it",
        Outcome.UNCLEAR: "不明确: no answer that proves anything",
    },
    name="WalletOutcome",
)
described_enum(
    CustodyTier,
    {
        CustodyTier.SCALE: "规模企业: 20 % of last quarter's principal",
        CustodyTier.GROUP: "集团企业: 30 % of last quarter's principal",
        CustodyTier.BRAND: "品牌企业: 40 % of last quarter's principal",
        CustodyTier.LOCAL: "地方标准: 40 % above the general line, all above the special line",
        CustodyTier.ECNY_FULL: "数字人民币全额: all of the principal",
    },
)
described_enum(
    GuaranteeKind,
    {
        GuaranteeKind.BANK_LETTER: "银行保函: a bank's letter of guarantee",
        GuaranteeKind.INSURANCE: "保证保险: a surety insurance",
    },
)
