"""The shell around the pages: navigation, landing, and everything that a domain declares together."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Final, TypeVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.forms import FormDictionary, Option
from prepaid.domains.pages.rules.layout.bench import BenchCard
from prepaid.domains.pages.rules.layout.operations import FieldName, Operation
from prepaid.domains.pages.rules.layout.pages import AnyPage
from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key
from prepaid.domains.pages.rules.text import Text

T = TypeVar("T")

FORM_USE: Final = "FormUse"
"""Dictionary of what forms are for."""
SHELL: Final = "app"
"""What overlays call the shell, where they name a page otherwise."""


class _Anything(Collection[str]):
    """Holds every text."""

    def __contains__(self, _: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


ANYTHING: Final = _Anything()


@dataclass(frozen=True, slots=True, kw_only=True)
class NavItem:
    """A menu, or an entry of one that opens a page. A menu without an entry left is not shown."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    parent_key: Key | None = None
    icon: str | None = None
    page_key: Key | None = None
    href: Annotated[str, Field(pattern=r"^https://[!-~]+$")] | None = None
    permission: str | None = None
    order: int = 50
    """Place among its neighbours, across the domains; equal ones stand as they were declared."""
    badge: Operation | None = None
    """A list whose length is shown beside the entry, e.g. what waits for the caller."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """Navigation in its order, and the page that a caller lands on (the first he may see without it)."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    landing: Key | None = None
    navigation: tuple[NavItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """How records of a type are picked: a root connection that searches, and what a record is called by."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    target: str
    label: Text
    """What such a record is."""
    field: FieldName
    label_path: Dotted
    description_path: Dotted | None = None
    page_key: Key | None = None
    """Page that shows such a record: the search over all records leads there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFill:
    """An action whose form ends with the fields of a published form."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    page: Key
    action: Key
    under: FieldName
    """Where the values stand in the input: a JSON value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormUse:
    """What a domain takes values of a published form for (表单用途): the key under which it asks for the form."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
    label: Text
    fills: tuple[FormFill, ...] = ()
    in_force: str | None = None
    """Statement that finds the id of the form that a merchant type (`$1`, its code) has in force, where it fills."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """What one domain brings: its base pages, menu entries, dictionaries, pickers and uses of forms."""

    pages: tuple[AnyPage, ...] = ()
    navigation: tuple[NavItem, ...] = ()
    dictionaries: tuple[FormDictionary, ...] = ()
    references: tuple[Reference, ...] = ()
    bench: tuple[BenchCard, ...] = ()
    open_dictionaries: tuple[str, ...] = ()
    """Dictionaries whose values are data, such as merchant types."""
    form_uses: tuple[FormUse, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Base:
    """Everything that all domains declare."""

    pages: dict[str, AnyPage] = field(default_factory=dict)
    navigation: tuple[NavItem, ...] = ()
    dictionaries: dict[str, FormDictionary] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    bench: tuple[BenchCard, ...] = ()
    open_dictionaries: frozenset[str] = frozenset()
    form_uses: tuple[FormUse, ...] = ()

    @property
    def values(self) -> Mapping[str, Collection[str]]:
        """Values of each dictionary; any text is one of a dictionary whose values are data."""
        fixed = {name: [option.value for option in one.options] for name, one in self.dictionaries.items()}
        return {**fixed, **dict.fromkeys(self.open_dictionaries, ANYTHING)}

    @property
    def shell(self) -> Shell:
        return Shell(navigation=self.navigation)


def together(parts: Iterable[Declared]) -> Base:
    """The declarations of several domains as one.

    Raises:
        ValueError: two domains declare the same key.
    """
    base = Base()
    navigation: list[NavItem] = []
    bench: list[BenchCard] = []
    opened: set[str] = set()
    uses: dict[str, FormUse] = {}
    for part in parts:
        _add(base.pages, {page.key: page for page in part.pages}, "page")
        _add(base.dictionaries, {dictionary.name: dictionary for dictionary in part.dictionaries}, "dictionary")
        _add(base.references, {reference.target: reference for reference in part.references}, "reference to")
        _add(uses, {use.key: use for use in part.form_uses}, "form use")
        navigation += part.navigation
        bench += part.bench
        opened |= set(part.open_dictionaries)
    named = FormDictionary(
        name=FORM_USE, options=tuple(Option(value=use.key, label=use.label) for use in uses.values())
    )
    return Base(
        pages=base.pages,
        navigation=tuple(sorted(navigation, key=lambda item: item.order)),
        dictionaries=base.dictionaries | ({FORM_USE: named} if uses else {}),
        references=base.references,
        bench=tuple(bench),
        open_dictionaries=frozenset(opened),
        form_uses=tuple(uses.values()),
    )


def _add(into: dict[str, T], more: dict[str, T], what: str) -> None:
    for key, value in more.items():
        if key in into:
            raise ValueError(f"two declarations of the {what} {key}")
        into[key] = value
