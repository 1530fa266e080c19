"""Pages of merchant types (商户类型)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import choice, column, confirm, dictionary, one_of, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import AnyField, ChoiceField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text

STATES: Final = dictionary(
    "MerchantTypeState",
    (
        ("DRAFT", "草稿", "Draft", Tone.INFO),
        ("PUBLISHED", "已发布", "Published", Tone.SUCCESS),
        ("RETIRED", "已停用", "Retired", Tone.NEUTRAL),
    ),
)
REGIMES: Final = dictionary(
    "LegalRegime",
    (
        ("SINGLE_PURPOSE_CARD", "单用途预付卡", "Single-purpose cards", None),
        ("SPORTS_FITNESS", "体育健身", "Sports and fitness", None),
        ("TRAINING", "校外培训", "Training", None),
    ),
)
FEATURES: Final = dictionary(
    "MerchantFeature",
    (
        ("coupons", "优惠券", "Coupons", None),
        ("gifting", "卡赠与", "Gifting of cards", None),
        ("seasons", "季卡与期限卡", "Season cards", None),
        ("courses", "课程与排课", "Courses and classes", None),
        ("stored_value", "储值", "Stored value", None),
        ("performers", "服务人员提成", "Performers' commission", None),
    ),
)
_BPS: Final = (
    ("custodyMinBps", "存管比例下限", "Custody ratio, lowest"),
    ("custodyDefaultBps", "默认存管比例", "Custody ratio, usual"),
    ("custodyMaxBps", "存管比例上限", "Custody ratio, highest"),
    ("holdbackMinBps", "扣压比例下限", "Holdback, lowest"),
    ("holdbackDefaultBps", "默认扣压比例", "Holdback, usual"),
    ("holdbackMaxBps", "扣压比例上限", "Holdback, highest"),
    ("depositBalanceBps", "保证金占预付余额比例", "Deposit, share of the balance"),
)
_AMOUNTS: Final = (
    ("registeredFaceLimitFen", "记名卡面额上限", "Cap of registered cards"),
    ("anonymousFaceLimitFen", "不记名卡面额上限", "Cap of anonymous cards"),
    ("depositBaseFen", "基础保证金", "Base deposit"),
    ("depositPerStoreFen", "每店保证金", "Deposit per store"),
    ("depositCapFen", "保证金上限", "Cap of the deposit"),
)
_COUNTS: Final = (
    ("longestTermDays", "最长预付期限（天）", "Longest prepaid term (days)"),
    ("mostLessons", "最多预付课时", "Most lessons prepaid"),
    ("depositGraceDays", "保证金宽限期（天）", "Grace of the deposit (days)"),
)
OPTIONAL: Final = frozenset({"depositCapFen", "longestTermDays", "mostLessons"})


def _number(key: str, zh: str, en: str, kind: ValueKind) -> NumberField:
    unlimited = Text("不填表示不限", "Empty: no cap") if key in OPTIONAL else None
    return NumberField(
        key=key,
        label=Text(zh, en),
        kind=kind,  # type: ignore[arg-type]
        min="0",
        max="10000" if kind is ValueKind.PERCENT else None,
        required=key not in OPTIONAL,
        help=unlimited,
    )


def _terms() -> tuple[AnyField, ...]:
    return (
        choice("legalRegime", "监管类别", "Legal regime", "LegalRegime", required=True),
        ChoiceField(key="features", label=Text("功能", "Features"), kind=ValueKind.TAGS, dictionary="MerchantFeature"),
        _number("deepestDiscountBps", "最低售价占价值比例", "Lowest price, share of list value", ValueKind.PERCENT),
        *(_number(*row, ValueKind.INTEGER) for row in _COUNTS),
        *(_number(*row, ValueKind.FEN) for row in _AMOUNTS),
        *(_number(*row, ValueKind.PERCENT) for row in _BPS),
    )


TERMS: Final = _terms()


def _term_columns() -> tuple[Column, ...]:
    return (
        column("legalRegime", ValueKind.ENUM, "监管类别", "Legal regime", dictionary="LegalRegime"),
        column("features", ValueKind.TAGS, "功能", "Features", dictionary="MerchantFeature"),
        column("deepestDiscountBps", ValueKind.PERCENT, "最低售价占价值比例", "Lowest price, share of list value"),
        *(column(key, ValueKind.INTEGER, zh, en) for key, zh, en in _COUNTS),
        *(column(key, ValueKind.FEN, zh, en) for key, zh, en in _AMOUNTS),
        *(column(key, ValueKind.PERCENT, zh, en) for key, zh, en in _BPS),
    )


EDIT: Final = Action(
    key="saveMerchantTypeTerms",
    label=Text("编辑条款", "Edit terms"),
    placement=ON_RECORD,
    load=Operation(field="merchantTypeVersion", bindings=(Binding("id", BindingSource.ROW, "id"),)),
    submit=on_row("saveMerchantTypeTerms", "versionId"),
    form=Form(fields=TERMS),
)
TYPE_ACTIONS: Final = (
    Action(
        key="publishMerchantType",
        label=Text("发布草稿", "Publish the draft"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("publishMerchantType", "typeId"),
        confirm=confirm(
            "发布草稿？",
            "Publish the draft?",
            "发布",
            "Publish",
            Text("只影响此后的申请与商品，已有的不受影响", "Only what begins from now on follows it"),
        ),
    ),
    Action(
        key="retireMerchantType",
        label=Text("停用", "Retire"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("retireMerchantType", "typeId"),
        form=Form(fields=(reason(),)),
    ),
)
TYPE_COLUMNS: Final = (
    column("name", ValueKind.TEXT, "名称", "Name", pinned=Pin.LEFT, link_page="merchantType"),
    column("code", ValueKind.TEXT, "代码", "Code", sortable="CODE", copyable=True),
    column("version", ValueKind.INTEGER, "生效版本", "Version in force", "inForce.version"),
    column("regime", ValueKind.ENUM, "监管类别", "Legal regime", "inForce.legalRegime", dictionary="LegalRegime"),
    column("publishedAt", ValueKind.DATETIME, "生效时间", "In force since", "inForce.publishedAt"),
    column("retiredAt", ValueKind.DATETIME, "停用时间", "Retired", default_visible=False),
)
TYPES: Final = ListPage(
    kind=PageKind.LIST,
    key="merchantTypes",
    path="/merchant-types",
    title=Text("商户类型", "Merchant types"),
    source=Operation(field="merchantTypes"),
    columns=TYPE_COLUMNS,
    quick_search=Text("名称、代码", "Name, code"),
    default_order=(OrderBy("code"),),
    actions=(
        Action(
            key="createMerchantType",
            label=Text("新增商户类型", "New merchant type"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createMerchantType"),
            form=Form(
                fields=(
                    text(
                        "code",
                        "代码",
                        "Code",
                        required=True,
                        max_length=40,
                        help=Text("小写字母、数字、下划线，如 ice_rink", "Small letters, digits, as in ice_rink"),
                    ),
                    text("nameZh", "中文名称", "Chinese name", required=True, max_length=80),
                    text("nameEn", "英文名称", "English name", required=True, max_length=80),
                )
            ),
        ),
        *TYPE_ACTIONS,
    ),
    row_link="merchantType",
    empty=EmptyState(title=Text("还没有商户类型", "No merchant types yet"), action_key="createMerchantType"),
)
TYPE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="merchantType",
    path="/merchant-types/:id",
    parent="merchantTypes",
    title=Text("商户类型详情", "Merchant type"),
    source=by_id("merchantType"),
    header=DetailHeader(title_path="name", subtitle_path="code"),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=TYPE_COLUMNS),
        DetailSection(
            key="versions", title=Text("版本", "Versions"), kind=SectionKind.RELATED_LIST, list="merchantTypeVersions"
        ),
    ),
    actions=TYPE_ACTIONS,
    timeline=TIMELINE,
)
VERSIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="merchantTypeVersions",
    path="/merchant-types/:id/versions",
    parent="merchantType",
    title=Text("商户类型版本", "Versions of the type"),
    source=Operation(field="merchantTypeVersions", bindings=(Binding("type", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("version", ValueKind.INTEGER, "版本", "Version", pinned=Pin.LEFT, link_page="merchantTypeVersion"),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="MerchantTypeState"),
        column("madeAt", ValueKind.DATETIME, "保存时间", "Saved", sortable="MADE_AT"),
        column("publishedAt", ValueKind.DATETIME, "发布时间", "Published"),
    ),
    filters=(one_of("state", "状态", "State", "MerchantTypeState"),),
    default_order=(OrderBy("madeAt", descending=True),),
    actions=(EDIT,),
    row_link="merchantTypeVersion",
)
VERSION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="merchantTypeVersion",
    path="/merchant-type-versions/:id",
    parent="merchantTypes",
    title=Text("商户类型条款", "Terms of a merchant type"),
    source=by_id("merchantTypeVersion"),
    header=DetailHeader(
        title_path="type.name", subtitle_path="version", status_path="state", status_dictionary="MerchantTypeState"
    ),
    sections=(DetailSection(key="terms", title=Text("条款", "Terms"), items=_term_columns()),),
    actions=(EDIT,),
)

declare_pages(
    Declared(
        pages=(TYPES, TYPE, VERSIONS, VERSION),
        navigation=(
            NavItem(
                key="merchantTypes",
                label=Text("商户类型", "Merchant types"),
                parent_key="tenants",
                page_key="merchantTypes",
            ),
        ),
        dictionaries=(STATES, REGIMES, FEATURES),
        references=(
            Reference(
                target="MerchantType",
                label=Text("商户类型", "Merchant type"),
                field="merchantTypes",
                label_path="name",
                description_path="code",
                page_key="merchantType",
            ),
        ),
    )
)
