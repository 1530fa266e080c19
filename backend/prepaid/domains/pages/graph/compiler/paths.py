"""What a page could show: the paths of its records, with the kinds that show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from graphql import GraphQLNamedType, GraphQLObjectType, get_named_type, is_leaf_type

from prepaid.domains.pages.graph.compiler.kinds import SCALARS, fits_result
from prepaid.domains.pages.graph.compiler.schema_view import is_list
from prepaid.domains.pages.rules.kinds import ValueKind

DEPTH = 2
SKIPPED = frozenset({"id", "availableActions"})
USUAL = (ValueKind.ENUM, ValueKind.TAGS, ValueKind.TEXT, *SCALARS)


@dataclass(frozen=True, slots=True)
class ShowablePath:
    """One path; `description` is the field's own."""

    path: str
    kinds: tuple[ValueKind, ...]
    description: str


def showable_paths(
    row: GraphQLNamedType, depth: int = DEPTH, prefix: str = "", *, several: bool = False
) -> Iterator[ShowablePath]:
    """Paths to plain values, through relations `depth` deep; connections are left out."""
    if not isinstance(row, GraphQLObjectType):
        return
    for name, field in row.fields.items():
        if name in SKIPPED or any(True for _ in field.args):
            continue
        named, many = get_named_type(field.type), several or is_list(field.type)
        path = f"{prefix}{name}"
        if is_leaf_type(named):
            kinds = [
                kind for kind in dict.fromkeys(USUAL) if (kind is ValueKind.TAGS) == many and fits_result(kind, named)
            ]
            if kinds:
                yield ShowablePath(path, tuple(kinds), field.description or "")
        elif depth > 1:
            yield from showable_paths(named, depth - 1, f"{path}.", several=many)
