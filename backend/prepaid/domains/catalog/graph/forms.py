"""Forms in which products are edited."""

from typing import Final

from prepaid.domains.pages.graph.base.building import choice, picked, text, when
from prepaid.domains.pages.rules.fields import AnyField, BooleanField, ListField, NumberField, UploadField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.text import Text


def amount(key: str, zh: str, en: str, path: str | None = None, **rest: object) -> NumberField:
    """An amount of money."""
    return NumberField(key=key, label=Text(zh, en), kind=ValueKind.FEN, min="1", input_path=path, **rest)  # type: ignore[arg-type]


def whole(key: str, zh: str, en: str, path: str | None = None, **rest: object) -> NumberField:
    """A count of at least one."""
    return NumberField(key=key, label=Text(zh, en), kind=ValueKind.INTEGER, min="1", input_path=path, **rest)  # type: ignore[arg-type]


def yes(key: str, zh: str, en: str) -> BooleanField:
    """Yes or no."""
    return BooleanField(key=key, label=Text(zh, en), kind=ValueKind.BOOLEAN)


def _shared() -> tuple[AnyField, ...]:
    return (
        text("name", "名称", "Name", required=True, max_length=80),
        text("description", "说明", "Description", ValueKind.LONG_TEXT, max_length=4_000),
    )


def _scope(key: str, zh: str, en: str) -> tuple[AnyField, ...]:
    kind = f"{key}Kind"
    return (
        choice(kind, zh, en, "StoreScopeKind", input_path=f"{key}.kind"),
        picked(
            f"{key}Stores",
            "店铺",
            "Stores",
            "Store",
            f"{key}.storeIds",
            multiple=True,
            visible_when=when(kind, TestOp.EQ, "STORES"),
        ),
        picked(
            f"{key}Regions",
            "区域",
            "Regions",
            "Region",
            f"{key}.regionIds",
            multiple=True,
            visible_when=when(kind, TestOp.EQ, "REGIONS"),
        ),
    )


SERVICE: Final = Form(
    fields=(
        *_shared(),
        text("category", "类目", "Category", required=True, max_length=80),
        choice("unit", "计量单位", "Unit", "ServiceUnit", required=True),
        amount("unitPriceFen", "单价", "Unit price", required=True),
        whole("durationMinutes", "时长（分钟）", "Minutes", max="1440"),
        yes("refundable", "可退", "Refundable"),
        *_scope("storeScope", "适用店铺", "Given at"),
        UploadField(
            key="images",
            label=Text("图片", "Pictures"),
            kind=ValueKind.IMAGE,
            purpose="product_image",
            accept=("image/jpeg", "image/png", "image/webp"),
            max_bytes=5 * 1024 * 1024,
            max_files=6,
            help=Text("编辑时不上传则保留原图", "When editing: none keeps the ones it has"),
        ),
    )
)
CARD_TYPE: Final = Form(
    fields=(
        *_shared(),
        choice("kind", "记名方式", "Kind", "CardKind", required=True),
        choice("form", "介质", "Form", "CardForm", required=True),
        amount("faceLimitFen", "面额上限", "Face limit", required=True),
        text(
            "numberPrefix",
            "卡号前缀",
            "Number prefix",
            required=True,
            max_length=8,
            help=Text(
                "2 至 8 位数字，其后为流水号与校验位", "2 to 8 digits; a running number and a check digit follow"
            ),
        ),
        picked(
            "services",
            "适用服务",
            "Services",
            "Service",
            "serviceIds",
            multiple=True,
            help=Text("不选表示全部服务", "None: every service"),
        ),
        choice(
            "validity",
            "有效期",
            "Validity",
            "CardValidity",
            required=True,
            visible_when=when("kind", TestOp.EQ, "ANONYMOUS"),
        ),
        whole(
            "validityDays",
            "有效天数",
            "Days valid",
            visible_when=when("validity", TestOp.IN, "FROM_PURCHASE", "FROM_FIRST_USE"),
            required=True,
        ),
        whole("bonusValidityDays", "赠送部分有效天数", "Days until bonus expires"),
        yes("giftAllowed", "可赠与", "May be given away"),
        yes("transferAllowed", "可转让", "May be transferred"),
        choice("consumptionOrder", "消费顺序", "Used up first", "ConsumptionOrder", required=True),
        *_scope("redemptionScope", "可核销店铺", "Redeemed at"),
    )
)
PACKAGE: Final = Form(
    fields=(
        *_shared(),
        picked("cardType", "卡类型", "Card type", "CardType", "cardTypeId", required=True),
        amount("salePriceFen", "售价", "Sale price", required=True),
        whole("termDays", "预付期限（天）", "Term (days)"),
        choice("soldAs", "销售场景", "Sold as", "SoldAs", required=True),
        ListField(
            key="entitlements",
            label=Text("权益", "Entitlements"),
            kind=ValueKind.JSON,
            item_field_keys=("entitlementKind", "entitlementServices", "times", "days", "periodPriceFen", "amountFen"),
            required=True,
            min_items=1,
            max_items=50,
        ),
        choice("entitlementKind", "类型", "Kind", "EntitlementKind", input_path="kind", required=True),
        picked(
            "entitlementServices",
            "服务",
            "Services",
            "Service",
            "serviceIds",
            multiple=True,
            required=True,
            visible_when=when("entitlementKind", TestOp.IN, "VISITS", "PERIOD"),
        ),
        whole("times", "次数", "Times", required=True, visible_when=when("entitlementKind", TestOp.EQ, "VISITS")),
        whole("days", "天数", "Days", required=True, visible_when=when("entitlementKind", TestOp.EQ, "PERIOD")),
        amount(
            "periodPriceFen",
            "期限价值",
            "List price of the period",
            required=True,
            visible_when=when("entitlementKind", TestOp.EQ, "PERIOD"),
        ),
        amount("amountFen", "金额", "Amount", required=True, visible_when=when("entitlementKind", TestOp.EQ, "MONEY")),
        yes("giftsOn", "附赠品", "With gifts"),
        ListField(
            key="gifts",
            label=Text("赠品", "Gifts"),
            kind=ValueKind.JSON,
            item_field_keys=("giftKind", "giftService", "giftTimes", "giftAmountFen", "couponBatch", "costBearer"),
            max_items=50,
            visible_when=when("giftsOn", TestOp.EQ, "true"),
        ),
        choice("giftKind", "类型", "Kind", "PackageGiftKind", input_path="kind", required=True),
        picked(
            "giftService",
            "服务",
            "Service",
            "Service",
            "serviceId",
            required=True,
            visible_when=when("giftKind", TestOp.EQ, "VISITS"),
        ),
        whole("giftTimes", "次数", "Times", "times", required=True, visible_when=when("giftKind", TestOp.EQ, "VISITS")),
        amount(
            "giftAmountFen",
            "金额",
            "Amount",
            "amountFen",
            required=True,
            visible_when=when("giftKind", TestOp.EQ, "MONEY"),
        ),
        text(
            "couponBatch",
            "优惠券批次",
            "Coupon batch",
            input_path="couponBatchId",
            read_only=True,
            visible_when=when("giftKind", TestOp.EQ, "COUPON"),
        ),
        choice("costBearer", "成本承担", "Paid by", "CostBearer", required=True),
    )
)
