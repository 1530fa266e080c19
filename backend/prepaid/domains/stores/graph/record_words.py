"""What the audit trail calls stores, regions and their values, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.stores.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}
SINCE: Final = field("生效日期", "From")

describe("Store", "店铺", "Store", naming="store", fields={
    "number": field("店铺号", "Number"),
    "type": field("店铺类型", "Type", WORDS["StoreType"]),
    "status": field("状态", "State", WORDS["StoreStatus"]),
    "address": field("地址", "Address"),
    "movesOn": field("搬迁日期", "Moves on"),
    "region": field("区域", "Region", "region"),
    "since": SINCE,
    "search": None,
    "longitude": field("经度", "Longitude"),
    "latitude": field("纬度", "Latitude"),
    "opens": field("开门时间", "Opens"),
    "closes": field("关门时间", "Closes"),
    "closed_weekdays": field("休息日", "Closed on", WORDS["Weekday"]),
    "phone": field("电话", "Phone"),
})  # fmt: skip
describe("Region", "区域", "Region", naming="region", fields={
    "status": field("状态", "State", WORDS["RegionStatus"]),
    "parent": field("上级区域", "Parent", "region"),
    "since": SINCE,
})  # fmt: skip
describe("RegionLevels", "区域层级", "Region levels", naming="merchant", fields={
    "levels": field("层级", "Levels"),
})  # fmt: skip
naming(
    "store",
    "SELECT id::text AS key, name AS zh, name AS en FROM store WHERE id = ANY ($1::uuid[])",
    permission="store.read",
)
naming(
    "region",
    "SELECT id::text AS key, path AS zh, path AS en FROM region WHERE id = ANY ($1::uuid[])",
    permission="region.read",
)
