"""What the enums of salespeople and commission are called, in the schema and on pages."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.salesforce.rules.commission import Basis, MatchLevel, Occasion, RateKind
from prepaid.domains.salesforce.rules.people import Employment, SalespersonStatus
from prepaid.graph.types import described_enum

Words = Mapping[Any, tuple[str, str]]

STATUSES: Final[Words] = {
    SalespersonStatus.ACTIVE: ("在岗", "Active"),
    SalespersonStatus.SUSPENDED: ("停用", "Suspended"),
    SalespersonStatus.LEFT: ("已离职", "Left"),
}
EMPLOYMENTS: Final[Words] = {
    Employment.FULL_TIME: ("全职", "Full-time"),
    Employment.PART_TIME: ("兼职", "Part-time"),
    Employment.EXTERNAL: ("外部合作", "External"),
}
OCCASIONS: Final[Words] = {
    Occasion.SERVICE: ("单品销售", "Single service"),
    Occasion.OPENING: ("首次开卡", "Opening"),
    Occasion.RECHARGE: ("充值", "Recharge"),
    Occasion.PERFORMANCE: ("服务履约", "Performance"),
}
LEVELS: Final[Words] = {
    MatchLevel.PERSON: ("人员", "Person"),
    MatchLevel.PRODUCT: ("商品", "Product"),
    MatchLevel.CATEGORY: ("类目或卡类型", "Category"),
    MatchLevel.DEFAULT: ("默认", "Default"),
}
BASES: Final[Words] = {
    Basis.PAID: ("实付金额", "Paid"),
    Basis.LIST: ("标价", "List price"),
    Basis.PRINCIPAL_ONLY: ("仅本金", "Principal only"),
}
RATES: Final[Words] = {
    RateKind.PERCENT: ("按比例", "Percentage"),
    RateKind.PER_VISIT: ("按次固定", "Fixed per visit"),
    RateKind.PER_TIME: ("按时长固定", "Fixed per time"),
}
TONES: Final[Mapping[Any, Tone]] = {
    SalespersonStatus.ACTIVE: Tone.SUCCESS,
    SalespersonStatus.SUSPENDED: Tone.WARNING,
    SalespersonStatus.LEFT: Tone.NEUTRAL,
}
NAMED: Final[tuple[tuple[str, type[Enum], Words], ...]] = (
    ("SalespersonStatus", SalespersonStatus, STATUSES),
    ("SalespersonEmployment", Employment, EMPLOYMENTS),
    ("CommissionOccasion", Occasion, OCCASIONS),
    ("CommissionMatchLevel", MatchLevel, LEVELS),
    ("CommissionBasis", Basis, BASES),
    ("CommissionRateKind", RateKind, RATES),
)
for _name, _enum, _words in NAMED:
    described_enum(_enum, {value: f"{zh}: {en}" for value, (zh, en) in _words.items()}, name=_name)

DICTIONARIES: Final = tuple(
    dictionary(name, [(value.value, zh, en, TONES.get(value)) for value, (zh, en) in words.items()])
    for name, _, words in NAMED
)
