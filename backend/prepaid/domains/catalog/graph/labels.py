"""Enums of products in the schema, with their Chinese labels."""

from prepaid.domains.catalog.rules.evidence import FindingKind, Severity
from prepaid.domains.catalog.rules.products import (
    CardForm,
    CardKind,
    ConsumptionOrder,
    CostBearer,
    EntitlementKind,
    GiftKind,
    ProductKind,
    ReviewState,
    ServiceUnit,
    SoldAs,
    ValidityKind,
    VersionState,
)
from prepaid.domains.catalog.rules.words import WordCategory
from prepaid.graph.types import described_enum

described_enum(
    ProductKind,
    {
        ProductKind.SERVICE: "单品: one service with a unit price",
        ProductKind.CARD_TYPE: "卡类型: a type of card",
        ProductKind.PACKAGE: "综合商品: what is sold for a card type",
    },
)
described_enum(
    ServiceUnit,
    {
        ServiceUnit.VISIT: "次: one visit",
        ServiceUnit.HOUR: "小时: one hour",
        ServiceUnit.LESSON: "课时: one lesson",
        ServiceUnit.PIECE: "件: one piece",
    },
)
described_enum(
    CardKind,
    {
        CardKind.REGISTERED: "记名卡: bears its holder's real name",
        CardKind.ANONYMOUS: "不记名卡: bears no name",
    },
)
described_enum(
    CardForm, {CardForm.VIRTUAL: "虚拟卡: lives in the mini-program", CardForm.PHYSICAL: "实体卡: made of plastic"}
)
described_enum(
    ConsumptionOrder,
    {
        ConsumptionOrder.PRINCIPAL_FIRST: "先本金后赠送: principal first",
        ConsumptionOrder.PROPORTIONAL: "本金与赠送按比例: in proportion",
    },
)
described_enum(
    ValidityKind,
    {
        ValidityKind.NONE: "长期有效: never expires",
        ValidityKind.FROM_PURCHASE: "自购买之日起: days from the purchase",
        ValidityKind.FROM_FIRST_USE: "自首次使用起: days from the first use",
    },
    name="CardValidity",
)
described_enum(
    EntitlementKind,
    {
        EntitlementKind.VISITS: "次数: times of one service",
        EntitlementKind.PERIOD: "期限: services without limit for some days",
        EntitlementKind.MONEY: "储值: stored value",
    },
)
described_enum(
    GiftKind,
    {
        GiftKind.VISITS: "赠送次数: times of one service",
        GiftKind.MONEY: "赠送金额: stored value",
        GiftKind.COUPON: "赠送优惠券: a coupon of a batch",
    },
)
described_enum(
    CostBearer, {CostBearer.MERCHANT: "商户承担: the merchant pays", CostBearer.BANK: "银行承担: the bank pays"}
)
described_enum(
    SoldAs,
    {
        SoldAs.OPENING: "仅开卡: only when a card is opened",
        SoldAs.RECHARGE: "仅充值: only as a recharge",
        SoldAs.BOTH: "开卡与充值: either",
    },
)
described_enum(
    VersionState,
    {
        VersionState.DRAFT: "草稿: being drafted",
        VersionState.SUBMITTED: "审核中: being reviewed by the bank",
        VersionState.APPROVED: "已通过: may be put on sale",
        VersionState.REJECTED: "已驳回: to be corrected",
        VersionState.ON_SALE: "在售: can be bought",
        VersionState.OFF_SALE: "已下架: cannot be bought; what was sold goes on",
    },
    name="ProductVersionState",
)
described_enum(
    ReviewState,
    {
        ReviewState.OPEN: "待审核: waits for a decision",
        ReviewState.APPROVED: "已通过: approved",
        ReviewState.REJECTED: "已驳回: rejected with a reason",
        ReviewState.WITHDRAWN: "已撤回: taken back by the merchant",
    },
    name="ProductReviewState",
)
described_enum(
    FindingKind,
    {
        FindingKind.PRICE_HISTORY: "历史价格: against its own latest price",
        FindingKind.TYPE_MEDIAN: "同类中位价: against the median of the type's other merchants",
        FindingKind.SENSITIVE_WORD: "敏感词: a word that texts should not hold",
        FindingKind.TYPE_LIMIT: "类型限制: against what the type allows",
    },
    name="ReviewFindingKind",
)
described_enum(
    Severity,
    {
        Severity.INFO: "提示: for information",
        Severity.WARNING: "注意: look at it",
        Severity.ALARM: "警示: look at it closely",
    },
    name="ReviewFindingSeverity",
)
described_enum(
    WordCategory,
    {
        WordCategory.ABSOLUTE: "绝对化用语: absolute claims",
        WordCategory.FINANCE: "金融承诺: promises of returns",
        WordCategory.MEDICAL: "医疗功效: medical claims",
        WordCategory.ILLEGAL: "违法违规: unlawful",
        WordCategory.OTHER: "其他: other",
    },
    name="SensitiveWordCategory",
)
