"""The work bench in one language."""

from collections.abc import Iterable

from strawberry import ID

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.compiler.documents import Documents
from prepaid.domains.pages.graph.compiler.render.operations import Operations
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.graph.types.shell import BenchCard as Shown
from prepaid.domains.pages.rules.layout.bench import BenchCard

COUNT = "totalCount"


def rendered_bench(cards: Iterable[BenchCard], view: SchemaView, documents: Documents, locale: Locale) -> list[Shown]:
    """The cards as they travel, with their documents registered."""
    operations = Operations(view, documents, "bench")
    return [
        Shown(
            key=ID(card.key),
            label=card.label.of(locale),
            kind=card.kind,
            tone=card.tone,
            source=operations.figure(card.source, f"_{card.key}", card.value_path),
            value_path=card.value_path or COUNT,
            value_kind=card.value_kind,
            page_key=ID(card.page_key),
            query=card.query,
        )
        for card in cards
    ]
