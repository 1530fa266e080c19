"""The schema as the compiler asks it: root fields, paths through results, paths into inputs, permissions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graphql import (
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    get_nullable_type,
    is_list_type,
)
from graphql.type import GraphQLInputType, GraphQLOutputType
from strawberry.utils.str_converters import to_snake_case

from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.graph.assemble.catalog import Catalog
from prepaid.graph.declare.fields import Leaf
from prepaid.graph.declare.mutations import Mutation

JSON = "JSON"
"""The scalar whose inside the schema does not know."""


@dataclass(frozen=True, slots=True)
class Step:
    """One field on a path through a result."""

    owner: str
    name: str
    field: GraphQLField


@dataclass(frozen=True, slots=True)
class Root:
    """A root field, by name."""

    kind: OperationKind
    name: str
    field: GraphQLField

    @property
    def type(self) -> GraphQLNamedType:
        return get_named_type(self.field.type)


class UnknownPath(Exception):
    """A path leaves the schema; `step` is where, `owner` the type that has no such field."""

    def __init__(self, owner: str, step: str) -> None:
        super().__init__(f"{owner} has no field {step}")
        self.owner, self.step = owner, step


class SchemaView:
    """Questions about one schema."""

    def __init__(self, schema: GraphQLSchema, catalog: Catalog) -> None:
        self.schema = schema
        self._catalog = catalog
        self._permissions = catalog.root_permissions()

    def root(self, name: str) -> Root | None:
        """The query or mutation of a name; the two never share one."""
        for kind, owner in (
            (OperationKind.QUERY, self.schema.query_type),
            (OperationKind.MUTATION, self.schema.mutation_type),
        ):
            if owner is not None and name in owner.fields:
                return Root(kind, name, owner.fields[name])
        return None

    def root_permission(self, root: Root) -> str | None:
        owner = "Query" if root.kind is OperationKind.QUERY else "Mutation"
        return self._permissions.get(f"{owner}.{root.name}")

    def row_actions(self, type_name: str) -> frozenset[str] | None:
        """Keys of what `availableActions` of a type may name; None where the type has no such field."""
        declared = self._catalog.row_actions(type_name)
        return None if declared is None else frozenset(one.key for one in declared)

    def mutation(self, name: str) -> Mutation | None:
        return self._catalog.mutations.get(name)

    def row_type(self, root: Root) -> GraphQLNamedType:
        """Type of the records that a root answers: of a connection's nodes, of a list's items, or its own."""
        named = root.type
        if self.is_connection(root) and isinstance(named, GraphQLObjectType):
            named = get_named_type(named.fields["nodes"].type)
        return named

    def is_connection(self, root: Root) -> bool:
        named = root.type
        return isinstance(named, GraphQLObjectType) and {"nodes", "totalCount"} <= named.fields.keys()

    def steps(self, start: GraphQLNamedType, path: str) -> list[Step]:
        """The fields on a path through a result; below a JSON value any step may follow, and none of them is a field.

        Raises:
            UnknownPath: a step is no field of the type before it.
        """
        return list(self._steps(start, path.split(".")))

    def _steps(self, at: GraphQLNamedType, steps: Sequence[str]) -> Iterator[Step]:
        for step in steps:
            if at.name == JSON:
                return
            fields = at.fields if isinstance(at, GraphQLObjectType | GraphQLInterfaceType) else {}
            if step not in fields:
                raise UnknownPath(at.name, step)
            field = fields[step]
            yield Step(at.name, step, field)
            at = get_named_type(field.type)

    def selected(self, start: GraphQLNamedType, path: str) -> str:
        """What a document selects for a path: a JSON value comes as a whole. Raises `UnknownPath`."""
        return ".".join(step.name for step in self.steps(start, path))

    def permissions_of(self, steps: Sequence[Step]) -> set[str]:
        """Permission codes that the fields of a path ask for."""
        codes = (self._catalog.permission(step.owner, step.name) for step in steps)
        return {code for code in codes if code is not None}

    def leaf_permission(self, type_name: str, field_name: str) -> str | None:
        """What seeing a value unmasked takes: what filtering and sorting by it take too."""
        entry = self._catalog.types.get(type_name)
        declared = entry.fields.get(field_name) if entry else None
        return declared.permission if isinstance(declared, Leaf) else None

    def sorted_field(self, type_name: str, order_value: str) -> str | None:
        """The field that a value of a type's order enum sorts by."""
        entry = self._catalog.types.get(type_name)
        names = entry.fields.items() if entry else ()
        return next((name for name, field in names if to_snake_case(field.name).upper() == order_value), None)

    def input_at(self, start: GraphQLInputType, path: Sequence[str]) -> GraphQLInputType:
        """The input type that a path into an input leads to; below a JSON value everything is JSON.

        Raises:
            UnknownPath: a step is no field of the input before it.
        """
        at = start
        for step in path:
            if get_named_type(at).name == JSON:
                return at
            fields = input_fields(at)
            if step not in fields:
                raise UnknownPath(get_named_type(at).name, step)
            at = fields[step].type
        return at


def input_fields(at: GraphQLInputType) -> dict[str, GraphQLInputField]:
    """Fields of an input object; none of anything else."""
    named = get_named_type(at)
    return named.fields if isinstance(named, GraphQLInputObjectType) else {}


def is_list(of: GraphQLOutputType | GraphQLInputType) -> bool:
    """Whether a type is a list, nullable or not."""
    return is_list_type(get_nullable_type(of))


def passes_list(steps: Sequence[Step]) -> bool:
    """Whether a path leads through a list, so that it finds several values."""
    return any(is_list(step.field.type) for step in steps)
