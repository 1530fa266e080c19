"""What the audit trail calls cards and their values, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.cards.graph.words import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}
naming(
    "card",
    "SELECT id::text AS key, number AS zh, number AS en FROM card WHERE id = ANY ($1::uuid[])",
    permission="card.read",
)
naming(
    "cardBatch",
    "SELECT id::text AS key, number AS zh, number AS en FROM card_batch WHERE id = ANY ($1::uuid[])",
    permission="card_stock.read",
)
naming(
    "physicalCard",
    "SELECT id::text AS key, number AS zh, number AS en FROM physical_card WHERE id = ANY ($1::uuid[])",
    permission="card_stock.read",
)
describe("Card", "卡", "Card", naming="card", fields={
    "store": field("店铺", "Store", "store"),
    "order": None,
    "seller": None,
    "paid_fen": field("付款金额", "Paid"),
    "lots": field("权益批次数", "Lots"),
    "hold": field("冻结原因", "Hold", WORDS["CardHoldKind"]),
    "by": field("新卡", "New card", "card"),
    "of": field("原卡", "Old card", "card"),
    "holder": field("持卡人", "Holder"),
    "before": field("原持卡人", "Holder before"),
    "after": field("新持卡人", "New holder"),
    "expires_at": field("有效期至", "Expires"),
    "field": field("字段", "Field"),
})  # fmt: skip
describe("CardBatch", "实体卡批次", "Batch of physical cards", naming="cardBatch", fields={
    "number": field("批次号", "Number"),
    "file": field("文件", "File"),
    "loaded": field("导入成功", "Loaded"),
    "refused": field("未导入", "Not loaded"),
    "store": field("店铺", "Store", "store"),
    "count": field("数量", "Count"),
})  # fmt: skip
describe("PhysicalCard", "实体卡", "Physical card", naming="physicalCard", fields={
    "state": field("状态", "State", WORDS["CardStockState"]),
    "store": field("店铺", "Store", "store"),
})  # fmt: skip
