"""Refusals of products."""

from prepaid.core.errors import Refusal


class ProductNameTaken(Refusal):
    code = "PRODUCT_NAME_TAKEN"
    zh = "已有同名商品"
    en = "A product has this name already"


class VersionStepImpossible(Refusal):
    """`from`, `to`: states of the version."""

    code = "VERSION_STEP_IMPOSSIBLE"
    zh = "商品版本当前状态不能执行此操作"
    en = "The version's state does not allow this"


class NothingOnSale(Refusal):
    code = "NOTHING_ON_SALE"
    zh = "该商品没有在售版本"
    en = "No version of this product is on sale"


class PackageEmpty(Refusal):
    code = "PACKAGE_EMPTY"
    zh = "请至少添加一项权益"
    en = "Add at least one entitlement"


class EntitlementIncomplete(Refusal):
    code = "ENTITLEMENT_INCOMPLETE"
    zh = "权益填写不完整或不一致"
    en = "This entitlement is incomplete or contradictory"


class PriceOverList(Refusal):
    """`limit_fen`: the list value."""

    code = "PRICE_OVER_LIST"
    zh = "售价不能高于权益价值 {limit} 元"
    en = "The price is over the list value of {limit} yuan"


class DiscountTooDeep(Refusal):
    """`limit_fen`: the lowest price."""

    code = "DISCOUNT_TOO_DEEP"
    zh = "折扣超过该商户类型的上限，售价不能低于 {limit} 元"
    en = "The discount is deeper than the merchant type allows; the price is at least {limit} yuan"


class FaceOverLimit(Refusal):
    """`limit_fen`: the limit."""

    code = "FACE_OVER_LIMIT"
    zh = "面额超过上限 {limit} 元"
    en = "The face value is over the limit of {limit} yuan"


class ServiceNotAllowed(Refusal):
    code = "SERVICE_NOT_ALLOWED"
    zh = "该卡类型不包含此服务"
    en = "The card type does not allow this service"


class TermOverCap(Refusal):
    code = "TERM_OVER_CAP"
    zh = "预付期限不能超过 {limit} 天"
    en = "The prepaid term is at most {limit} days"


class LessonsOverCap(Refusal):
    code = "LESSONS_OVER_CAP"
    zh = "预付课时或次数不能超过 {limit}"
    en = "At most {limit} lessons or visits are prepaid"


class ValidityUnlawful(Refusal):
    code = "VALIDITY_UNLAWFUL"
    zh = "记名卡不得设有效期，不记名卡有效期不得少于 3 年"
    en = "A registered card has no expiry; an anonymous one lasts at least 3 years"


class OwnSubmission(Refusal):
    code = "OWN_SUBMISSION"
    zh = "不能审核自己提交的商品"
    en = "You cannot review your own submission"


class ReviewDecided(Refusal):
    """The loser of two who decide at once is told so."""

    code = "REVIEW_DECIDED"
    zh = "该审核已被处理"
    en = "This review has been decided already"
