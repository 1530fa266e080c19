"""What ordering refuses."""

from prepaid.core.errors import Refusal


class CartInvalid(Refusal):
    """Empty, too many pieces, or a package beside something else."""

    code = "CART_INVALID"
    zh = "请选择一个套餐，或 1 至 {most} 份服务"
    en = "Choose one package, or 1 to {most} pieces of services"


class ProductNotOnSale(Refusal):
    code = "PRODUCT_NOT_ON_SALE"
    zh = "“{name}”已下架，请重新选择"
    en = "“{name}” is not on sale any more"


class PriceChanged(Refusal):
    """`expected_fen` was shown, `current_fen` is what it costs."""

    code = "PRICE_CHANGED"
    zh = "价格已由 {expected_yuan} 元变为 {current_yuan} 元，请确认后重新下单"
    en = "The price was {expected_yuan} and is {current_yuan} now; look at it again"


class NotSoldForOpening(Refusal):
    code = "NOT_SOLD_FOR_OPENING"
    zh = "该套餐仅供已有此类卡的顾客充值"
    en = "This package is sold to holders of such a card only"


class NotSoldForRecharge(Refusal):
    code = "NOT_SOLD_FOR_RECHARGE"
    zh = "该套餐仅供首次开卡"
    en = "This package is sold with a first card only"


class CardOfOtherType(Refusal):
    code = "CARD_OF_OTHER_TYPE"
    zh = "该套餐不能充入这张卡"
    en = "This package does not go on that card"


class OrderPending(Refusal):
    """`order`: global id of the one that waits; `number` is what people read."""

    code = "ORDER_PENDING"
    zh = "您有一笔未完成的订单 {number}，请先支付或取消"
    en = "Your order {number} still waits; pay or cancel it first"


class AgreementNeeded(Refusal):
    code = "AGREEMENT_NEEDED"
    zh = "请先阅读并同意《消费者服务协议》"
    en = "Read and accept the agreement first"


class MerchantNotSelling(Refusal):
    """The state of the merchant closes its sales."""

    code = "MERCHANT_NOT_SELLING"
    zh = "该商户暂停销售"
    en = "This merchant does not sell at present"


class OrderClosed(Refusal):
    code = "ORDER_CLOSED"
    zh = "订单已关闭，不能再支付"
    en = "This order is closed"


class OrderPaid(Refusal):
    code = "ORDER_PAID"
    zh = "订单已支付"
    en = "This order is paid"


class BalanceShort(Refusal):
    """`available_fen`: what the card still has."""

    code = "BALANCE_SHORT"
    zh = "卡内储值余额不足，可用 {available_yuan} 元"
    en = "The card has {available_yuan} only"


class BalanceNotUsable(Refusal):
    """Only a single service is paid with the balance of a card."""

    code = "BALANCE_NOT_USABLE"
    zh = "该订单不能使用卡内余额"
    en = "This order cannot be paid with a card's balance"
