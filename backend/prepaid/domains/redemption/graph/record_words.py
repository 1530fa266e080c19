"""What the audit trail calls redemptions, in the words of the pages."""

from typing import Final

from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.redemption.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}

describe("Redemption", "核销", "Redemption", naming="redemption", fields={
    "number": field("核销单号", "Number"),
    "means": field("出示方式", "Recognised by", WORDS["RedemptionMeans"]),
    "store": field("店铺", "Store", "store"),
    "valueFen": field("价值", "Worth"),
    "items": field("明细数", "Items"),
    "status": field("状态", "State", WORDS["RedemptionStatus"]),
    "days": field("履约天数", "Days"),
    "settledFen": field("结算金额", "Settled"),
    "item": field("第几项（从 0 起）", "Place of the item"),
    "outcome": field("争议结果", "Outcome", WORDS["DisputeOutcome"]),
    "heldFen": field("冻结金额", "Held"),
})  # fmt: skip
