"""What cards bring to the pages."""

from prepaid.domains.cards.graph import card_pages, stock_pages
from prepaid.domains.cards.graph import record_words as _words  # noqa: F401 - declares
from prepaid.domains.cards.graph.words import DICTIONARIES
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="cardsAndStock", page_key=page_key)


declare_pages(
    Declared(
        pages=(*card_pages.PAGES, *stock_pages.PAGES),
        navigation=(
            NavItem(key="cardsAndStock", label=Text("卡与库存", "Cards and stock"), icon="credit-card"),
            _entry("cards", "持卡管理", "Cards"),
            _entry("physicalCards", "实体卡库存", "Physical cards"),
            _entry("cardBatches", "实体卡批次", "Deliveries"),
        ),
        dictionaries=DICTIONARIES,
        references=(
            Reference(target="Card", label=Text("卡", "Card"), field="cards", label_path="number", page_key="card"),
        ),
    )
)
