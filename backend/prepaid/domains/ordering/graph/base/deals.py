"""Deals (成交)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, contains, one_of
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Operation, by_id
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


def deal_columns() -> tuple[Column, ...]:
    """Columns of every list of deals."""
    return (
        column("soldAt", ValueKind.DATETIME, "成交时间", "Sold", sortable="SOLD_AT", pinned=Pin.LEFT),
        column("order", ValueKind.REFERENCE, "订单", "Order", label_path="number", link_page="order"),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("kind", ValueKind.ENUM, "类型", "Kind", sortable="KIND", dictionary="OrderKind"),
        column("products", ValueKind.TEXT, "商品", "Products"),
        column("cardNumber", ValueKind.TEXT, "卡号", "Card", copyable=True),
        column("buyer", ValueKind.TEXT, "顾客", "Buyer"),
        column("salespersonName", ValueKind.TEXT, "销售人员", "Sold by"),
        column("storeName", ValueKind.TEXT, "销售店铺", "Store"),
        column("regionPath", ValueKind.TEXT, "所属区域", "Region", default_visible=False),
        column("amountFen", ValueKind.FEN, "成交金额", "Amount", sortable="AMOUNT_FEN"),
        column("commissionFen", ValueKind.FEN, "佣金", "Commission", sortable="COMMISSION_FEN"),
    )


DEALS: Final = ListPage(
    kind=PageKind.LIST,
    key="deals",
    path="/deals",
    title=Text("成交", "Deals"),
    source=Operation(field="deals"),
    columns=deal_columns(),
    filters=(
        one_of("kind", "类型", "Kind", "OrderKind"),
        contains("salespersonName", "销售人员", "Sold by"),
        contains("storeName", "销售店铺", "Store"),
        between("soldAt", "成交时间", "Sold"),
    ),
    quick_search=Text("商品、卡号", "Product, card"),
    default_order=(OrderBy("soldAt", descending=True),),
    presets=(
        ViewPreset(key="cards", label=Text("售卡数据", "Card sales"), query="f.kind=CARD_PURCHASE"),
        ViewPreset(key="recharges", label=Text("充值", "Recharges"), query="f.kind=CARD_RECHARGE"),
    ),
    row_link="deal",
    empty=EmptyState(title=Text("还没有成交", "No deals yet")),
)
DEAL: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="deal",
    path="/deals/:id",
    title=Text("成交详情", "Deal"),
    parent="deals",
    source=by_id("deal"),
    header=DetailHeader(title_path="products"),
    sections=(DetailSection(key="deal", title=Text("成交信息", "Deal"), items=deal_columns()),),
)
