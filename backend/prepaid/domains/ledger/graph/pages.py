"""Pages of the ledger (账务): trial balance, accounts with their statements, transfers."""

from typing import Final

from prepaid.domains.ledger.graph.labels import DICTIONARIES
from prepaid.domains.pages.graph.base.building import between, column, contains, one_of, picked
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id
from prepaid.domains.pages.rules.layout.pages import (
    DashboardPage,
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
from prepaid.domains.pages.rules.layout.widgets import Widget, WidgetKind
from prepaid.domains.pages.rules.text import Text

CODE, SIDE, PHASE = "LedgerAccountCode", "LedgerSide", "TransferPhase"
MERCHANT: Final = column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant")

TRIAL_BALANCE: Final = DashboardPage(
    kind=PageKind.DASHBOARD,
    key="trialBalance",
    path="/ledger/trial-balance",
    title=Text("试算平衡", "Trial balance"),
    controls=(
        DateField(key="day", label=Text("会计日", "Accounting day"), kind=ValueKind.DATE),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    widgets=(
        Widget(
            key="lines",
            title=Text("各科目期初、发生与期末", "Opening, movement and closing by account"),
            kind=WidgetKind.TABLE,
            span=24,
            source=Operation(
                field="trialBalance",
                bindings=tuple(Binding(name, BindingSource.FILTER, name) for name in ("day", "merchant")),
            ),
            columns=(
                column("code", ValueKind.ENUM, "科目", "Account", dictionary=CODE),
                column("accountClass", ValueKind.ENUM, "类别", "Class", dictionary="LedgerAccountClass"),
                column("side", ValueKind.ENUM, "余额方向", "Side", dictionary=SIDE),
                column("openingFen", ValueKind.FEN, "期初余额", "Opening"),
                column("debitsFen", ValueKind.FEN, "借方发生", "Debits", summary=True),
                column("creditsFen", ValueKind.FEN, "贷方发生", "Credits", summary=True),
                column("closingFen", ValueKind.FEN, "期末余额", "Closing"),
            ),
        ),
    ),
)


def account_columns() -> tuple[Column, ...]:
    """Columns of every list of accounts."""
    return (
        column("code", ValueKind.ENUM, "科目", "Account", dictionary=CODE, sortable="CODE", pinned=Pin.LEFT),
        MERCHANT,
        column("balanceFen", ValueKind.FEN, "余额", "Balance", sortable="BALANCE_FEN"),
        column("availableFen", ValueKind.FEN, "可用", "Available"),
        column("incomingFen", ValueKind.FEN, "在途转入", "Incoming"),
        column("outgoingFen", ValueKind.FEN, "在途转出", "Held"),
        column("side", ValueKind.ENUM, "余额方向", "Side", dictionary=SIDE, default_visible=False),
        column("ownerId", ValueKind.TEXT, "归属对象", "Kept for", copyable=True, default_visible=False),
        column("postingCount", ValueKind.INTEGER, "分录数", "Postings", default_visible=False),
        column("movedAt", ValueKind.DATETIME, "最近变动", "Last moved", sortable="MOVED_AT"),
    )


ACCOUNTS: Final = ListPage(
    kind=PageKind.LIST,
    key="ledgerAccounts",
    path="/ledger/accounts",
    title=Text("账户", "Accounts"),
    source=Operation(field="ledgerAccounts"),
    columns=account_columns(),
    filters=(one_of("code", "科目", "Account", CODE), picked("merchant", "商户", "Merchant", "Merchant")),
    default_order=(OrderBy("code"),),
    row_link="ledgerAccount",
    empty=EmptyState(title=Text("还没有账户", "No accounts yet")),
)
ACCOUNT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="ledgerAccount",
    path="/ledger/accounts/:id",
    parent="ledgerAccounts",
    title=Text("账户详情", "Account"),
    source=by_id("ledgerAccount"),
    header=DetailHeader(title_path="code", title_dictionary=CODE, subtitle_path="merchant.name"),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=account_columns()),
        DetailSection(
            key="statement",
            title=Text("明细", "Statement"),
            kind=SectionKind.RELATED_LIST,
            list="ledgerStatement",
            lazy=True,
        ),
    ),
)
STATEMENT: Final = ListPage(
    kind=PageKind.LIST,
    key="ledgerStatement",
    path="/ledger/accounts/:id/statement",
    parent="ledgerAccount",
    title=Text("账户明细", "Statement"),
    source=Operation(field="ledgerStatement", bindings=(Binding("account", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("number", ValueKind.INTEGER, "序号", "Number", sortable="NUMBER", pinned=Pin.LEFT, width=90),
        column("effectiveAt", ValueKind.DATETIME, "时间", "When"),
        column("accountingDay", ValueKind.DATE, "会计日", "Accounting day"),
        column("kind", ValueKind.ENUM, "业务", "What", "transfer.kind", dictionary="TransferKind"),
        column("side", ValueKind.ENUM, "方向", "Side", dictionary=SIDE),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("phase", ValueKind.ENUM, "状态", "State", dictionary=PHASE),
        column("balanceAfterFen", ValueKind.FEN, "余额", "Balance after"),
        column("reference", ValueKind.TEXT, "业务编号", "Reference", "transfer.reference", copyable=True),
    ),
    filters=(
        one_of("phase", "状态", "State", PHASE),
        one_of("side", "方向", "Side", SIDE),
        between("effectiveAt", "时间", "When"),
    ),
    default_order=(OrderBy("number", descending=True),),
    presets=(ViewPreset(key="posted", label=Text("仅已入账", "Posted only"), query="f.phase=POSTED"),),
    empty=EmptyState(title=Text("还没有明细", "No postings yet")),
)


def _transfer_columns() -> tuple[Column, ...]:
    return (
        column("kind", ValueKind.ENUM, "业务", "What", dictionary="TransferKind", sortable="KIND", pinned=Pin.LEFT),
        column("phase", ValueKind.ENUM, "状态", "State", dictionary=PHASE),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        MERCHANT,
        column("effectiveAt", ValueKind.DATETIME, "时间", "When", sortable="EFFECTIVE_AT"),
        column("accountingDay", ValueKind.DATE, "会计日", "Accounting day", sortable="ACCOUNTING_DAY"),
        column("reference", ValueKind.TEXT, "业务编号", "Reference", copyable=True),
        column("recordedAt", ValueKind.DATETIME, "入库时间", "Recorded", default_visible=False),
        column("expiresAt", ValueKind.DATETIME, "过期时间", "Expires", default_visible=False),
    )


TRANSFERS: Final = ListPage(
    kind=PageKind.LIST,
    key="transfers",
    path="/ledger/transfers",
    title=Text("资金划转", "Transfers"),
    source=Operation(field="transfers"),
    columns=_transfer_columns(),
    filters=(
        one_of("kind", "业务", "What", "TransferKind"),
        one_of("phase", "状态", "State", PHASE),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("effectiveAt", "时间", "When"),
        contains("reference", "业务编号", "Reference"),
    ),
    quick_search=Text("业务编号", "Reference"),
    default_order=(OrderBy("effectiveAt", descending=True),),
    row_link="transfer",
    empty=EmptyState(title=Text("还没有资金划转", "No transfers yet")),
)
TRANSFER: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="transfer",
    path="/ledger/transfers/:id",
    parent="transfers",
    title=Text("资金划转", "Transfer"),
    source=by_id("transfer"),
    header=DetailHeader(title_path="reference", status_path="phase", status_dictionary=PHASE),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=_transfer_columns()),
        DetailSection(
            key="postings",
            title=Text("分录", "Legs"),
            items=(
                column("accounts", ValueKind.TAGS, "科目", "Accounts", "postings.account.code", dictionary=CODE),
                column("sides", ValueKind.TAGS, "方向", "Sides", "postings.side", dictionary=SIDE),
            ),
        ),
    ),
)


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="ledger", page_key=page_key)


declare_pages(
    Declared(
        pages=(TRIAL_BALANCE, ACCOUNTS, ACCOUNT, STATEMENT, TRANSFERS, TRANSFER),
        navigation=(
            NavItem(key="ledger", label=Text("账务", "Ledger"), icon="account-book"),
            _entry("trialBalance", "试算平衡", "Trial balance"),
            _entry("ledgerAccounts", "账户与明细", "Accounts"),
            _entry("transfers", "资金划转", "Transfers"),
        ),
        dictionaries=DICTIONARIES,
    )
)
