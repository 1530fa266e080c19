"""`schema.graphql`: the schema as text, and what its changes do to clients that are already out there.

`schema.released.graphql` beside it is the schema that clients were last built against. Until something was
released there is nobody to break; from then on a field may go only after the day its deprecation names.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from graphql import (
    REMOVE,
    DocumentNode,
    GraphQLError,
    GraphQLNamedType,
    GraphQLSchema,
    Node,
    TypeDefinitionNode,
    Visitor,
    build_ast_schema,
    find_breaking_changes,
    lexicographic_sort_schema,
    parse,
    print_schema,
    validate,
    visit,
)
from graphql.language import DirectiveNode, StringValueNode

from prepaid.graph.documents import StoredDocument

RELEASED: Final = "schema.released.graphql"
_DATE: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})\b")


def schema_text(schema: GraphQLSchema) -> str:
    """The schema in SDL, sorted, so that its order says nothing and its differences are changes."""
    return print_schema(lexicographic_sort_schema(schema)) + "\n"


def breaking_changes(released: str, current: str, today: date) -> list[str]:
    """What would break clients of the released schema, one sentence each.

    A thing that was released with `@deprecated(reason: "YYYY-MM-DD: …")` may go from that day on, and with
    it the types that nothing else led to.
    """
    old = _without_expired(parse(released), today)
    changes = find_breaking_changes(build_ast_schema(old), build_ast_schema(parse(current)))
    return [change.description for change in changes]


def invalid_documents(schema: GraphQLSchema, documents: Iterable[StoredDocument]) -> list[str]:
    """Released documents that the schema no longer answers, one sentence each."""
    problems = []
    for document in documents:
        try:
            errors = validate(schema, parse(document.text))
        except GraphQLError as error:
            errors = [error]
        if errors:
            problems.append(f"{document.client}/{document.name}: {errors[0].message}")
    return problems


def release(folder: Path, today: date) -> list[str]:
    """Take `schema.graphql` of a folder as released, unless it breaks clients; returns what it would break."""
    current, released = (folder / "schema.graphql").read_text(), folder / RELEASED
    problems = breaking_changes(released.read_text(), current, today) if released.exists() else []
    if not problems:
        released.write_text(current)
    return problems


def _without_expired(document: DocumentNode, today: date) -> DocumentNode:
    stripped: DocumentNode = visit(document, _Expired(today))
    before, after = build_ast_schema(document), build_ast_schema(stripped)
    led_to = _led_to(before)
    # Types that only an interface leads to (`node`) stand by themselves and keep what they lead to.
    by_themselves = [after.type_map[name] for name in before.type_map if name not in led_to]
    gone = led_to - _led_to(after, by_themselves)
    kept = [
        node for node in stripped.definitions if not (isinstance(node, TypeDefinitionNode) and node.name.value in gone)
    ]
    return DocumentNode(definitions=tuple(kept))


class _Expired(Visitor):
    """Removes fields, arguments, input fields and enum values whose deprecation has run out."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def enter(self, node: Node, *_: Any) -> Any:
        for directive in getattr(node, "directives", None) or ():
            if directive.name.value == "deprecated" and self._is_over(directive):
                return REMOVE
        return None

    def _is_over(self, directive: DirectiveNode) -> bool:
        for argument in directive.arguments or ():
            dated = _DATE.match(argument.value.value) if isinstance(argument.value, StringValueNode) else None
            if dated is not None:
                return date.fromisoformat(dated[1]) <= self._today
        return False


def _led_to(schema: GraphQLSchema, more: Sequence[GraphQLNamedType] = ()) -> set[str]:
    """Names of the types that the root fields (and `more`) lead to, without the detour over an interface."""
    return set(GraphQLSchema(schema.query_type, schema.mutation_type, schema.subscription_type, types=more).type_map)
