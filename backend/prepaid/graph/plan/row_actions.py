"""`availableActions` as a part of the plan: permissions are decided here, conditions become cases of SQL."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import orjson
from sqlalchemy import ColumnElement, Text, cast
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.core.obstacles import Obstacle
from prepaid.graph.declare.actions import Actions, ActionState, RowAction, text_parts
from prepaid.graph.declare.fields import plain
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.row import Row, adapted
from prepaid.graph.plan.json_sql import Part, text
from prepaid.graph.plan.levels import ActionItem, ActionList, Case, Condition, Sql, Value
from prepaid.graph.plan.selection import Selected
from prepaid.graph.plan.sql import separated

TYPE_NAME = ActionState.__name__
Expressed: TypeAlias = ColumnElement[Any] | InstrumentedAttribute[Any]


def action_list(
    key: str,
    declared: Actions,
    pieces: Sequence[Selected],
    ctx: PlanContext,
    permission_of: Callable[[RowAction], str | None],
) -> ActionList:
    """The actions that the caller may do, with what is selected of each state."""
    items = [_item(row_action, pieces, ctx) for row_action in declared.actions if ctx.may(permission_of(row_action))]
    return ActionList(key, tuple(items))


def action_list_sql(output: ActionList, row: Row) -> Sql:
    """One JSON array; an action that is not offered for the row leaves no trace in it."""
    if not output.items:
        return ["'[]'::text"]
    elements = separated(",", [_element(item, row) for item in output.items])
    return ["('['||array_to_string(ARRAY[", *elements, "],',')||']')"]


def _item(row_action: RowAction, pieces: Sequence[Selected], ctx: PlanContext) -> ActionItem:
    cases = [
        Case(_condition(obstacle.when(ctx)), tuple(_state(row_action.key, pieces, _reason(obstacle, ctx))))
        for obstacle in row_action.obstacles
    ]
    cases.append(Case(None, tuple(_state(row_action.key, pieces, None))))
    offered = None if row_action.offered is None else _condition(row_action.offered(ctx))
    return ActionItem(offered, tuple(cases))


def _state(key: str, pieces: Sequence[Selected], reason: list[str | Value] | None) -> Iterator[str | Value]:
    """The JSON object of one state."""
    yield "{"
    for index, piece in enumerate(pieces):
        yield f'{"," if index else ""}"{piece.key}":'
        match piece.name:
            case "key":
                yield orjson.dumps(key).decode()
            case "enabled":
                yield "true" if reason is None else "false"
            case "reason":
                yield from ["null"] if reason is None else reason
            case _:
                yield orjson.dumps(TYPE_NAME).decode()
    yield "}"


def _reason(obstacle: Obstacle, ctx: PlanContext) -> list[str | Value]:
    """The refusal's text as JSON, with its values filled in per row."""
    found: list[str | Value] = ['"']
    for before, name in text_parts(obstacle, ctx.locale):
        found.append(orjson.dumps(before).decode()[1:-1])
        if name is not None:
            found.append(_quoted(obstacle.data[name](ctx)))
    return [*found, '"']


def _quoted(value: Expressed) -> Value:
    """A value as the inside of a JSON text."""
    shown = cast(plain(value), Text)
    return lambda row: ["coalesce(left(substr(to_json(", adapted(row, shown), ")::text,2),-1),'')"]


def _condition(condition: Expressed) -> Condition:
    return lambda row: [adapted(row, plain(condition))]


def _element(item: ActionItem, row: Row) -> Sql:
    *obstructed, free = item.cases
    sql: Sql = []
    for case in obstructed:
        assert case.condition is not None
        sql += [" WHEN ", *case.condition(row), " THEN ", *_json(case, row)]
    chosen: Sql = ["CASE", *sql, " ELSE ", *_json(free, row), " END"] if sql else _json(free, row)
    return chosen if item.offered is None else ["CASE WHEN ", *item.offered(row), " THEN ", *chosen, " END"]


def _json(case: Case, row: Row) -> Sql:
    parts: list[Part] = [piece if isinstance(piece, str) else piece(row) for piece in case.pieces]
    return text(parts)
