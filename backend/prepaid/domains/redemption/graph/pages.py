"""What redemption brings to the pages."""

from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.redemption.graph import record_words as _words  # noqa: F401 - declares
from prepaid.domains.redemption.graph.base.redemptions import (
    REDEMPTION,
    REDEMPTION_LINES,
    REDEMPTION_MONEY,
    REDEMPTIONS,
)
from prepaid.domains.redemption.graph.base.value import DISPUTES, ITEM, ITEMS, VALUE
from prepaid.domains.redemption.graph.dictionaries import DICTIONARIES
from prepaid.domains.redemption.reads import record_names as _names  # noqa: F401 - declares


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="sales", page_key=page_key)


declare_pages(
    Declared(
        pages=(REDEMPTIONS, REDEMPTION, REDEMPTION_LINES, REDEMPTION_MONEY, VALUE, ITEMS, ITEM, DISPUTES),
        navigation=(
            _entry("redemptions", "核销记录", "Redemptions"),
            _entry("redemptionValue", "待结与已结", "Pending and settled"),
            _entry("redemptionItems", "核销结算明细", "Items and money"),
        ),
        dictionaries=DICTIONARIES,
    )
)
