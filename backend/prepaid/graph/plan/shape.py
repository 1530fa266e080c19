"""The shape of an operation's variables: what a plan depends on, apart from the values it binds."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeAlias

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLScalarType,
    GraphQLSchema,
    OperationDefinitionNode,
    VariableNode,
    Visitor,
    get_nullable_type,
    type_from_ast,
    visit,
)
from graphql.language import ArgumentNode, Node

from prepaid.core.errors import BadUserInput
from prepaid.graph.scalars import GlobalID

Shaper: TypeAlias = Callable[[Any], Hashable]
PAGE_SIZES = frozenset({"first", "last"})


class _PageSizes(Visitor):
    """Names of variables that are given as a page's length."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_argument(self, node: ArgumentNode, *_: Any) -> None:
        if node.name.value in PAGE_SIZES and isinstance(node.value, VariableNode):
            self.names.add(node.value.name.value)


def shapers(schema: GraphQLSchema, operation: OperationDefinitionNode, below: tuple[Node, ...]) -> dict[str, Shaper]:
    """For each variable of an operation a function from its coerced value to its shape."""
    sizes = _PageSizes()
    for node in (operation, *below):
        visit(node, sizes)
    made: dict[str, Shaper] = {}
    for definition in operation.variable_definitions or ():
        name = definition.variable.name.value
        # A page's length stands in the statement as a number: the planner then knows how few rows are wanted.
        made[name] = _itself if name in sizes.names else _shaper(type_from_ast(schema, definition.type))  # type: ignore[arg-type]
    return made


def shape_of(made: Mapping[str, Shaper], variables: Mapping[str, Any]) -> Hashable:
    """The shape of all variables; a variable that is not given has none."""
    return tuple((name, shaper(variables[name])) for name, shaper in made.items() if name in variables)


def _shaper(type_: GraphQLInputType | None) -> Shaper:
    nullable = get_nullable_type(type_)
    if isinstance(nullable, GraphQLList):
        return _list_shaper(get_nullable_type(nullable.of_type))
    if isinstance(nullable, GraphQLInputObjectType):
        return lambda value: _object_shape(nullable, value)
    if isinstance(nullable, GraphQLEnumType) or (
        isinstance(nullable, GraphQLScalarType) and nullable.name == "Boolean"
    ):
        return _itself
    if isinstance(nullable, GraphQLScalarType) and nullable.name == "ID":
        return _type_code
    return _presence


def _list_shaper(item: GraphQLInputType) -> Shaper:
    if isinstance(item, GraphQLScalarType) and item.name == "ID":
        return lambda value: None if value is None else tuple(sorted({_type_code(i) for i in value if i is not None}))
    if isinstance(item, GraphQLInputObjectType):
        return lambda value: None if value is None else tuple(_object_shape(item, i) for i in value)
    return _presence


def _object_shape(type_: GraphQLInputObjectType, value: Any) -> Hashable:
    if value is None:
        return None
    # Recursive types are shaped along the value, which ends; their own shapers never would.
    return tuple((name, _shaper(type_.fields[name].type)(inner)) for name, inner in value.items())


def _itself(value: Any) -> Hashable:
    found: Hashable = value
    return found


def _presence(value: Any) -> Hashable:
    return value is not None


def _type_code(value: Any) -> str:
    if isinstance(value, GlobalID):
        try:
            return value.type_code
        except BadUserInput:
            return ""
    return ""
