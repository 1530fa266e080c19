"""Words of products for the pages."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import FormDictionary, Option, Tone
from prepaid.domains.pages.rules.text import Text

DICTIONARIES: Final = (
    dictionary(
        "ProductKind",
        (
            ("SERVICE", "单品", "Service", None),
            ("CARD_TYPE", "卡类型", "Card type", None),
            ("PACKAGE", "综合商品", "Package", None),
        ),
    ),
    dictionary(
        "ServiceUnit",
        (
            ("VISIT", "次", "Visit", None),
            ("HOUR", "小时", "Hour", None),
            ("LESSON", "课时", "Lesson", None),
            ("PIECE", "件", "Piece", None),
        ),
    ),
    dictionary(
        "CardKind", (("REGISTERED", "记名卡", "Registered", None), ("ANONYMOUS", "不记名卡", "Anonymous", None))
    ),
    dictionary("CardForm", (("VIRTUAL", "虚拟卡", "Virtual", None), ("PHYSICAL", "实体卡", "Physical", None))),
    dictionary(
        "ConsumptionOrder",
        (
            ("PRINCIPAL_FIRST", "先本金后赠送", "Principal first", None),
            ("PROPORTIONAL", "本金与赠送按比例", "In proportion", None),
        ),
    ),
    dictionary(
        "CardValidity",
        (
            ("NONE", "长期有效", "Never expires", None),
            ("FROM_PURCHASE", "自购买之日起", "From the purchase", None),
            ("FROM_FIRST_USE", "自首次使用起", "From the first use", None),
        ),
    ),
    dictionary(
        "EntitlementKind",
        (
            ("VISITS", "次数", "Visits", None),
            ("PERIOD", "期限", "Period", None),
            ("MONEY", "储值", "Stored value", None),
        ),
    ),
    FormDictionary(
        name="PackageGiftKind",
        options=(
            Option(value="VISITS", label=Text("赠送次数", "Visits")),
            Option(value="MONEY", label=Text("赠送金额", "Stored value")),
            # Kept where a package has one; it is chosen with the coupons themselves.
            Option(value="COUPON", label=Text("赠送优惠券", "Coupon"), disabled=True),
        ),
    ),
    dictionary("CostBearer", (("MERCHANT", "商户承担", "Merchant", None), ("BANK", "银行承担", "Bank", None))),
    dictionary(
        "SoldAs",
        (
            ("OPENING", "仅开卡", "Opening only", None),
            ("RECHARGE", "仅充值", "Recharge only", None),
            ("BOTH", "开卡与充值", "Opening and recharge", None),
        ),
    ),
    dictionary(
        "ProductVersionState",
        (
            ("DRAFT", "草稿", "Draft", Tone.INFO),
            ("SUBMITTED", "审核中", "In review", Tone.WARNING),
            ("APPROVED", "已通过", "Approved", Tone.SUCCESS),
            ("REJECTED", "已驳回", "Rejected", Tone.DANGER),
            ("ON_SALE", "在售", "On sale", Tone.SUCCESS),
            ("OFF_SALE", "已下架", "Off sale", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "ProductReviewState",
        (
            ("OPEN", "待审核", "Open", Tone.WARNING),
            ("APPROVED", "已通过", "Approved", Tone.SUCCESS),
            ("REJECTED", "已驳回", "Rejected", Tone.DANGER),
            ("WITHDRAWN", "已撤回", "Withdrawn", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "ReviewFindingKind",
        (
            ("PRICE_HISTORY", "历史价格", "Own price history", None),
            ("TYPE_MEDIAN", "同类中位价", "Median of the type", None),
            ("SENSITIVE_WORD", "敏感词", "Sensitive word", None),
            ("TYPE_LIMIT", "类型限制", "Limit of the type", None),
        ),
    ),
    dictionary(
        "ReviewFindingSeverity",
        (
            ("INFO", "提示", "Information", Tone.INFO),
            ("WARNING", "注意", "Warning", Tone.WARNING),
            ("ALARM", "警示", "Alarm", Tone.DANGER),
        ),
    ),
    dictionary(
        "SensitiveWordCategory",
        (
            ("ABSOLUTE", "绝对化用语", "Absolute claim", None),
            ("FINANCE", "金融承诺", "Promise of returns", None),
            ("MEDICAL", "医疗功效", "Medical claim", None),
            ("ILLEGAL", "违法违规", "Unlawful", None),
            ("OTHER", "其他", "Other", None),
        ),
    ),
    dictionary(
        "StoreScopeKind",
        (
            ("ALL_STORES", "全部店铺", "All stores", None),
            ("STORES", "指定店铺", "Listed stores", None),
            ("REGIONS", "指定区域", "Regions", None),
        ),
    ),
)
