"""Pages of commission lines (佣金明细), of their review, and of a person's statement."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, contains, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField
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
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

PERIOD: Final = Form(
    fields=(
        picked("salesperson", "销售人员", "Salesperson", "Salesperson", "salespersonId", required=True),
        DateField(key="firstDay", label=Text("开始日期", "From"), kind=ValueKind.DATE, required=True),
        DateField(key="lastDay", label=Text("结束日期", "To"), kind=ValueKind.DATE, required=True),
    )
)
BULK: Final = (
    Action(
        key="approveCommissions",
        label=Text("批量通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=(ActionPlacement.BULK,),
        submit=Operation(
            field="approveCommissions", bindings=(Binding("input.lineIds", BindingSource.SELECTION, "id"),)
        ),
        confirm=confirm(
            "通过所选佣金？",
            "Approve the selected commission?",
            "通过",
            "Approve",
            Text("通过后按发放设置付款；商户资金不足时自动等待", "It is paid by the settings; without money it waits"),
        ),
    ),
    Action(
        key="rejectCommissions",
        label=Text("批量驳回", "Reject"),
        tone=Tone.DANGER,
        danger=True,
        placement=(ActionPlacement.BULK,),
        submit=Operation(
            field="rejectCommissions",
            bindings=(
                Binding("input", BindingSource.FORM),
                Binding("input.lineIds", BindingSource.SELECTION, "id"),
            ),
        ),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="approveCommissionPeriod",
        label=Text("按人员与期间通过", "Approve a period"),
        placement=(ActionPlacement.TOOLBAR,),
        submit=on_form("approveCommissionPeriod"),
        form=PERIOD,
    ),
)
ONE: Final = (
    Action(
        key="approveCommission",
        label=Text("通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("approveCommission", "lineId"),
        confirm=confirm("通过这笔佣金？", "Approve this commission?", "通过", "Approve"),
    ),
    Action(
        key="rejectCommission",
        label=Text("驳回", "Reject"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("rejectCommission", "lineId"),
        form=Form(fields=(reason(),)),
    ),
)


def line_columns() -> tuple[Column, ...]:
    """Columns of every list of lines."""
    return (
        column("earnedAt", ValueKind.DATETIME, "计佣时间", "Earned", sortable="EARNED_AT", pinned=Pin.LEFT, width=160),
        column("subject", ValueKind.TEXT, "商品或服务", "What", link_page="commissionLine"),
        column("kind", ValueKind.ENUM, "类型", "Kind", sortable="KIND", dictionary="CommissionLineKind", width=120),
        column("salespersonName", ValueKind.TEXT, "销售人员", "Person", width=110),
        column("amountFen", ValueKind.FEN, "佣金", "Commission", sortable="AMOUNT_FEN"),
        column("reversedFen", ValueKind.FEN, "已冲回", "Reversed", default_visible=False),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="CommissionLineState", width=110),
        column("waiting", ValueKind.ENUM, "等待", "Waits for", dictionary="CommissionWaiting", width=140),
        column("frozenUntil", ValueKind.DATETIME, "冻结至", "Frozen until", sortable="FROZEN_UNTIL", width=160),
        column("order", ValueKind.REFERENCE, "订单", "Order", label_path="number", link_page="order"),
        column("store", ValueKind.REFERENCE, "店铺", "Store", label_path="name", link_page="store"),
        column("paidAt", ValueKind.DATETIME, "发放时间", "Paid", sortable="PAID_AT", width=160),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    )


FILTERS: Final = (
    contains("salespersonName", "销售人员", "Person"),
    one_of("kind", "类型", "Kind", "CommissionLineKind"),
    between("earnedAt", "计佣时间", "Earned"),
    picked("salesperson", "人员", "Salesperson", "Salesperson"),
    picked("merchant", "商户", "Merchant", "Merchant"),
)
SEARCH: Final = Text("订单号、商品、人员", "Order, product, person")


def _list(key: str, path: str, title: Text, field: str, empty: Text, *, descending: bool, **rest: object) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        title=title,
        source=Operation(field=field),
        columns=line_columns(),
        quick_search=SEARCH,
        default_order=(OrderBy("earnedAt", descending=descending),),
        row_link="commissionLine",
        empty=EmptyState(title=empty),
        **rest,  # type: ignore[arg-type]
    )


LINES: Final = _list(
    "commissionLines",
    "/commissions",
    Text("佣金明细", "Commission"),
    "commissionLines",
    Text("还没有佣金", "No commission yet"),
    descending=True,
    filters=(*FILTERS[:2], one_of("state", "状态", "State", "CommissionLineState"), *FILTERS[2:]),
    presets=(
        ViewPreset(key="approved", label=Text("待发放", "To be paid"), query="f.state=APPROVED"),
        ViewPreset(key="failed", label=Text("发放失败", "Not paid"), query="f.state=FAILED", counted=True),
        ViewPreset(key="paid", label=Text("已发放", "Paid"), query="f.state=PAID"),
    ),
    actions=ONE,
)
REVIEW: Final = _list(
    "commissionReview",
    "/commission-review",
    Text("佣金审核", "Commission review"),
    "commissionsToReview",
    Text("没有待审核的佣金", "Nothing waits for a review"),
    descending=False,
    filters=FILTERS,
    actions=(*BULK, *ONE),
)


def _of(key: str, path: str, parent: str, argument: str) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("佣金明细", "Commission"),
        source=Operation(field="commissionLines", bindings=(Binding(argument, BindingSource.ROUTE_PARAM, "id"),)),
        columns=line_columns()[:-1],
        filters=(one_of("state", "状态", "State", "CommissionLineState"), between("earnedAt", "计佣时间", "Earned")),
        default_order=(OrderBy("earnedAt", descending=True),),
        row_link="commissionLine",
        empty=EmptyState(title=Text("没有佣金", "No commission")),
    )


OF_PERSON: Final = _of(
    "commissionLinesOfPerson", "/commission-statements/:id/lines", "commissionStatement", "statement"
)
OF_PAYOUT: Final = _of("commissionLinesOfPayout", "/commission-payouts/:id/lines", "commissionPayout", "payout")
LINE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="commissionLine",
    path="/commissions/:id",
    parent="commissionLines",
    title=Text("佣金详情", "Commission"),
    source=by_id("commissionLine"),
    header=DetailHeader(title_path="subject", status_path="state", status_dictionary="CommissionLineState"),
    sections=(
        DetailSection(
            key="line",
            title=Text("佣金", "Commission"),
            items=(
                *line_columns(),
                column("reviewedAt", ValueKind.DATETIME, "审核时间", "Reviewed"),
                column("reason", ValueKind.LONG_TEXT, "驳回或冲回原因", "Why"),
                column("cause", ValueKind.ENUM, "冲回起因", "Follows", dictionary="CommissionReversalCause"),
                column("bearer", ValueKind.ENUM, "已发放部分承担方", "Who bears it", dictionary="CommissionBearer"),
                column(
                    "reverses",
                    ValueKind.REFERENCE,
                    "冲回的佣金",
                    "Takes back",
                    label_path="subject",
                    link_page="commissionLine",
                ),
            ),
        ),
        DetailSection(
            key="rule",
            title=Text("计佣规则快照", "Rule as it stood"),
            items=(
                column("ruleLevel", ValueKind.ENUM, "层级", "Level", dictionary="CommissionMatchLevel"),
                column("ruleVersion", ValueKind.INTEGER, "规则版本", "Version"),
                column("rateKind", ValueKind.ENUM, "计佣方式", "Counts", dictionary="CommissionRateKind"),
                column("basis", ValueKind.ENUM, "基数口径", "Taken of", dictionary="CommissionBasis"),
                column("basisFen", ValueKind.FEN, "计佣基数", "Basis"),
                column("bps", ValueKind.PERCENT, "比例", "Percentage"),
                column("rateFen", ValueKind.FEN, "固定金额", "Fixed"),
                column("unitMinutes", ValueKind.INTEGER, "计时单位（分钟）", "Minutes"),
                column("floorFen", ValueKind.FEN, "保底", "Least"),
                column("capFen", ValueKind.FEN, "封顶", "Most"),
            ),
        ),
    ),
    actions=ONE,
    timeline=TIMELINE,
)
ACCOUNT: Final = Action(
    key="saveCommissionAccount",
    label=Text("登记收款账户", "Account"),
    placement=ON_RECORD,
    submit=on_row("saveCommissionAccount", "statementId"),
    form=Form(
        fields=(
            text(
                "openid",
                "微信 OpenID",
                "WeChat OpenID",
                required=True,
                max_length=64,
                help=Text("加密保存，列表只显示掩码", "Kept encrypted; lists show it masked"),
            ),
            text(
                "realName",
                "实名",
                "Verified name",
                required=True,
                max_length=80,
                help=Text("须与微信实名一致，否则付款失败", "Must be the wallet's verified name"),
            ),
        )
    ),
)
STATEMENT_COLUMNS: Final = (
    column(
        "name",
        ValueKind.TEXT,
        "姓名",
        "Name",
        sortable="NAME",
        link_page="commissionStatement",
        pinned=Pin.LEFT,
        width=120,
    ),
    column("staffNumber", ValueKind.TEXT, "工号", "Staff number", sortable="STAFF_NUMBER", width=110),
    column("status", ValueKind.ENUM, "人员状态", "State", dictionary="SalespersonStatus", width=100),
    column("earnedFen", ValueKind.FEN, "累计佣金", "Earned"),
    column("toReviewFen", ValueKind.FEN, "待审核", "To be reviewed"),
    column("toPayFen", ValueKind.FEN, "待发放", "To be paid"),
    column("paidFen", ValueKind.FEN, "已发放", "Paid"),
    column("owedFen", ValueKind.FEN, "应收未结", "Owes"),
    column("account", ValueKind.TEXT, "收款账户", "Account", width=150),
    column("accountName", ValueKind.TEXT, "账户实名", "Its name", width=110),
    column("store", ValueKind.REFERENCE, "店铺", "Store", label_path="name", link_page="store"),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
STATEMENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="commissionStatements",
    path="/commission-statements",
    title=Text("人员对账单", "Statements"),
    source=Operation(field="commissionStatements"),
    columns=STATEMENT_COLUMNS,
    filters=(
        contains("name", "姓名", "Name"),
        one_of("status", "人员状态", "State", "SalespersonStatus"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("姓名、拼音、工号", "Name, pinyin, staff number"),
    default_order=(OrderBy("staffNumber"),),
    actions=(ACCOUNT,),
    row_link="commissionStatement",
    empty=EmptyState(title=Text("还没有销售人员", "No salespeople yet")),
)


def _related(key: str, zh: str, en: str, page: str) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=page, lazy=True)


STATEMENT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="commissionStatement",
    path="/commission-statements/:id",
    parent="commissionStatements",
    title=Text("佣金对账单", "Statement"),
    source=by_id("commissionStatement"),
    header=DetailHeader(
        title_path="name", subtitle_path="staffNumber", status_path="status", status_dictionary="SalespersonStatus"
    ),
    sections=(
        DetailSection(key="sums", title=Text("汇总", "In all"), items=STATEMENT_COLUMNS),
        _related("lines", "佣金明细", "Commission", "commissionLinesOfPerson"),
        _related("payouts", "发放记录", "Payouts", "commissionPayoutsOfPerson"),
        _related("receivables", "应收佣金", "Owes", "commissionReceivablesOfPerson"),
    ),
    actions=(ACCOUNT,),
    timeline=TIMELINE,
)
