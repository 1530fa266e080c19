"""What the domains declare: each `graph/pages.py` calls `declare_pages` when it is imported."""

from prepaid.domains.pages.rules.layout.shell import Base, Declared, together

_declared: list[Declared] = []


def declare_pages(declared: Declared) -> None:
    """Add a domain's base pages, menu entries, dictionaries and pickers."""
    _declared.append(declared)


def declared_pages() -> Base:
    """Everything declared so far. Raises `ValueError` when two domains declare the same key."""
    return together(_declared)
