"""The sale desk (售卡收银): hand-written, for staff who sell to whom stands before them."""

from typing import Final

from prepaid.domains.pages.rules.layout.pages import CustomComponent, CustomPage, PageKind
from prepaid.domains.pages.rules.text import Text

SALE: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="sale",
    path="/sale",
    title=Text("售卡收银", "Sale desk"),
    component=CustomComponent.SALE_DESK,
    needs=("order.sell",),
)
RECEIPT: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="orderReceipt",
    path="/orders/:id/receipt",
    title=Text("购卡告知书", "Receipt"),
    parent="orders",
    component=CustomComponent.ORDER_RECEIPT,
    needs=("order.read",),
)
