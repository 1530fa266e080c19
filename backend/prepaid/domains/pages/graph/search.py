"""Search over all records that the caller may open: one operation over the pickers' lists."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import orjson
import strawberry

from prepaid.core.errors import BadUserInput
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.graph.configurations import Configurations, Seen, configurations_of
from prepaid.domains.pages.rules.layout.shell import Reference
from prepaid.graph.context import GraphContext
from prepaid.graph.types import SIGNED_IN, Info, query_field

SHORTEST, LONGEST = 1, 100
PER_TYPE = 5
MOST = 50
COST = 100

Text = Annotated[str, strawberry.argument(description="What to look for, at most 100 characters")]
First = Annotated[int, strawberry.argument(description="Most hits, at most 50")]


@strawberry.type(description="A record that was found.")
class SearchHit:
    """One hit."""

    id: strawberry.ID = strawberry.field(description="Global id of the record")
    title: str = strawberry.field(description="What it is called")
    subtitle: str | None = strawberry.field(description="What is said of it beside that")
    kind_label: str = strawberry.field(description="What kind of record it is, in the caller's language")
    page_key: strawberry.ID = strawberry.field(description="Page that shows it; its path takes the id")


@query_field(permission=SIGNED_IN, cost=COST)
async def global_search(info: Info, text: Text, first: First = 20) -> list[SearchHit]:
    """Records of any kind that the caller may open, best match first."""
    wanted = text.strip()
    if not SHORTEST <= len(wanted) <= LONGEST or not 1 <= first <= MOST:
        if not wanted:
            return []
        raise BadUserInput("text has at most 100 characters, first is 1 to 50")
    context = info.context
    configurations = configurations_of(context)
    seen = await configurations.of(await context.read(), context.actor)
    assert context.reads is not None
    # The search reads in an operation of its own: no request holds two connections.
    await context.reads.end()
    searched = list(_searched(configurations, seen))
    if not searched:
        return []
    answer = await _run(configurations, context, _document(searched), wanted)
    hits = [hit for one in searched for hit in _hits(one, answer.get(one.field), context)]
    return sorted(hits, key=lambda hit: _rank(hit.title, wanted))[:first]


def _searched(configurations: Configurations, seen: Seen) -> Iterator[Reference]:
    """The pickers whose list can be searched by the caller and whose records have a page that he may open."""
    view: SchemaView = configurations.compiler.view
    for reference in configurations.compiler.base.references.values():
        root = view.root(reference.field)
        if root is None or reference.page_key not in seen.configuration.pages:
            continue
        if "search" in root.field.args and seen.configuration.sight.runs(reference.field):
            yield reference


def _document(searched: list[Reference]) -> str:
    parts = []
    for one in searched:
        paths = [one.label_path, *filter(None, (one.description_path,))]
        shown = " ".join(" { ".join(path.split(".")) + " }" * path.count(".") for path in paths)
        parts.append(f"{one.field}(search: $text, first: {PER_TYPE}) {{ nodes {{ id {shown} }} }}")
    return f"query Search($text: String!) {{ {' '.join(parts)} }}"


async def _run(configurations: Configurations, context: GraphContext, document: str, text: str) -> Mapping[str, Any]:
    prepared = configurations.engine.parse_and_validate(document)
    inner = GraphContext(
        actor=context.actor, database=context.database, services=context.services, request_id=context.request_id
    )
    result = await configurations.engine.run(prepared, None, {"text": text}, inner)
    data: Mapping[str, Any] = orjson.loads(orjson.dumps(result.data or {}))
    return data


def _hits(reference: Reference, found: Any, context: GraphContext) -> Iterator[SearchHit]:
    for node in (found or {}).get("nodes", ()):
        title = _at(node, reference.label_path)
        if title is None:
            continue
        yield SearchHit(
            id=strawberry.ID(node["id"]),
            title=title,
            subtitle=_at(node, reference.description_path) if reference.description_path else None,
            kind_label=reference.label.of(context.actor.locale),
            page_key=strawberry.ID(reference.page_key or ""),
        )


def _at(node: Any, path: str) -> str | None:
    for step in path.split("."):
        node = node.get(step) if isinstance(node, Mapping) else None
    return node if isinstance(node, str) else None


def _rank(title: str, wanted: str) -> tuple[int, int]:
    """How well a title matches; of two that match alike the one that says less besides goes first."""
    title, wanted = title.casefold(), wanted.casefold()
    return 0 if title == wanted else 1 if title.startswith(wanted) else 2 if wanted in title else 3, len(title)
