"""Pages of merchants' standing: the sale gate, documents, and the blacklist (经营状态、资质证照、黑名单)."""

from typing import Final

from prepaid.domains.merchants.graph.deposit_dictionaries import DICTIONARIES
from prepaid.domains.merchants.graph.deposit_pages import DEPOSIT_PAGES
from prepaid.domains.pages.graph.base.building import between, choice, column, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import (
    Binding,
    BindingSource,
    Operation,
    by_id,
    on_form,
    on_row,
)
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text

STANDING_ACTIONS: Final = (
    Action(
        key="suspendMerchant",
        label=Text("暂停经营", "Suspend"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("suspendMerchant", "merchantId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="proposeResumption",
        label=Text("申请恢复经营", "Resume"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row("proposeResumption", "merchantId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="proposeClosing",
        label=Text("发起清退", "Close"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("proposeClosing", "merchantId"),
        form=Form(
            fields=(
                DateField(
                    key="closesOn",
                    label=Text("停止经营日", "First day without business"),
                    kind=ValueKind.DATE,
                    required=True,
                    not_before="today",
                    help=Text(
                        "至少提前 30 天；复核通过即停止售卡，债务清偿后关闭",
                        "30 days ahead at least; sales end with the decision, and it closes when nothing is owed",
                    ),
                ),
                reason(),
            )
        ),
    ),
    Action(
        key="cancelClosing",
        label=Text("取消清退", "Cancel the closing"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("cancelClosing", "merchantId"),
        form=Form(fields=(reason(),)),
    ),
)


def standing_columns() -> tuple[Column, ...]:
    """Columns of the standing of merchants."""
    return (
        column(
            "number", ValueKind.TEXT, "商户号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=110
        ),
        column("name", ValueKind.TEXT, "名称", "Name", sortable="NAME", link_page="merchantStanding"),
        column("type", ValueKind.ENUM, "商户类型", "Type", "typeCode", dictionary=MERCHANT_TYPE, default_visible=False),
        column("maySell", ValueKind.BOOLEAN, "可售卡", "May sell", width=90),
        column("saleGate", ValueKind.TAGS, "停售原因", "Why not", dictionary="SaleStop"),
        column("gate", ValueKind.ENUM, "状态", "State", sortable="GATE", dictionary="MerchantGate"),
        column("depositState", ValueKind.ENUM, "保证金", "Deposit", "deposit.state", dictionary="DepositState"),
        column("closesOn", ValueKind.DATE, "清退日", "Closes on", default_visible=False),
    )


STANDINGS: Final = ListPage(
    kind=PageKind.LIST,
    key="merchantStandings",
    path="/merchant-standings",
    title=Text("经营状态", "Standing of merchants"),
    permission="sale_gate.read",
    source=Operation(field="merchants"),
    columns=standing_columns(),
    filters=(
        one_of("gate", "状态", "State", "MerchantGate"),
        one_of("typeCode", "商户类型", "Type", MERCHANT_TYPE),
    ),
    quick_search=Text("名称、商户号", "Name, number"),
    default_order=(OrderBy("number"),),
    presets=(ViewPreset(key="stopped", label=Text("暂停与冻结", "Stopped"), query="f.gate=SUSPENDED,FRAUD_HOLD"),),
    actions=STANDING_ACTIONS,
    row_link="merchantStanding",
    empty=EmptyState(title=Text("还没有商户", "No merchants yet")),
)
STANDING: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="merchantStanding",
    path="/merchant-standings/:id",
    parent="merchantStandings",
    title=Text("经营状态", "Standing"),
    permission="sale_gate.read",
    source=by_id("merchant"),
    header=DetailHeader(
        title_path="name", subtitle_path="number", status_path="gate", status_dictionary="MerchantGate"
    ),
    sections=(
        DetailSection(
            key="gate",
            title=Text("销售闸门", "Sale gate"),
            items=(
                *standing_columns(),
                column("suspendedAt", ValueKind.DATETIME, "暂停时间", "Suspended"),
                column("suspendedBecause", ValueKind.LONG_TEXT, "暂停原因", "Why suspended"),
                column("missingDeposit", ValueKind.FEN, "保证金缺口", "Deposit missing", "deposit.missingFen"),
                column("graceUntil", ValueKind.DATE, "保证金宽限至", "Grace until", "deposit.graceUntil"),
            ),
        ),
    ),
    actions=STANDING_ACTIONS,
    timeline=TIMELINE,
)
DOCUMENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="merchantDocuments",
    path="/merchant-documents",
    title=Text("资质证照", "Documents"),
    source=Operation(field="merchantDocuments"),
    columns=(
        column("name", ValueKind.TEXT, "证照", "Document", pinned=Pin.LEFT),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="MerchantDocumentState"),
        column("expiresOn", ValueKind.DATE, "有效期至", "Valid until", sortable="EXPIRES_ON"),
        column("required", ValueKind.BOOLEAN, "到期停售", "Pauses sales"),
        column("acceptedAt", ValueKind.DATETIME, "审核通过", "Accepted", sortable="ACCEPTED_AT"),
    ),
    filters=(
        one_of("state", "状态", "State", "MerchantDocumentState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("证照名称", "Name"),
    default_order=(OrderBy("expiresOn"),),
    presets=(ViewPreset(key="ending", label=Text("即将到期与过期", "Ending"), query="f.state=EXPIRING,EXPIRED"),),
    empty=EmptyState(
        title=Text("还没有证照", "No documents yet"),
        body=Text("入驻审核通过后，证照在此管理有效期", "Documents appear here once the bank has accepted them"),
    ),
)
BLACKLIST: Final = ListPage(
    kind=PageKind.LIST,
    key="blacklist",
    path="/blacklist",
    title=Text("黑名单", "Blacklist"),
    source=Operation(field="blacklistEntries"),
    columns=(
        column("shown", ValueKind.TEXT, "对象", "Who", pinned=Pin.LEFT),
        column("kind", ValueKind.ENUM, "类型", "Kind", sortable="KIND", dictionary="BlacklistKind"),
        column("reason", ValueKind.LONG_TEXT, "原因", "Reason"),
        column("source", ValueKind.TEXT, "来源", "Source"),
        column("listed", ValueKind.BOOLEAN, "有效", "Listed"),
        column("listedAt", ValueKind.DATETIME, "列入时间", "Since", sortable="LISTED_AT"),
        column("removedAt", ValueKind.DATETIME, "移出时间", "Taken off", default_visible=False),
        column("removalReason", ValueKind.LONG_TEXT, "移出原因", "Why taken off", default_visible=False),
    ),
    filters=(
        one_of("kind", "类型", "Kind", "BlacklistKind"),
        between("listedAt", "列入时间", "Since"),
    ),
    quick_search=Text("企业名称、信用代码", "Company, code"),
    default_order=(OrderBy("listedAt", descending=True),),
    actions=(
        Action(
            key="addToBlacklist",
            label=Text("列入黑名单", "Add"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("addToBlacklist"),
            form=Form(
                fields=(
                    choice("kind", "类型", "Kind", "BlacklistKind", required=True),
                    text(
                        "value",
                        "代码、证件号或名称",
                        "Code, number or name",
                        required=True,
                        max_length=80,
                        help=Text(
                            "仅保存不可逆索引，证件号与姓名以掩码显示", "Only a blind index is kept; people are masked"
                        ),
                    ),
                    text("source", "来源", "Source", max_length=80),
                    reason(),
                )
            ),
        ),
        Action(
            key="removeFromBlacklist",
            label=Text("移出", "Take off"),
            tone=Tone.WARNING,
            placement=ON_RECORD,
            submit=on_row("removeFromBlacklist", "entryId"),
            form=Form(fields=(reason(),)),
        ),
    ),
    empty=EmptyState(title=Text("黑名单为空", "The blacklist is empty"), action_key="addToBlacklist"),
)


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="tenants", page_key=page_key)


declare_pages(
    Declared(
        pages=(*DEPOSIT_PAGES, STANDINGS, STANDING, DOCUMENTS, BLACKLIST),
        navigation=(
            _entry("merchantStandings", "经营状态", "Standing"),
            _entry("deposits", "保证金", "Deposits"),
            _entry("depositPayments", "保证金缴纳", "Deposit payments"),
            _entry("depositDeductions", "保证金扣划", "Deposit deductions"),
            _entry("merchantDocuments", "资质证照", "Documents"),
            _entry("blacklist", "黑名单", "Blacklist"),
        ),
        dictionaries=DICTIONARIES,
        bench=(
            BenchCard(
                key="depositsShort",
                label=Text("保证金不足的商户", "Deposits that are short"),
                kind=BenchKind.TODO,
                source=Operation(
                    field="deposits",
                    bindings=(
                        Binding("filter", BindingSource.CONSTANT, constant={"state": {"in": ["GRACE", "PAUSED"]}}),
                    ),
                ),
                tone=Tone.WARNING,
                page_key="deposits",
                query="f.state=GRACE,PAUSED",
            ),
        ),
    )
)
