"""Refusals of sales control."""

from prepaid.core.errors import Refusal


class SaleDenied(Refusal):
    """`rule`, `ruleId`: the deciding rule."""

    code = "SALE_DENIED"
    zh = "控销规则 {rule} 禁止该商品在本店销售"
    en = "Sales control rule {rule} forbids selling this product in this store"


class SaleElsewhere(Refusal):
    """`rule`, `ruleId`: the rule that keeps the product to other places."""

    code = "SALE_ELSEWHERE"
    zh = "按控销规则 {rule}，该商品仅限其他区域或店铺销售"
    en = "By sales control rule {rule} this product is sold in other regions or stores only"


class QuotaExhausted(Refusal):
    """`remaining`: what is left, fewer than asked for; `rule`, `ruleId`: whose quota."""

    code = "QUOTA"
    zh = "该商品限量 {quota} 份，剩余 {remaining} 份"
    en = "The quota of this product is {quota}; {remaining} are left"


class StoreNotSelling(Refusal):
    code = "STORE_NOT_SELLING"
    zh = "该店铺未营业，不能销售"
    en = "This store is not open for business"


class ParentNotSold(Refusal):
    """`store`: the first store of the rule's place where the card type may not be sold."""

    code = "PARENT_NOT_SOLD"
    zh = "该商品所属卡类型不能在“{store}”销售，请先调整卡类型的控销规则"
    en = "The card type of this package may not be sold in {store}; change the card type's rule first"


class QuotaBelowTaken(Refusal):
    """`taken`: how many are sold or reserved."""

    code = "QUOTA_BELOW_TAKEN"
    zh = "已占用 {taken} 份，限量不能更低"
    en = "{taken} are taken already; the quota cannot be lower"


class ControlRuleEnded(Refusal):
    code = "CONTROL_RULE_ENDED"
    zh = "该规则已结束"
    en = "This rule has ended"


class AgentOverlaps(Refusal):
    """`agent`: who is set for a time that overlaps."""

    code = "AGENT_OVERLAPS"
    zh = "该区域在此期间已有代理：{agent}"
    en = "The region has an agent at that time already: {agent}"
