"""Enums of payment in the schema, with their Chinese labels."""

from prepaid.domains.payment.rules.alerts import AlertKind, AlertState
from prepaid.domains.payment.rules.payouts import PayeeKind, PayoutPurpose
from prepaid.domains.payment.rules.reconciliation import BreakKind, BreakResolution, BreakState
from prepaid.domains.payment.rules.states import (
    EventKind,
    EventSource,
    PaymentRefundState,
    PaymentState,
    PayoutState,
    UnappliedReason,
)
from prepaid.graph.types import described_enum
from prepaid.providers.payments import PaymentMethod

described_enum(
    PaymentMethod,
    {
        PaymentMethod.JSAPI: "小程序支付: in the mini-program, by the parameters of its pay call",
        PaymentMethod.NATIVE: "扫码支付: by a QR code at the counter",
    },
)
described_enum(
    PaymentState,
    {
        PaymentState.REQUESTED: "待发起: the provider does not have it yet",
        PaymentState.READY: "待支付: the payer can pay",
        PaymentState.CAPTURED: "已支付: the money has come",
        PaymentState.PARTLY_REFUNDED: "部分退款: some of it has gone back",
        PaymentState.REFUNDED: "已退款: all of it has gone back",
        PaymentState.CLOSED: "已关闭: nobody is to pay it any more",
        PaymentState.FAILED: "发起失败: the provider refused it",
    },
)
described_enum(
    PaymentRefundState,
    {
        PaymentRefundState.REQUESTED: "待退款: the provider does not have it yet",
        PaymentRefundState.PROCESSING: "退款中: the provider has taken it",
        PaymentRefundState.FAILED: "退款失败: another way has to be named",
        PaymentRefundState.REDIRECTED: "转账退款中: it goes out as a transfer",
        PaymentRefundState.SUCCEEDED: "已退款: the payer has it",
    },
)
described_enum(
    PayoutState,
    {
        PayoutState.REQUESTED: "待付款: the provider does not have it yet",
        PayoutState.STOPPED: "已暂停: payouts are stopped",
        PayoutState.PROCESSING: "付款中: the provider has taken it",
        PayoutState.AWAITING_PAYEE: "待收款人确认: the payee has to accept it",
        PayoutState.FAILED: "付款失败: nothing was paid",
        PayoutState.SUCCEEDED: "已付款: the payee has it",
        PayoutState.RETURNED: "已退票: the payee's bank sent it back",
    },
)
described_enum(
    UnappliedReason,
    {
        UnappliedReason.LATE: "关闭后支付: it had been closed",
        UnappliedReason.SECOND: "重复支付: another payment had been credited",
        UnappliedReason.NOT_APPLICABLE: "无法入账: what it was for could not be done",
    },
    name="PaymentUnappliedReason",
)
described_enum(
    EventKind,
    {
        EventKind.REQUESTED: "发起支付: asked for",
        EventKind.READY: "渠道受理: the payer can pay",
        EventKind.REJECTED: "渠道拒绝: the provider refused it",
        EventKind.PAY_FAILED: "支付失败: a try of the payer failed",
        EventKind.SUCCEEDED: "支付成功: paid",
        EventKind.CLOSED: "关闭: closed by us",
        EventKind.CLOSED_BY_PROVIDER: "渠道关闭: closed at the provider",
        EventKind.CREDITED: "入账: what it is for was credited",
        EventKind.UNAPPLIED: "未入账: it credits nothing and goes back",
        EventKind.REFUND_REQUESTED: "发起退款: a refund was ordered",
        EventKind.REFUND_ACCEPTED: "退款受理: the provider has taken the refund",
        EventKind.REFUND_FAILURE_REPORTED: "通知退款失败: a failure was reported, and is asked about",
        EventKind.REFUND_FAILED: "退款失败: the provider cannot refund",
        EventKind.REFUND_RETRIED: "重试退款: ordered again",
        EventKind.REFUND_REDIRECTED: "改走转账: sent as a transfer",
        EventKind.REFUND_REDIRECT_FAILED: "转账失败: the transfer failed",
        EventKind.REFUNDED: "退款成功: the payer has it",
        EventKind.PAYOUT_REQUESTED: "发起付款: a payout was ordered",
        EventKind.PAYOUT_STOPPED: "付款暂停: payouts are stopped",
        EventKind.PAYOUT_ACCEPTED: "付款受理: the provider has taken it",
        EventKind.PAYOUT_AWAITING_PAYEE: "待收款人确认: the payee has to accept",
        EventKind.PAYOUT_FAILURE_REPORTED: "通知付款失败: a failure was reported, and is asked about",
        EventKind.PAYOUT_FAILED: "付款失败: nothing was paid",
        EventKind.PAYOUT_SUCCEEDED: "付款成功: the payee has it",
        EventKind.PAYOUT_RETURNED: "退票: the payee's bank sent it back",
    },
    name="PaymentEventKind",
)
described_enum(
    EventSource,
    {
        EventSource.OWN: "本系统: our own act",
        EventSource.ANSWER: "渠道应答: the provider's answer to an order",
        EventSource.QUERY: "主动查询: the provider's answer to a question",
        EventSource.NOTIFICATION: "渠道通知: a notification of the provider",
    },
    name="PaymentEventSource",
)
described_enum(
    PayoutPurpose,
    {
        PayoutPurpose.REFUND: "退款: a refund that the provider could not bring back",
        PayoutPurpose.COMMISSION: "佣金: commission of a salesperson",
        PayoutPurpose.WITHDRAWAL: "提现: a merchant's withdrawal",
    },
)
described_enum(
    PayeeKind,
    {
        PayeeKind.WALLET: "微信零钱: a person's wallet",
        PayeeKind.SETTLEMENT_ACCOUNT: "结算账户: the merchant's own bank account",
    },
)
described_enum(
    AlertKind,
    {
        AlertKind.MALFORMED: "通知格式错误: a notification that nobody could mean",
        AlertKind.UNKNOWN_KEY: "未知密钥: signed with a key that is not the provider's",
        AlertKind.STALE: "通知过期: signed too long ago",
        AlertKind.FORGED_SIGNATURE: "签名不符: the signature is wrong",
        AlertKind.UNDECRYPTABLE: "无法解密: encrypted with another key",
        AlertKind.UNEXPECTED_EVENT: "未知通知类型: an event that we do not take",
        AlertKind.UNKNOWN_REFERENCE: "单号不存在: we never gave this reference",
        AlertKind.WRONG_PARTNER: "服务商号不符: another partner",
        AlertKind.WRONG_PAYEE: "收款方不符: another payee",
        AlertKind.WRONG_APPLICATION: "应用不符: another application",
        AlertKind.WRONG_AMOUNT: "金额不符: another amount",
        AlertKind.WRONG_CURRENCY: "币种不符: another currency",
        AlertKind.SECOND_TRANSACTION: "渠道流水重复: two transactions under one reference",
        AlertKind.LATE_SUCCESS: "关闭后支付成功: refunded by itself",
        AlertKind.SECOND_SUCCESS: "重复支付成功: refunded by itself",
        AlertKind.NOT_APPLICABLE: "支付成功但无法入账: refunded by itself",
        AlertKind.CHARGE_REFUSED: "渠道拒绝下单: the provider refused a charge",
        AlertKind.REFUND_FAILED: "退款失败: another way has to be named",
        AlertKind.REFUNDED_TWICE: "重复退款: money went back two ways",
        AlertKind.PAYOUT_FAILED: "付款失败: nothing was paid",
        AlertKind.PAYOUT_RETURNED: "付款退票: the payee's bank sent it back",
        AlertKind.PAYOUT_CONTRADICTED: "付款结果矛盾: both failed and paid by the provider's word",
        AlertKind.UNTRUSTED_ANSWER: "渠道应答不可信: an answer that is not provably the provider's",
    },
    name="PaymentAlertKind",
)
described_enum(
    AlertState,
    {AlertState.OPEN: "待处理: nobody has looked yet", AlertState.HANDLED: "已处理: somebody has"},
    name="PaymentAlertState",
)
described_enum(
    BreakKind,
    {
        BreakKind.MISSING_HERE: "渠道有、本系统无: the provider has it alone",
        BreakKind.MISSING_AT_PROVIDER: "本系统有、渠道无: we have it alone",
        BreakKind.AMOUNT_DIFFERS: "金额不符: another amount",
        BreakKind.PAYEE_DIFFERS: "收款方不符: another payee",
        BreakKind.LISTED_TWICE: "账单重复: listed twice",
        BreakKind.MISSING_IN_LEDGER: "未记账: not in the ledger",
        BreakKind.LEDGER_DIFFERS: "记账金额不符: another amount in the ledger",
    },
    name="PaymentBreakKind",
)
described_enum(
    BreakState,
    {BreakState.OPEN: "待处理: not settled", BreakState.RESOLVED: "已处理: settled"},
    name="PaymentBreakState",
)
described_enum(
    BreakResolution,
    {
        BreakResolution.ADJUSTED: "已调账: a correcting entry was made",
        BreakResolution.PROVIDER_CORRECTED: "渠道已更正: the provider corrected its list",
        BreakResolution.LATER_MATCHED: "次日已匹配: it appeared on another list",
        BreakResolution.ACCEPTED: "核实无误: looked into, nothing to do",
    },
    name="PaymentBreakResolution",
)
