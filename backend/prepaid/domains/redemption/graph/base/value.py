"""What of redemptions waits, stands still, or is settled (待结与已结), with the rows behind it."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, contains, one_of
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.columns import DetailHeader
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
from prepaid.domains.pages.rules.layout.widgets import Chart, Series, Stat, Widget, WidgetKind
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.redemption.graph.base.redemptions import item_columns

FIGURES: Final = Operation(field="redemptionFigures")


def _stat(key: str, zh: str, en: str, path: str) -> Widget:
    return Widget(
        key=key,
        title=Text(zh, en),
        kind=WidgetKind.STAT,
        span=6,
        source=FIGURES,
        stat=Stat(value_path=path, kind=ValueKind.FEN),
        link_page="redemptionItems",
    )


def _series(key: str, zh: str, en: str, path: str) -> Series:
    return Series(key=key, label=Text(zh, en), value_path=path, kind=ValueKind.FEN)


VALUE: Final = DashboardPage(
    kind=PageKind.DASHBOARD,
    key="redemptionValue",
    path="/redemption-value",
    title=Text("待结与已结", "Pending and settled"),
    permission="redemption.value",
    widgets=(
        _stat("pending", "待结金额", "Pending", "pendingFen"),
        _stat("disputed", "争议冻结", "In dispute", "disputedFen"),
        _stat("settled", "已结金额", "Settled", "settledFen"),
        _stat("value", "核销总价值", "Worth of all", "valueFen"),
        Widget(
            key="byDay",
            title=Text("按核销日", "By day"),
            kind=WidgetKind.BAR,
            span=24,
            source=FIGURES,
            chart=Chart(
                list_path="byDay",
                category_path="key",
                category_kind=ValueKind.DATE,
                series=(
                    _series("pending", "待结", "Pending", "pendingFen"),
                    _series("disputed", "争议", "In dispute", "disputedFen"),
                    _series("settled", "已结", "Settled", "settledFen"),
                ),
            ),
            link_page="redemptionItems",
        ),
    ),
)
ITEMS: Final = ListPage(
    kind=PageKind.LIST,
    key="redemptionItems",
    path="/redemption-items",
    title=Text("核销结算明细", "Items and their money"),
    source=Operation(field="redemptionItems"),
    columns=(
        *item_columns(),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("redemption", ValueKind.REFERENCE, "核销单", "Redemption", label_path="number", link_page="redemption"),
    ),
    filters=(
        one_of("status", "状态", "State", "RedemptionItemStatus"),
        one_of("source", "权益来源", "Taken from", "RedemptionSource"),
        contains("name", "核销内容", "What"),
        contains("performerName", "服务人员", "Performer"),
        between("redeemedAt", "核销时间", "Redeemed"),
        between("settleAt", "争议期截止", "Dispute until"),
    ),
    quick_search=Text("内容、卡号", "What, card"),
    default_order=(OrderBy("redeemedAt", descending=True),),
    presets=(
        ViewPreset(key="pending", label=Text("待结", "Pending"), query="f.status=PENDING"),
        ViewPreset(key="disputed", label=Text("争议", "In dispute"), query="f.status=DISPUTED,UPHELD"),
        ViewPreset(key="settled", label=Text("已结", "Settled"), query="f.status=SETTLED"),
    ),
    row_link="redemptionItem",
    empty=EmptyState(title=Text("还没有核销", "Nothing redeemed yet")),
)
DISPUTES: Final = ListPage(
    kind=PageKind.LIST,
    key="itemDisputes",
    path="/redemption-items/:id/disputes",
    title=Text("争议", "Disputes"),
    source=Operation(field="redemptionDisputes", bindings=(Binding("item", BindingSource.ROUTE_PARAM, "id"),)),
    columns=(
        column("openedAt", ValueKind.DATETIME, "提出时间", "Opened", sortable="OPENED_AT"),
        column("reason", ValueKind.TEXT, "顾客说明", "What the customer says"),
        column("heldPendingFen", ValueKind.FEN, "冻结待结", "Held of pending"),
        column("heldDrawableFen", ValueKind.FEN, "冻结可提", "Held of drawable"),
        column("outcome", ValueKind.ENUM, "结果", "Outcome", dictionary="DisputeOutcome"),
        column("closedAt", ValueKind.DATETIME, "结案时间", "Closed"),
    ),
    export=None,
)
ITEM: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="redemptionItem",
    path="/redemption-items/:id",
    title=Text("核销明细", "Item"),
    parent="redemptionItems",
    source=by_id("redemptionItem"),
    header=DetailHeader(title_path="name", status_path="status", status_dictionary="RedemptionItemStatus"),
    sections=(
        DetailSection(
            key="item",
            title=Text("核销明细", "Item"),
            items=(
                *tuple(each for each in item_columns() if each.key != "name"),
                column("source", ValueKind.ENUM, "权益来源", "Taken from", dictionary="RedemptionSource"),
                column("listFen", ValueKind.FEN, "按原价", "At list prices"),
                column(
                    "redemption",
                    ValueKind.REFERENCE,
                    "核销单",
                    "Redemption",
                    label_path="number",
                    link_page="redemption",
                ),
                column("card", ValueKind.REFERENCE, "卡", "Card", label_path="number", link_page="card"),
                column("order", ValueKind.REFERENCE, "订单", "Order", label_path="number", link_page="order"),
            ),
        ),
        DetailSection(
            key="itemDisputes", title=Text("争议", "Disputes"), kind=SectionKind.RELATED_LIST, list="itemDisputes"
        ),
    ),
)
