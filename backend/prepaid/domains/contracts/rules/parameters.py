"""Rule parameters (规则参数): what of a contract the money engine executes, with the bounds of law."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any, Final


class ParameterKind(StrEnum):
    """How a parameter reads."""

    BPS = "BPS"
    DAYS = "DAYS"
    MINUTES = "MINUTES"
    FLAG = "FLAG"
    CHOICE = "CHOICE"


class ReleaseRule(StrEnum):
    """When custody money of performed services is released (存管释放规则)."""

    PER_REDEMPTION = "PER_REDEMPTION"
    DAILY = "DAILY"
    MONTHLY = "MONTHLY"


class InterestRule(StrEnum):
    """Interest on a refund (退款利息): by 法释〔2025〕4号 16 and 17, or as agreed."""

    STATUTORY = "STATUTORY"
    AGREED = "AGREED"


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleParameters:
    """As agreed in one contract. Shares in basis points, 10,000 is the whole."""

    custody_ratio_bps: int = 4_000
    """Share of each payment that is kept in the card contract's wallet (r)."""
    holdback_bps: int = 0
    """Share of the rest that the merchant may not draw until it is consumed (h)."""
    release_rule: ReleaseRule = ReleaseRule.PER_REDEMPTION
    undo_window_minutes: int = 60
    """How long a redemption can be undone at the counter; custody money is released afterwards."""
    dispute_window_days: int = 7
    """How long the consumer may dispute a redemption."""
    refund_fee_cap_bps: int = 0
    """Highest fee of a refund for the consumer's own reasons, of the refund."""
    cooling_off_days: int = 7
    gift_allowed: bool = True
    transfer_allowed: bool = True
    validity_days: int | None = None
    """None: without expiry. Expiry never ends the claim, only the use until the card is activated again."""
    interest_rule: InterestRule = InterestRule.STATUTORY
    agreed_interest_bps: int | None = None

    def as_json(self) -> dict[str, Any]:
        """As a version or a contract stores them."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterSpec:
    """What is known of a parameter: texts, bounds, and where they come from."""

    name: str
    kind: ParameterKind
    zh: str
    en: str
    source: str
    lowest: int = 0
    highest: int = 0
    optional: bool = False
    choices: Mapping[str, tuple[str, str]] | None = None
    """Values with their texts, zh and en."""
    negotiable: bool = False
    """May be agreed otherwise for one contract, within the range that the version states."""


WHOLE_BPS: Final = 10_000
STATUTORY_COOLING_OFF_DAYS: Final = 7
SPECS: Final[tuple[ParameterSpec, ...]] = (
    ParameterSpec(
        name="custody_ratio_bps",
        kind=ParameterKind.BPS,
        zh="资金存管比例",
        en="Custody ratio",
        source="单用途商业预付卡管理办法第二十六条",
        highest=WHOLE_BPS,
        negotiable=True,
    ),
    ParameterSpec(
        name="holdback_bps",
        kind=ParameterKind.BPS,
        zh="销售款扣压比例",
        en="Holdback",
        source="存管协议约定",
        highest=WHOLE_BPS,
        negotiable=True,
    ),
    ParameterSpec(
        name="release_rule",
        kind=ParameterKind.CHOICE,
        zh="存管资金释放",
        en="Release of custody money",
        source="存管协议约定",
        choices={
            ReleaseRule.PER_REDEMPTION: ("逐笔核销释放", "With each redemption"),
            ReleaseRule.DAILY: ("按日汇总释放", "Daily"),
            ReleaseRule.MONTHLY: ("按月汇总释放", "Monthly"),
        },
    ),
    ParameterSpec(
        name="undo_window_minutes",
        kind=ParameterKind.MINUTES,
        zh="核销撤销时限",
        en="Undo window of a redemption",
        source="平台规则",
        highest=24 * 60,
        negotiable=True,
    ),
    ParameterSpec(
        name="dispute_window_days",
        kind=ParameterKind.DAYS,
        zh="核销异议期",
        en="Dispute window",
        source="平台规则",
        lowest=1,
        highest=90,
        negotiable=True,
    ),
    ParameterSpec(
        name="refund_fee_cap_bps",
        kind=ParameterKind.BPS,
        zh="退款手续费上限",
        en="Cap of the refund fee",
        source="法释〔2025〕4号第十四条、第十五条",
        highest=1_000,
        negotiable=True,
    ),
    ParameterSpec(
        name="cooling_off_days",
        kind=ParameterKind.DAYS,
        zh="冷静期",
        en="Cooling-off period",
        source="法释〔2025〕4号第十四条",
        lowest=STATUTORY_COOLING_OFF_DAYS,
        highest=90,
        negotiable=True,
    ),
    ParameterSpec(
        name="gift_allowed",
        kind=ParameterKind.FLAG,
        zh="允许赠与",
        en="Gifts allowed",
        source="消费者权益约定",
    ),
    ParameterSpec(
        name="transfer_allowed",
        kind=ParameterKind.FLAG,
        zh="允许转让",
        en="Transfer allowed",
        source="法释〔2025〕4号第十一条",
    ),
    ParameterSpec(
        name="validity_days",
        kind=ParameterKind.DAYS,
        zh="有效期",
        en="Validity",
        source="单用途商业预付卡管理办法第十九条",
        lowest=1,
        highest=3_650,
        optional=True,
        negotiable=True,
    ),
    ParameterSpec(
        name="interest_rule",
        kind=ParameterKind.CHOICE,
        zh="退款利息",
        en="Interest on a refund",
        source="法释〔2025〕4号第十六条、第十七条",
        choices={
            InterestRule.STATUTORY: ("按司法解释计算", "As the law lays down"),
            InterestRule.AGREED: ("按约定利率计算", "As agreed"),
        },
    ),
    ParameterSpec(
        name="agreed_interest_bps",
        kind=ParameterKind.BPS,
        zh="约定年利率",
        en="Agreed yearly rate",
        source="法释〔2025〕4号第十六条",
        highest=2_400,
        optional=True,
        negotiable=True,
    ),
)
BY_NAME: Final[Mapping[str, ParameterSpec]] = {spec.name: spec for spec in SPECS}
assert set(BY_NAME) == {each.name for each in fields(RuleParameters)}


@dataclass(frozen=True, slots=True)
class ParameterMisfit:
    """A parameter that cannot be as given; `lowest` and `highest` when its bounds are the reason."""

    name: str
    problem: str
    lowest: int | None = None
    highest: int | None = None


def read_parameters(values: Mapping[str, Any]) -> tuple[RuleParameters, list[ParameterMisfit]]:
    """Parameters from plain values, with the defaults for those that are absent, and what does not fit."""
    misfits = list(_misfits(values))
    wrong = {misfit.name for misfit in misfits}
    taken = {name: _typed(name, value) for name, value in values.items() if name not in wrong}
    parameters = RuleParameters(**taken)
    if not misfits and (parameters.interest_rule is InterestRule.AGREED) != (
        parameters.agreed_interest_bps is not None
    ):
        misfits.append(ParameterMisfit("agreed_interest_bps", "RATE_AND_RULE"))
    return parameters, misfits


def _misfits(values: Mapping[str, Any]) -> Iterator[ParameterMisfit]:
    for name, value in values.items():
        spec = BY_NAME.get(name)
        if spec is None:
            yield ParameterMisfit(name, "UNKNOWN")
        elif value is None:
            if not spec.optional:
                yield ParameterMisfit(name, "REQUIRED")
        elif spec.kind is ParameterKind.FLAG:
            if not isinstance(value, bool):
                yield ParameterMisfit(name, "TYPE")
        elif spec.choices is not None:
            if value not in spec.choices:
                yield ParameterMisfit(name, "OPTION")
        elif not isinstance(value, int) or isinstance(value, bool):
            yield ParameterMisfit(name, "TYPE")
        elif not spec.lowest <= value <= spec.highest:
            yield ParameterMisfit(name, "BOUNDS", spec.lowest, spec.highest)


def _typed(name: str, value: Any) -> Any:
    match name:
        case "release_rule":
            return ReleaseRule(value)
        case "interest_rule":
            return InterestRule(value)
    return value


def check_ranges(ranges: Mapping[str, Any], parameters: RuleParameters) -> list[ParameterMisfit]:
    """What is wrong with `{name: [lowest, highest]}` of a version: each within the bounds, and around its value."""
    found = []
    for name, pair in ranges.items():
        spec = BY_NAME.get(name)
        if spec is None or not spec.negotiable:
            found.append(ParameterMisfit(name, "NOT_NEGOTIABLE"))
            continue
        if not (isinstance(pair, list) and len(pair) == 2 and all(type(bound) is int for bound in pair)):
            found.append(ParameterMisfit(name, "TYPE"))
            continue
        lowest, highest = pair
        value = getattr(parameters, name)
        if not spec.lowest <= lowest <= highest <= spec.highest or (
            value is not None and not lowest <= value <= highest
        ):
            found.append(ParameterMisfit(name, "BOUNDS", spec.lowest, spec.highest))
    return found


def agree(
    base: Mapping[str, Any], ranges: Mapping[str, Any], otherwise: Mapping[str, Any]
) -> tuple[RuleParameters, list[ParameterMisfit]]:
    """The parameters of one contract: those of the version, `otherwise` within its ranges."""
    found = []
    for name, value in otherwise.items():
        if value == base.get(name):
            continue
        bounds = ranges.get(name)
        if bounds is None:
            found.append(ParameterMisfit(name, "NOT_NEGOTIABLE"))
        elif type(value) is not int or not bounds[0] <= value <= bounds[1]:
            found.append(ParameterMisfit(name, "BOUNDS", bounds[0], bounds[1]))
    parameters, misfits = read_parameters({**base, **otherwise})
    return parameters, found or misfits


def shown(spec: ParameterSpec, value: Any, *, en: bool = False) -> str:
    """A value as people read it."""
    if value is None:
        return ("no limit" if en else "不设期限") if spec.name == "validity_days" else ("–" if en else "无")
    if spec.choices is not None:
        return spec.choices[value][1 if en else 0]
    match spec.kind:
        case ParameterKind.FLAG:
            return ("yes" if value else "no") if en else ("是" if value else "否")
        case ParameterKind.BPS:
            return f"{value / 100:g}%"
        case ParameterKind.DAYS:
            return f"{value} days" if en else f"{value} 日"
    return f"{value} minutes" if en else f"{value} 分钟"
