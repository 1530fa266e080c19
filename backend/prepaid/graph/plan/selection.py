"""What is selected on one concrete type: fragments flattened, equal keys merged, @skip and @include decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import (
    BooleanValueNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLObjectType,
    GraphQLSchema,
    InlineFragmentNode,
    SelectionSetNode,
    VariableNode,
    is_abstract_type,
)


@dataclass(slots=True)
class Selected:
    """One key of the response."""

    key: str
    nodes: list[FieldNode]

    @property
    def name(self) -> str:
        return self.nodes[0].name.value

    @property
    def sets(self) -> list[SelectionSetNode]:
        """Selection sets of all nodes that share the key."""
        return [node.selection_set for node in self.nodes if node.selection_set]


@dataclass(frozen=True, slots=True)
class Selections:
    """Reads selection sets of one operation."""

    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    variables: Mapping[str, Any]

    def of(self, sets: Iterable[SelectionSetNode], type_name: str) -> list[Selected]:
        """Keys selected on an object type, in the order of the response."""
        found: dict[str, Selected] = {}
        object_type = self.schema.get_type(type_name)
        assert isinstance(object_type, GraphQLObjectType)
        seen: set[str] = set()
        for selection_set in sets:
            self._collect(selection_set, object_type, found, seen)
        return list(found.values())

    def _collect(
        self,
        selection_set: SelectionSetNode,
        object_type: GraphQLObjectType,
        found: dict[str, Selected],
        seen: set[str],
    ) -> None:
        for node in selection_set.selections:
            if node.directives and not self._included(node.directives):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, Selected(key, [])).nodes.append(node)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition.name.value if node.type_condition else None
                if self._applies(condition, object_type):
                    self._collect(node.selection_set, object_type, found, seen)
            elif isinstance(node, FragmentSpreadNode) and node.name.value not in seen:
                seen.add(node.name.value)
                fragment = self.fragments[node.name.value]
                if self._applies(fragment.type_condition.name.value, object_type):
                    self._collect(fragment.selection_set, object_type, found, seen)

    def _applies(self, condition: str | None, object_type: GraphQLObjectType) -> bool:
        if condition is None or condition == object_type.name:
            return True
        named = self.schema.get_type(condition)
        return is_abstract_type(named) and self.schema.is_sub_type(named, object_type)

    def _included(self, directives: Iterable[DirectiveNode]) -> bool:
        for directive in directives:
            if directive.name.value in ("skip", "include"):
                (argument,) = directive.arguments or ()
                value = argument.value
                holds = self.variables[value.name.value] if isinstance(value, VariableNode) else _literal(value)
                if holds == (directive.name.value == "skip"):
                    return False
        return True


def _literal(value: Any) -> bool:
    return isinstance(value, BooleanValueNode) and value.value
