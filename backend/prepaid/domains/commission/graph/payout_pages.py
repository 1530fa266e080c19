"""Pages of payout runs and payouts (佣金发放), receivables (应收佣金) and settings (发放设置)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    confirm,
    contains,
    one_of,
    picked,
    reason,
    text,
    when,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import BooleanField, ChoiceField, ChoiceWidget, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
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
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

MERCHANT: Final = column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant")
MERCHANT_FILTER: Final = picked("merchant", "商户", "Merchant", "Merchant")
RETRY: Final = Action(
    key="retryCommissionPayout",
    label=Text("重试付款", "Try again"),
    tone=Tone.WARNING,
    placement=ON_RECORD,
    submit=on_row("retryCommissionPayout", "payoutId"),
    confirm=confirm(
        "重新付款？",
        "Pay again?",
        "重试",
        "Try again",
        Text(
            "同一笔付款不会重复到账；新增应收先抵扣", "It is never paid twice; what is owed meanwhile is set off first"
        ),
    ),
)
PAYOUT_COLUMNS: Final = (
    column("createdAt", ValueKind.DATETIME, "发起时间", "Made", sortable="CREATED_AT", pinned=Pin.LEFT, width=160),
    column(
        "salespersonName",
        ValueKind.TEXT,
        "销售人员",
        "Person",
        sortable="SALESPERSON_NAME",
        link_page="commissionPayout",
        width=120,
    ),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="CommissionPayoutState", width=100),
    column("lineCount", ValueKind.INTEGER, "佣金笔数", "Lines", width=100),
    column("grossFen", ValueKind.FEN, "佣金合计", "Lines in all", sortable="GROSS_FEN"),
    column("nettedFen", ValueKind.FEN, "抵扣应收", "Set off"),
    column("amountFen", ValueKind.FEN, "实付", "Transferred", sortable="AMOUNT_FEN"),
    column("failure", ValueKind.ENUM, "失败原因", "Why not", dictionary="CommissionFailure", width=150),
    column("attempts", ValueKind.INTEGER, "付款次数", "Tries", width=100),
    column("paidAt", ValueKind.DATETIME, "到账时间", "Arrived", sortable="PAID_AT", width=160),
    column("run", ValueKind.REFERENCE, "批次", "Run", label_path="number", link_page="commissionRun"),
    MERCHANT,
)
STATE: Final = one_of("state", "状态", "State", "CommissionPayoutState")


def _payouts(key: str, path: str, *, parent: str | None = None, argument: str | None = None) -> ListPage:
    bound = () if argument is None else (Binding(argument, BindingSource.ROUTE_PARAM, "id"),)
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("佣金付款", "Payouts of commission"),
        source=Operation(field="commissionPayouts", bindings=bound),
        columns=PAYOUT_COLUMNS if parent is None else PAYOUT_COLUMNS[:-1],
        filters=(contains("salespersonName", "销售人员", "Person"), STATE, between("createdAt", "发起时间", "Made"))
        + ((MERCHANT_FILTER,) if parent is None else ()),
        default_order=(OrderBy("createdAt", descending=True),),
        presets=(ViewPreset(key="failed", label=Text("失败", "Failed"), query="f.state=FAILED", counted=True),)
        if parent is None
        else (),
        actions=(RETRY,),
        row_link="commissionPayout",
        empty=EmptyState(title=Text("还没有付款", "No payouts yet")),
    )


ALL_PAYOUTS: Final = _payouts("commissionPayouts", "/commission-payouts")
OF_RUN: Final = _payouts(
    "commissionPayoutsOfRun", "/commission-runs/:id/payouts", parent="commissionRun", argument="run"
)
OF_PERSON: Final = _payouts(
    "commissionPayoutsOfPerson",
    "/commission-statements/:id/payouts",
    parent="commissionStatement",
    argument="statement",
)
PAYOUT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="commissionPayout",
    path="/commission-payouts/:id",
    parent="commissionPayouts",
    title=Text("佣金付款详情", "Payout of commission"),
    source=by_id("commissionPayout"),
    header=DetailHeader(title_path="salespersonName", status_path="state", status_dictionary="CommissionPayoutState"),
    sections=(
        DetailSection(key="payout", title=Text("付款", "Payout"), items=PAYOUT_COLUMNS),
        DetailSection(
            key="lines",
            title=Text("佣金明细", "Lines"),
            kind=SectionKind.RELATED_LIST,
            list="commissionLinesOfPayout",
            lazy=True,
        ),
    ),
    actions=(RETRY,),
    timeline=TIMELINE,
)
RUN_COLUMNS: Final = (
    column("number", ValueKind.TEXT, "批次号", "Run", sortable="NUMBER", link_page="commissionRun", pinned=Pin.LEFT),
    column("kind", ValueKind.ENUM, "方式", "Kind", sortable="KIND", dictionary="CommissionRunKind", width=110),
    column("startedAt", ValueKind.DATETIME, "发起时间", "Made", sortable="STARTED_AT", width=160),
    column("people", ValueKind.INTEGER, "人数", "People", width=90),
    column("amountFen", ValueKind.FEN, "应付", "To transfer"),
    column("nettedFen", ValueKind.FEN, "抵扣应收", "Set off"),
    column("paidFen", ValueKind.FEN, "已到账", "Arrived"),
    column("failed", ValueKind.INTEGER, "失败", "Failed", width=90),
    column("dueAt", ValueKind.DATETIME, "应发时间", "Due", sortable="DUE_AT", default_visible=False),
    MERCHANT,
)
PAY: Final = Action(
    key="payCommission",
    label=Text("立即发放", "Pay now"),
    icon="plus",
    tone=Tone.SUCCESS,
    placement=(ActionPlacement.TOOLBAR,),
    submit=on_form("payCommission"),
    form=Form(
        fields=(
            picked(
                "salesperson",
                "只发放给",
                "Only to",
                "Salesperson",
                "salespersonId",
                help=Text("不选则发放全部已通过的佣金", "Empty: everybody with approved commission"),
            ),
        )
    ),
)
RUNS: Final = ListPage(
    kind=PageKind.LIST,
    key="commissionRuns",
    path="/commission-runs",
    title=Text("发放批次", "Payout runs"),
    source=Operation(field="commissionRuns"),
    columns=RUN_COLUMNS,
    filters=(
        one_of("kind", "方式", "Kind", "CommissionRunKind"),
        between("startedAt", "发起时间", "Made"),
        MERCHANT_FILTER,
    ),
    default_order=(OrderBy("startedAt", descending=True),),
    actions=(PAY,),
    row_link="commissionRun",
    empty=EmptyState(title=Text("还没有发放批次", "No payout runs yet"), action_key="payCommission"),
)
RUN: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="commissionRun",
    path="/commission-runs/:id",
    parent="commissionRuns",
    title=Text("发放批次详情", "Payout run"),
    source=by_id("commissionRun"),
    header=DetailHeader(title_path="number"),
    sections=(
        DetailSection(key="run", title=Text("批次", "Run"), items=RUN_COLUMNS),
        DetailSection(
            key="payouts",
            title=Text("每人付款", "Payouts"),
            kind=SectionKind.RELATED_LIST,
            list="commissionPayoutsOfRun",
            lazy=True,
        ),
    ),
    timeline=TIMELINE,
)
WRITE_OFF: Final = Action(
    key="proposeCommissionWriteOff",
    label=Text("申请核销", "Write off"),
    tone=Tone.WARNING,
    placement=(ActionPlacement.ROW,),
    submit=on_row("proposeCommissionWriteOff", "receivableId"),
    form=Form(
        fields=(
            NumberField(
                key="amountFen",
                label=Text("核销金额", "Amount"),
                kind=ValueKind.FEN,
                min="1",
                help=Text("不填则核销全部未结金额；由商户承担，须他人复核", "Empty: all; a second person decides"),
            ),
            reason(),
        )
    ),
)
RECEIVABLE_COLUMNS: Final = (
    column("aroseAt", ValueKind.DATETIME, "产生时间", "Arose", sortable="AROSE_AT", pinned=Pin.LEFT, width=160),
    column("salespersonName", ValueKind.TEXT, "销售人员", "Person", sortable="SALESPERSON_NAME", width=120),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="CommissionReceivableState"),
    column("amountFen", ValueKind.FEN, "应收", "Owed", sortable="AMOUNT_FEN"),
    column("nettedFen", ValueKind.FEN, "已抵扣", "Set off"),
    column("writtenOffFen", ValueKind.FEN, "已核销", "Written off"),
    column("openFen", ValueKind.FEN, "未结", "Open"),
    column("line", ValueKind.REFERENCE, "冲回的佣金", "Reversal", label_path="subject", link_page="commissionLine"),
    MERCHANT,
)


def _receivables(key: str, path: str, *, parent: str | None = None) -> ListPage:
    bound = () if parent is None else (Binding("statement", BindingSource.ROUTE_PARAM, "id"),)
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("应收佣金", "Receivables"),
        source=Operation(field="commissionReceivables", bindings=bound),
        columns=RECEIVABLE_COLUMNS if parent is None else RECEIVABLE_COLUMNS[:-1],
        filters=(
            contains("salespersonName", "销售人员", "Person"),
            one_of("state", "状态", "State", "CommissionReceivableState"),
        ),
        default_order=(OrderBy("aroseAt", descending=True),),
        actions=(WRITE_OFF,),
        empty=EmptyState(title=Text("没有应收佣金", "Nobody owes commission")),
    )


RECEIVABLES: Final = _receivables("commissionReceivables", "/commission-receivables")
RECEIVABLES_OF_PERSON: Final = _receivables(
    "commissionReceivablesOfPerson", "/commission-statements/:id/receivables", parent="commissionStatement"
)
SAVE: Final = Action(
    key="saveCommissionSetting",
    label=Text("修改设置", "Change"),
    icon="plus",
    tone=Tone.INFO,
    placement=(ActionPlacement.TOOLBAR,),
    submit=on_form("saveCommissionSetting"),
    form=Form(
        fields=(
            BooleanField(
                key="automatic",
                label=Text("审核通过后自动发放", "Pay by itself once approved"),
                kind=ValueKind.BOOLEAN,
            ),
            ChoiceField(
                key="orderKinds",
                label=Text("自动发放的订单", "What is paid by itself"),
                kind=ValueKind.TAGS,
                dictionary="OrderKind",
                widget=ChoiceWidget.CHECKBOXES,
                required=True,
            ),
            choice("cadence", "发放周期", "How often", "CommissionCadence", required=True),
            NumberField(
                key="weekday",
                label=Text("星期几（1 至 7）", "Day of the week (1 to 7)"),
                kind=ValueKind.INTEGER,
                min="1",
                max="7",
                required=True,
                visible_when=when("cadence", TestOp.EQ, "WEEKLY"),
            ),
            NumberField(
                key="monthDay",
                label=Text("每月几号（1 至 28）", "Day of the month (1 to 28)"),
                kind=ValueKind.INTEGER,
                min="1",
                max="28",
                required=True,
                visible_when=when("cadence", TestOp.EQ, "MONTHLY"),
            ),
            text("payAt", "发放时间", "Time", required=True, max_length=5, help=Text("例如 10:00", "E.g. 10:00")),
            NumberField(
                key="minimumFen",
                label=Text("每人最低发放金额", "Least for each person"),
                kind=ValueKind.FEN,
                min="0",
                required=True,
                help=Text("不足时累计到下一期", "Less waits for the next run"),
            ),
            NumberField(
                key="freezeDays",
                label=Text("冻结天数", "Days frozen"),
                kind=ValueKind.INTEGER,
                min="0",
                max="365",
                required=True,
                help=Text("计佣后多少天方可审核；只影响以后的佣金", "Before a review; for later lines only"),
            ),
        )
    ),
)
SETTING_COLUMNS: Final[tuple[Column, ...]] = (
    column("version", ValueKind.INTEGER, "版本", "Version", sortable="VERSION", pinned=Pin.LEFT, width=90),
    column("inForce", ValueKind.BOOLEAN, "生效中", "In force", width=100),
    column("automatic", ValueKind.BOOLEAN, "自动发放", "By itself", width=100),
    column("orderKinds", ValueKind.TAGS, "自动发放的订单", "Orders", dictionary="OrderKind", width=260),
    column("cadence", ValueKind.ENUM, "周期", "How often", dictionary="CommissionCadence", width=100),
    column("weekday", ValueKind.INTEGER, "星期几", "Weekday", width=90),
    column("monthDay", ValueKind.INTEGER, "每月几号", "Day of the month", width=100),
    column("payAt", ValueKind.TEXT, "时间", "Time", width=90),
    column("minimumFen", ValueKind.FEN, "最低金额", "Least"),
    column("freezeDays", ValueKind.INTEGER, "冻结天数", "Days frozen", width=100),
    column("madeAt", ValueKind.DATETIME, "修改时间", "Since", sortable="MADE_AT", width=160),
    MERCHANT,
)
SETTINGS: Final = ListPage(
    kind=PageKind.LIST,
    key="commissionSettings",
    path="/commission-settings",
    title=Text("发放设置", "Payout settings"),
    source=Operation(field="commissionSettings"),
    columns=SETTING_COLUMNS,
    filters=(MERCHANT_FILTER,),
    default_order=(OrderBy("madeAt", descending=True),),
    actions=(SAVE,),
    empty=EmptyState(
        title=Text("尚未设置：默认冻结 7 天、手动发放", "Not set: frozen for 7 days, paid by hand"),
        action_key="saveCommissionSetting",
    ),
)
PAGES: Final = (
    RUNS, RUN, ALL_PAYOUTS, OF_RUN, OF_PERSON, PAYOUT, RECEIVABLES, RECEIVABLES_OF_PERSON, SETTINGS,
)  # fmt: skip
