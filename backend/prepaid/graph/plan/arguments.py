"""Arguments with their origin: a plan is made from their shape and run with their values."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from graphql import (
    ArgumentNode,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    Undefined,
    ValueNode,
    VariableNode,
    get_nullable_type,
)
from graphql.utilities.coerce_input_value import coerce_default_value, coerce_input_literal

from prepaid.core.errors import BadUserInput
from prepaid.graph.declare.plan_context import Environment, Source

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """A coerced value and where a later run of the same plan finds its own."""

    value: Any
    path: Path | None = None
    """Variable name and keys below it; None for a value that stands in the document."""
    parts: Mapping[str | int, "Given"] | None = None
    """Set for an object or list in the document that has variables inside."""

    def items(self) -> Iterator[tuple[str, "Given"]]:
        """Fields of an object that are given and not null."""
        for key in self.value:
            child = self[key]
            if child.value is not None:
                yield key, child

    def elements(self) -> list["Given"]:
        """Elements of a list."""
        return [self[index] for index in range(len(self.value))]

    def __getitem__(self, key: str | int) -> "Given":
        if self.parts is not None:
            return self.parts[key]
        return Given(self.value[key], (*self.path, key) if self.path is not None else None)

    @property
    def source(self) -> Source:
        """Finds the value at run time."""
        if self.parts is not None:
            sources = {key: part.source for key, part in self.parts.items()}
            if isinstance(self.value, list):
                return lambda env: [source(env) for source in sources.values()]
            return lambda env: {key: source(env) for key, source in sources.items()}
        path, value = self.path, self.value
        if path is None:
            return lambda _: value
        if len(path) == 1:
            name = str(path[0])
            return lambda env: env.variables[name]
        return lambda env: _follow(env, path)


def _follow(env: Environment, path: Path) -> Any:
    found: Any = env.variables
    for key in path:
        found = found[key]
    return found


def given_arguments(
    field: GraphQLField, nodes: Sequence[ArgumentNode] | None, variables: Mapping[str, Any]
) -> dict[str, Given]:
    """The arguments of one field that are present and not null, defaults included."""
    by_name = {node.name.value: node.value for node in nodes or ()}
    found: dict[str, Given] = {}
    for name, argument in field.args.items():
        given = _given(by_name.get(name), argument.type, variables)
        if given is None:
            default = coerce_default_value(argument)
            given = None if default is Undefined else Given(default)
        if given is not None and given.value is not None:
            found[name] = given
    return found


def _given(node: ValueNode | None, type_: GraphQLInputType, variables: Mapping[str, Any]) -> Given | None:
    if node is None:
        return None
    if isinstance(node, VariableNode):
        name = node.name.value
        return Given(variables[name], (name,)) if name in variables else None
    nullable = get_nullable_type(type_)
    if isinstance(node, NullValueNode):
        return Given(None)
    if isinstance(nullable, GraphQLInputObjectType) and isinstance(node, ObjectValueNode) and _has_variable(node):
        return _given_object(node, nullable, variables)
    if isinstance(nullable, GraphQLList) and _has_variable(node):
        items = list(node.values) if isinstance(node, ListValueNode) else [node]
        parts: dict[str | int, Given] = {
            i: _given(item, nullable.of_type, variables) or Given(None) for i, item in enumerate(items)
        }
        return Given([part.value for part in parts.values()], parts=parts)
    value = coerce_input_literal(node, type_)
    if value is Undefined:
        raise BadUserInput("an argument has an invalid value")
    return Given(value)


def _given_object(node: ObjectValueNode, type_: GraphQLInputObjectType, variables: Mapping[str, Any]) -> Given:
    nodes = {field.name.value: field.value for field in node.fields}
    parts: dict[str | int, Given] = {}
    for name, field in type_.fields.items():
        given = _given(nodes.get(name), field.type, variables) or _default(field)
        if given is not None:
            parts[name] = given
    return Given({name: part.value for name, part in parts.items()}, parts=parts)


def _default(field: GraphQLInputField) -> Given | None:
    value = coerce_default_value(field)
    return None if value is Undefined else Given(value)


def _has_variable(node: ValueNode) -> bool:
    if isinstance(node, VariableNode):
        return True
    if isinstance(node, ListValueNode):
        return any(map(_has_variable, node.values))
    return isinstance(node, ObjectValueNode) and any(_has_variable(field.value) for field in node.fields)
