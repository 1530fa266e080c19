"""What ordering brings to the pages."""

from prepaid.domains.ordering.graph import record_words as _words  # noqa: F401 - declares
from prepaid.domains.ordering.graph.base.deals import DEAL, DEALS
from prepaid.domains.ordering.graph.base.desk import RECEIPT, SALE
from prepaid.domains.ordering.graph.base.orders import ORDER, ORDER_EVENTS, ORDER_LINES, ORDER_TENDERS, ORDERS
from prepaid.domains.ordering.graph.dictionaries import DICTIONARIES
from prepaid.domains.ordering.reads import record_names as _names  # noqa: F401 - declares
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="sales", page_key=page_key)


declare_pages(
    Declared(
        pages=(SALE, RECEIPT, ORDERS, ORDER, ORDER_LINES, ORDER_TENDERS, ORDER_EVENTS, DEALS, DEAL),
        navigation=(
            NavItem(key="sales", label=Text("销售", "Sales"), icon="shop"),
            _entry("sale", "售卡收银", "Sale desk"),
            _entry("orders", "订单", "Orders"),
            _entry("deals", "成交", "Deals"),
        ),
        dictionaries=DICTIONARIES,
    )
)
