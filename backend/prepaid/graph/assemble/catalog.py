"""The catalogue: every type with its fields by GraphQL name, the root fields, and who may use what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from strawberry.utils.str_converters import to_camel_case

from prepaid.graph.assemble.annotations import Shape, shape_of
from prepaid.graph.assemble.joins import NoJoin, pairs_between, relation_pairs
from prepaid.graph.declare.actions import (
    FIELD,
    ActionExtension,
    Actions,
    ActionState,
    RowAction,
    actions,
    missing_data,
)
from prepaid.graph.declare.fields import Aggregate, Batch, Field, Leaf, Many, One, OneOf, Pages, Relation
from prepaid.graph.declare.mutations import Mutation
from prepaid.graph.declare.registry import declared_in
from prepaid.graph.declare.roots import QueryFunction, Root, RootAggregate
from prepaid.graph.declare.types import Extension, TypeDecl, UnionDecl
from prepaid.graph.permissions import PUBLIC

PlanRoot: TypeAlias = Root | RootAggregate


class SchemaError(Exception):
    """The declarations do not make one schema; the text says which and why."""


@dataclass(frozen=True, slots=True, eq=False)
class TypeEntry:
    """A declared type in one schema, with what higher slices added to it."""

    decl: TypeDecl
    fields: dict[str, Field]
    """By GraphQL name."""
    shapes: dict[str, Shape]

    @property
    def name(self) -> str:
        return self.decl.name

    def leaf(self, name: str) -> Leaf:
        """A leaf field by attribute name."""
        found = self.fields[to_camel_case(name)]
        if not isinstance(found, Leaf):
            raise SchemaError(f"{self.name}.{name} is no plain value")
        return found


@dataclass(slots=True, eq=False)
class Catalog:
    """What one schema consists of."""

    types: dict[str, TypeEntry] = field(default_factory=dict)
    unions: dict[str, UnionDecl] = field(default_factory=dict)
    roots: dict[str, PlanRoot] = field(default_factory=dict)
    functions: dict[str, QueryFunction] = field(default_factory=dict)
    mutations: dict[str, Mutation] = field(default_factory=dict)

    def entry(self, cls: type) -> TypeEntry:
        """The entry of a declared class."""
        return self.types[cls.__dict__["__graph_type__"].name]

    def root_permissions(self) -> dict[str, str]:
        """Permission by `Query.field` and `Mutation.field`."""
        found = {f"Query.{name}": root.permission for name, root in {**self.roots, **self.functions}.items()}
        found.update({f"Mutation.{name}": mutation.permission for name, mutation in self.mutations.items()})
        return {**found, "Query.node": PUBLIC, "Query.nodes": PUBLIC}

    def action_permission(self, row_action: RowAction) -> str | None:
        """The permission of a row action: its own, or that of the mutation which it is named after."""
        if row_action.permission is not None:
            return row_action.permission
        mutation = self.mutations.get(row_action.key)
        return mutation.permission if mutation is not None else None

    def row_actions(self, type_name: str) -> Sequence[RowAction] | None:
        """What can be done with rows of a type; None where the type says nothing of it."""
        entry = self.types.get(type_name)
        declared = entry.fields.get(to_camel_case(FIELD)) if entry else None
        return declared.actions if isinstance(declared, Actions) else None

    def permission(self, type_name: str, field_name: str) -> str | None:
        """The permission a field asks for: its own, else that of the type it leads to; None when open."""
        if type_name in ("Query", "Mutation"):
            return self.root_permissions().get(f"{type_name}.{field_name}")
        entry = self.types.get(type_name)
        declared = entry.fields.get(field_name) if entry else None
        if declared is None or declared.permission is not None:
            return declared.permission if declared and not getattr(declared, "masked", None) else None
        return self.types[declared.target].decl.permission if isinstance(declared, Relation) else None


def catalog_of(packages: Sequence[str]) -> Catalog:
    """Collect and check what the packages declare.

    Raises:
        SchemaError: two declarations of one name, a target that does not exist, a field that contradicts its table.
    """
    catalog = Catalog()
    items = declared_in(tuple(packages))
    for item in items:
        if isinstance(item, TypeDecl):
            _put(catalog.types, item.name, _entry(item), "type")
    for item in items:
        _collect(catalog, item)
    for entry in catalog.types.values():
        for name, declared in entry.fields.items():
            _check(catalog, entry, name, declared)
    return catalog


def _collect(catalog: Catalog, item: Any) -> None:
    if isinstance(item, ActionExtension):
        _extend_actions(catalog, item)
    elif isinstance(item, Extension):
        entry = catalog.entry(item.cls)
        _put(entry.fields, to_camel_case(item.name), item.field, f"field of {entry.name}")
        _shape(entry, to_camel_case(item.name), item.field)
    elif isinstance(item, UnionDecl):
        _put(catalog.unions, item.name, item, "union")
        unknown = [name for name in item.members if name not in catalog.types]
        if unknown:
            raise SchemaError(f"the union {item.name} has the member {unknown[0]}, which is not declared")
    elif isinstance(item, Root | RootAggregate):
        _check_root_name(catalog, item.name)
        catalog.roots[item.name] = item
    elif isinstance(item, QueryFunction):
        _check_root_name(catalog, to_camel_case(item.name))
        catalog.functions[to_camel_case(item.name)] = item
    elif isinstance(item, Mutation):
        _put(catalog.mutations, to_camel_case(item.name), item, "mutation")


def _extend_actions(catalog: Catalog, item: ActionExtension) -> None:
    """Every schema has its own list: the same declarations make several schemas in one process."""
    entry, name = catalog.entry(item.cls), to_camel_case(FIELD)
    before = catalog.row_actions(entry.name) or ()
    made: Actions = actions(*before, *item.actions)
    made.name, made.annotation = FIELD, list[ActionState]
    entry.fields[name] = made
    _shape(entry, name, made)


def _check_root_name(catalog: Catalog, name: str) -> None:
    if name in catalog.roots or name in catalog.functions or name in ("node", "nodes"):
        raise SchemaError(f"two declarations of the root field {name}")


def _put(into: dict[str, Any], name: str, item: Any, what: str) -> None:
    if name in into:
        raise SchemaError(f"two declarations of the {what} {name}")
    into[name] = item


def _entry(decl: TypeDecl) -> TypeEntry:
    entry = TypeEntry(decl, {to_camel_case(name): declared for name, declared in decl.fields.items()}, {})
    for name, declared in entry.fields.items():
        _shape(entry, name, declared)
    return entry


def _shape(entry: TypeEntry, name: str, declared: Field) -> None:
    shape = shape_of(declared.annotation, entry.decl.cls.__module__)
    entry.shapes[name] = shape
    declared.nullable = shape.nullable


def _check(catalog: Catalog, entry: TypeEntry, name: str, declared: Field) -> None:
    where = f"{entry.name}.{name}"
    if not declared.description:
        raise SchemaError(f"{where} has no description")
    for target in _targets(declared):
        if target not in catalog.types:
            raise SchemaError(f"{where} leads to the type {target}, which is not declared")
    if isinstance(declared, Relation) and declared.on is None:
        _check_join(where, entry, catalog.types[declared.target], declared)
    wrong = _contradiction(catalog, entry, declared, entry.shapes[name])
    if wrong:
        raise SchemaError(f"{where} {wrong}")


def _check_join(where: str, entry: TypeEntry, target: TypeEntry, declared: Relation) -> None:
    parent, child = entry.decl.table, target.decl.table
    try:
        if declared.via is None:
            relation_pairs(parent, child, declared)
        else:
            via = declared.via.__table__  # type: ignore[attr-defined]
            pairs_between(via, parent)
            pairs_between(via, child)
    except NoJoin as error:
        raise SchemaError(f"{where}: {error}") from error


def _targets(declared: Field) -> Iterator[str]:
    if isinstance(declared, Relation):
        yield declared.target
    elif isinstance(declared, OneOf):
        yield from declared.targets


def _contradiction(catalog: Catalog, entry: TypeEntry, declared: Field, shape: Shape) -> str | None:
    match declared:
        case Leaf(permission=str(), masked=None) if not declared.nullable:
            return "has a permission of its own, so it must be nullable"
        case Leaf() if getattr(declared.column, "nullable", False) and not declared.nullable:
            return "comes from a column that may be null, so it must be nullable"
        case Batch(permission=str()) if not declared.nullable:
            return "has a permission of its own, so it must be nullable"
        case One() if not declared.nullable:
            scope = catalog.types[declared.target].decl.scope
            if declared.where is not None or (scope is not None and scope is not entry.decl.scope):
                return f"may find no {declared.target} in the caller's scope, so it must be nullable"
        case OneOf() if not declared.nullable:
            return "may find none of its types, so it must be nullable"
        case Actions():
            return _wrong_actions(catalog, declared)
        case Many() if not shape.is_list:
            return "must be annotated as a list"
        case Pages() if not shape.is_page:
            return "must be annotated as a Connection"
        case Aggregate(function="sum" | "min" | "max", of=None):
            return "needs `of`"
        case Aggregate(function="min" | "max") if not declared.nullable:
            return "is null over no rows, so it must be nullable"
    return None


def _wrong_actions(catalog: Catalog, declared: Actions) -> str | None:
    keys = [row_action.key for row_action in declared.actions]
    if len(set(keys)) < len(keys):
        return f"names an action twice: {', '.join(sorted(keys))}"
    for row_action in declared.actions:
        if catalog.action_permission(row_action) is None:
            return f"has the action {row_action.key}, which is no mutation and states no permission"
    absent = next(missing_data(declared.actions), None)
    return f"has a reason without its data: {absent}" if absent else None
