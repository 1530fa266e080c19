"""Payouts and their switch (付款、付款开关)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, one_of, picked, reason
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import BooleanField
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
from prepaid.domains.payment.graph.base.payments import AMOUNT, events_page

PAYOUT_ACTIONS: Final = (
    Action(
        key="askAboutPayout",
        label=Text("向渠道查询", "Ask the provider"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("askAboutPayout", "payoutId"),
    ),
)


def payout_columns() -> tuple[Column, ...]:
    """Columns of every list of payouts."""
    return (
        column(
            "reference",
            ValueKind.TEXT,
            "付款单号",
            "Reference",
            sortable="REFERENCE",
            copyable=True,
            pinned=Pin.LEFT,
            link_page="payout",
        ),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("purpose", ValueKind.ENUM, "用途", "What for", sortable="PURPOSE", dictionary="PayoutPurpose"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="PayoutState"),
        column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
        column("payeeKind", ValueKind.ENUM, "收款方", "To", dictionary="PayeeKind"),
        column("payeeName", ValueKind.TEXT, "收款人", "Payee"),
        column("failure", ValueKind.TEXT, "失败代码", "Failure"),
        column("remark", ValueKind.TEXT, "附言", "Remark", default_visible=False),
        column("refund", ValueKind.REFERENCE, "退款单", "Refund", label_path="reference", link_page="paymentRefund"),
        column("subMerchantNumber", ValueKind.TEXT, "出资商户号", "Whose money", default_visible=False),
        column(
            "providerReference", ValueKind.TEXT, "渠道流水号", "Provider's number", copyable=True, default_visible=False
        ),
        column("createdAt", ValueKind.DATETIME, "发起时间", "Ordered", sortable="CREATED_AT"),
        column("settledAt", ValueKind.DATETIME, "到账时间", "Paid", sortable="SETTLED_AT"),
    )


PAYOUTS: Final = ListPage(
    kind=PageKind.LIST,
    key="payouts",
    path="/payouts",
    title=Text("付款", "Payouts"),
    source=Operation(field="payouts"),
    columns=payout_columns(),
    filters=(
        one_of("state", "状态", "State", "PayoutState"),
        one_of("purpose", "用途", "What for", "PayoutPurpose"),
        AMOUNT,
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("createdAt", "发起时间", "Ordered"),
        between("settledAt", "到账时间", "Paid"),
    ),
    quick_search=Text("付款单号、渠道流水号", "Reference, provider's number"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(
            key="underWay",
            label=Text("进行中", "Under way"),
            query="f.state=REQUESTED,STOPPED,PROCESSING,AWAITING_PAYEE",
        ),
        ViewPreset(key="failed", label=Text("失败与退票", "Failed and returned"), query="f.state=FAILED,RETURNED"),
    ),
    actions=PAYOUT_ACTIONS,
    row_link="payout",
    empty=EmptyState(title=Text("还没有付款", "No payouts yet")),
)
PAYOUT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="payout",
    path="/payouts/:id",
    parent="payouts",
    title=Text("付款详情", "Payout"),
    source=by_id("payout"),
    header=DetailHeader(
        title_path="reference", subtitle_path="remark", status_path="state", status_dictionary="PayoutState"
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=payout_columns()),
        DetailSection(
            key="events",
            title=Text("经过", "What happened"),
            kind=SectionKind.RELATED_LIST,
            list="payoutEvents",
            permission="payment_refund.read",
        ),
    ),
    actions=PAYOUT_ACTIONS,
    timeline=TIMELINE,
)
PAYOUT_EVENTS: Final = events_page("payoutEvents", "/payouts/:id/events", "payout", "payout")


def _switch(zh: str, en: str, *, stopped: bool) -> Action:
    return Action(
        key="stopPayouts" if stopped else "resumePayouts",
        label=Text(zh, en),
        tone=Tone.DANGER if stopped else Tone.SUCCESS,
        danger=stopped,
        placement=(ActionPlacement.TOOLBAR,),
        submit=on_form("setPayoutSwitch", Binding("input.stopped", BindingSource.CONSTANT, None, stopped)),
        form=Form(
            fields=(
                picked(
                    "merchant",
                    "商户",
                    "Merchant",
                    "Merchant",
                    "merchantId",
                    help=Text("不选则对全行生效", "Empty: the whole bank"),
                ),
                reason(),
            )
        ),
        confirm=confirm("暂停付款？", "Stop payouts?", "暂停", "Stop") if stopped else None,
    )


SWITCHES: Final = ListPage(
    kind=PageKind.LIST,
    key="payoutSwitches",
    path="/payout-switches",
    title=Text("付款开关", "Payout switches"),
    source=Operation(field="payoutSwitches"),
    columns=(
        column(
            "merchant",
            ValueKind.REFERENCE,
            "商户",
            "Merchant",
            label_path="name",
            link_page="merchant",
            pinned=Pin.LEFT,
        ),
        column("stopped", ValueKind.BOOLEAN, "已暂停", "Stopped"),
        column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
        column("changedAt", ValueKind.DATETIME, "变更时间", "Changed", sortable="CHANGED_AT"),
        column("changer", ValueKind.TEXT, "变更人", "Changed by", "changer.displayName"),
    ),
    filters=(
        BooleanField(key="stopped", label=Text("已暂停", "Stopped"), kind=ValueKind.BOOLEAN, input_path="stopped.eq"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    default_order=(OrderBy("changedAt", descending=True),),
    actions=(_switch("暂停付款", "Stop payouts", stopped=True), _switch("恢复付款", "Resume payouts", stopped=False)),
    empty=EmptyState(
        title=Text("付款从未被暂停", "Payouts were never stopped"),
        body=Text("“商户”为空的一行是全行开关", "The row without a merchant is the switch of the whole bank"),
    ),
)
