"""What payment refuses."""

from prepaid.core.errors import Refusal


class MerchantCannotCollect(Refusal):
    """The merchant has no number of its own at the provider, and nobody collects for others."""

    code = "MERCHANT_CANNOT_COLLECT"
    zh = "商户尚未开通收款，请联系银行登记特约商户号"
    en = "The merchant cannot take payments yet: the bank registers its number at the provider first"


class SubMerchantNumberInvalid(Refusal):
    code = "SUB_MERCHANT_NUMBER_INVALID"
    zh = "特约商户号应为 8 至 10 位数字"
    en = "A sub-merchant number has 8 to 10 digits"


class SubMerchantNumberTaken(Refusal):
    code = "SUB_MERCHANT_NUMBER_TAKEN"
    zh = "该特约商户号已属于其他商户"
    en = "This number belongs to another merchant"


class AlreadyPaid(Refusal):
    code = "ALREADY_PAID"
    zh = "已支付成功，请勿重复支付"
    en = "This is paid already"


class PayerUnknown(Refusal):
    code = "PAYER_UNKNOWN"
    zh = "缺少付款人的微信标识，请在小程序内重新登录后支付"
    en = "The payer's wallet is not known; sign in again in the mini-program"


class PaymentAmountInvalid(Refusal):
    code = "PAYMENT_AMOUNT_INVALID"
    zh = "金额须大于 0"
    en = "An amount is above zero"


class PaymentTimeInvalid(Refusal):
    """`minutes_min`, `minutes_max`: what is possible."""

    code = "PAYMENT_TIME_INVALID"
    zh = "支付时限须在 {minutes_min} 至 {minutes_max} 分钟之间"
    en = "A payer has between {minutes_min} and {minutes_max} minutes"


class NotCaptured(Refusal):
    code = "NOT_CAPTURED"
    zh = "该笔支付尚未成功，不能退款"
    en = "This payment has not been captured"


class RefundExceedsPayment(Refusal):
    """`refundable_fen`: what is left to refund."""

    code = "REFUND_EXCEEDS_PAYMENT"
    zh = "退款金额超过可退金额"
    en = "More than what is left of the payment"


class RefundDiffers(Refusal):
    code = "REFUND_DIFFERS"
    zh = "该退款已按其他金额提交"
    en = "This refund was asked for with another amount"


class PayoutDiffers(Refusal):
    code = "PAYOUT_DIFFERS"
    zh = "该付款已按其他内容提交"
    en = "This payout was asked for with other contents"


class RefundNotFailed(Refusal):
    code = "REFUND_NOT_FAILED"
    zh = "只有退款失败时才能改走转账"
    en = "Only a failed refund can be sent as a transfer"


class PayeeNameInvalid(Refusal):
    code = "PAYEE_NAME_INVALID"
    zh = "请填写收款人真实姓名"
    en = "Give the payee's real name"


class PayoutsStopped(Refusal):
    """`reason`: the bank's own words."""

    code = "PAYOUTS_STOPPED"
    zh = "付款已被银行暂停：{reason}"
    en = "The bank has stopped payouts: {reason}"


class AlertHandled(Refusal):
    code = "ALERT_HANDLED"
    zh = "该告警已处理"
    en = "This alert has been handled"


class BreakResolved(Refusal):
    code = "BREAK_RESOLVED"
    zh = "该差错已处理"
    en = "This break has been resolved"


class BillDayInvalid(Refusal):
    code = "BILL_DAY_INVALID"
    zh = "只能获取过去 90 天内、今天以前的账单"
    en = "Only bills of the last 90 days, before today, can be fetched"


class NothingToAsk(Refusal):
    code = "NOTHING_TO_ASK"
    zh = "该笔业务已有最终结果，无需查询"
    en = "The outcome is final already"
