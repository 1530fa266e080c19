"""Pages over the engine's test business."""

from typing import Any

from prepaid.domains.pages.rules.forms import FormDictionary, Option, Tone
from prepaid.domains.pages.rules.layout.pages import AnyPage, Page
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.plain import read
from prepaid.domains.pages.rules.text import Text
from tests.domains.pages.forms import field, label

ALL = frozenset({"order.read", "order.edit", "customer.read", "customer.phone", "customer.email", "product.read"})


def column(key: str, kind: str = "TEXT", path: str | None = None, **rest: Any) -> dict[str, Any]:
    """A column in plain JSON."""
    return {"key": key, "path": path or key, "label": label(key), "kind": kind, **rest}


def row(variable: str = "input.id") -> dict[str, Any]:
    return {"variable": variable, "source": "ROW", "key": "id"}


SET_TOTAL: dict[str, Any] = {
    "key": "setTotal",
    "label": label("改价"),
    "placement": ["ROW", "DETAIL"],
    "submit": {
        "field": "setTotal",
        "bindings": [{"variable": "input", "source": "FORM"}, row()],
        "select": ["order.totalFen"],
    },
    "form": {"fields": [field("totalFen", "FEN", required=True, min="0", max="10000")]},
}
ORDERS: dict[str, Any] = {
    "kind": "LIST",
    "key": "orders",
    "path": "/orders",
    "title": {"zh": "订单", "en": "Orders"},
    "source": {"field": "orders"},
    "columns": [
        column("no", sortable="NO", pinned="LEFT"),
        column("status", "ENUM", sortable="STATUS"),
        column("totalFen", "FEN", sortable="TOTAL_FEN", summary=True),
        column("customer", "REFERENCE", labelPath="name", linkPage="customers"),
        column("phone", "PHONE", "customer.phone"),
        column("email", path="customer.email"),
        column("spent", "FEN", "customer.spentFen", onDemand=True, defaultVisible=False),
        column("products", "TAGS", "lines.product.name"),
        column("rush", "BOOLEAN"),
        column("dueOn", "DATE"),
        column("createdAt", "DATETIME", sortable="CREATED_AT"),
    ],
    "filters": [
        field("status", "TAGS", inputPath="status.in", dictionary="OrderStatus"),
        field("no", inputPath="no.contains"),
        field("total", "FEN", inputPath="totalFen.gte"),
        field("created", "DATE_RANGE", inputPath="createdAt", instants=True),
        field("due", "DATE_RANGE", inputPath="dueOn"),
    ],
    "quickSearch": {"zh": "单号、备注", "en": "Number, note"},
    "defaultOrder": [{"key": "createdAt", "descending": True}],
    "presets": [{"key": "unpaid", "label": label("待支付"), "query": "f.status=UNPAID", "counted": True}],
    "actions": [
        SET_TOTAL,
        {
            "key": "purge",
            "label": label("清空"),
            "placement": ["TOOLBAR"],
            "danger": True,
            "submit": {"field": "purgeOrders"},
            "confirm": {"title": label("清空全部订单？"), "confirmLabel": label("清空"), "typeToConfirm": "PURGE"},
        },
    ],
    "rowLink": "order",
    "empty": {"title": label("还没有订单"), "actionKey": "purge"},
}
ORDER: dict[str, Any] = {
    "kind": "DETAIL",
    "key": "order",
    "path": "/orders/:id",
    "parent": "orders",
    "title": {"zh": "订单详情", "en": "Order"},
    "source": {"field": "order", "bindings": [{"variable": "id", "source": "ROUTE_PARAM", "key": "id"}]},
    "header": {"titlePath": "no", "subtitlePath": "customer.email", "statusPath": "status"},
    "sections": [
        {"key": "base", "title": label("基本信息"), "items": [column("totalFen", "FEN"), column("note")]},
        {"key": "contact", "title": label("联系方式"), "items": [column("email", path="customer.email")]},
        {"key": "others", "title": label("其他客户"), "kind": "RELATED_LIST", "list": "customers", "lazy": True},
    ],
    "actions": [SET_TOTAL],
}
CUSTOMERS: dict[str, Any] = {
    "kind": "LIST",
    "key": "customers",
    "path": "/customers",
    "title": {"zh": "客户", "en": "Customers"},
    "source": {"field": "customers"},
    "columns": [column("name", sortable="NAME"), column("email", sortable="EMAIL"), column("phone", "PHONE")],
    "filters": [field("phone", inputPath="phone.eq"), field("email", inputPath="email.contains")],
    "defaultOrder": [{"key": "email"}],
}
REPRICE: dict[str, Any] = {
    "kind": "FORM",
    "key": "reprice",
    "path": "/orders/:id/price",
    "title": {"zh": "改价", "en": "Reprice"},
    "load": {"field": "order", "bindings": [{"variable": "id", "source": "ROUTE_PARAM", "key": "id"}]},
    "submit": {
        "field": "setTotal",
        "bindings": [
            {"variable": "input", "source": "FORM"},
            {"variable": "input.id", "source": "ROUTE_PARAM", "key": "id"},
        ],
    },
    "form": {"fields": [field("totalFen", "FEN", required=True)]},
    "onSuccess": {"pageKey": "orders"},
}
BOARD: dict[str, Any] = {
    "kind": "DASHBOARD",
    "key": "board",
    "path": "/board",
    "title": {"zh": "看板", "en": "Board"},
    "controls": [field("created", "DATE_RANGE", inputPath="createdAt", instants=True)],
    "widgets": [
        {
            "key": "total",
            "title": label("总额"),
            "kind": "STAT",
            "source": {"field": "orderStats"},
            "stat": {"valuePath": "totalFen", "kind": "FEN"},
        },
        {
            "key": "byStatus",
            "title": label("按状态"),
            "kind": "PIE",
            "source": {"field": "orderStats"},
            "chart": {
                "listPath": "byStatus",
                "categoryPath": "key",
                "categoryKind": "ENUM",
                "series": [{"key": "total", "label": label("总额"), "valuePath": "totalFen", "kind": "FEN"}],
            },
        },
        {
            "key": "latest",
            "title": label("最近"),
            "kind": "TABLE",
            "source": {"field": "orders"},
            "columns": [column("no"), column("email", path="customer.email")],
            "linkPage": "orders",
        },
    ],
}
HOME: dict[str, Any] = {
    "kind": "CUSTOM",
    "key": "home",
    "path": "/",
    "title": {"zh": "工作台", "en": "Home"},
    "component": "HOME",
}
STATUS = FormDictionary(
    name="OrderStatus",
    options=(
        Option(value="UNPAID", label=Text("待支付", "Unpaid"), tone=Tone.WARNING),
        Option(value="PAID", label=Text("已支付", "Paid"), tone=Tone.SUCCESS),
        Option(value="SETTLED", label=Text("已结算", "Settled")),
    ),
)
CUSTOMER = Reference(target="Customer", label=Text("客户", "Customer"), field="customers", label_path="name")
NAVIGATION = (
    NavItem(key="home", label=Text("工作台", "Home"), page_key="home"),
    NavItem(key="trade", label=Text("交易", "Trade")),
    NavItem(key="orders", label=Text("订单", "Orders"), parent_key="trade", page_key="orders"),
    NavItem(key="board", label=Text("看板", "Board"), parent_key="trade", page_key="board"),
    NavItem(key="people", label=Text("客户", "People")),
    NavItem(key="customers", label=Text("客户列表", "Customers"), parent_key="people", page_key="customers"),
)


def page(plain: dict[str, Any]) -> AnyPage:
    found: AnyPage = read(Page, plain)  # type: ignore[arg-type]
    return found


def shop() -> Declared:
    """Everything that the shop declares."""
    return Declared(
        pages=tuple(map(page, (HOME, ORDERS, ORDER, CUSTOMERS, REPRICE, BOARD))),
        navigation=NAVIGATION,
        dictionaries=(STATUS,),
        references=(CUSTOMER,),
    )
