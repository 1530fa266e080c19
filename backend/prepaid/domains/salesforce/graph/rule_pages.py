"""Pages of commission rules (分佣规则), and of what a sale would earn (分佣试算)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import choice, column, picked, reason, text, truth, when
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.conditions import ConditionGroup, FieldTest, When
from prepaid.domains.pages.rules.fields import AnyField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    CustomComponent,
    CustomPage,
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text


def _amount(key: str, zh: str, en: str, path: str, *, least: str = "0", **rest: object) -> NumberField:
    return NumberField(key=key, label=Text(zh, en), kind=ValueKind.FEN, min=least, input_path=path, **rest)  # type: ignore[arg-type]


OF_SERVICES: Final = when("occasion", TestOp.IN, "SERVICE", "PERFORMANCE")
OF_PACKAGES: Final = when("occasion", TestOp.IN, "OPENING", "RECHARGE")
FIXED: Final[When] = (ConditionGroup((FieldTest("rateKind", TestOp.IN, ("PER_VISIT", "PER_TIME")),)),)
EVERY: Final = Text("不选表示不限", "Empty: every one")


def _terms() -> tuple[AnyField, ...]:
    return (
        text("name", "规则名称", "Name", required=True, max_length=80),
        choice("occasion", "场景", "What earns", "CommissionOccasion", required=True),
        picked("salesperson", "限定人员", "Only this person", "Salesperson", "salespersonId", help=EVERY),
        picked(
            "service", "限定单品", "Only this service", "Service", "serviceId", visible_when=OF_SERVICES, help=EVERY
        ),
        text("category", "限定类目", "Only this category", max_length=80, visible_when=OF_SERVICES, help=EVERY),
        picked("package", "限定综合商品", "Only this package", "Package", "packageId", visible_when=OF_PACKAGES),
        picked("cardType", "限定卡类型", "Only this card type", "CardType", "cardTypeId", visible_when=OF_PACKAGES),
        choice("rateKind", "计佣方式", "How it counts", "CommissionRateKind", input_path="rate.kind", required=True),
        choice(
            "basis",
            "计佣基数",
            "Taken of",
            "CommissionBasis",
            input_path="rate.basis",
            required=True,
            visible_when=when("rateKind", TestOp.EQ, "PERCENT"),
            help=Text("卡内与赠送支付的部分不重复计佣", "What a card or bonus pays earns nothing again"),
        ),
        NumberField(
            key="bps",
            label=Text("比例", "Percentage"),
            kind=ValueKind.PERCENT,
            min="0",
            max="10000",
            input_path="rate.bps",
            required=True,
            visible_when=when("rateKind", TestOp.EQ, "PERCENT"),
            help=Text("填 0 表示明确不计佣", "0 gives nothing on purpose"),
        ),
        _amount("amountFen", "固定金额", "Fixed amount", "rate.amountFen", required=True, visible_when=FIXED),
        NumberField(
            key="unitMinutes",
            label=Text("每多少分钟", "For every … minutes"),
            kind=ValueKind.INTEGER,
            min="1",
            input_path="rate.unitMinutes",
            required=True,
            visible_when=when("rateKind", TestOp.EQ, "PER_TIME"),
        ),
        _amount("floorFen", "单笔保底", "Least for a line", "rate.floorFen", least="1"),
        _amount("capFen", "单笔封顶", "Most for a line", "rate.capFen", least="1"),
        NumberField(
            key="position",
            label=Text("同级次序", "Place in its level"),
            kind=ValueKind.INTEGER,
            min="0",
            max="9999",
            required=True,
            help=Text("同一层级内数字小的先匹配", "In one level the smaller number is tried first"),
        ),
    )


LOADED: Final = Operation(
    field="commissionRuleForm",
    bindings=(Binding("id", BindingSource.ROW, "id"),),
)
ACTIONS: Final = (
    Action(
        key="reviseCommissionRule",
        label=Text("修订", "Revise"),
        placement=ON_RECORD,
        load=LOADED,
        submit=on_row("reviseCommissionRule", "ruleId"),
        form=Form(fields=_terms()),
    ),
    Action(
        key="retireCommissionRule",
        label=Text("停用", "Retire"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("retireCommissionRule", "ruleId"),
        form=Form(fields=(reason(),)),
    ),
)


def _version_columns(prefix: str = "") -> tuple[Column, ...]:
    return (
        column("occasion", ValueKind.ENUM, "场景", "What earns", f"{prefix}occasion", dictionary="CommissionOccasion"),
        column("level", ValueKind.ENUM, "层级", "Level", f"{prefix}level", dictionary="CommissionMatchLevel"),
        column("person", ValueKind.TEXT, "人员", "Person", f"{prefix}salesperson.name"),
        column("subject", ValueKind.TEXT, "商品、类目", "Product, category", f"{prefix}subject"),
        column("rateKind", ValueKind.ENUM, "计佣方式", "Counts", f"{prefix}rateKind", dictionary="CommissionRateKind"),
        column("bps", ValueKind.PERCENT, "比例", "Percentage", f"{prefix}bps", width=90),
        column("basis", ValueKind.ENUM, "基数", "Taken of", f"{prefix}basis", dictionary="CommissionBasis"),
        column("amountFen", ValueKind.FEN, "固定金额", "Fixed", f"{prefix}amountFen"),
        column("unitMinutes", ValueKind.INTEGER, "分钟", "Minutes", f"{prefix}unitMinutes", default_visible=False),
        column("floorFen", ValueKind.FEN, "保底", "Least", f"{prefix}floorFen"),
        column("capFen", ValueKind.FEN, "封顶", "Most", f"{prefix}capFen"),
    )


COLUMNS: Final = (
    column("number", ValueKind.TEXT, "规则号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=100),
    column("name", ValueKind.TEXT, "规则名称", "Name", sortable="NAME", link_page="commissionRule", width=180),
    *_version_columns("current."),
    column("position", ValueKind.INTEGER, "次序", "Place", sortable="POSITION", width=80),
    column("version", ValueKind.INTEGER, "版本", "Version", width=80),
    column("retired", ValueKind.BOOLEAN, "已停用", "Retired", width=90),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
RULES: Final = ListPage(
    kind=PageKind.LIST,
    key="commissionRules",
    path="/commission-rules",
    title=Text("分佣规则", "Commission rules"),
    source=Operation(field="commissionRules"),
    columns=COLUMNS,
    filters=(
        truth("retired", "已停用", "Retired", "retired.eq"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("规则名称、编号", "Name, number"),
    default_order=(OrderBy("number"),),
    presets=(ViewPreset(key="inForce", label=Text("生效中", "In force"), query="f.retired=false"),),
    actions=(
        Action(
            key="createCommissionRule",
            label=Text("新增规则", "New rule"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createCommissionRule"),
            form=Form(fields=_terms()),
        ),
        *ACTIONS,
    ),
    row_link="commissionRule",
    empty=EmptyState(
        title=Text("还没有分佣规则", "No commission rules yet"),
        body=Text("没有规则匹配的销售不产生佣金", "A sale that no rule fits earns nothing"),
        action_key="createCommissionRule",
    ),
)
RULE_VERSIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="commissionRuleVersions",
    path="/commission-rules/:id/versions",
    parent="commissionRule",
    title=Text("规则版本", "Versions"),
    source=Operation(field="commissionRuleVersions", bindings=(Binding("rule", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("version", ValueKind.INTEGER, "版本", "Version", sortable="VERSION", pinned=Pin.LEFT, width=80),
        column("madeAt", ValueKind.DATETIME, "生效时间", "In force since", sortable="MADE_AT"),
        *_version_columns(),
    ),
    default_order=(OrderBy("version", descending=True),),
)
RULE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="commissionRule",
    path="/commission-rules/:id",
    parent="commissionRules",
    title=Text("分佣规则详情", "Commission rule"),
    source=by_id("commissionRule"),
    header=DetailHeader(title_path="name", subtitle_path="number"),
    sections=(
        DetailSection(key="base", title=Text("生效规则", "In force"), items=COLUMNS),
        DetailSection(
            key="versions",
            title=Text("历次版本", "Versions"),
            kind=SectionKind.RELATED_LIST,
            list="commissionRuleVersions",
            lazy=True,
        ),
    ),
    actions=ACTIONS,
    timeline=TIMELINE,
)
TRIAL: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="commissionTrial",
    path="/commission-trial",
    title=Text("分佣试算", "Try commission"),
    component=CustomComponent.COMMISSION_TRIAL,
    needs=("commission_rule.quote",),
)
