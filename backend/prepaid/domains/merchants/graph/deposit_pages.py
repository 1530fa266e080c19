"""Pages of deposits (保证金)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, choice, column, confirm, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_row
from prepaid.domains.pages.rules.layout.pages import (
    AnyPage,
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

MERCHANT: Final = column(
    "merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant", pinned=Pin.LEFT
)


def _amount(help_: Text | None = None, *, required: bool = True) -> NumberField:
    label = Text("金额", "Amount")
    return NumberField(key="amountFen", label=label, kind=ValueKind.FEN, min="1", required=required, help=help_)


DEPOSIT_ACTIONS: Final = (
    Action(
        key="requestDepositPayment",
        label=Text("缴纳保证金", "Pay"),
        icon="plus",
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("requestDepositPayment", "depositId"),
        form=Form(
            fields=(
                _amount(
                    Text(
                        "不填则按应补缴金额；2 小时内在缴纳记录中扫码支付",
                        "Empty: what is missing. Pay within two hours",
                    ),
                    required=False,
                ),
            )
        ),
    ),
    Action(
        key="proposeDepositDeduction",
        label=Text("发起扣划", "Deduct"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("proposeDepositDeduction", "depositId"),
        form=Form(
            fields=(
                choice("purpose", "用途", "What for", "DeductionPurpose", required=True),
                _amount(),
                text(
                    "caseNumber",
                    "案件编号",
                    "Case",
                    required=True,
                    max_length=80,
                    help=Text(
                        "售后、仲裁或判决的编号；提交后该金额冻结，待复核", "The amount is frozen until it is decided"
                    ),
                ),
                reason(),
            )
        ),
    ),
    Action(
        key="proposeDepositWaiver",
        label=Text("申请减免", "Waive"),
        placement=ON_RECORD,
        submit=on_row("proposeDepositWaiver", "depositId"),
        form=Form(
            fields=(
                _amount(),
                DateField(
                    key="validUntil",
                    label=Text("减免至", "Until"),
                    kind=ValueKind.DATE,
                    required=True,
                    not_before="today",
                    help=Text("不超过一年，须他人复核", "Within a year; a second person decides"),
                ),
                reason(),
            )
        ),
    ),
    Action(
        key="assessDeposit",
        label=Text("重新核定", "Compute now"),
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("assessDeposit", "depositId"),
    ),
)


def deposit_columns() -> tuple[Column, ...]:
    """Columns of lists of deposits."""
    return (
        MERCHANT,
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="DepositState"),
        column("requiredFen", ValueKind.FEN, "应缴", "Required", sortable="REQUIRED_FEN"),
        column("waivedFen", ValueKind.FEN, "已减免", "Waived"),
        column("heldFen", ValueKind.FEN, "当前余额", "Held"),
        column("frozenFen", ValueKind.FEN, "冻结", "Frozen"),
        column("missingFen", ValueKind.FEN, "缺口", "Missing"),
        column("graceUntil", ValueKind.DATE, "宽限至", "Grace until", sortable="GRACE_UNTIL"),
        column("paidFen", ValueKind.FEN, "累计缴纳", "Paid in all", default_visible=False),
        column("deductedFen", ValueKind.FEN, "累计扣划", "Deducted in all", default_visible=False),
        column("assessedAt", ValueKind.DATETIME, "核定时间", "Computed", sortable="ASSESSED_AT"),
    )


DEPOSITS: Final = ListPage(
    kind=PageKind.LIST,
    key="deposits",
    path="/deposits",
    title=Text("保证金", "Deposits"),
    source=Operation(field="deposits"),
    columns=deposit_columns(),
    filters=(
        one_of("state", "状态", "State", "DepositState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    default_order=(OrderBy("assessedAt", descending=True),),
    presets=(
        ViewPreset(key="short", label=Text("不足", "Short"), query="f.state=GRACE,PAUSED", counted=True),
        ViewPreset(key="unpaid", label=Text("待缴纳", "To be paid"), query="f.state=UNPAID", counted=True),
    ),
    actions=DEPOSIT_ACTIONS[:3],
    row_link="deposit",
    empty=EmptyState(title=Text("还没有保证金", "No deposits yet")),
    refresh_seconds=15,
)


def _related(key: str, zh: str, en: str, page: str) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=page, lazy=True)


DEPOSIT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="deposit",
    path="/deposits/:id",
    parent="deposits",
    title=Text("保证金详情", "Deposit"),
    source=by_id("deposit"),
    header=DetailHeader(title_path="merchant.name", status_path="state", status_dictionary="DepositState"),
    sections=(
        DetailSection(
            key="standing",
            title=Text("缴存情况", "Standing"),
            items=(
                *deposit_columns(),
                column("dueFen", ValueKind.FEN, "减免后应缴", "Due"),
                column("toppedUpFen", ValueKind.FEN, "累计补缴", "Topped up in all"),
                column("shortSince", ValueKind.DATE, "不足始于", "Short since"),
                column("satisfiedAt", ValueKind.DATETIME, "首次缴足", "First paid"),
            ),
        ),
        DetailSection(
            key="rule",
            title=Text("核定依据", "How it is computed"),
            items=(
                column("baseFen", ValueKind.FEN, "基础保证金", "Base"),
                column("storeCount", ValueKind.INTEGER, "计入店铺数", "Stores"),
                column("storesFen", ValueKind.FEN, "按店铺", "For stores"),
                column("prepaidBalanceFen", ValueKind.FEN, "预付余额", "Prepaid balance"),
                column("balancePartFen", ValueKind.FEN, "按预付余额", "For the balance"),
                column("cappedFen", ValueKind.FEN, "封顶扣减", "Taken off by the cap"),
                column("ruleVersion", ValueKind.INTEGER, "商户类型版本", "Version of the type", "rule.version"),
                column("graceDays", ValueKind.INTEGER, "宽限期（天）", "Grace (days)", "rule.depositGraceDays"),
            ),
        ),
        _related("payments", "缴纳记录", "Payments", "paymentsOfDeposit"),
        _related("deductions", "扣划记录", "Deductions", "deductionsOfDeposit"),
        _related("waivers", "减免记录", "Waivers", "waiversOfDeposit"),
    ),
    actions=DEPOSIT_ACTIONS,
    timeline=TIMELINE,
)
PAYMENT_COLUMNS: Final = (
    column("requestedAt", ValueKind.DATETIME, "发起时间", "Asked for", sortable="REQUESTED_AT", pinned=Pin.LEFT),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    column("kind", ValueKind.ENUM, "类型", "Kind", dictionary="DepositPaymentKind"),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="DepositPaymentState"),
    column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
    column("payUrl", ValueKind.URL, "支付入口", "Cashier", "payment.codeUrl"),
    column("paidAt", ValueKind.DATETIME, "到账时间", "Paid", sortable="PAID_AT"),
    column("reference", ValueKind.TEXT, "支付单号", "Payment", "payment.reference", copyable=True),
)
PAYMENT_ACTIONS: Final = (
    Action(
        key="cancelDepositPayment",
        label=Text("取消缴纳", "Cancel"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("cancelDepositPayment", "depositPaymentId"),
        confirm=confirm("取消这笔缴纳？", "Cancel this payment?", "取消缴纳", "Cancel the payment"),
    ),
)
PAYMENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="depositPayments",
    path="/deposit-payments",
    title=Text("保证金缴纳记录", "Payments of deposits"),
    source=Operation(field="depositPayments"),
    columns=PAYMENT_COLUMNS,
    filters=(
        one_of("state", "状态", "State", "DepositPaymentState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("requestedAt", "发起时间", "Asked for"),
    ),
    default_order=(OrderBy("requestedAt", descending=True),),
    actions=PAYMENT_ACTIONS,
    empty=EmptyState(title=Text("还没有缴纳记录", "No payments yet")),
    refresh_seconds=15,
)
DEDUCTION_COLUMNS: Final = (
    column("proposedAt", ValueKind.DATETIME, "发起时间", "Proposed", sortable="PROPOSED_AT", pinned=Pin.LEFT),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    column("caseNumber", ValueKind.TEXT, "案件编号", "Case", sortable="CASE_NUMBER", copyable=True),
    column("purpose", ValueKind.ENUM, "用途", "What for", dictionary="DeductionPurpose"),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="DeductionState"),
    column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
    column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
    column("endedAt", ValueKind.DATETIME, "处理时间", "Decided"),
)
DEDUCTIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="depositDeductions",
    path="/deposit-deductions",
    title=Text("保证金扣划记录", "Deductions from deposits"),
    source=Operation(field="depositDeductions"),
    columns=DEDUCTION_COLUMNS,
    filters=(
        one_of("state", "状态", "State", "DeductionState"),
        one_of("purpose", "用途", "What for", "DeductionPurpose"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("proposedAt", "发起时间", "Proposed"),
    ),
    quick_search=Text("案件编号", "Case"),
    default_order=(OrderBy("proposedAt", descending=True),),
    empty=EmptyState(title=Text("还没有扣划记录", "No deductions yet")),
)
WAIVER_COLUMNS: Final = (
    column("validFrom", ValueKind.DATE, "生效日", "From", sortable="VALID_FROM", pinned=Pin.LEFT),
    column("validUntil", ValueKind.DATE, "到期日", "Until", sortable="VALID_UNTIL"),
    column("amountFen", ValueKind.FEN, "减免金额", "Amount", sortable="AMOUNT_FEN"),
    column("inForce", ValueKind.BOOLEAN, "有效", "In force"),
    column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
    column("endedAt", ValueKind.DATETIME, "结束时间", "Ended"),
)
WAIVER_ACTIONS: Final = (
    Action(
        key="endDepositWaiver",
        label=Text("结束减免", "End"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("endDepositWaiver", "waiverId"),
        form=Form(fields=(reason(),)),
    ),
)


def _of_deposit(
    key: str,
    path: str,
    field: str,
    title: Text,
    columns: tuple[Column, ...],
    order: str,
    actions: tuple[Action, ...] = (),
) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=f"/deposits/:id/{path}",
        parent="deposit",
        title=title,
        permission="deposit.read",
        source=Operation(field=field, bindings=(Binding("deposit", BindingSource.ROUTE_PARAM, "id"),)),
        columns=tuple(one for one in columns if one.key != "merchant"),
        default_order=(OrderBy(order, descending=True),),
        actions=actions,
    )


DEPOSIT_PAGES: Final[tuple[AnyPage, ...]] = (
    DEPOSITS,
    DEPOSIT,
    PAYMENTS,
    DEDUCTIONS,
    _of_deposit(
        "paymentsOfDeposit",
        "payments",
        "depositPayments",
        Text("缴纳记录", "Payments"),
        PAYMENT_COLUMNS,
        "requestedAt",
        PAYMENT_ACTIONS,
    ),
    _of_deposit(
        "deductionsOfDeposit",
        "deductions",
        "depositDeductions",
        Text("扣划记录", "Deductions"),
        DEDUCTION_COLUMNS,
        "proposedAt",
    ),
    _of_deposit(
        "waiversOfDeposit",
        "waivers",
        "depositWaivers",
        Text("减免记录", "Waivers"),
        WAIVER_COLUMNS,
        "validFrom",
        WAIVER_ACTIONS,
    ),
)
