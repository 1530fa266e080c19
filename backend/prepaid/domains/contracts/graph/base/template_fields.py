"""Fields of a contract template's draft: clauses, variables, the rule parameters that the money engine executes."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    choice,
    text,
    when,
)
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.rules.fields import AnyField, BooleanField, ChoiceField, ListField, NumberField
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.text import Text


def types_field(*, required: bool = False, help: Text | None = None) -> ChoiceField:
    """Merchant types that a template is for."""
    return ChoiceField(
        key="typeCodes",
        label=Text("适用商户类型", "Merchant types"),
        kind=ValueKind.TAGS,
        dictionary=MERCHANT_TYPE,
        required=required,
        help=help,
        section="parameters" if help else None,
    )


def _bps(key: str, zh: str, en: str) -> NumberField:
    return NumberField(
        key=key,
        label=Text(zh, en),
        kind=ValueKind.PERCENT,
        input_path=f"parameters.{key}",
        min="0",
        max="10000",
        span=12,
        section="parameters",
    )


def _whole(key: str, zh: str, en: str, unit: Text, least: str) -> NumberField:
    return NumberField(
        key=key,
        label=Text(zh, en),
        kind=ValueKind.INTEGER,
        input_path=f"parameters.{key}",
        unit=unit,
        min=least,
        span=12,
        section="parameters",
    )


def _flag(key: str, zh: str, en: str) -> BooleanField:
    return BooleanField(
        key=key,
        label=Text(zh, en),
        kind=ValueKind.BOOLEAN,
        input_path=f"parameters.{key}",
        span=12,
        section="parameters",
    )


DAYS: Final = Text("日", "days")
PARAMETERS: Final[tuple[AnyField, ...]] = (
    _bps("custodyRatioBps", "资金存管比例", "Custody ratio"),
    _bps("holdbackBps", "销售款扣压比例", "Holdback"),
    choice(
        "releaseRule",
        "存管资金释放",
        "Release of custody money",
        "ReleaseRule",
        input_path="parameters.releaseRule",
        span=12,
        section="parameters",
    ),
    _whole("undoWindowMinutes", "核销撤销时限", "Undo window", Text("分钟", "minutes"), "0"),
    _whole("disputeWindowDays", "核销异议期", "Dispute window", DAYS, "1"),
    _bps("refundFeeCapBps", "退款手续费上限", "Cap of the refund fee"),
    _whole("coolingOffDays", "冷静期", "Cooling-off period", DAYS, "7"),
    _whole("validityDays", "有效期（不填为长期）", "Validity (none: without expiry)", DAYS, "1"),
    _flag("giftAllowed", "允许赠与", "Gifts allowed"),
    _flag("transferAllowed", "允许转让", "Transfer allowed"),
    choice(
        "interestRule",
        "退款利息",
        "Interest on a refund",
        "InterestRule",
        input_path="parameters.interestRule",
        span=12,
        section="parameters",
    ),
    NumberField(
        key="agreedInterestBps",
        label=Text("约定年利率", "Agreed yearly rate"),
        kind=ValueKind.PERCENT,
        input_path="parameters.agreedInterestBps",
        min="0",
        max="2400",
        span=12,
        section="parameters",
        visible_when=when("interestRule", TestOp.EQ, "AGREED"),
        required_when=when("interestRule", TestOp.EQ, "AGREED"),
    ),
    types_field(help=Text("定制模版不关联商户类型", "A custom template has none")),
    ListField(
        key="ranges",
        label=Text("可协商范围", "May be agreed otherwise"),
        kind=ValueKind.JSON,
        item_field_keys=("rangeName", "rangeLowest", "rangeHighest"),
        section="parameters",
        help=Text("比例以万分之一为单位，10000 为 100%", "Shares in basis points: 10,000 is the whole"),
    ),
    choice("rangeName", "参数", "Parameter", "NegotiableParameter", input_path="name", required=True, span=10),
    NumberField(
        key="rangeLowest",
        label=Text("下限", "Lowest"),
        kind=ValueKind.INTEGER,
        input_path="lowest",
        required=True,
        span=7,
    ),
    NumberField(
        key="rangeHighest",
        label=Text("上限", "Highest"),
        kind=ValueKind.INTEGER,
        input_path="highest",
        required=True,
        span=7,
    ),
)
CLAUSES: Final[tuple[AnyField, ...]] = (
    ListField(
        key="clauses",
        label=Text("条款", "Clauses"),
        kind=ValueKind.JSON,
        required=True,
        item_field_keys=("clauseKey", "clauseTitleZh", "clauseTitleEn", "clauseBody"),
        min_items=1,
        max_items=120,
        section="clauses",
        help=Text(
            "正文可用变量，如 {{merchant.name}}、{{bank.name}}、{{rule.custody_ratio_bps}} 和下方定义的变量；每行一段",
            "The text may hold variables such as {{merchant.name}}, {{bank.name}}, {{rule.custody_ratio_bps}}, and "
            "those below; each line is a paragraph",
        ),
    ),
    text("clauseKey", "标识", "Key", input_path="key", required=True, max_length=64, span=8),
    text("clauseTitleZh", "标题", "Chinese title", input_path="titleZh", required=True, max_length=80, span=8),
    text("clauseTitleEn", "英文标题", "English title", input_path="titleEn", required=True, max_length=80, span=8),
    text("clauseBody", "正文", "Text", ValueKind.LONG_TEXT, input_path="body", required=True, max_length=8000, span=24),
)
VARIABLES: Final[tuple[AnyField, ...]] = (
    ListField(
        key="fields",
        label=Text("自定义变量", "Variables of its own"),
        kind=ValueKind.JSON,
        item_field_keys=("variableKey", "variableLabelZh", "variableLabelEn", "variableKind", "variableRequired"),
        section="variables",
    ),
    text("variableKey", "变量名", "Name", input_path="key", required=True, max_length=64, span=8),
    text("variableLabelZh", "中文名称", "Chinese label", input_path="labelZh", required=True, max_length=80, span=8),
    text("variableLabelEn", "英文名称", "English label", input_path="labelEn", required=True, max_length=80, span=8),
    choice("variableKind", "类型", "Kind", "ContractVariableKind", input_path="kind", required=True, span=12),
    BooleanField(
        key="variableRequired",
        label=Text("必填", "Required"),
        kind=ValueKind.BOOLEAN,
        input_path="required",
        initial=True,
        span=12,
    ),
)
