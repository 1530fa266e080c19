"""Redemptions with their items and money (核销)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, contains, one_of, reason
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
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

OF_REDEMPTION: Final = (Binding("redemption", BindingSource.ROUTE_PARAM, "id"),)
ACTIONS: Final = (
    Action(
        key="undoRedemption",
        label=Text("撤销核销", "Undo"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("undoRedemption", "redemptionId"),
        form=Form(fields=(reason(),)),
        confirm=confirm(
            "撤销这笔核销？次数与金额将退回卡内", "Undo this redemption? Everything goes back", "撤销", "Undo"
        ),
    ),
)


def redemption_columns() -> tuple[Column, ...]:
    """Columns of every list of redemptions."""
    return (
        column(
            "number",
            ValueKind.TEXT,
            "核销单号",
            "Number",
            sortable="NUMBER",
            copyable=True,
            pinned=Pin.LEFT,
            link_page="redemption",
        ),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("items", ValueKind.TAGS, "核销内容", "What", "items.name"),
        column("status", ValueKind.ENUM, "状态", "State", sortable="STATUS", dictionary="RedemptionStatus"),
        column("disputed", ValueKind.BOOLEAN, "争议中", "In dispute"),
        column("valueFen", ValueKind.FEN, "价值", "Worth", sortable="VALUE_FEN"),
        column("pendingFen", ValueKind.FEN, "进入待结", "Made pending"),
        column("holder", ValueKind.TEXT, "顾客", "Customer"),
        column("storeName", ValueKind.TEXT, "核销店铺", "Store"),
        column("cashierName", ValueKind.TEXT, "核销员", "Cashier"),
        column("kind", ValueKind.ENUM, "类型", "Kind", dictionary="RedemptionKind", default_visible=False),
        column("means", ValueKind.ENUM, "出示方式", "Recognised by", dictionary="RedemptionMeans",
               default_visible=False),
        column("redeemedAt", ValueKind.DATETIME, "核销时间", "Redeemed", sortable="REDEEMED_AT"),
        column("undoUntil", ValueKind.DATETIME, "可撤销至", "Undo until", default_visible=False),
        column("undoneAt", ValueKind.DATETIME, "撤销时间", "Undone", default_visible=False),
        column("settledAt", ValueKind.DATETIME, "结算时间", "Settled", default_visible=False),
    )  # fmt: skip


def item_columns() -> tuple[Column, ...]:
    """Columns of every list of items."""
    return (
        column("name", ValueKind.TEXT, "核销内容", "What", pinned=Pin.LEFT, link_page="redemptionItem"),
        column("unit", ValueKind.ENUM, "权益单位", "Unit", dictionary="CardLotUnit"),
        column("quantity", ValueKind.INTEGER, "数量", "Quantity"),
        column("unitsLeft", ValueKind.INTEGER, "剩余", "Left"),
        column("status", ValueKind.ENUM, "状态", "State", sortable="STATUS", dictionary="RedemptionItemStatus"),
        column("valueFen", ValueKind.FEN, "价值", "Worth", sortable="VALUE_FEN"),
        column("principalFen", ValueKind.FEN, "其中本金", "Principal"),
        column("bonusFen", ValueKind.FEN, "其中赠送", "Bonus"),
        column("pendingFen", ValueKind.FEN, "进入待结", "Made pending", sortable="PENDING_FEN"),
        column("cardNumber", ValueKind.TEXT, "卡号", "Card", copyable=True),
        column("orderNumber", ValueKind.TEXT, "单品订单", "Order", copyable=True, default_visible=False),
        column("performerName", ValueKind.TEXT, "服务人员", "Performer"),
        column("commissionFen", ValueKind.FEN, "服务佣金", "Commission"),
        column("redeemedAt", ValueKind.DATETIME, "核销时间", "Redeemed", sortable="REDEEMED_AT"),
        column("settleAt", ValueKind.DATETIME, "争议期截止", "Dispute until", sortable="SETTLE_AT"),
        column("settledAt", ValueKind.DATETIME, "结算时间", "Settled", default_visible=False),
    )


REDEMPTIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="redemptions",
    path="/redemptions",
    title=Text("核销记录", "Redemptions"),
    source=Operation(field="redemptions"),
    columns=redemption_columns(),
    filters=(
        one_of("status", "状态", "State", "RedemptionStatus"),
        one_of("kind", "类型", "Kind", "RedemptionKind"),
        contains("storeName", "核销店铺", "Store"),
        contains("cashierName", "核销员", "Cashier"),
        one_of("means", "出示方式", "Recognised by", "RedemptionMeans"),
        between("redeemedAt", "核销时间", "Redeemed"),
    ),
    quick_search=Text("单号、手机号后四位、核销员", "Number, last digits, cashier"),
    default_order=(OrderBy("redeemedAt", descending=True),),
    presets=(
        ViewPreset(key="counter", label=Text("柜台核销", "At counters"), query="f.kind=COUNTER"),
        ViewPreset(key="pending", label=Text("待结算", "Pending"), query="f.status=PENDING"),
        ViewPreset(key="undone", label=Text("已撤销", "Undone"), query="f.status=UNDONE"),
    ),
    actions=ACTIONS,
    row_link="redemption",
    empty=EmptyState(
        title=Text("还没有核销", "Nothing redeemed yet"),
        body=Text("收银员在核销台核销后会出现在这里", "What cashiers redeem at the counter comes here"),
    ),
)
REDEMPTION_LINES: Final = ListPage(
    kind=PageKind.LIST,
    key="redemptionLines",
    path="/redemptions/:id/items",
    title=Text("核销明细", "Items"),
    source=Operation(field="redemptionItems", bindings=OF_REDEMPTION),
    columns=item_columns(),
    export=None,
)
REDEMPTION_MONEY: Final = ListPage(
    kind=PageKind.LIST,
    key="redemptionTransfers",
    path="/redemptions/:id/transfers",
    title=Text("资金轨迹", "Money"),
    source=Operation(field="redemptionTransfers", bindings=OF_REDEMPTION),
    columns=(
        column("effectiveAt", ValueKind.DATETIME, "时间", "When", sortable="EFFECTIVE_AT", pinned=Pin.LEFT),
        column("kind", ValueKind.ENUM, "业务", "What", dictionary="TransferKind"),
        column("phase", ValueKind.ENUM, "状态", "State", dictionary="TransferPhase"),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("accounts", ValueKind.TAGS, "科目", "Accounts", "postings.account.code", dictionary="LedgerAccountCode"),
    ),
    row_link="transfer",
    default_order=(OrderBy("effectiveAt"),),
    export=None,
)


def _related(key: str, zh: str, en: str) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=key)


REDEMPTION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="redemption",
    path="/redemptions/:id",
    title=Text("核销详情", "Redemption"),
    parent="redemptions",
    source=by_id("redemption"),
    header=DetailHeader(title_path="number", status_path="status", status_dictionary="RedemptionStatus"),
    sections=(
        DetailSection(
            key="redemption",
            title=Text("核销信息", "Redemption"),
            items=(
                *tuple(each for each in redemption_columns() if each.key not in ("number", "items")),
                column(
                    "order", ValueKind.REFERENCE, "卡消费订单", "Recorded as", label_path="number", link_page="order"
                ),
                column("undoneByName", ValueKind.TEXT, "撤销人", "Undone by"),
                column("undoReason", ValueKind.TEXT, "撤销原因", "Why undone"),
            ),
        ),
        _related("redemptionLines", "核销明细", "Items"),
        _related("redemptionTransfers", "资金轨迹", "Money"),
    ),
    actions=ACTIONS,
    timeline=TIMELINE,
)
