"""What the domains declare: each `graph/pages.py` calls `declare_pages` when it is imported."""

from typing import Final

from prepaid.core.audit.words import DESCRIBED
from prepaid.domains.pages.rules.forms import FormDictionary, Option
from prepaid.domains.pages.rules.layout.shell import Base, Declared, together
from prepaid.domains.pages.rules.text import Text

AUDIT_OBJECT: Final = "AuditObject"

_declared: list[Declared] = []


def declare_pages(declared: Declared) -> None:
    """Add a domain's base pages, menu entries, dictionaries and pickers."""
    _declared.append(declared)


def declared_pages() -> Base:
    """Everything declared so far. Raises `ValueError` when two domains declare the same key."""
    return together([*_declared, Declared(dictionaries=(_audit_objects(),))])


def _audit_objects() -> FormDictionary:
    """Types of objects of the audit trail, as the domains describe them."""
    # Kinds of changes are described like objects, under dotted codes that no type has.
    types = {name: one.words for name, one in DESCRIBED.items() if "." not in name}
    options = [Option(value=name, label=Text(*words)) for name, words in sorted(types.items())]
    return FormDictionary(name=AUDIT_OBJECT, options=tuple(options))
