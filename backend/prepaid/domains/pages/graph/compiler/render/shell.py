"""The shell in one language."""

from strawberry import ID

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.types.shell import NavItem
from prepaid.domains.pages.rules.layout.shell import Shell


def rendered_navigation(shell: Shell, locale: Locale) -> list[NavItem]:
    """Menus and their entries, in order."""
    return [
        NavItem(
            key=ID(item.key),
            parent_key=ID(item.parent_key) if item.parent_key else None,
            label=item.label.of(locale),
            icon=item.icon,
            order=order,
            page_key=ID(item.page_key) if item.page_key else None,
            href=item.href,
            badge=None,
        )
        for order, item in enumerate(shell.navigation)
    ]
