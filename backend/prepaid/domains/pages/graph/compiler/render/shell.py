"""The shell in one language."""

from collections.abc import Mapping
from typing import Final

from strawberry import ID

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.types.operations import OperationRef
from prepaid.domains.pages.graph.types.shell import NavItem
from prepaid.domains.pages.rules.layout.shell import Shell

NO_BADGES: Final[Mapping[str, OperationRef]] = {}


def rendered_navigation(shell: Shell, locale: Locale, badges: Mapping[str, OperationRef] = NO_BADGES) -> list[NavItem]:
    """Menus and their entries, in order; `badges` by the key of their entry."""
    return [
        NavItem(
            key=ID(item.key),
            parent_key=ID(item.parent_key) if item.parent_key else None,
            label=item.label.of(locale),
            icon=item.icon,
            order=order,
            page_key=ID(item.page_key) if item.page_key else None,
            href=item.href,
            badge=badges.get(item.key),
        )
        for order, item in enumerate(shell.navigation)
    ]
