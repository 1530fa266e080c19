"""The compiler: everything that is declared, the schema it is proven against, and what one caller gets of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from graphql import print_schema

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.compiler.check import (
    check_badges,
    check_bench,
    check_page,
    check_references,
    check_shell,
)
from prepaid.domains.pages.graph.compiler.check.forms import check_uploads
from prepaid.domains.pages.graph.compiler.documents import Documents
from prepaid.domains.pages.graph.compiler.render import PageRenderer
from prepaid.domains.pages.graph.compiler.render.bench import rendered_bench
from prepaid.domains.pages.graph.compiler.render.operations import Operations
from prepaid.domains.pages.graph.compiler.revision import revision_of
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.graph.compiler.sight import Sight
from prepaid.domains.pages.graph.types.operations import OperationRef
from prepaid.domains.pages.graph.types.pages import PageConfig
from prepaid.domains.pages.graph.types.shell import BenchCard
from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.pages import AnyPage
from prepaid.domains.pages.rules.layout.shell import SHELL, Base, NavItem, Shell
from prepaid.domains.pages.rules.mistakes import InvalidDefinition, Mistake, refuse
from prepaid.domains.pages.rules.overlays import Overlay, patched_page, patched_shell
from prepaid.domains.pages.rules.plain import write
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema

Layers = Mapping[str, Sequence[Overlay]]
"""Overlays of one template and merchant type by page key (`app` for the shell), the first one first."""


@dataclass(frozen=True, slots=True)
class PageSet:
    """The pages of one template and merchant type, before any permission."""

    pages: Mapping[str, AnyPage]
    shell: Shell
    broken: tuple[Mistake, ...] = ()
    """Overlays that no longer fit what is declared: their pages stand without them."""


@dataclass(frozen=True)
class Configuration:
    """What one set of permissions sees of a page set, in one language. Pages are rendered when asked for."""

    compiler: "Compiler"
    page_set: PageSet
    may: Callable[[str], bool]
    locale: Locale
    documents: Documents
    """Where its documents are registered."""
    _rendered: dict[str, PageConfig] = field(default_factory=dict)

    @cached_property
    def sight(self) -> Sight:
        return Sight(self.compiler.view, self.compiler.base, self.page_set.pages, self.may)

    @cached_property
    def shell(self) -> Shell:
        return self.sight.shell(self.page_set.shell)

    @property
    def pages(self) -> Mapping[str, AnyPage]:
        return self.sight.pages

    @cached_property
    def bench(self) -> list[BenchCard]:
        """What is on the caller's work bench."""
        compiler = self.compiler
        return rendered_bench(self.sight.bench, compiler.view, compiler.documents, self.locale)

    def page(self, key: str) -> PageConfig | None:
        """A page, or None when it does not exist or may not be opened."""
        if key not in self._rendered:
            page = self.pages.get(key)
            if page is None:
                return None
            renderer = PageRenderer(self.compiler.view, self.documents, self.compiler.base, self.pages, self.locale)
            self._rendered[key] = renderer.page(page)
        return self._rendered[key]


class Compiler:
    """One for each schema."""

    def __init__(self, schema: GraphSchema, stored: StoredDocuments, base: Base) -> None:
        """Raises `InvalidDefinition` when what the domains declare does not fit the schema."""
        self.schema = schema
        self.view = SchemaView(schema.core, schema.catalog)
        self.documents = Documents(schema.core, stored)
        self.base = base
        declared = [[write(page) for page in base.pages.values()], [write(item) for item in base.navigation]]
        named = [write(one) for one in (*base.dictionaries.values(), *base.references.values(), *base.bench)]
        self.digest = revision_of([declared, named, print_schema(schema.core)])
        """Of everything that the domains declare, in any language."""
        refuse(self._mistakes(base.pages, base.shell))

    def _mistakes(self, pages: Mapping[str, AnyPage], shell: Shell) -> list[Mistake]:
        found = [
            mistake.within(key) for key, page in pages.items() for mistake in check_page(page, self.base, self.view)
        ]
        found += check_references(self.base, self.view)
        found += check_bench(self.base, self.view)
        return [*found, *(mistake.within(SHELL) for mistake in self._shell_mistakes(shell))]

    def _shell_mistakes(self, shell: Shell) -> list[Mistake]:
        return [*check_shell(shell, self.base), *check_badges(shell, self.base, self.view)]

    def page_set(self, layers: Layers) -> PageSet:
        """The declared pages with overlays on them; an overlay that no longer fits is left out and named."""
        broken: list[Mistake] = []
        pages = dict(self.base.pages)
        for key in layers.keys() - {SHELL}:
            try:
                pages[key] = self.patched(key, layers[key])
            except InvalidDefinition as error:
                broken += [mistake.within(key) for mistake in error.mistakes]
        shell = self.base.shell
        try:
            shell = self.patched_shell(layers.get(SHELL, ()))
        except InvalidDefinition as error:
            broken += [mistake.within(SHELL) for mistake in error.mistakes]
        return PageSet(pages, shell, tuple(broken))

    def patched(self, key: str, overlays: Sequence[Overlay]) -> AnyPage:
        """A declared page with overlays on it, proven.

        Raises:
            InvalidDefinition: there is no such page, an overlay does not fit it, or what comes out cannot work.
        """
        base = self.base.pages.get(key)
        if base is None:
            raise InvalidDefinition([Mistake("pageKey", f"没有页面 {key}", f"there is no page {key}")])
        page = patched_page(base, overlays)
        refuse(check_page(page, self.base, self.view))
        return page

    def patched_shell(self, overlays: Sequence[Overlay]) -> Shell:
        """The declared shell with overlays on it, proven; raises `InvalidDefinition`."""
        shell = patched_shell(self.base.shell, overlays)
        refuse(self._shell_mistakes(shell))
        return shell

    def prove(self, key: str, overlays: Sequence[Overlay]) -> None:
        """What saving an overlay asks: raises `InvalidDefinition` when the page (or the shell) fails with them."""
        if key == SHELL:
            self.patched_shell(overlays)
        else:
            self.patched(key, overlays)

    def prove_form(self, form: Form) -> None:
        """What saving a form asks: raises `InvalidDefinition` when it cannot work."""
        wrong = check_form(form, dictionaries=self.base.values, targets=self.base.references.keys())
        refuse([*wrong, *check_uploads(form)])

    def badge(self, item: NavItem) -> OperationRef:
        """Answers the count beside a menu entry."""
        assert item.badge is not None
        name = f"Nav{item.key[0].upper()}{item.key[1:]}"
        return Operations(self.view, self.documents, name).count(item.badge, "_badge")

    def configuration(self, page_set: PageSet, may: Callable[[str], bool], locale: Locale) -> Configuration:
        return Configuration(self, page_set, may, locale, self.documents)

    def draft(self, page_set: PageSet, may: Callable[[str], bool], locale: Locale) -> Configuration:
        """A configuration that an editor looks at: nobody can run its documents, and none of them is kept."""
        return Configuration(self, page_set, may, locale, Documents(self.schema.core, StoredDocuments()))
