"""What all checks stand on."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.rules.check.form import repeated
from prepaid.domains.pages.rules.layout.shell import Base
from prepaid.domains.pages.rules.mistakes import Mistake, MistakeCode


@dataclass(frozen=True, slots=True)
class Ground:
    """The schema, and everything that is declared."""

    view: SchemaView
    base: Base

    @property
    def dictionaries(self) -> Mapping[str, Collection[str]]:
        return self.base.values

    def page(self, key: str | None, place: str) -> Iterator[Mistake]:
        """A page that is referred to."""
        if key is not None and key not in self.base.pages:
            yield Mistake(place, f"没有页面 {key}", f"there is no page {key}")


def keys_once(keys: Iterable[str], place: str) -> Iterator[Mistake]:
    """Keys of parts of one page, each used once."""
    for key in repeated(keys):
        yield Mistake(f"{place}.{key}", "名称重复", "this key is used twice", MistakeCode.DUPLICATE_KEY)
