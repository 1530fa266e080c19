"""The check of columns: the path leads to a value that the kind shows."""

from collections.abc import Iterable, Iterator, Sequence

from graphql import (
    GraphQLEnumType,
    GraphQLNamedType,
    get_named_type,
    is_enum_type,
    is_leaf_type,
)

from prepaid.domains.pages.graph.compiler.check.ground import Ground, keys_once
from prepaid.domains.pages.graph.compiler.kinds import PARTS, SEVERAL, fits_result
from prepaid.domains.pages.graph.compiler.schema_view import Step, UnknownPath, is_list, passes_list
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.columns import Column
from prepaid.domains.pages.rules.mistakes import Mistake


def check_columns(ground: Ground, row: GraphQLNamedType, columns: Iterable[Column], place: str) -> Iterator[Mistake]:
    """Mistakes of columns over records of a type."""
    columns = tuple(columns)
    yield from keys_once((column.key for column in columns), place)
    for column in columns:
        for mistake in _column(ground, row, column):
            yield mistake.within(f"{place}.{column.key}")


def check_value(ground: Ground, row: GraphQLNamedType, path: str, kind: ValueKind, place: str) -> Iterator[Mistake]:
    """A single value at a path."""
    try:
        steps = ground.view.steps(row, path)
    except UnknownPath as error:
        yield _unknown(error, place)
        return
    if not _inside(path, steps):
        yield from (mistake.within(place) for mistake in _fits(kind, steps))


def _column(ground: Ground, row: GraphQLNamedType, column: Column) -> Iterator[Mistake]:
    yield from ground.page(column.link_page, "linkPage")
    try:
        steps = ground.view.steps(row, column.path)
        if column.label_path is not None:
            label = ground.view.steps(get_named_type(steps[-1].field.type), column.label_path)
            yield from (mistake.within("labelPath") for mistake in _fits(ValueKind.TEXT, label))
    except UnknownPath as error:
        yield _unknown(error, "path")
        return
    fits = () if _inside(column.path, steps) else _fits(column.kind, steps, labelled=column.dictionary is not None)
    yield from (mistake.within("path") for mistake in fits)
    if column.kind is ValueKind.REFERENCE and column.label_path is None:
        yield Mistake("labelPath", "引用列需要 labelPath", "a reference needs a path to what it is called by")
    yield from _dictionary(ground, column, steps)


def _inside(path: str, steps: Sequence[Step]) -> bool:
    """Whether a path goes on inside of a JSON value, of which the schema knows nothing."""
    return len(path.split(".")) > len(steps)


def _fits(kind: ValueKind, steps: Sequence[Step], *, labelled: bool = False) -> Iterator[Mistake]:
    named = get_named_type(steps[-1].field.type)
    if not fits_result(kind, named, labelled=labelled):
        what = "" if is_leaf_type(named) else "对象 "
        yield Mistake(
            "", f"{what}{named.name} 不能按 {kind} 展示", f"{kind} does not show a value of type {named.name}"
        )
    elif passes_list(steps) and kind not in SEVERAL:
        yield Mistake("", f"路径经过列表，不能按 {kind} 展示", f"the path finds several values, {kind} shows one")
    elif kind is ValueKind.TAGS and not passes_list(steps) and not is_list(steps[-1].field.type):
        yield Mistake("", "TAGS 需要列表", "TAGS shows a list")
    for part in PARTS.get(kind, ()):
        if part not in getattr(named, "fields", {}):
            yield Mistake("", f"{named.name} 缺少 {part}", f"{named.name} has no {part}")


def _dictionary(ground: Ground, column: Column, steps: Sequence[Step]) -> Iterator[Mistake]:
    if column.kind not in {ValueKind.ENUM, ValueKind.TAGS}:
        if column.dictionary is not None:
            yield Mistake("dictionary", "仅枚举列有字典", "only ENUM and TAGS have a dictionary")
        return
    named = get_named_type(steps[-1].field.type)
    name = column.dictionary or (named.name if is_enum_type(named) else None)
    if name is None:
        return
    if name not in ground.dictionaries:
        yield Mistake("dictionary", f"没有字典 {name}", f"there is no dictionary {name}")
    elif isinstance(named, GraphQLEnumType):
        unnamed = named.values.keys() - set(ground.dictionaries[name])
        if unnamed:
            text = ", ".join(sorted(unnamed))
            yield Mistake("dictionary", f"字典 {name} 缺少 {text}", f"the dictionary {name} has no {text}")


def _unknown(error: UnknownPath, place: str) -> Mistake:
    return Mistake(place, f"{error.owner} 没有字段 {error.step}", f"{error.owner} has no field {error.step}")
