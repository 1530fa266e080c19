"""Alerts, bills and breaks (支付告警、渠道对账)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, choice, column, one_of, picked, reason
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

ALERT_ACTIONS: Final = (
    Action(
        key="handlePaymentAlert",
        label=Text("处理", "Handle"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("handlePaymentAlert", "alertId"),
        form=Form(fields=(reason(),)),
    ),
)
BREAK_ACTIONS: Final = (
    Action(
        key="resolvePaymentBreak",
        label=Text("处理差错", "Resolve"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("resolvePaymentBreak", "breakId"),
        form=Form(fields=(choice("resolution", "处理方式", "How", "PaymentBreakResolution", required=True), reason())),
    ),
)


def alert_columns() -> tuple[Column, ...]:
    """Columns of every list of alerts."""
    return (
        column(
            "kind", ValueKind.ENUM, "告警", "Alert", sortable="KIND", dictionary="PaymentAlertKind", pinned=Pin.LEFT
        ),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="PaymentAlertState"),
        column("subject", ValueKind.TEXT, "单号", "Reference", copyable=True),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("count", ValueKind.INTEGER, "次数", "Times", sortable="COUNT"),
        column("lastAt", ValueKind.DATETIME, "最近一次", "Last", sortable="LAST_AT"),
        column("firstAt", ValueKind.DATETIME, "首次", "First", default_visible=False),
        column("handledAt", ValueKind.DATETIME, "处理时间", "Handled", sortable="HANDLED_AT"),
        column("handler", ValueKind.TEXT, "处理人", "By", "handler.displayName"),
        column("handling", ValueKind.LONG_TEXT, "处理说明", "What was done"),
    )


def break_columns() -> tuple[Column, ...]:
    """Columns of every list of breaks."""
    return (
        column("day", ValueKind.DATE, "账单日", "Day", sortable="DAY", pinned=Pin.LEFT),
        column("kind", ValueKind.ENUM, "差错", "Difference", sortable="KIND", dictionary="PaymentBreakKind"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="PaymentBreakState"),
        column("reference", ValueKind.TEXT, "单号", "Reference", copyable=True),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("providerFen", ValueKind.FEN, "渠道金额", "Provider"),
        column("ownFen", ValueKind.FEN, "业务金额", "Ours"),
        column("ledgerFen", ValueKind.FEN, "账务金额", "Ledger"),
        column("resolution", ValueKind.ENUM, "处理方式", "How settled", dictionary="PaymentBreakResolution"),
        column("reason", ValueKind.LONG_TEXT, "处理说明", "Why"),
        column("resolver", ValueKind.TEXT, "处理人", "By", "resolver.displayName"),
        column("foundAt", ValueKind.DATETIME, "发现时间", "Found", sortable="FOUND_AT", default_visible=False),
        column("resolvedAt", ValueKind.DATETIME, "处理时间", "Settled", sortable="RESOLVED_AT"),
    )


ALERTS: Final = ListPage(
    kind=PageKind.LIST,
    key="paymentAlerts",
    path="/payment-alerts",
    title=Text("支付告警", "Payment alerts"),
    source=Operation(field="paymentAlerts"),
    columns=alert_columns(),
    filters=(
        one_of("kind", "告警", "Alert", "PaymentAlertKind"),
        one_of("state", "状态", "State", "PaymentAlertState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("lastAt", "最近一次", "Last"),
    ),
    quick_search=Text("单号", "Reference"),
    default_order=(OrderBy("lastAt", descending=True),),
    presets=(ViewPreset(key="open", label=Text("待处理", "Open"), query="f.state=OPEN", counted=True),),
    actions=ALERT_ACTIONS,
    row_link="paymentAlert",
    empty=EmptyState(title=Text("没有支付告警", "No alerts")),
    refresh_seconds=60,
)
ALERT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="paymentAlert",
    path="/payment-alerts/:id",
    parent="paymentAlerts",
    title=Text("支付告警", "Alert"),
    source=by_id("paymentAlert"),
    header=DetailHeader(
        title_path="kind",
        title_dictionary="PaymentAlertKind",
        subtitle_path="subject",
        status_path="state",
        status_dictionary="PaymentAlertState",
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=alert_columns()),
        DetailSection(
            key="detail",
            title=Text("应有与实收", "Expected and received"),
            items=(column("facts", ValueKind.JSON, "明细", "Detail"),),
        ),
    ),
    actions=ALERT_ACTIONS,
    timeline=TIMELINE,
)
BILLS: Final = ListPage(
    kind=PageKind.LIST,
    key="paymentBills",
    path="/payment-bills",
    title=Text("渠道账单", "Provider's bills"),
    source=Operation(field="paymentBills"),
    columns=(
        column("day", ValueKind.DATE, "账单日", "Day", sortable="DAY", pinned=Pin.LEFT),
        column("lines", ValueKind.INTEGER, "笔数", "Lines", sortable="LINES"),
        column("chargedFen", ValueKind.FEN, "支付金额", "Charged", sortable="CHARGED_FEN"),
        column("refundedFen", ValueKind.FEN, "退款金额", "Refunded", sortable="REFUNDED_FEN"),
        column("feeFen", ValueKind.FEN, "手续费", "Fees"),
        column("fetchedAt", ValueKind.DATETIME, "获取时间", "Fetched"),
        column("reconciledAt", ValueKind.DATETIME, "最近核对", "Compared"),
    ),
    filters=(DateField(key="day", label=Text("账单日", "Day"), kind=ValueKind.DATE_RANGE),),
    default_order=(OrderBy("day", descending=True),),
    actions=(
        Action(
            key="fetchPaymentBill",
            label=Text("获取并核对", "Fetch and compare"),
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("fetchPaymentBill"),
            form=Form(
                fields=(
                    DateField(
                        key="day",
                        label=Text("账单日", "Day"),
                        kind=ValueKind.DATE,
                        required=True,
                        not_before="today-90",
                        not_after="today-1",
                        help=Text("次日 10 点后可获取", "Ready at ten the next morning"),
                    ),
                )
            ),
        ),
    ),
    empty=EmptyState(title=Text("还没有账单", "No bills yet"), action_key="fetchPaymentBill"),
)
BREAKS: Final = ListPage(
    kind=PageKind.LIST,
    key="paymentBreaks",
    path="/payment-breaks",
    title=Text("对账差错", "Breaks"),
    source=Operation(field="paymentBreaks"),
    columns=break_columns(),
    filters=(
        DateField(key="day", label=Text("账单日", "Day"), kind=ValueKind.DATE_RANGE),
        one_of("kind", "差错", "Difference", "PaymentBreakKind"),
        one_of("state", "状态", "State", "PaymentBreakState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("单号", "Reference"),
    default_order=(OrderBy("day", descending=True),),
    presets=(ViewPreset(key="open", label=Text("待处理", "Open"), query="f.state=OPEN", counted=True),),
    actions=BREAK_ACTIONS,
    row_link="paymentBreak",
    empty=EmptyState(title=Text("没有对账差错", "No breaks")),
)
BREAK: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="paymentBreak",
    path="/payment-breaks/:id",
    parent="paymentBreaks",
    title=Text("对账差错", "Break"),
    source=by_id("paymentBreak"),
    header=DetailHeader(
        title_path="reference", subtitle_path="day", status_path="state", status_dictionary="PaymentBreakState"
    ),
    sections=(DetailSection(key="base", title=Text("基本信息", "Basics"), items=break_columns()),),
    actions=BREAK_ACTIONS,
    timeline=TIMELINE,
)
