"""SQL of a connection: an ordered, bounded inner select; figures of the page around it; the object around both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, Text, and_, cast, func, literal_column, or_, select, true, tuple_
from sqlalchemy.dialects.postgresql import ARRAY

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.json_sql import JsonText, Part, array, quoted
from prepaid.graph.plan.levels import (
    Constant,
    CountPart,
    CursorPart,
    Level,
    NodePart,
    Page,
    PageInfoPart,
    RowsPart,
    SortKey,
)

COUNT_CAP = 10_000
ObjectText = Callable[[Level, Row], JsonText]


@dataclass(slots=True)
class _Needs:
    """What the parts of a page ask of its rows."""

    cursor: bool = False
    edges: bool = False
    """The cursor of the first or last row."""
    more: bool = False
    count: bool = False


def page_parts(page: Page, parent: Row | None, object_text: ObjectText) -> list[Part]:
    """A connection as JSON; `parent` is None at the root."""
    row = Row(page.rows.type.table.alias())
    conditions = [condition(row) for condition in page.rows.conditions]
    if page.link is not None and parent is not None:
        conditions = [*page.link(parent, row), *conditions]
    needs = _needs(page)
    size = page.window.size
    columns: list[ColumnElement[Any]] = []
    cursor = cursor_text(page, row)
    for index, part in enumerate(part for part in page.parts if isinstance(part, RowsPart)):
        columns.append(_row_text(part, row, cursor, object_text).label(f"r{index}"))
    if needs.edges:
        columns.append(cursor.label("c"))
    inner = _inner(page, row, conditions, columns or [literal_column("1").label("x")], size + needs.more)
    rows = inner.subquery()
    outer = _page_select(page, needs, rows)
    froms: list[Any] = [outer.subquery("page")]
    if needs.count:
        counted: Select[Any] = select(literal_column("1")).select_from(row.source).where(*conditions)
        counted = counted.limit(literal_column(str(COUNT_CAP + 1))).correlate_except(row.source)
        froms.append(select(func.count().label("n")).select_from(counted.subquery()).subquery("total"))
    joined = froms[0] if len(froms) == 1 else froms[0].join(froms[1], true())
    text = JsonText(["{", *_parts(page, froms), "}"])
    return [select(text).select_from(joined).correlate_except(*froms).scalar_subquery()]


def _needs(page: Page) -> _Needs:
    needs = _Needs()
    for part in page.parts:
        if isinstance(part, CountPart):
            needs.count = True
        elif isinstance(part, PageInfoPart):
            asked = {field[1] for field in part.fields if not isinstance(field, Constant)}
            needs.edges |= bool(asked & {"startCursor", "endCursor"})
            needs.more |= ("hasPreviousPage" if page.window.backward else "hasNextPage") in asked
    return needs


def _inner(
    page: Page, row: Row, conditions: Sequence[ColumnElement[bool]], columns: Sequence[ColumnElement[Any]], limit: int
) -> Select[Any]:
    backward = page.window.backward
    statement = select(*columns).select_from(row.source).where(*conditions)
    if page.window.after is not None:
        statement = statement.where(beyond(page.keys, page.window.after, row, backward=False))
    if page.window.before is not None:
        statement = statement.where(beyond(page.keys, page.window.before, row, backward=True))
    for key in page.keys:
        value = key.value(row)
        # NULLs stay where the index has them: last ascending, first descending.
        statement = statement.order_by(value.desc() if key.descending != backward else value.asc())
    statement = statement.limit(literal_column(str(limit)))
    if page.window.offset is not None:
        statement = statement.offset(page.window.offset)
    return statement.correlate_except(row.source)


def _page_select(page: Page, needs: _Needs, rows: Any) -> Select[Any]:
    """Texts of the page's lists and its figures, in one row."""
    size, backward = page.window.size, page.window.backward
    columns: list[ColumnElement[Any]] = []
    for index in range(sum(isinstance(part, RowsPart) for part in page.parts)):
        items = rows.c[f"r{index}"]
        if needs.more or backward:
            joined = func.array_to_string(_kept(items, size, backward), literal_column("','"))
        else:
            joined = func.string_agg(items, literal_column("','"))
        columns.append(joined.label(f"r{index}"))
    if needs.more:
        columns.append((func.count() > literal_column(str(size))).label("more"))
    if needs.edges:
        columns.append(_kept(rows.c.c, size, backward).label("cursors"))
    if not columns:
        return select(literal_column("1").label("x"))
    return select(*columns).select_from(rows).correlate_except(rows)


def _kept(items: ColumnElement[Any], size: int, backward: bool) -> ColumnElement[Any]:
    """The rows of the page in their order, without the one that was read to see whether there are more."""
    texts = ARRAY(Text())
    surplus = cast(func.greatest(func.count() - literal_column(str(size)), literal_column("0")), Integer)
    kept: ColumnElement[Any] = func.trim_array(func.array_agg(items), surplus, type_=texts)
    return func.array_reverse(kept, type_=texts) if backward else kept


def _parts(page: Page, froms: Sequence[Any]) -> list[Part]:
    parts: list[Part] = []
    columns = froms[0].c
    lists = 0
    for index, part in enumerate(page.parts):
        parts.append(f'{"," if index else ""}"{part.key}":')
        match part:
            case Constant():
                parts.append(part.json)
            case RowsPart():
                parts.extend(array(columns[f"r{lists}"]))
                lists += 1
            case CountPart(capped=True):
                parts.append(cast(froms[1].c.n > literal_column(str(COUNT_CAP)), Text))
            case CountPart():
                parts.append(cast(func.least(froms[1].c.n, literal_column(str(COUNT_CAP))), Text))
            case PageInfoPart():
                parts.extend(_page_info(page, part, columns))
    return parts


def _page_info(page: Page, part: PageInfoPart, columns: Any) -> list[Part]:
    window = page.window
    parts: list[Part] = ["{"]
    for index, field in enumerate(part.fields):
        key = field.key if isinstance(field, Constant) else field[0]
        parts.append(f'{"," if index else ""}"{key}":')
        if isinstance(field, Constant):
            parts.append(field.json)
            continue
        more = cast(columns.more, Text) if "more" in columns else "false"
        skipped = window.after is not None or window.offset is not None
        match field[1]:
            case "hasNextPage":
                parts.append(("true" if window.before is not None else "false") if window.backward else more)
            case "hasPreviousPage":
                parts.append(more if window.backward else "true" if skipped else "false")
            case "startCursor":
                parts.append(_quoted_or_null(columns.cursors[literal_column("1")]))
            case "endCursor":
                parts.append(_quoted_or_null(columns.cursors[func.cardinality(columns.cursors)]))
    return [*parts, "}"]


def _quoted_or_null(value: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(JsonText(['"', value, '"']), literal_column("'null'"), type_=Text())


def _row_text(part: RowsPart, row: Row, cursor: ColumnElement[Any], object_text: ObjectText) -> ColumnElement[Any]:
    if part.edge is None:
        return object_text(part.level, row)
    parts: list[Part] = ["{"]
    for index, piece in enumerate(part.edge):
        parts.append(f'{"," if index else ""}"{piece.key}":')
        match piece:
            case Constant():
                parts.append(piece.json)
            case NodePart():
                parts.append(object_text(piece.level, row))
            case CursorPart():
                parts.extend(['"', cursor, '"'])
    return JsonText([*parts, "}"])


def cursor_text(page: Page, row: Row) -> ColumnElement[Any]:
    """`signature` and the sort keys' values as a JSON array in base64url; decoded by `plan/cursor.py`."""
    parts: list[Part] = [f'["{page.signature}"']
    for key in page.keys:
        text = func.coalesce(cast(func.to_json(key.value(row)), Text), literal_column("'null'"), type_=Text())
        parts.extend([",", text])
    packed = func.encode(func.convert_to(JsonText([*parts, "]"]), literal_column("'UTF8'")), literal_column("'base64'"))
    return func.translate(packed, literal_column(quoted("+/=\n")), literal_column(quoted("-_")), type_=Text())


def beyond(
    keys: Sequence[SortKey], values: Sequence[ColumnElement[Any]], row: Row, *, backward: bool
) -> ColumnElement[bool]:
    """Rows that come after the cursor's row in this order (before it when backward)."""
    columns = [key.value(row) for key in keys]
    downward = [key.descending != backward for key in keys]
    if len(set(downward)) == 1 and not any(key.nullable for key in keys):
        # One comparison of rows is what an index can start from.
        return tuple_(*columns) < tuple_(*values) if downward[0] else tuple_(*columns) > tuple_(*values)
    options = []
    for index, key in enumerate(keys):
        same = [_same(keys[i], columns[i], values[i]) for i in range(index)]
        options.append(and_(*same, _past(key, columns[index], values[index], downward[index])))
    if keys[0].nullable:
        return or_(*options)
    bound = columns[0] <= values[0] if downward[0] else columns[0] >= values[0]
    return and_(bound, or_(*options))


def _same(key: SortKey, column: ColumnElement[Any], value: ColumnElement[Any]) -> ColumnElement[bool]:
    return column.is_not_distinct_from(value) if key.nullable else column == value


def _past(key: SortKey, column: ColumnElement[Any], value: ColumnElement[Any], downward: bool) -> ColumnElement[bool]:
    """NULL counts as the greatest value, as PostgreSQL orders it."""
    if downward:
        less = column < value
        return or_(less, and_(column.is_not(None), value.is_(None))) if key.nullable else less
    greater = column > value
    return or_(greater, and_(column.is_(None), value.is_not(None))) if key.nullable else greater
