"""Refusal of sales."""

from prepaid.core.errors import Refusal


class SaleBlocked(Refusal):
    """`stops`: every reason, as codes of `SaleStop`; `reasons_zh`, `reasons_en`: the same in words."""

    code = "SALE_BLOCKED"
    zh = "该商户暂不能售卡或充值：{reasons_zh}"
    en = "This merchant may not sell or recharge cards at present: {reasons_en}"
