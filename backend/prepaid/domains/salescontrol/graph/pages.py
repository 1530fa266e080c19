"""Pages of sales control (控销)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    confirm,
    one_of,
    picked,
    reason,
    text,
    when,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import BooleanField, DateField, NumberField
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


def day(key: str, zh: str, en: str, *, required: bool = False) -> DateField:
    """A day from today on."""
    return DateField(key=key, label=Text(zh, en), kind=ValueKind.DATE, required=required, not_before="today")


QUOTA: Final = NumberField(
    key="quota",
    label=Text("限量（份）", "Quota (pieces)"),
    kind=ValueKind.INTEGER,
    min="1",
    help=Text("不填表示不限量", "Empty: without limit"),
    visible_when=when("effect", TestOp.EQ, "ALLOW"),
)
RULE: Final = Form(
    fields=(
        choice("productKind", "商品种类", "Kind of product", "ProductKind", required=True),
        picked(
            "service", "单品", "Service", "Service", "serviceId",
            required=True, visible_when=when("productKind", TestOp.EQ, "SERVICE"),
        ),
        picked(
            "cardType", "卡类型", "Card type", "CardType", "cardTypeId",
            required=True, visible_when=when("productKind", TestOp.EQ, "CARD_TYPE"),
        ),
        picked(
            "package", "综合商品", "Package", "Package", "packageId",
            required=True, visible_when=when("productKind", TestOp.EQ, "PACKAGE"),
        ),
        choice("effect", "方向", "Effect", "SalesControlEffect", required=True),
        choice("place", "范围", "Where", "SalesControlPlace", required=True),
        picked(
            "store", "店铺", "Store", "Store", "storeId",
            required=True, visible_when=when("place", TestOp.EQ, "STORE"),
        ),
        picked(
            "region", "区域", "Region", "Region", "regionId",
            required=True, visible_when=when("place", TestOp.EQ, "REGION"),
        ),
        NumberField(
            key="level",
            label=Text("层级（1 为最上级）", "Level, 1 for the top"),
            kind=ValueKind.INTEGER,
            min="1",
            max="8",
            required=True,
            visible_when=when("place", TestOp.EQ, "REGION_LEVEL"),
        ),
        choice(
            "storeType", "店铺类型", "Store type", "StoreType",
            required=True, visible_when=when("place", TestOp.EQ, "STORE_TYPE"),
        ),
        BooleanField(
            key="exclusive",
            label=Text("仅限此处销售", "Sold here only"),
            kind=ValueKind.BOOLEAN,
            help=Text("其他未设规则的店铺不能销售", "Stores that no rule covers do not sell it"),
            visible_when=when("effect", TestOp.EQ, "ALLOW"),
        ),
        day("since", "生效日期", "From", required=True),
        day("lastDay", "截止日期（含）", "Last day"),
        QUOTA,
        text("note", "备注", "Remark", ValueKind.LONG_TEXT, max_length=500),
    )
)  # fmt: skip
RULE_ACTIONS: Final = (
    Action(
        key="changeSalesQuota",
        label=Text("调整限量", "Change quota"),
        placement=ON_RECORD,
        submit=on_row("changeSalesQuota", "ruleId"),
        form=Form(
            fields=(
                NumberField(
                    key="quota",
                    label=Text("限量（份）", "Quota (pieces)"),
                    kind=ValueKind.INTEGER,
                    min="1",
                    help=Text("不填表示不限量", "Empty: without limit"),
                ),
                reason(),
            )
        ),
    ),
    Action(
        key="endSalesControlRule",
        label=Text("结束规则", "End"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("endSalesControlRule", "ruleId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "结束该规则？",
            "End this rule?",
            "结束规则",
            "End",
            Text("立即失效，已售出的不受影响", "It ends at once; what was sold stays sold"),
        ),
    ),
)


def rule_columns() -> tuple[Column, ...]:
    """Columns of every list of rules."""
    return (
        column(
            "number", ValueKind.TEXT, "规则号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT,
            width=100, link_page="salesControlRule",
        ),
        column("productName", ValueKind.TEXT, "商品", "Product", width=170),
        column("productKind", ValueKind.ENUM, "种类", "Kind", dictionary="ProductKind", width=100),
        column("effect", ValueKind.ENUM, "方向", "Effect", dictionary="SalesControlEffect", width=90),
        column("place", ValueKind.ENUM, "范围", "Where", sortable="PLACE", dictionary="SalesControlPlace", width=120),
        column("placeName", ValueKind.TEXT, "地点", "Place", width=160),
        column("storeType", ValueKind.ENUM, "店铺类型", "Store type", dictionary="StoreType", default_visible=False),
        column("exclusive", ValueKind.BOOLEAN, "仅限此处", "Here only", width=100),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="SalesControlState", width=100),
        column("since", ValueKind.DATE, "生效日期", "From", sortable="SINCE", width=120),
        column("lastDay", ValueKind.DATE, "截止日期", "Last day", sortable="LAST_DAY", width=120),
        column("quota", ValueKind.INTEGER, "限量", "Quota", width=90),
        column("remaining", ValueKind.INTEGER, "剩余", "Left", width=90),
        column("sold", ValueKind.INTEGER, "已售", "Sold", width=90),
        column("refunded", ValueKind.INTEGER, "退款", "Refunded", width=90),
        column("refused", ValueKind.INTEGER, "拦截", "Refused", width=90),
        column("soldOut", ValueKind.INTEGER, "售罄拦截", "After sold out", default_visible=False),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    )  # fmt: skip


RULES: Final = ListPage(
    kind=PageKind.LIST,
    key="salesControlRules",
    path="/sales-control/rules",
    title=Text("控销规则", "Sales rules"),
    source=Operation(field="salesControlRules"),
    columns=rule_columns(),
    filters=(
        one_of("effect", "方向", "Effect", "SalesControlEffect"),
        one_of("place", "范围", "Where", "SalesControlPlace"),
        one_of("state", "状态", "State", "SalesControlState"),
        picked("store", "店铺", "Store", "Store"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("规则号、备注", "Number, remark"),
    default_order=(OrderBy("number", descending=True),),
    presets=(ViewPreset(key="inForce", label=Text("生效中", "In force"), query="f.state=IN_FORCE"),),
    actions=(
        Action(
            key="createSalesControlRule",
            label=Text("新增规则", "New rule"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createSalesControlRule"),
            form=RULE,
        ),
        *RULE_ACTIONS,
    ),
    row_link="salesControlRule",
    empty=EmptyState(
        title=Text("还没有控销规则", "No sales rules yet"),
        body=Text("没有规则的商品在所有店铺可售", "A product without rules is sold in every store"),
        action_key="createSalesControlRule",
    ),
)
REFUSAL_COLUMNS: Final = (
    column("refusedAt", ValueKind.DATETIME, "时间", "When", sortable="REFUSED_AT", width=170),
    column("productName", ValueKind.TEXT, "商品", "Product", width=180),
    column("productKind", ValueKind.ENUM, "种类", "Kind", dictionary="ProductKind", width=100),
    column("store", ValueKind.REFERENCE, "销售店铺", "Seller's store", label_path="name", link_page="store"),
    column("ground", ValueKind.ENUM, "拦截原因", "Why", sortable="GROUND", dictionary="SalesControlGround", width=140),
    column("rule", ValueKind.REFERENCE, "规则", "Rule", label_path="number", link_page="salesControlRule"),
    column("count", ValueKind.INTEGER, "份数", "Pieces", width=90),
)
REFUSALS: Final = ListPage(
    kind=PageKind.LIST,
    key="salesControlRefusals",
    path="/sales-control/refusals",
    title=Text("控销拦截记录", "Refused sales"),
    source=Operation(field="salesControlRefusals"),
    columns=(
        *REFUSAL_COLUMNS,
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    ),
    filters=(
        one_of("ground", "拦截原因", "Why", "SalesControlGround"),
        picked("store", "店铺", "Store", "Store"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("refusedAt", "时间", "When"),
    ),
    quick_search=Text("商品名称", "Product"),
    default_order=(OrderBy("refusedAt", descending=True),),
    empty=EmptyState(title=Text("没有拦截记录", "Nothing was refused")),
)
RULE_REFUSALS: Final = ListPage(
    kind=PageKind.LIST,
    key="ruleRefusals",
    path="/sales-control/rules/:id/refusals",
    parent="salesControlRule",
    title=Text("该规则的拦截记录", "Refused by this rule"),
    source=Operation(field="salesControlRefusals", bindings=(Binding("rule", BindingSource.ROUTE_PARAM, "id"),)),
    columns=tuple(each for each in REFUSAL_COLUMNS if each.key != "rule"),
    default_order=(OrderBy("refusedAt", descending=True),),
    empty=EmptyState(title=Text("没有拦截记录", "Nothing was refused")),
)
RULE_PAGE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="salesControlRule",
    path="/sales-control/rules/:id",
    parent="salesControlRules",
    title=Text("控销规则详情", "Sales rule"),
    source=by_id("salesControlRule"),
    header=DetailHeader(
        title_path="productName",
        subtitle_path="number",
        status_path="state",
        status_dictionary="SalesControlState",
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(*rule_columns(), column("note", ValueKind.LONG_TEXT, "备注", "Remark")),
        ),
        DetailSection(
            key="refusals",
            title=Text("拦截记录", "Refused"),
            kind=SectionKind.RELATED_LIST,
            list="ruleRefusals",
            lazy=True,
        ),
    ),
    actions=RULE_ACTIONS,
    timeline=TIMELINE,
)
MAP: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="salesMap",
    path="/sales-control",
    title=Text("控销地图", "Sales map"),
    component=CustomComponent.SALES_CONTROL_MAP,
    needs=("sales_control.read",),
)
