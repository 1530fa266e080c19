"""A selected connection as a page of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
from strawberry.utils.str_converters import to_camel_case

from prepaid.graph.assemble.catalog import TypeEntry
from prepaid.graph.declare.fields import Argument
from prepaid.graph.plan.arguments import Given
from prepaid.graph.plan.conditions import Filters, argument_conditions, search_condition
from prepaid.graph.plan.cursor import signature
from prepaid.graph.plan.levels import (
    Constant,
    CountPart,
    CursorPart,
    EdgePart,
    Level,
    Link,
    NodePart,
    Page,
    PageInfoPart,
    PagePart,
    RowsPart,
)
from prepaid.graph.plan.pages import sort_keys, window_of
from prepaid.graph.plan.selection import Selected

if TYPE_CHECKING:
    from prepaid.graph.plan.compile import Compiler

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paged:
    """What a root connection and a nested one have in common."""

    entry: TypeEntry
    rows: Level
    link: Link | None
    order_by: Sequence[str]
    search: Sequence[Any]
    arguments: Mapping[str, Argument]


def page_of(compiler: "Compiler", paged: Paged, selected: Selected, path: Path, given: Mapping[str, Given]) -> Page:
    """The page that is selected under one key.

    Raises:
        BadUserInput: arguments out of range.
        Denied: compares or sorts by what the caller may not see.
    """
    entry, check = paged.entry, partial(compiler.check_leaf, path=path)
    keys = sort_keys(entry, paged.order_by, given.get("orderBy"), compiler.ctx, check)
    narrow(compiler, paged.entry, paged.rows, paged.search, paged.arguments, path, given)
    return Page(
        key=selected.key,
        rows=paged.rows,
        link=paged.link,
        keys=keys,
        signature=signature(entry.name, keys),
        window=window_of(given, entry, keys, compiler.ctx),
        parts=tuple(_part(compiler, entry, part, path) for part in _of(compiler, selected, f"{entry.name}Connection")),
    )


def narrow(
    compiler: "Compiler",
    entry: TypeEntry,
    rows: Level,
    search: Sequence[Any],
    arguments: Mapping[str, Argument],
    path: Path,
    given: Mapping[str, Given],
) -> None:
    """Add the conditions that arguments ask for."""
    if "filter" in given:
        filters = Filters(entry, compiler.ctx, partial(compiler.check_leaf, path=path))
        rows.conditions.append(filters.condition(given["filter"]))
    if "search" in given and search:
        rows.conditions.append(search_condition(search, given["search"], compiler.ctx))
    names = {name: to_camel_case(name) for name in arguments}
    rows.conditions.extend(argument_conditions(arguments, given, compiler.ctx, entry.decl.cls.__module__, names))


def _of(compiler: "Compiler", selected: Selected, type_name: str) -> list[Selected]:
    return compiler.selections.of(selected.sets, type_name)


def _part(compiler: "Compiler", entry: TypeEntry, part: Selected, path: Path) -> PagePart:
    path = (*path, part.key)
    match part.name:
        case "nodes":
            return RowsPart(part.key, compiler.level(entry, part.sets, path), None)
        case "edges":
            pieces = tuple(_edge(compiler, entry, piece, path) for piece in _of(compiler, part, f"{entry.name}Edge"))
            return RowsPart(part.key, Level(entry.decl, []), pieces)
        case "totalCount" | "totalCountIsCapped":
            return CountPart(part.key, part.name == "totalCountIsCapped")
        case "pageInfo":
            return PageInfoPart(part.key, tuple(_page_info(piece) for piece in _of(compiler, part, "PageInfo")))
    return Constant(part.key, orjson.dumps(f"{entry.name}Connection").decode())


def _edge(compiler: "Compiler", entry: TypeEntry, piece: Selected, path: Path) -> EdgePart:
    match piece.name:
        case "node":
            return NodePart(piece.key, compiler.level(entry, piece.sets, (*path, piece.key)))
        case "cursor":
            return CursorPart(piece.key)
    return Constant(piece.key, orjson.dumps(f"{entry.name}Edge").decode())


def _page_info(piece: Selected) -> Any:
    if piece.name == "__typename":
        return Constant(piece.key, '"PageInfo"')
    return (piece.key, piece.name)
