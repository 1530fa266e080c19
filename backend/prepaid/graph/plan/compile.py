"""From selected fields to the levels of a plan."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import GraphQLObjectType, GraphQLSchema, SelectionSetNode
from sqlalchemy import ColumnElement

from prepaid.core.errors import Forbidden
from prepaid.graph.assemble.catalog import Catalog, TypeEntry
from prepaid.graph.declare.actions import Actions
from prepaid.graph.declare.fields import (
    Aggregate,
    Batch,
    Field,
    Leaf,
    Many,
    One,
    OneOf,
    Pages,
    Relation,
    Where,
    column_of,
)
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.row import Row
from prepaid.graph.plan import row_actions
from prepaid.graph.plan.arguments import Given, given_arguments
from prepaid.graph.plan.connections import Paged, page_of
from prepaid.graph.plan.denied import Denied, Notice
from prepaid.graph.plan.levels import (
    Array,
    Constant,
    Deferred,
    FigureValue,
    GlobalIdOutput,
    Level,
    Link,
    Output,
    RelatedFigure,
    Scalar,
    Single,
    Sql,
)
from prepaid.graph.plan.links import Tenancy, joined, link_of, scope_conditions, tenancy_of
from prepaid.graph.plan.selection import Selected, Selections
from prepaid.graph.plan.sql import column
from prepaid.graph.plan.values import column_value, encoding_of, scalar_of, stored_encoding

Path = tuple[str, ...]
Ordering = Callable[[Row], Sequence[ColumnElement[Any]]]


@dataclass(frozen=True, slots=True)
class DeferredSite:
    """Where values of a deferred field stand in the response."""

    path: Path
    output: Deferred


@dataclass(slots=True)
class Compiler:
    """Makes the levels of one root field for one kind of caller."""

    catalog: Catalog
    schema: GraphQLSchema
    selections: Selections
    ctx: PlanContext
    notices: list[Notice] = field(default_factory=list)
    deferred: list[DeferredSite] = field(default_factory=list)

    def level(
        self,
        entry: TypeEntry,
        sets: Iterable[SelectionSetNode],
        path: Path,
        *,
        tenancy: Tenancy = Tenancy.SCOPE,
        where: Where | None = None,
    ) -> Level:
        """Rows of a type with what is selected of them.

        Raises:
            Denied: a field that cannot be null may not be seen.
        """
        outputs = [self._output(entry, selected, path) for selected in self.selections.of(sets, entry.name)]
        conditions = scope_conditions(entry.decl, self.ctx, tenancy)
        if where is not None:
            conditions.append(lambda row: [where(self.ctx, row)])
        return Level(entry.decl, outputs, conditions)

    def open(self, entry: TypeEntry, path: Path) -> None:
        """Raises `Denied` when the caller may not read the type here."""
        if not self.ctx.may(entry.decl.permission):
            raise Denied(Notice(path, Forbidden()))

    def check_leaf(self, leaf: Leaf, path: Path) -> None:
        """Raises `Denied` when the caller may not see a field's values, and so may not compare with them."""
        if not self.ctx.may(leaf.permission):
            raise Denied(Notice(path, Forbidden()))

    def arguments(self, type_name: str, selected: Selected) -> dict[str, Given]:
        """The arguments of a selected field."""
        owner = self.schema.get_type(type_name)
        assert isinstance(owner, GraphQLObjectType)
        return given_arguments(owner.fields[selected.name], selected.nodes[0].arguments, self.selections.variables)

    def _output(self, entry: TypeEntry, selected: Selected, path: Path) -> Output:
        key, name = selected.key, selected.name
        if name == "__typename":
            return Constant(key, orjson.dumps(entry.name).decode())
        if name == "id" and entry.decl.node:
            return GlobalIdOutput(key)
        declared = entry.fields[name]
        before = len(self.deferred)
        try:
            return self._field(entry, declared, selected, (*path, key))
        except Denied as denied:
            if not declared.nullable:
                raise
            del self.deferred[before:]
            self.notices.append(denied.notice)
            return Constant(key, "null")

    def _field(self, entry: TypeEntry, declared: Field, selected: Selected, path: Path) -> Output:
        if not self.ctx.may(declared.permission):
            if isinstance(declared, Leaf) and declared.masked is not None:
                masked = Leaf(source=declared.masked, description="")
                return scalar_of(selected.key, masked, entry.shapes[selected.name], self.ctx)
            raise Denied(Notice(path, Forbidden()))
        match declared:
            case Leaf():
                return scalar_of(selected.key, declared, entry.shapes[selected.name], self.ctx)
            case Actions():
                pieces = self.selections.of(selected.sets, row_actions.TYPE_NAME)
                permission_of = self.catalog.action_permission
                return row_actions.action_list(selected.key, declared, pieces, self.ctx, permission_of)
            case Batch():
                return self._deferred(declared, path)
            case OneOf():
                return self._one_of(entry, declared, selected, path)
            case Relation():
                return self._relation(entry, declared, selected, path)
        raise AssertionError(declared)

    def _deferred(self, declared: Batch, path: Path) -> Deferred:
        required = []
        for attribute in declared.requires:
            of = column_of(attribute)
            nullable = bool(getattr(of, "nullable", True))
            required.append(Scalar(str(of.key), column_value(of), stored_encoding(of.type), nullable))
        output = Deferred(path[-1], tuple(required), declared.function)
        self.deferred.append(DeferredSite(path, output))
        return output

    def _one_of(self, entry: TypeEntry, declared: OneOf, selected: Selected, path: Path) -> Output:
        options: list[tuple[Level, Link]] = []
        for name, on in declared.targets.items():
            target = self.catalog.types[name]
            try:
                self.open(target, path)
                tenancy = tenancy_of(entry.decl, target.decl, same_tenant=declared.same_tenant)
                level = self.level(target, selected.sets, path, tenancy=tenancy)
            except Denied as denied:
                self.notices.append(denied.notice)
            else:
                options.append((level, joined(on, tenancy is Tenancy.JOIN, self.ctx)))
        return Single(selected.key, tuple(options)) if options else Constant(selected.key, "null")

    def _relation(self, entry: TypeEntry, declared: Relation, selected: Selected, path: Path) -> Output:
        target = self.catalog.types[declared.target]
        self.open(target, path)
        link = link_of(entry.decl, target.decl, declared, self.ctx)
        tenancy = tenancy_of(entry.decl, target.decl, same_tenant=declared.same_tenant)
        if isinstance(declared, Pages):
            rows = self.level(target, (), path, tenancy=tenancy, where=declared.where)
            paged = Paged(target, rows, link, declared.order_by, declared.search, declared.arguments)
            return page_of(self, paged, selected, path, self.arguments(entry.name, selected))
        sets = () if isinstance(declared, Aggregate) else selected.sets
        level = self.level(target, sets, path, tenancy=tenancy, where=declared.where)
        match declared:
            case One():
                return Single(selected.key, ((level, link),))
            case Many():
                return Array(selected.key, level, link, order_of(declared.order_by, target))
            case Aggregate():
                value = column_value(column_of(declared.of)) if declared.of is not None else None
                encoding, _ = encoding_of(entry.shapes[selected.name])
                figure = FigureValue(selected.key, declared.function, value, encoding)
                return RelatedFigure(selected.key, level, link, figure)
        raise AssertionError(declared)


def own_order(entry: TypeEntry) -> Callable[[Row], Sequence[Sql]]:
    """Order by the row's own key: ids are UUIDv7, so the oldest row comes first."""
    return lambda row: [[column(row, name)] for name in entry.decl.key]


def order_of(declared: Ordering | None, entry: TypeEntry) -> Callable[[Row], Sequence[Sql]]:
    """The order that was declared, or the row's own."""
    if declared is None:
        return own_order(entry)
    return lambda row: [[key] for key in declared(row)]
