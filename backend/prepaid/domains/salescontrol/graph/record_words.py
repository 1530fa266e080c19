"""What the audit trail calls the objects of sales control and their values, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.salescontrol.graph.labels import DICTIONARIES
from prepaid.domains.stores.graph.dictionaries import DICTIONARIES as OF_STORES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in (*DICTIONARIES, *OF_STORES)
}

describe("SalesControlRule", "控销规则", "Sales rule", naming="salesControlRule", fields={
    "number": field("规则号", "Number"),
    "effect": field("方向", "Effect", WORDS["SalesControlEffect"]),
    "place": field("范围", "Where", WORDS["SalesControlPlace"]),
    "store": field("店铺", "Store", "store"),
    "region": field("区域", "Region", "region"),
    "level": field("层级", "Level"),
    "storeType": field("店铺类型", "Store type", WORDS["StoreType"]),
    "exclusive": field("仅限此处销售", "Sold here only"),
    "since": field("生效日期", "From"),
    "lastDay": field("截止日期", "Last day"),
    "quota": field("限量", "Quota"),
    "endedAt": field("结束时间", "Ended"),
})  # fmt: skip
describe("RegionAgent", "区域代理", "Region agent", naming="regionAgent", fields={
    "region": field("区域", "Region", "region"),
    "shareBps": field("分成比例（万分之）", "Share (basis points)"),
    "since": field("起始日期", "From"),
    "lastDay": field("截止日期", "Last day"),
})  # fmt: skip
naming(
    "salesControlRule",
    "SELECT id::text AS key, number AS zh, number AS en FROM sales_control_rule WHERE id = ANY ($1::uuid[])",
    permission="sales_control.read",
)
naming(
    "regionAgent",
    "SELECT id::text AS key, name AS zh, name AS en FROM region_agent WHERE id = ANY ($1::uuid[])",
    permission="region_agent.read",
)
