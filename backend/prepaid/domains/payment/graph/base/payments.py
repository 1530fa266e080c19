"""Payments, their events and refunds, the merchants' numbers (支付、退款、收款商户号)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, one_of, picked, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import BooleanField, NumberField
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

AMOUNT: Final = NumberField(
    key="amountFen", label=Text("金额", "Amount"), kind=ValueKind.FEN, min="0", input_path="amountFen.eq"
)
PAYMENT_ACTIONS: Final = (
    Action(
        key="askAboutPayment",
        label=Text("向渠道查询", "Ask the provider"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("askAboutPayment", "paymentId"),
    ),
)
REFUND_ACTIONS: Final = (
    Action(
        key="askAboutRefund",
        label=Text("查询或重试", "Ask or try again"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("askAboutRefund", "paymentRefundId"),
    ),
    Action(
        key="redirectRefund",
        label=Text("改走转账", "Send as a transfer"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("redirectRefund", "paymentRefundId"),
        form=Form(
            fields=(
                text(
                    "realName",
                    "付款人真实姓名",
                    "Payer's real name",
                    required=True,
                    max_length=64,
                    help=Text(
                        "转入原付款微信零钱，姓名与微信实名不符时不会付款",
                        "Goes to the wallet that paid; it is not paid if the wallet has another verified name",
                    ),
                ),
            )
        ),
        confirm=confirm("将该退款改为转账？", "Send this refund as a transfer?", "改走转账", "Send"),
    ),
)


def payment_columns() -> tuple[Column, ...]:
    """Columns of every list of payments."""
    return (
        column(
            "reference",
            ValueKind.TEXT,
            "支付单号",
            "Reference",
            sortable="REFERENCE",
            copyable=True,
            pinned=Pin.LEFT,
            link_page="payment",
        ),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
        column("refundedFen", ValueKind.FEN, "已退款", "Refunded", sortable="REFUNDED_FEN"),
        column("feeFen", ValueKind.FEN, "渠道手续费", "Channel fee", default_visible=False),
        column("method", ValueKind.ENUM, "支付方式", "Method"),
        column("description", ValueKind.TEXT, "商品", "What for"),
        column("credited", ValueKind.BOOLEAN, "已入账", "Credited", default_visible=False),
        column("unappliedReason", ValueKind.ENUM, "未入账原因", "Why not applied", dictionary="PaymentUnappliedReason"),
        column("unappliedCode", ValueKind.TEXT, "未入账代码", "Code", default_visible=False),
        column("payableKind", ValueKind.ENUM, "业务类型", "Kind", dictionary="PayableKind", default_visible=False),
        column("payableId", ValueKind.TEXT, "业务编号", "Subject", copyable=True, default_visible=False),
        column("subMerchantNumber", ValueKind.TEXT, "收款商户号", "Payee", default_visible=False),
        column(
            "providerReference", ValueKind.TEXT, "渠道流水号", "Provider's number", copyable=True, default_visible=False
        ),
        column("createdAt", ValueKind.DATETIME, "发起时间", "Requested", sortable="CREATED_AT"),
        column("paidAt", ValueKind.DATETIME, "支付时间", "Paid", sortable="PAID_AT"),
        column("expiresAt", ValueKind.DATETIME, "支付截止", "Pay until", sortable="EXPIRES_AT", default_visible=False),
        column("closedAt", ValueKind.DATETIME, "关闭时间", "Closed", default_visible=False),
    )


def event_columns() -> tuple[Column, ...]:
    """Columns of every list of events."""
    return (
        column("effectiveAt", ValueKind.DATETIME, "时间", "When", sortable="EFFECTIVE_AT", pinned=Pin.LEFT),
        column("kind", ValueKind.ENUM, "事件", "What", dictionary="PaymentEventKind"),
        column("source", ValueKind.ENUM, "来源", "Source", dictionary="PaymentEventSource"),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("code", ValueKind.TEXT, "代码", "Code"),
        column("reference", ValueKind.TEXT, "单号", "Reference", copyable=True),
        column("providerReference", ValueKind.TEXT, "渠道流水号", "Provider's number", copyable=True),
        column("occurredAt", ValueKind.DATETIME, "渠道时间", "By the provider"),
    )


def refund_columns() -> tuple[Column, ...]:
    """Columns of every list of refunds."""
    return (
        column(
            "reference",
            ValueKind.TEXT,
            "退款单号",
            "Reference",
            sortable="REFERENCE",
            copyable=True,
            pinned=Pin.LEFT,
            link_page="paymentRefund",
        ),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="PaymentRefundState"),
        column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
        column("payment", ValueKind.REFERENCE, "支付单", "Payment", label_path="reference", link_page="payment"),
        column("reason", ValueKind.TEXT, "退款说明", "Reason"),
        column("failure", ValueKind.TEXT, "失败代码", "Failure"),
        column(
            "providerReference",
            ValueKind.TEXT,
            "渠道退款单号",
            "Provider's number",
            copyable=True,
            default_visible=False,
        ),
        column("createdAt", ValueKind.DATETIME, "发起时间", "Ordered", sortable="CREATED_AT"),
        column("settledAt", ValueKind.DATETIME, "到账时间", "Refunded", sortable="SETTLED_AT"),
    )


def events_page(key: str, path: str, parent: str, argument: str) -> ListPage:
    """The list of events of one record."""
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("经过", "What happened"),
        permission="payment_refund.read",
        source=Operation(field="paymentEvents", bindings=(Binding(argument, BindingSource.ROUTE_PARAM, "id"),)),
        columns=event_columns(),
        default_order=(OrderBy("effectiveAt"),),
    )


def _related(key: str, zh: str, en: str, page: str) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=page)


PAYMENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="payments",
    path="/payments",
    title=Text("支付", "Payments"),
    source=Operation(field="payments"),
    columns=payment_columns(),
    filters=(
        one_of("state", "状态", "State", "PaymentState"),
        one_of("method", "支付方式", "Method", "PaymentMethod"),
        one_of("unappliedReason", "未入账原因", "Why not applied", "PaymentUnappliedReason"),
        AMOUNT,
        BooleanField(
            key="credited", label=Text("已入账", "Credited"), kind=ValueKind.BOOLEAN, input_path="credited.eq"
        ),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "发起时间", "Requested"),
        between("paidAt", "支付时间", "Paid"),
    ),
    quick_search=Text("支付单号、渠道流水号", "Reference, provider's number"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(key="waiting", label=Text("待支付", "To be paid"), query="f.state=REQUESTED,READY"),
        ViewPreset(
            key="unapplied",
            label=Text("自动退回", "Sent back"),
            query="f.unappliedReason=LATE,SECOND,NOT_APPLICABLE",
        ),
    ),
    actions=PAYMENT_ACTIONS,
    row_link="payment",
    empty=EmptyState(title=Text("还没有支付", "No payments yet")),
)
PAYMENT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="payment",
    path="/payments/:id",
    parent="payments",
    title=Text("支付详情", "Payment"),
    source=by_id("payment"),
    header=DetailHeader(
        title_path="reference", subtitle_path="description", status_path="state", status_dictionary="PaymentState"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=payment_columns()),
        _related("events", "经过", "What happened", "paymentEvents"),
        _related("refunds", "退款", "Refunds", "refundsOfPayment"),
        _related("transfers", "账务划转", "Ledger", "transfersOfPayment"),
    ),
    actions=PAYMENT_ACTIONS,
    timeline=TIMELINE,
)
TRANSFERS_OF_PAYMENT: Final = ListPage(
    kind=PageKind.LIST,
    key="transfersOfPayment",
    path="/payments/:id/transfers",
    title=Text("账务划转", "Ledger"),
    source=Operation(field="transfers", bindings=(Binding("about", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("kind", ValueKind.ENUM, "业务", "What", dictionary="TransferKind", pinned=Pin.LEFT),
        column("phase", ValueKind.ENUM, "状态", "State", dictionary="TransferPhase"),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("effectiveAt", ValueKind.DATETIME, "时间", "When", sortable="EFFECTIVE_AT"),
    ),
    default_order=(OrderBy("effectiveAt"),),
    row_link="transfer",
    export=None,
)
PAYMENT_EVENTS: Final = events_page("paymentEvents", "/payments/:id/events", "payment", "payment")
REFUNDS: Final = ListPage(
    kind=PageKind.LIST,
    key="paymentRefunds",
    path="/payment-refunds",
    title=Text("支付退款", "Refunds of payments"),
    source=Operation(field="paymentRefunds"),
    columns=refund_columns(),
    filters=(
        one_of("state", "状态", "State", "PaymentRefundState"),
        AMOUNT,
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "发起时间", "Ordered"),
        between("settledAt", "到账时间", "Refunded"),
    ),
    quick_search=Text("退款单号、渠道退款单号", "Reference, provider's number"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(key="failed", label=Text("退款失败", "Failed"), query="f.state=FAILED", counted=True),
        ViewPreset(key="underWay", label=Text("退款中", "Under way"), query="f.state=REQUESTED,PROCESSING,REDIRECTED"),
    ),
    actions=REFUND_ACTIONS,
    row_link="paymentRefund",
    empty=EmptyState(title=Text("还没有退款", "No refunds yet")),
)
REFUNDS_OF_PAYMENT: Final = ListPage(
    kind=PageKind.LIST,
    key="refundsOfPayment",
    path="/payments/:id/refunds",
    parent="payment",
    title=Text("该笔支付的退款", "Refunds of the payment"),
    permission="payment_refund.read",
    source=Operation(field="paymentRefunds", bindings=(Binding("payment", BindingSource.ROUTE_PARAM, "id"),)),
    columns=tuple(each for each in refund_columns() if each.key not in ("merchant", "payment")),
    default_order=(OrderBy("createdAt", descending=True),),
    actions=REFUND_ACTIONS,
    row_link="paymentRefund",
)
REFUND: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="paymentRefund",
    path="/payment-refunds/:id",
    parent="paymentRefunds",
    title=Text("退款详情", "Refund"),
    source=by_id("paymentRefund"),
    header=DetailHeader(
        title_path="reference", subtitle_path="reason", status_path="state", status_dictionary="PaymentRefundState"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=refund_columns()),
        _related("events", "经过", "What happened", "paymentRefundEvents"),
    ),
    actions=REFUND_ACTIONS,
    timeline=TIMELINE,
)
REFUND_EVENTS: Final = events_page("paymentRefundEvents", "/payment-refunds/:id/events", "paymentRefund", "refund")
SUB_MERCHANTS: Final = ListPage(
    kind=PageKind.LIST,
    key="subMerchants",
    path="/sub-merchants",
    title=Text("收款商户号", "Collection numbers"),
    source=Operation(field="subMerchants"),
    columns=(
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("number", ValueKind.TEXT, "特约商户号", "Number", sortable="NUMBER", copyable=True),
        column("changedAt", ValueKind.DATETIME, "登记时间", "Registered", sortable="CHANGED_AT"),
    ),
    quick_search=Text("特约商户号", "Number"),
    default_order=(OrderBy("number"),),
    actions=(
        Action(
            key="registerSubMerchant",
            label=Text("登记商户号", "Register"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("registerSubMerchant"),
            form=Form(
                fields=(
                    picked("merchant", "商户", "Merchant", "Merchant", "merchantId", required=True),
                    text(
                        "number",
                        "特约商户号",
                        "Number",
                        required=True,
                        max_length=10,
                        help=Text("微信支付分配的 8 至 10 位数字", "8 to 10 digits, given by the provider"),
                    ),
                )
            ),
        ),
    ),
    empty=EmptyState(title=Text("还没有登记商户号", "No numbers yet"), action_key="registerSubMerchant"),
)
