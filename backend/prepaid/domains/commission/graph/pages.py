"""Pages of handovers (离职交接), and what the slice declares."""

from typing import Final

from prepaid.domains.commission.graph.labels import DICTIONARIES
from prepaid.domains.commission.graph.line_pages import LINE, LINES, OF_PAYOUT, OF_PERSON, REVIEW, STATEMENT, STATEMENTS
from prepaid.domains.commission.graph.payout_pages import PAGES
from prepaid.domains.pages.graph.base.bench import counted
from prepaid.domains.pages.graph.base.building import between, choice, column, one_of, picked, reason
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text

START: Final = Action(
    key="startHandover",
    label=Text("办理离职交接", "Hand over"),
    icon="plus",
    tone=Tone.WARNING,
    placement=(ActionPlacement.TOOLBAR,),
    submit=on_form("startHandover"),
    form=Form(
        fields=(
            picked("leaver", "离职人员", "Who leaves", "Salesperson", "leaverId", required=True),
            picked(
                "successors",
                "交接人",
                "Who takes over",
                "Salesperson",
                "successorIds",
                required=True,
                multiple=True,
                help=Text("客户与未付订单依次分配；首位交接人对应“交接人承担”", "In turn; the first one answers"),
            ),
            DateField(
                key="cutOffAt",
                label=Text("交接时点", "From when on"),
                kind=ValueKind.DATETIME,
                not_before="today",
                not_after="today+90",
                help=Text("不填则立即执行", "Empty: now"),
            ),
            choice("policy", "日后退款的佣金", "Later refunds", "LeaverPolicy", required=True),
            reason(),
        )
    ),
)
CANCEL: Final = Action(
    key="cancelHandover",
    label=Text("取消交接", "Call off"),
    tone=Tone.DANGER,
    danger=True,
    placement=ON_RECORD,
    submit=on_row("cancelHandover", "handoverId"),
    form=Form(fields=(reason(),)),
)
COLUMNS: Final = (
    column("number", ValueKind.TEXT, "交接单号", "Handover", sortable="NUMBER", link_page="handover", pinned=Pin.LEFT),
    column("leaverName", ValueKind.TEXT, "离职人员", "Leaver", sortable="LEAVER_NAME", width=110),
    column("successorNames", ValueKind.TEXT, "交接人", "Successors", width=140),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="HandoverState", width=100),
    column("cutOffAt", ValueKind.DATETIME, "交接时点", "From when on", sortable="CUT_OFF_AT", width=160),
    column("policy", ValueKind.ENUM, "日后退款的佣金", "Later refunds", dictionary="LeaverPolicy", width=150),
    column("settledFen", ValueKind.FEN, "结算佣金", "Settled"),
    column("customers", ValueKind.INTEGER, "移交客户", "Customers", width=100),
    column("orders", ValueKind.INTEGER, "移交订单", "Orders", width=100),
    column("refused", ValueKind.INTEGER, "未能移交", "Refused", width=100),
    column("createdAt", ValueKind.DATETIME, "办理时间", "Begun", sortable="CREATED_AT", width=160),
    column("doneAt", ValueKind.DATETIME, "完成时间", "Done", sortable="DONE_AT", width=160),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
HANDOVERS: Final = ListPage(
    kind=PageKind.LIST,
    key="handovers",
    path="/handovers",
    title=Text("离职交接", "Handovers"),
    source=Operation(field="handovers"),
    columns=COLUMNS,
    filters=(
        one_of("state", "状态", "State", "HandoverState"),
        between("cutOffAt", "交接时点", "From when on"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("单号、离职人员", "Number, leaver"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(ViewPreset(key="scheduled", label=Text("待交接", "Scheduled"), query="f.state=SCHEDULED"),),
    actions=(START, CANCEL),
    row_link="handover",
    empty=EmptyState(title=Text("还没有离职交接", "No handovers yet"), action_key="startHandover"),
)
ITEMS: Final = ListPage(
    kind=PageKind.LIST,
    key="handoverItems",
    path="/handovers/:id/items",
    parent="handover",
    title=Text("交接明细", "Results"),
    source=Operation(field="handoverItems", bindings=(Binding("handover", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("subject", ValueKind.ENUM, "事项", "What", sortable="SUBJECT", dictionary="HandoverSubject", width=120),
        column("label", ValueKind.TEXT, "对象", "Which"),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("result", ValueKind.ENUM, "结果", "Result", sortable="RESULT", dictionary="HandoverResult", width=130),
        column("successorName", ValueKind.TEXT, "交接人", "Successor", width=110),
        column("code", ValueKind.ENUM, "未能移交的原因", "Why not", dictionary="HandoverCode", width=170),
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", width=160),
    ),
    filters=(
        one_of("subject", "事项", "What", "HandoverSubject"),
        one_of("result", "结果", "Result", "HandoverResult"),
    ),
    default_order=(OrderBy("at"),),
    empty=EmptyState(title=Text("没有需要交接的事项", "Nothing was to be handed over")),
)
HANDOVER: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="handover",
    path="/handovers/:id",
    parent="handovers",
    title=Text("离职交接详情", "Handover"),
    source=by_id("handover"),
    header=DetailHeader(
        title_path="leaverName", subtitle_path="number", status_path="state", status_dictionary="HandoverState"
    ),
    sections=(
        DetailSection(
            key="handover",
            title=Text("交接单", "Handover"),
            items=(*COLUMNS, column("reason", ValueKind.LONG_TEXT, "原因", "Why")),
        ),
        DetailSection(
            key="items",
            title=Text("交接明细", "Results"),
            kind=SectionKind.RELATED_LIST,
            list="handoverItems",
        ),
    ),
    actions=(CANCEL,),
    timeline=TIMELINE,
)


def _entry(key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=key, label=Text(zh, en), parent_key="salesforce", page_key=key)


declare_pages(
    Declared(
        pages=(
            LINES, LINE, REVIEW, OF_PERSON, OF_PAYOUT, STATEMENTS, STATEMENT, *PAGES, HANDOVERS, HANDOVER, ITEMS,
        ),
        navigation=(
            _entry("commissionReview", "佣金审核", "Commission review"),
            _entry("commissionLines", "佣金明细", "Commission"),
            _entry("commissionRuns", "发放批次", "Payout runs"),
            _entry("commissionPayouts", "佣金付款", "Payouts of commission"),
            _entry("commissionReceivables", "应收佣金", "Receivables"),
            _entry("commissionStatements", "人员对账单", "Statements"),
            _entry("commissionSettings", "发放设置", "Payout settings"),
            _entry("handovers", "离职交接", "Handovers"),
        ),
        dictionaries=DICTIONARIES,
        bench=(
            BenchCard(
                key="commissionsToReview",
                label=Text("待审核的佣金", "Commission to review"),
                kind=BenchKind.TODO,
                tone=Tone.WARNING,
                source=counted("commissionsToReview"),
                page_key="commissionReview",
            ),
            BenchCard(
                key="commissionPayoutsFailed",
                label=Text("发放失败的佣金", "Commission that was not paid"),
                kind=BenchKind.TODO,
                tone=Tone.DANGER,
                source=counted("commissionPayouts", {"state": {"eq": "FAILED"}}),
                page_key="commissionPayouts",
                query="view=failed&f.state=FAILED",
                permission="commission.pay",
            ),
        ),
    )
)  # fmt: skip
