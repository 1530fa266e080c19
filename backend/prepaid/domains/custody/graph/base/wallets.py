"""Wallets, instructions and the bank's queue (子钱包、存管指令、待处理队列)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import BooleanField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_row
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

WALLET_ACTIONS: Final = (
    Action(
        key="freezeCustodyWallet",
        label=Text("冻结", "Freeze"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("freezeCustodyWallet", "walletId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="unfreezeCustodyWallet",
        label=Text("解冻", "Unfreeze"),
        placement=ON_RECORD,
        submit=on_row("unfreezeCustodyWallet", "walletId"),
        form=Form(fields=(reason(),)),
    ),
)


def wallet_columns() -> tuple[Column, ...]:
    """Columns of every list of wallets."""
    return (
        column("contractId", ValueKind.TEXT, "卡合约编号", "Card contract", copyable=True, pinned=Pin.LEFT),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("frozen", ValueKind.BOOLEAN, "已冻结", "Frozen"),
        column("heldFen", ValueKind.FEN, "余额", "Held", sortable="HELD_FEN"),
        column("loadedFen", ValueKind.FEN, "累计入金", "Loaded", sortable="LOADED_FEN"),
        column("releasedFen", ValueKind.FEN, "累计释放", "Released", sortable="RELEASED_FEN"),
        column("refundedFen", ValueKind.FEN, "累计退款", "Refunded", sortable="REFUNDED_FEN"),
        column("receivedFen", ValueKind.FEN, "转入", "Received", default_visible=False),
        column("givenFen", ValueKind.FEN, "转出", "Given", default_visible=False),
        column("underWay", ValueKind.INTEGER, "未完成指令", "Under way"),
        column("custodyBps", ValueKind.PERCENT, "存管比例", "Custody share", default_visible=False),
        column("holdbackBps", ValueKind.PERCENT, "扣压比例", "Holdback share", default_visible=False),
        column("createdAt", ValueKind.DATETIME, "创建时间", "Created", sortable="CREATED_AT"),
        column("endedAt", ValueKind.DATETIME, "结束时间", "Ended", sortable="ENDED_AT", default_visible=False),
    )


WALLETS: Final = ListPage(
    kind=PageKind.LIST,
    key="custodyWallets",
    path="/custody/wallets",
    title=Text("存管子钱包", "Custody wallets"),
    source=Operation(field="custodyWallets"),
    columns=wallet_columns(),
    filters=(
        one_of("state", "状态", "State", "CustodyWalletState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        BooleanField(key="frozen", label=Text("已冻结", "Frozen"), kind=ValueKind.BOOLEAN, input_path="frozen.eq"),
        between("createdAt", "创建时间", "Created"),
    ),
    default_order=(OrderBy("createdAt", descending=True),),
    actions=WALLET_ACTIONS,
    row_link="custodyWallet",
    empty=EmptyState(title=Text("还没有子钱包", "No wallets yet")),
)
WALLET: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="custodyWallet",
    path="/custody/wallets/:id",
    parent="custodyWallets",
    title=Text("存管子钱包", "Custody wallet"),
    source=by_id("custodyWallet"),
    header=DetailHeader(title_path="contractId", status_path="state", status_dictionary="CustodyWalletState"),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=wallet_columns()),
        DetailSection(
            key="operations",
            title=Text("存管指令", "Instructions"),
            kind=SectionKind.RELATED_LIST,
            list="custodyWalletOperations",
            lazy=True,
        ),
    ),
    actions=WALLET_ACTIONS,
    timeline=TIMELINE,
)

OPERATION_ACTIONS: Final = (
    Action(
        key="retryWalletOperation",
        label=Text("重试", "Retry"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("retryWalletOperation", "operationId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="askCustodyProvider",
        label=Text("查询结果", "Ask the provider"),
        placement=ON_RECORD,
        submit=on_row("askCustodyProvider", "operationId"),
    ),
    Action(
        key="resolveWalletOperation",
        label=Text("按回单入账", "Book by receipt"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("resolveWalletOperation", "operationId"),
        form=Form(fields=(text("number", "回单编号", "Receipt", required=True, max_length=64), reason())),
        confirm=confirm(
            "确认存管机构已执行？",
            "Has the provider carried it out?",
            "入账",
            "Book",
            Text("账务将立即记账，且不能撤回", "It is booked at once and cannot be taken back"),
        ),
    ),
    Action(
        key="abandonWalletOperation",
        label=Text("作废", "Abandon"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("abandonWalletOperation", "operationId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "作废该指令？",
            "Abandon this instruction?",
            "作废",
            "Abandon",
            Text("资金留在原处，发起方会收到通知", "The money stays where it is, and who asked for it is told"),
        ),
    ),
)


def operation_columns() -> tuple[Column, ...]:
    """Columns of every list of instructions."""
    return (
        column("act", ValueKind.ENUM, "指令", "Act", sortable="ACT", pinned=Pin.LEFT),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="WalletOperationState"),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("amountFen", ValueKind.FEN, "金额", "Amount", sortable="AMOUNT_FEN"),
        column("walletFen", ValueKind.FEN, "其中进出钱包", "Through the wallet", default_visible=False),
        column("attempts", ValueKind.INTEGER, "尝试次数", "Attempts"),
        column("lastOutcome", ValueKind.ENUM, "最近应答", "Last answer", dictionary="WalletOutcome"),
        column("lastCode", ValueKind.TEXT, "应答码", "Code"),
        column("number", ValueKind.TEXT, "回单编号", "Receipt", copyable=True),
        column("evidence", ValueKind.TEXT, "依据", "Evidence", default_visible=False),
        column("subjectId", ValueKind.TEXT, "业务编号", "Subject", copyable=True, default_visible=False),
        column("requestedAt", ValueKind.DATETIME, "发起时间", "Requested", sortable="REQUESTED_AT"),
        column("dueAt", ValueKind.DATETIME, "最早发送时间", "Due", sortable="DUE_AT", default_visible=False),
        column("settledAt", ValueKind.DATETIME, "完成时间", "Ended", sortable="SETTLED_AT"),
    )


def _operations(key: str, path: str, title: Text, **more: object) -> ListPage:
    values = {
        "kind": PageKind.LIST,
        "key": key,
        "path": path,
        "title": title,
        "source": Operation(field="walletOperations"),
        "columns": operation_columns(),
        "filters": (
            one_of("act", "指令", "Act", "WalletAct"),
            one_of("state", "状态", "State", "WalletOperationState"),
            one_of("lastOutcome", "最近应答", "Last answer", "WalletOutcome"),
            between("requestedAt", "发起时间", "Requested"),
        ),
        "quick_search": Text("回单编号、依据", "Receipt, evidence"),
        "default_order": (OrderBy("requestedAt", descending=True),),
        "actions": OPERATION_ACTIONS,
        "row_link": "walletOperation",
    }
    return ListPage(**(values | more))  # type: ignore[arg-type]


OPERATIONS: Final = _operations(
    "walletOperations",
    "/custody/operations",
    Text("存管指令", "Instructions"),
    presets=(
        ViewPreset(key="queue", label=Text("待处理", "To decide"), query="f.state=IN_QUEUE", counted=True),
        ViewPreset(key="underWay", label=Text("进行中", "Under way"), query="f.state=REQUESTED,SENT"),
    ),
    empty=EmptyState(title=Text("没有存管指令", "No instructions")),
    refresh_seconds=30,
)
WALLET_OPERATIONS: Final = _operations(
    "custodyWalletOperations",
    "/custody/wallets/:id/operations",
    Text("该钱包的指令", "Instructions of the wallet"),
    parent="custodyWallet",
    permission="custody.read",
    source=Operation(field="walletOperations", bindings=(Binding("wallet", BindingSource.ROUTE_PARAM, "id"),)),
)
OPERATION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="walletOperation",
    path="/custody/operations/:id",
    parent="walletOperations",
    title=Text("存管指令", "Instruction"),
    source=by_id("walletOperation"),
    header=DetailHeader(
        title_path="act",
        title_dictionary="WalletAct",
        subtitle_path="number",
        status_path="state",
        status_dictionary="WalletOperationState",
    ),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=operation_columns()),
        DetailSection(
            key="moves",
            title=Text("资金划转", "Moves"),
            items=(column("moves", ValueKind.JSON, "划转明细", "From, to, fen"),),
        ),
        DetailSection(
            key="events",
            title=Text("经过", "What happened"),
            kind=SectionKind.RELATED_LIST,
            list="walletOperationEvents",
        ),
    ),
    actions=OPERATION_ACTIONS,
    timeline=TIMELINE,
)
OPERATION_EVENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="walletOperationEvents",
    path="/custody/operations/:id/events",
    parent="walletOperation",
    title=Text("指令经过", "What happened to the instruction"),
    permission="custody.read",
    source=Operation(field="walletOperationEvents", bindings=(Binding("operation", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", pinned=Pin.LEFT),
        column("state", ValueKind.ENUM, "状态", "State", dictionary="WalletOperationState"),
        column("attempt", ValueKind.INTEGER, "第几次", "Attempt"),
        column("outcome", ValueKind.ENUM, "应答", "Answer", dictionary="WalletOutcome"),
        column("code", ValueKind.TEXT, "应答码", "Code"),
        column("reason", ValueKind.LONG_TEXT, "人工处理原因", "Reason of a decision"),
    ),
    default_order=(OrderBy("at"),),
)
