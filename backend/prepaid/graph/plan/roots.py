"""Root fields as plans: one statement each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import orjson
from graphql import SelectionSetNode
from strawberry.utils.str_converters import to_camel_case

from prepaid.core.errors import BadUserInput
from prepaid.graph.assemble.annotations import shape_of
from prepaid.graph.assemble.catalog import Catalog, TypeEntry
from prepaid.graph.declare.fields import Where, column_of
from prepaid.graph.declare.plan_context import Environment, PlanContext
from prepaid.graph.declare.roots import Figure, Grouping, RootAggregate
from prepaid.graph.declare.row import Row, adapted
from prepaid.graph.plan.arguments import Given
from prepaid.graph.plan.compile import Compiler, DeferredSite, order_of
from prepaid.graph.plan.conditions import row_ids
from prepaid.graph.plan.connections import Paged, narrow, page_of
from prepaid.graph.plan.denied import Denied, Notice
from prepaid.graph.plan.emit import Emitter
from prepaid.graph.plan.emit_figures import figures_sql
from prepaid.graph.plan.emit_nodes import nodes_sql
from prepaid.graph.plan.levels import Array, Constant, Encoding, Figures, FigureValue, GroupKey, GroupPart, Sql
from prepaid.graph.plan.rows import Rows
from prepaid.graph.plan.selection import Selected
from prepaid.graph.plan.statement import Statement, statement_of
from prepaid.graph.plan.values import column_value, encoding_of
from prepaid.graph.scalars import GlobalID

MAX_NODES = 100


@dataclass(frozen=True, slots=True)
class RootPlan:
    """What one root field answers: the value of a statement, or null when there is none."""

    key: str
    statement: Statement | None
    notices: tuple[Notice, ...] = ()
    deferred: tuple[DeferredSite, ...] = ()
    constant: Any = None


@dataclass(frozen=True, slots=True)
class Planned:
    """SQL of one root field, with the rows it uses."""

    sql: Sql
    rows: Rows

    @classmethod
    def of(cls, emit: Callable[[Emitter], Sql]) -> "Planned":
        emitter = Emitter()
        return cls(emit(emitter), emitter.rows)


class RootCompiler:
    """Compiles the root fields of one operation for one kind of caller."""

    def __init__(self, make: Callable[[], Compiler], catalog: Catalog) -> None:
        self._make = make
        self._catalog = catalog

    def root(self, selected: Selected) -> RootPlan:
        """The plan of one root field.

        Raises:
            BadUserInput: arguments that no plan can serve.
        """
        compiler = self._make()
        given = compiler.arguments("Query", selected)
        try:
            select = self._select(compiler, selected, given)
        except Denied as denied:
            return RootPlan(selected.key, None, (*compiler.notices, denied.notice))
        return _plan(compiler, selected.key, select)

    def row(self, key: str, type_name: str, sets: list[SelectionSetNode], path: tuple[str, ...]) -> RootPlan:
        """The plan of one row that a mutation or resolver names; its tenant and id are run-time variables."""
        compiler = self._make()
        entry = self._catalog.types[type_name]
        try:
            level = compiler.level(entry, sets, path)
        except Denied as denied:
            return RootPlan(key, None, (*compiler.notices, denied.notice))
        level.conditions.append(row_ids(entry, compiler.ctx, lambda env: [env.variables["ref"]]))
        return _plan(compiler, key, Planned.of(lambda emitter: emitter.one(level)))

    def _select(self, compiler: Compiler, selected: Selected, given: Mapping[str, Given]) -> Planned | None:
        path = (selected.key,)
        if selected.name == "node":
            return self._node(compiler, selected, given["id"])
        if selected.name == "nodes":
            return self._nodes(compiler, selected, given["ids"])
        root = self._catalog.roots[selected.name]
        if isinstance(root, RootAggregate):
            return Planned.of(lambda emitter: figures_sql(self._figures(compiler, root, selected, given), emitter.rows))
        entry = self._catalog.entry(root.target)
        sets = () if root.kind == "page" else selected.sets
        level = compiler.level(entry, sets, path, where=root.where)
        if root.kind == "page":
            paged = Paged(entry, level, None, root.order_by, root.search, root.arguments)
            page = page_of(compiler, paged, selected, path, given)
            return Planned.of(lambda emitter: emitter.page(page))
        narrow(compiler, entry, level, (), root.arguments, path, given)
        if root.kind == "list":
            array = Array(selected.key, level, lambda *_: (), order_of(root.ordering, entry))
            return Planned.of(lambda emitter: emitter.all(array))
        if root.kind == "one":
            source = given["id"].source
            level.conditions.append(row_ids(entry, compiler.ctx, lambda env: _of_type(entry, [source(env)])))
        return Planned.of(lambda emitter: emitter.one(level))

    def _node(self, compiler: Compiler, selected: Selected, given: Given) -> Planned | None:
        entry = self._nodes_entry(_type_code(given.value))
        if entry is None:
            return None
        compiler.open(entry, (selected.key,))
        level = compiler.level(entry, selected.sets, (selected.key,))
        source = given.source
        level.conditions.append(row_ids(entry, compiler.ctx, lambda env: _of_type(entry, [source(env)])))
        return Planned.of(lambda emitter: emitter.one(level))

    def _nodes(self, compiler: Compiler, selected: Selected, given: Given) -> Planned:
        if len(given.value) > MAX_NODES:
            raise BadUserInput(f"`nodes` takes at most {MAX_NODES} ids")
        levels = []
        for code in sorted({_type_code(item) for item in given.value}):
            entry = self._nodes_entry(code)
            if entry is None:
                continue
            try:
                compiler.open(entry, (selected.key,))
                levels.append(compiler.level(entry, selected.sets, (selected.key,)))
            except Denied as denied:
                compiler.notices.append(denied.notice)
        return Planned.of(lambda emitter: nodes_sql(emitter, levels, compiler.ctx, _ids(given)))

    def _nodes_entry(self, code: str) -> TypeEntry | None:
        entry = self._catalog.types.get(code)
        return entry if entry is not None and entry.decl.node else None

    def _figures(
        self, compiler: Compiler, root: RootAggregate, selected: Selected, given: Mapping[str, Given]
    ) -> Figures:
        entry, path = self._catalog.entry(root.target), (selected.key,)
        level = compiler.level(entry, (), path, where=root.where)
        narrow(compiler, entry, level, root.search, root.arguments, path, given)
        name = root.name[0].upper() + root.name[1:]
        figures = {to_camel_case(key): figure for key, figure in root.figures.items()}
        parts: list[Constant | FigureValue | GroupPart] = []
        for part in compiler.selections.of(selected.sets, name):
            group = next((key for key in root.groups if to_camel_case(key) == part.name), None)
            if group is None:
                parts.append(_figure(compiler, part, figures, name, entry))
                continue
            parts.append(_group(compiler, root, group, part, figures, name, entry))
        return Figures(level, tuple(parts))


def _plan(compiler: Compiler, key: str, planned: "Planned | None") -> RootPlan:
    statement = statement_of(planned.sql, planned.rows, compiler.ctx.sources) if planned is not None else None
    return RootPlan(key, statement, tuple(compiler.notices), tuple(compiler.deferred))


def _group(
    compiler: Compiler,
    root: RootAggregate,
    group: str,
    part: Selected,
    figures: Mapping[str, Figure],
    name: str,
    entry: TypeEntry,
) -> GroupPart:
    grouping = root.groups[group]
    type_name = f"{name}{part.name[0].upper()}{part.name[1:]}"
    outputs: list[Constant | FigureValue | GroupKey] = []
    for piece in compiler.selections.of(part.sets, type_name):
        if piece.name == "key":
            outputs.append(GroupKey(piece.key))
        else:
            outputs.append(_figure(compiler, piece, figures, type_name, entry))
    encoding, names = encoding_of(shape_of(grouping.annotation, root.target.__module__))
    value = partial(_group_value, grouping, compiler.ctx)
    return GroupPart(part.key, value, encoding, names, tuple(outputs))


def _figure(
    compiler: Compiler, part: Selected, figures: Mapping[str, Figure], type_name: str, entry: TypeEntry
) -> Constant | FigureValue:
    if part.name == "__typename":
        return Constant(part.key, orjson.dumps(type_name).decode())
    if part.name == "count" and "count" not in figures:
        return FigureValue(part.key, "count", None, Encoding.PLAIN)
    figure = figures[part.name]
    encoding, _ = encoding_of(shape_of(figure.annotation, entry.decl.cls.__module__))
    value = column_value(column_of(figure.of)) if figure.of is not None else None
    condition = partial(_figure_condition, figure.where, compiler.ctx) if figure.where is not None else None
    return FigureValue(part.key, figure.function, value, encoding, condition)


def _group_value(grouping: Grouping, ctx: PlanContext, row: Row) -> Sql:
    return [adapted(row, grouping.key(ctx, row))]


def _figure_condition(condition: Where, ctx: PlanContext, row: Row) -> Sql:
    return [condition(ctx, row)]


def _of_type(entry: TypeEntry, ids: list[GlobalID]) -> list[Any]:
    return [item.decoded for item in ids if item.type_code == entry.name]


def _ids(given: Given) -> Any:
    source = given.source

    def ids(env: Environment) -> list[Any]:
        found = source(env)
        if len(found) > MAX_NODES:
            raise BadUserInput(f"`nodes` takes at most {MAX_NODES} ids")
        return [item.decoded for item in found]

    return ids


def _type_code(value: Any) -> str:
    return value.type_code if isinstance(value, GlobalID) else ""
