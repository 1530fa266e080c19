"""Refusals about tiers, guarantees and what a shortage forbids."""

from prepaid.core.errors import Refusal


class CustodyShort(Refusal):
    """`shortfall_yuan` is missing since the last check."""

    code = "CUSTODY_SHORT"
    zh = "存管资金不足，缺口 {shortfall_yuan} 元，补足前暂停发卡和提现"
    en = "Custody is short of ¥{shortfall_yuan}: no cards are issued and nothing is drawn until it is made up"


class RevenueOnlyForLocal(Refusal):
    code = "REVENUE_ONLY_FOR_LOCAL"
    zh = "仅地方档次需要填写上年营业收入"
    en = "Only the local tier goes by last year's revenue"


class GuaranteeTermInvalid(Refusal):
    code = "GUARANTEE_TERM_INVALID"
    zh = "担保到期日不能早于生效日，也不能早于今天"
    en = "A guarantee ends neither before it begins nor before today"


class GuaranteeRegistered(Refusal):
    code = "GUARANTEE_REGISTERED"
    zh = "该担保已登记（同一出具人、同一编号）"
    en = "This guarantee is registered already: same issuer, same number"


class GuaranteeEnded(Refusal):
    code = "GUARANTEE_ENDED"
    zh = "该担保已终止"
    en = "This guarantee has ended already"
