"""The counter (核销台): a hand-written page whose shape is the configuration's, by merchant type."""

from typing import Final

from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.pages import CustomComponent, CustomPage, PageKind
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text

COUNTER: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="counter",
    path="/counter",
    title=Text("核销台", "Counter"),
    component=CustomComponent.REDEMPTION_TERMINAL,
    needs=("redemption.redeem",),
    props={"first": "VISIT", "classes": False, "amounts": []},
)
"""`first`: the unit that is offered first; `classes`: today's classes beside it; `amounts`: fen that one key gives."""

declare_pages(
    Declared(
        pages=(COUNTER,),
        navigation=(NavItem(key="counter", label=Text("核销台", "Counter"), icon="scan", page_key="counter", order=2),),
    )
)
