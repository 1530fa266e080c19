"""Pages of the agents of regions (区域代理), and what sales control declares."""

from typing import Final

from prepaid.domains.pages.graph.base.bench import counted
from prepaid.domains.pages.graph.base.building import column, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.salescontrol.graph.labels import DICTIONARIES
from prepaid.domains.salescontrol.graph.pages import MAP, REFUSALS, RULE_PAGE, RULE_REFUSALS, RULES, day

END: Final = Action(
    key="endRegionAgent",
    label=Text("终止代理", "End"),
    tone=Tone.DANGER,
    danger=True,
    placement=ON_RECORD,
    submit=on_row("endRegionAgent", "agentId"),
    form=Form(fields=(reason(),)),
)
COLUMNS: Final = (
    column("name", ValueKind.TEXT, "代理", "Agent", sortable="NAME", pinned=Pin.LEFT, link_page="regionAgent"),
    column("region", ValueKind.REFERENCE, "区域", "Region", label_path="path", link_page="region"),
    column("state", ValueKind.ENUM, "状态", "State", dictionary="SalesControlState", width=100),
    column("shareBps", ValueKind.PERCENT, "分成比例", "Share", sortable="SHARE_BPS", width=110),
    column("since", ValueKind.DATE, "起始日期", "From", sortable="SINCE", width=120),
    column("lastDay", ValueKind.DATE, "截止日期", "Last day", sortable="LAST_DAY", width=120),
    column("saleCount", ValueKind.INTEGER, "成交笔数", "Sales", width=100),
    column("soldFen", ValueKind.FEN, "销售额", "Sold"),
    column("refundedFen", ValueKind.FEN, "退款额", "Refunded"),
    column("shareFen", ValueKind.FEN, "应得分成", "Share due"),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
AGENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="regionAgents",
    path="/region-agents",
    title=Text("区域代理", "Region agents"),
    source=Operation(field="regionAgents"),
    columns=COLUMNS,
    filters=(
        one_of("state", "状态", "State", "SalesControlState"),
        picked("region", "区域", "Region", "Region"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("名称、拼音", "Name, pinyin"),
    default_order=(OrderBy("since", descending=True),),
    actions=(
        Action(
            key="setRegionAgent",
            label=Text("设置代理", "Set an agent"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("setRegionAgent"),
            form=Form(
                fields=(
                    picked("region", "区域", "Region", "Region", "regionId", required=True),
                    text("name", "代理名称", "Agent", required=True, max_length=80),
                    picked("member", "关联账户", "Account", "Member", "memberId"),
                    NumberField(
                        key="shareBps",
                        label=Text("分成比例", "Share"),
                        kind=ValueKind.PERCENT,
                        required=True,
                        min="0",
                        max="10000",
                    ),
                    day("since", "起始日期", "From", required=True),
                    day("lastDay", "截止日期（含）", "Last day"),
                    text("note", "备注", "Remark", ValueKind.LONG_TEXT, max_length=500),
                )
            ),
        ),
        END,
    ),
    row_link="regionAgent",
    empty=EmptyState(title=Text("还没有区域代理", "No region agents yet"), action_key="setRegionAgent"),
)
AGENT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="regionAgent",
    path="/region-agents/:id",
    parent="regionAgents",
    title=Text("区域代理详情", "Region agent"),
    source=by_id("regionAgent"),
    header=DetailHeader(title_path="name", status_path="state", status_dictionary="SalesControlState"),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(*COLUMNS, column("note", ValueKind.LONG_TEXT, "备注", "Remark")),
        ),
    ),
    actions=(END,),
    timeline=TIMELINE,
)

declare_pages(
    Declared(
        pages=(MAP, RULES, RULE_PAGE, RULE_REFUSALS, REFUSALS, AGENTS, AGENT),
        navigation=(
            NavItem(key="salesControl", label=Text("控销", "Sales control"), icon="control"),
            NavItem(
                key="salesMap", label=Text("控销地图", "Sales map"), parent_key="salesControl", page_key="salesMap"
            ),
            NavItem(
                key="salesControlRules",
                label=Text("控销规则", "Sales rules"),
                parent_key="salesControl",
                page_key="salesControlRules",
            ),
            NavItem(
                key="salesControlRefusals",
                label=Text("拦截记录", "Refused sales"),
                parent_key="salesControl",
                page_key="salesControlRefusals",
            ),
            NavItem(
                key="regionAgents",
                label=Text("区域代理", "Region agents"),
                parent_key="salesControl",
                page_key="regionAgents",
            ),
        ),
        dictionaries=DICTIONARIES,
        bench=(
            BenchCard(
                key="salesRefusedToday",
                label=Text("今日控销拦截", "Sales refused today"),
                kind=BenchKind.FIGURE,
                tone=Tone.WARNING,
                source=counted("salesControlRefusals", {"refusedAt": {"gte": "$day"}}),
                page_key="salesControlRefusals",
                query="f.refusedAt=$date~$date",
                permission="sales_control.edit",
            ),
        ),
    )
)
