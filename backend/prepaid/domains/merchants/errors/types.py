"""Refusals about merchant types."""

from prepaid.core.errors import Refusal


class MerchantTypeTaken(Refusal):
    code = "MERCHANT_TYPE_TAKEN"
    zh = "该商户类型代码已被使用"
    en = "A merchant type has this code already"


class NoDraftOfType(Refusal):
    code = "NO_DRAFT_OF_TYPE"
    zh = "该商户类型没有待发布的草稿"
    en = "This merchant type has no draft to publish"


class TypeTermsOutOfBounds(Refusal):
    """`lowest`, `highest`: what the law or the platform allows."""

    code = "TYPE_TERMS_OUT_OF_BOUNDS"
    zh = "取值须在 {lowest} 到 {highest} 之间"
    en = "It must lie between {lowest} and {highest}"


class TypeTermsUnordered(Refusal):
    code = "TYPE_TERMS_UNORDERED"
    zh = "须满足：下限 ≤ 默认值 ≤ 上限"
    en = "Lowest, default and highest must be in this order"


class MerchantTypeRetired(Refusal):
    code = "MERCHANT_TYPE_RETIRED"
    zh = "该商户类型已停用，不再接受新的申请"
    en = "This merchant type is retired and takes no new applications"
