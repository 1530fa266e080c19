"""Orders with their lines, tenders and steps (订单)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import between, column, confirm, contains, one_of, to
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
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

OF_ORDER: Final = (Binding("order", BindingSource.ROUTE_PARAM, "id"),)
ACTIONS: Final = (
    Action(
        key="closeOrder",
        label=Text("取消订单", "Cancel order"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("closeOrder", "orderId"),
        confirm=confirm("取消这笔未支付的订单？", "Cancel this unpaid order?", "取消订单", "Cancel order"),
    ),
)


def order_columns() -> tuple[Column, ...]:
    """Columns of every list of orders."""
    return (
        column(
            "number",
            ValueKind.TEXT,
            "订单号",
            "Number",
            sortable="NUMBER",
            copyable=True,
            pinned=Pin.LEFT,
            link_page="order",
        ),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("kind", ValueKind.ENUM, "类型", "Kind", sortable="KIND"),
        column("paymentStatus", ValueKind.ENUM, "支付状态", "Payment", sortable="PAYMENT_STATUS",
               dictionary="OrderPaymentStatus"),
        column("commissionStatus", ValueKind.ENUM, "分佣状态", "Commission", sortable="COMMISSION_STATUS",
               dictionary="OrderCommissionStatus"),
        column("totalFen", ValueKind.FEN, "应付金额", "Amount", sortable="TOTAL_FEN"),
        column("refundedFen", ValueKind.FEN, "已退款", "Refunded", sortable="REFUNDED_FEN", default_visible=False),
        column("listFen", ValueKind.FEN, "原价", "List price", default_visible=False),
        column("buyer", ValueKind.TEXT, "顾客", "Buyer"),
        column("cardNumber", ValueKind.TEXT, "卡号", "Card", copyable=True),
        column("storeName", ValueKind.TEXT, "销售店铺", "Store"),
        column("regionPath", ValueKind.TEXT, "所属区域", "Region", default_visible=False),
        column("salespersonName", ValueKind.TEXT, "销售人员", "Sold by"),
        column("channel", ValueKind.ENUM, "下单渠道", "Channel", dictionary="SaleChannel", default_visible=False),
        column("placedAt", ValueKind.DATETIME, "下单时间", "Placed", sortable="PLACED_AT"),
        column("paidAt", ValueKind.DATETIME, "支付时间", "Paid", sortable="PAID_AT"),
        column("expiresAt", ValueKind.DATETIME, "支付截止", "Pay until", sortable="EXPIRES_AT", default_visible=False),
        column("closedAt", ValueKind.DATETIME, "关闭时间", "Closed", sortable="CLOSED_AT", default_visible=False),
        column("closeReason", ValueKind.ENUM, "关闭原因", "Why closed", dictionary="OrderCloseReason",
               default_visible=False),
    )  # fmt: skip


ORDERS: Final = ListPage(
    kind=PageKind.LIST,
    key="orders",
    path="/orders",
    title=Text("订单", "Orders"),
    source=Operation(field="orders"),
    columns=order_columns(),
    filters=(
        one_of("kind", "类型", "Kind", "OrderKind"),
        one_of("paymentStatus", "支付状态", "Payment", "OrderPaymentStatus"),
        one_of("commissionStatus", "分佣状态", "Commission", "OrderCommissionStatus"),
        contains("storeName", "销售店铺", "Store"),
        contains("salespersonName", "销售人员", "Sold by"),
        one_of("channel", "下单渠道", "Channel", "SaleChannel"),
        between("placedAt", "下单时间", "Placed"),
        between("paidAt", "支付时间", "Paid"),
    ),
    quick_search=Text("订单号、卡号", "Number, card"),
    default_order=(OrderBy("placedAt", descending=True),),
    presets=(
        ViewPreset(key="consumption", label=Text("卡消费", "Consumption"), query="f.kind=CARD_CONSUMPTION"),
        ViewPreset(key="services", label=Text("单品", "Services"), query="f.kind=SINGLE_SERVICE"),
        ViewPreset(key="recharges", label=Text("卡充值", "Recharges"), query="f.kind=CARD_PURCHASE,CARD_RECHARGE"),
        ViewPreset(key="unpaid", label=Text("未支付", "Unpaid"), query="f.paymentStatus=UNPAID,PAYING", counted=True),
        ViewPreset(
            key="pending", label=Text("待分佣", "Commission pending"), query="f.commissionStatus=PENDING", counted=True
        ),
    ),
    actions=ACTIONS,
    row_link="order",
    empty=EmptyState(
        title=Text("还没有订单", "No orders yet"),
        body=Text("柜台销售或小程序下单后会出现在这里", "Sales at the counter and in the mini-program come here"),
    ),
)
ORDER_LINES: Final = ListPage(
    kind=PageKind.LIST,
    key="orderLines",
    path="/orders/:id/lines",
    title=Text("订单商品", "Products"),
    source=Operation(field="orderLines", bindings=OF_ORDER),
    columns=(
        column("name", ValueKind.TEXT, "商品", "Product", pinned=Pin.LEFT),
        column("quantity", ValueKind.INTEGER, "数量", "Pieces"),
        column("unitListFen", ValueKind.FEN, "单件原价", "List price of one"),
        column("unitPriceFen", ValueKind.FEN, "单件售价", "Price of one"),
        column("grossFen", ValueKind.FEN, "小计", "Before reductions"),
        column("netFen", ValueKind.FEN, "实付", "Paid"),
    ),
    export=None,
)
ORDER_TENDERS: Final = ListPage(
    kind=PageKind.LIST,
    key="orderTenders",
    path="/orders/:id/tenders",
    title=Text("支付构成", "Paid with"),
    source=Operation(field="orderTenders", bindings=OF_ORDER),
    columns=(
        column("kind", ValueKind.ENUM, "方式", "With", dictionary="OrderTenderKind"),
        column("amountFen", ValueKind.FEN, "金额", "Amount"),
        column("payment", ValueKind.REFERENCE, "支付单", "Payment", label_path="reference", link_page="payment"),
        column("settledAt", ValueKind.DATETIME, "入账时间", "Taken"),
    ),
    export=None,
)
ORDER_EVENTS: Final = ListPage(
    kind=PageKind.LIST,
    key="orderEvents",
    path="/orders/:id/events",
    title=Text("订单轨迹", "Steps"),
    source=Operation(field="orderEvents", bindings=OF_ORDER),
    columns=(
        column("at", ValueKind.DATETIME, "时间", "When", sortable="AT", pinned=Pin.LEFT),
        column("axis", ValueKind.ENUM, "状态轴", "Axis", dictionary="OrderAxis"),
        column("step", ValueKind.TEXT, "状态", "State"),
        column("why", ValueKind.TEXT, "原因", "Why"),
    ),
    default_order=(OrderBy("at"),),
    export=None,
)


def _related(key: str, zh: str, en: str) -> DetailSection:
    return DetailSection(key=key, title=Text(zh, en), kind=SectionKind.RELATED_LIST, list=key)


ORDER: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="order",
    path="/orders/:id",
    title=Text("订单详情", "Order"),
    parent="orders",
    source=by_id("order"),
    header=DetailHeader(title_path="number", status_path="paymentStatus", status_dictionary="OrderPaymentStatus"),
    sections=(
        DetailSection(
            key="sale",
            title=Text("销售信息", "Sale"),
            items=(
                *tuple(each for each in order_columns() if each.key != "number"),
                column("custodyBps", ValueKind.PERCENT, "存管比例", "In custody"),
                column("holdbackBps", ValueKind.PERCENT, "扣压比例", "Held back"),
                column("failure", ValueKind.TEXT, "未成功代码", "Code of what failed"),
                column("deal", ValueKind.REFERENCE, "成交", "Deal", label_path="products", link_page="deal"),
            ),
        ),
        _related("orderLines", "商品", "Products"),
        _related("orderTenders", "支付与资金", "Money"),
        _related("orderEvents", "状态轨迹", "Steps"),
    ),
    actions=(
        *ACTIONS,
        Action(
            key="receipt",
            label=Text("购卡告知书", "Receipt"),
            placement=(ActionPlacement.DETAIL,),
            goto=to("orderReceipt"),
        ),
    ),
    timeline=TIMELINE,
)
