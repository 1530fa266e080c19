"""Everything that was declared, in the order of import; a schema is built from the part below given packages."""

import sys
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Declared:
    """One declaration and where it stands."""

    module: str
    item: Any


_declared: list[Declared] = []


def declare(item: Any, module: str | None = None) -> None:
    """Note a declaration of `module` (by default of the caller's caller)."""
    _declared.append(Declared(module or sys._getframe(2).f_globals["__name__"], item))


def declared_in(packages: tuple[str, ...]) -> list[Any]:
    """Declarations of the packages and of what is below them."""
    return [
        entry.item
        for entry in _declared
        if any(entry.module == package or entry.module.startswith(f"{package}.") for package in packages)
    ]
