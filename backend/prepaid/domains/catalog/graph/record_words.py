"""What the audit trail calls products and their values, in the words of the pages."""

from typing import Any, Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import FieldWords, Words, describe, field
from prepaid.domains.catalog.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}
SHARED: Final[dict[str, FieldWords | None]] = {
    "description": field("说明", "Description"),
    "attributes": field("类型属性", "Attributes", whole=True),
    "attributes.*": None,
    "state": field("状态", "State", WORDS["ProductVersionState"]),
    "review": None,
    "priceFen": field("价格", "Price"),
}


def _scope(name: str, zh: str, en: str) -> dict[str, FieldWords | None]:
    return {
        f"{name}.kind": field(zh, en, WORDS["StoreScopeKind"]),
        f"{name}.ids": field(f"{zh}（明细）", f"{en} (which)", whole=True),
    }


def _product(code: str, zh: str, en: str, **fields: Any) -> None:
    describe(code, zh, en, naming="product", fields={**SHARED, **fields})


_product(
    "Service",
    "单品",
    "Service",
    category=field("类目", "Category"),
    unit=field("计量单位", "Unit", WORDS["ServiceUnit"]),
    unit_price_fen=field("单价", "Unit price"),
    duration_minutes=field("时长（分钟）", "Minutes"),
    refundable=field("可退", "Refundable"),
    images=field("图片", "Images", whole=True),
    **_scope("store_scope", "适用店铺", "Given at"),
)
_product(
    "CardType",
    "卡类型",
    "Card type",
    kind=field("记名方式", "Kind", WORDS["CardKind"]),
    form=field("介质", "Form", WORDS["CardForm"]),
    face_limit_fen=field("面额上限", "Face limit"),
    number_prefix=field("卡号前缀", "Number prefix"),
    all_services=field("适用全部服务", "Every service"),
    validity=field("有效期", "Validity", WORDS["CardValidity"]),
    validity_days=field("有效天数", "Days valid"),
    bonus_validity_days=field("赠送部分有效天数", "Days until bonus expires"),
    gift_allowed=field("可赠与", "May be given away"),
    transfer_allowed=field("可转让", "May be transferred"),
    consumption_order=field("消费顺序", "Used up first", WORDS["ConsumptionOrder"]),
    **_scope("redemption_scope", "可核销店铺", "Redeemed at"),
)
_product(
    "Package",
    "综合商品",
    "Package",
    card_type_id=field("卡类型", "Card type", "product"),
    sale_price_fen=field("售价", "Sale price"),
    list_value_fen=field("权益价值", "List value"),
    term_days=field("预付期限（天）", "Term (days)"),
    sold_as=field("销售场景", "Sold as", WORDS["SoldAs"]),
    gifts_on=field("附赠品", "With gifts"),
)
describe("SensitiveWord", "敏感词", "Sensitive word", fields={
    "word": field("敏感词", "Word"),
    "category": field("类别", "Category", WORDS["SensitiveWordCategory"]),
})  # fmt: skip
naming(
    "product",
    "SELECT id::text AS key, name AS zh, name AS en FROM service WHERE id = ANY ($1::uuid[]) UNION ALL "
    "SELECT id::text, name, name FROM card_type WHERE id = ANY ($1::uuid[]) UNION ALL "
    "SELECT id::text, name, name FROM package WHERE id = ANY ($1::uuid[])",
    permission="product.read",
)
