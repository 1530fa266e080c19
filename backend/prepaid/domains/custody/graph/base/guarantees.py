"""Guarantees and the issuing switch (担保登记、发卡开关)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import choice, column, confirm, contains, one_of, picked, reason, text
from prepaid.domains.pages.rules.fields import BooleanField, DateField, NumberField, UploadField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Pin
from prepaid.domains.pages.rules.layout.operations import Operation, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import EmptyState, ListPage, OrderBy, PageKind
from prepaid.domains.pages.rules.text import Text

TOOLBAR: Final = (ActionPlacement.TOOLBAR,)

GUARANTEE_ACTIONS: Final = (
    Action(
        key="endGuarantee",
        label=Text("终止", "End"),
        tone=Tone.DANGER,
        danger=True,
        placement=(ActionPlacement.ROW,),
        submit=on_row("endGuarantee", "guaranteeId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "终止该担保？",
            "End this guarantee?",
            "终止",
            "End",
            Text("今天起不再计入，并立即重新检查", "It counts no longer from today, and custody is tested at once"),
        ),
    ),
)
GUARANTEES: Final = ListPage(
    kind=PageKind.LIST,
    key="custodyGuarantees",
    path="/custody/guarantees",
    title=Text("担保登记", "Guarantees"),
    source=Operation(field="custodyGuarantees"),
    columns=(
        column("number", ValueKind.TEXT, "编号", "Number", sortable="NUMBER", pinned=Pin.LEFT, copyable=True),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("kind", ValueKind.ENUM, "类型", "Kind"),
        column("issuer", ValueKind.TEXT, "出具人", "Issuer", sortable="ISSUER"),
        column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
        column("validFrom", ValueKind.DATE, "生效日", "From", sortable="VALID_FROM"),
        column("validUntil", ValueKind.DATE, "到期日", "Until", sortable="VALID_UNTIL"),
        column("inForce", ValueKind.BOOLEAN, "当前有效", "In force"),
        column("hasDocument", ValueKind.BOOLEAN, "有附件", "Document"),
        column("endedOn", ValueKind.DATE, "终止日", "Ended", default_visible=False),
        column("endReason", ValueKind.LONG_TEXT, "终止原因", "Why ended", default_visible=False),
        column("createdAt", ValueKind.DATETIME, "登记时间", "Registered", sortable="CREATED_AT"),
    ),
    filters=(
        one_of("kind", "类型", "Kind", "GuaranteeKind"),
        contains("issuer", "出具人", "Issuer"),
        DateField(key="validUntil", label=Text("到期日", "Until"), kind=ValueKind.DATE_RANGE),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("编号、出具人", "Number, issuer"),
    default_order=(OrderBy("createdAt", descending=True),),
    actions=(
        Action(
            key="registerGuarantee",
            label=Text("登记担保", "Register"),
            icon="plus",
            tone=Tone.INFO,
            placement=TOOLBAR,
            submit=on_form("registerGuarantee"),
            form=Form(
                fields=(
                    picked("merchant", "商户", "Merchant", "Merchant", "merchantId", required=True),
                    choice("kind", "类型", "Kind", "GuaranteeKind", required=True),
                    text("number", "编号", "Number", required=True, max_length=80),
                    text("issuer", "出具人", "Issuer", required=True, max_length=80),
                    NumberField(
                        key="amountFen", label=Text("金额", "Amount"), kind=ValueKind.FEN, min="1", required=True
                    ),
                    DateField(key="validFrom", label=Text("生效日", "From"), kind=ValueKind.DATE, required=True),
                    DateField(
                        key="validUntil",
                        label=Text("到期日", "Until"),
                        kind=ValueKind.DATE,
                        required=True,
                        not_before="today",
                    ),
                    UploadField(
                        key="files",
                        label=Text("担保文件", "Document"),
                        kind=ValueKind.FILE,
                        purpose="custody.guarantee",
                    ),
                )
            ),
        ),
        *GUARANTEE_ACTIONS,
    ),
    empty=EmptyState(title=Text("还没有登记担保", "No guarantees yet"), action_key="registerGuarantee"),
)
SWITCHES: Final = ListPage(
    kind=PageKind.LIST,
    key="issuingSwitches",
    path="/custody/issuing",
    title=Text("发卡开关", "Issuing switches"),
    source=Operation(field="issuingSwitches"),
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
        column("stopped", ValueKind.BOOLEAN, "已停发", "Stopped"),
        column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
        column("changedAt", ValueKind.DATETIME, "变更时间", "Changed", sortable="CHANGED_AT"),
        column("changer", ValueKind.TEXT, "变更人", "Changed by", "changer.displayName"),
    ),
    filters=(
        BooleanField(key="stopped", label=Text("已停发", "Stopped"), kind=ValueKind.BOOLEAN, input_path="stopped.eq"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    default_order=(OrderBy("changedAt", descending=True),),
    actions=(
        Action(
            key="stopIssuing",
            label=Text("停止发卡", "Stop issuing"),
            tone=Tone.DANGER,
            danger=True,
            placement=TOOLBAR,
            submit=on_form("stopIssuing"),
            form=Form(
                fields=(
                    picked(
                        "merchant",
                        "商户",
                        "Merchant",
                        "Merchant",
                        "merchantId",
                        help=Text("不选则停止全行发卡", "Empty: the whole bank"),
                    ),
                    reason(),
                )
            ),
            confirm=confirm("停止发卡与充值？", "Stop sales and recharges of cards?", "停止", "Stop"),
        ),
        Action(
            key="resumeIssuing",
            label=Text("申请恢复发卡", "Propose to resume"),
            placement=TOOLBAR,
            submit=on_form("resumeIssuing"),
            form=Form(
                fields=(
                    picked(
                        "merchant",
                        "商户",
                        "Merchant",
                        "Merchant",
                        "merchantId",
                        help=Text("不选则为全行开关，恢复须他人复核", "Empty: the whole bank; a second person decides"),
                    ),
                    reason(),
                )
            ),
        ),
    ),
    empty=EmptyState(title=Text("没有停发记录", "Nothing was ever stopped")),
)
