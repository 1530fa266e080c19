"""What sales control's enums are called, in the schema and on pages."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.salescontrol.rules.control import Effect, Ground, PlaceKind
from prepaid.domains.salescontrol.rules.standing import RuleState
from prepaid.graph.types import described_enum

Words = Mapping[Any, tuple[str, str]]

EFFECTS: Final[Words] = {Effect.ALLOW: ("允许", "Allow"), Effect.DENY: ("禁止", "Deny")}
PLACES: Final[Words] = {
    PlaceKind.STORE: ("店铺", "Store"),
    PlaceKind.REGION: ("区域及下级", "Region and below"),
    PlaceKind.REGION_LEVEL: ("区域层级", "Region level"),
    PlaceKind.STORE_TYPE: ("店铺类型", "Store type"),
    PlaceKind.ALL_STORES: ("全部店铺", "All stores"),
}
GROUNDS: Final[Words] = {
    Ground.UNCONTROLLED: ("未设控销", "Not controlled"),
    Ground.ALLOWED: ("允许销售", "Allowed"),
    Ground.DENIED: ("禁止销售", "Denied"),
    Ground.ELSEWHERE: ("仅限其他地点", "Elsewhere only"),
    Ground.SOLD_OUT: ("限量售罄", "Quota used up"),
    Ground.STORE_NOT_SELLING: ("店铺未营业", "Store not open"),
}
STATES: Final[Words] = {
    RuleState.SCHEDULED: ("待生效", "Scheduled"),
    RuleState.IN_FORCE: ("生效中", "In force"),
    RuleState.ENDED: ("已结束", "Ended"),
}
TONES: Final[Mapping[Any, Tone]] = {
    Effect.ALLOW: Tone.SUCCESS,
    Effect.DENY: Tone.DANGER,
    Ground.UNCONTROLLED: Tone.NEUTRAL,
    Ground.ALLOWED: Tone.SUCCESS,
    Ground.DENIED: Tone.DANGER,
    Ground.ELSEWHERE: Tone.WARNING,
    Ground.SOLD_OUT: Tone.WARNING,
    Ground.STORE_NOT_SELLING: Tone.NEUTRAL,
    RuleState.SCHEDULED: Tone.INFO,
    RuleState.IN_FORCE: Tone.SUCCESS,
    RuleState.ENDED: Tone.NEUTRAL,
}
NAMED: Final[tuple[tuple[str, type[Enum], Words], ...]] = (
    ("SalesControlEffect", Effect, EFFECTS),
    ("SalesControlPlace", PlaceKind, PLACES),
    ("SalesControlGround", Ground, GROUNDS),
    ("SalesControlState", RuleState, STATES),
)
for _name, _enum, _words in NAMED:
    described_enum(_enum, {value: f"{zh}: {en}" for value, (zh, en) in _words.items()}, name=_name)

DICTIONARIES: Final = tuple(
    dictionary(name, [(value.value, zh, en, TONES.get(value)) for value, (zh, en) in words.items()])
    for name, _, words in NAMED
)
