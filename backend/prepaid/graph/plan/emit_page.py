"""SQL of a connection: an ordered, bounded inner select; figures of the page around it; the object around both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.json_sql import Part, json_array, json_object, or_null, text
from prepaid.graph.plan.keyset import beyond
from prepaid.graph.plan.levels import (
    Constant,
    CountPart,
    CursorPart,
    EdgePart,
    NodePart,
    Page,
    PageInfoPart,
    RowsPart,
)
from prepaid.graph.plan.sql import Sql, separated, source, where

if TYPE_CHECKING:
    from prepaid.graph.plan.emit import Emitter

COUNT_CAP: Final = 10_000


@dataclass(slots=True)
class _Needs:
    """What the parts of a page ask of its rows."""

    edges: bool = False
    """The cursor of the first or last row."""
    more: bool = False
    count: bool = False


def page_parts(emitter: "Emitter", page: Page, parent: Row | None) -> list[Part]:
    """A connection as JSON; `parent` is None at the root."""
    row, conditions = emitter.rows.of(page.rows, page.link, parent)
    needs = _needs(page)
    cursor = cursor_text(page, row)
    columns: list[Sql] = []
    for part in page.parts:
        if isinstance(part, RowsPart):
            columns.append([*_row_text(emitter, part, row, cursor), f" AS r{len(columns)}"])
    lists = len(columns)
    if needs.edges:
        columns.append([*cursor, " AS c"])
    inner = _inner(page, row, conditions, columns, page.window.size + needs.more)
    sql: Sql = ["(SELECT ", *text(_object(page)), " FROM (", *_page_select(page, needs, lists, inner), ") page"]
    if needs.count:
        sql += [f" CROSS JOIN (SELECT count(*) AS n FROM (SELECT FROM {source(row)}", *where(conditions)]
        sql += [f" LIMIT {COUNT_CAP + 1}) counted) total"]
    return [[*sql, ")"]]


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


def _inner(page: Page, row: Row, conditions: Sequence[Sql], columns: Sequence[Sql], limit: int) -> Sql:
    window, bounds = page.window, list(conditions)
    if window.after is not None:
        bounds.append(beyond(page.keys, window.after, row, backward=False))
    if window.before is not None:
        bounds.append(beyond(page.keys, window.before, row, backward=True))
    # NULLs stay where the index has them: last ascending, first descending.
    order = [[*key.value(row), " DESC" if key.descending != window.backward else ""] for key in page.keys]
    sql: Sql = ["SELECT ", *separated(",", columns), f" FROM {source(row)}", *where(bounds)]
    sql += [" ORDER BY ", *separated(",", order), f" LIMIT {limit}"]
    return [*sql, " OFFSET ", window.offset] if window.offset is not None else sql


def _page_select(page: Page, needs: _Needs, lists: int, inner: Sql) -> Sql:
    """Texts of the page's lists and its figures, in one row."""
    size, backward = page.window.size, page.window.backward
    columns: list[str] = []
    for index in range(lists):
        if needs.more or backward:
            columns.append(f"array_to_string({_kept(f'r{index}', size, backward)},',') AS r{index}")
        else:
            columns.append(f"string_agg(r{index},',') AS r{index}")
    if needs.more:
        columns.append(f"count(*) > {size} AS more")
    if needs.edges:
        columns.append(f"{_kept('c', size, backward)} AS cursors")
    return [f"SELECT {','.join(columns)} FROM (", *inner, ") kept"] if columns else ["SELECT"]


def _kept(column: str, size: int, backward: bool) -> str:
    """The rows of the page in their order, without the one that was read to see whether there are more."""
    kept = f"trim_array(array_agg({column}),greatest(count(*)-{size},0)::int)"
    return f"array_reverse({kept})" if backward else kept


def _object(page: Page) -> list[Part]:
    entries: list[tuple[str, Sequence[Part]]] = []
    lists = 0
    for part in page.parts:
        match part:
            case Constant():
                entries.append((part.key, [part.json]))
            case RowsPart():
                entries.append((part.key, json_array([f"page.r{lists}"])))
                lists += 1
            case CountPart(capped=True):
                entries.append((part.key, [[f"(total.n > {COUNT_CAP})::text"]]))
            case CountPart():
                entries.append((part.key, [[f"least(total.n,{COUNT_CAP})::text"]]))
            case PageInfoPart():
                entries.append((part.key, _page_info(page, part)))
    return json_object(entries)


def _page_info(page: Page, part: PageInfoPart) -> list[Part]:
    window = page.window
    more: Part = ["page.more::text"]
    skipped = window.after is not None or window.offset is not None
    entries: list[tuple[str, Sequence[Part]]] = []
    for field in part.fields:
        if isinstance(field, Constant):
            entries.append((field.key, [field.json]))
            continue
        key, name = field
        match name:
            case "hasNextPage":
                value: Part = ("true" if window.before is not None else "false") if window.backward else more
            case "hasPreviousPage":
                value = more if window.backward else "true" if skipped else "false"
            case "startCursor":
                value = or_null(["('\"'||page.cursors[1]||'\"')"])
            case _:
                value = or_null(["('\"'||page.cursors[cardinality(page.cursors)]||'\"')"])
        entries.append((key, [value]))
    return json_object(entries)


def _row_text(emitter: "Emitter", part: RowsPart, row: Row, cursor: Sql) -> Sql:
    if part.edge is None:
        return emitter.object(part.level, row)
    return text(json_object([(piece.key, _edge_part(emitter, piece, row, cursor)) for piece in part.edge]))


def _edge_part(emitter: "Emitter", piece: EdgePart, row: Row, cursor: Sql) -> Sequence[Part]:
    match piece:
        case Constant():
            return [piece.json]
        case NodePart():
            return [emitter.object(piece.level, row)]
        case CursorPart():
            return ['"', cursor, '"']


def cursor_text(page: Page, row: Row) -> Sql:
    """`signature` and the sort keys' values as a JSON array in base64url; decoded by `plan/cursor.py`."""
    parts: list[Part] = [f'["{page.signature}"']
    for key in page.keys:
        parts += [",", or_null(["to_json(", *key.value(row), ")::text"])]
    packed: Sql = ["encode(convert_to(", *text([*parts, "]"]), ",'UTF8'),'base64')"]
    return ["translate(", *packed, ",E'+/=\\n','-_')"]
