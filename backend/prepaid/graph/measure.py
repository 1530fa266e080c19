"""Figures of a document: every fragment is measured once, and counts as often as it is spread."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    ArgumentNode,
    DirectiveNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    InlineFragmentNode,
    ListValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionNode,
    SelectionSetNode,
    ValueNode,
)

INTROSPECTION = frozenset({"__schema", "__type"})


@dataclass(slots=True)
class Measure:
    """Figures of a selection set with its fragments written out."""

    depth: int = 0
    fields: int = 0
    selections: int = 0
    """Fields, inline fragments and spreads."""
    aliases: int = 0
    directives: int = 0
    directives_per_field: int = 0
    literal_depth: int = 0
    literal_values: int = 0
    """Values written out in the document: errors print them back."""
    introspection_depth: int = 0
    nesting: int = 0
    """Selection sets inside one another, whether of fields or of fragments."""

    def add(self, other: "Measure") -> None:
        """Put another one beside this: counts add up, depths are the larger one."""
        self.depth = max(self.depth, other.depth)
        self.fields += other.fields
        self.selections += other.selections
        self.aliases += other.aliases
        self.directives += other.directives
        self.directives_per_field = max(self.directives_per_field, other.directives_per_field)
        self.literal_depth = max(self.literal_depth, other.literal_depth)
        self.literal_values += other.literal_values
        self.introspection_depth = max(self.introspection_depth, other.introspection_depth)
        self.nesting = max(self.nesting, other.nesting)

    def add_directives(self, nodes: Sequence[DirectiveNode] | None) -> None:
        if nodes:
            self.directives += len(nodes)
            self.directives_per_field = max(self.directives_per_field, len(nodes))
            for node in nodes:
                self.add_arguments(node.arguments)

    def add_arguments(self, nodes: Sequence[ArgumentNode] | None) -> None:
        for node in nodes or ():
            self.add_literal(node.value)

    def add_literal(self, value: ValueNode) -> None:
        depth, level = 0, [value]
        while level:
            self.literal_values += len(level)
            below: list[ValueNode] = []
            for node in level:
                if isinstance(node, ListValueNode):
                    below.extend(node.values)
                elif isinstance(node, ObjectValueNode):
                    below.extend(field.value for field in node.fields)
            depth, level = depth + 1, below
        self.literal_depth = max(self.literal_depth, depth)


class Measuring:
    """Measures the definitions of one document.

    Raises:
        GraphQLError: for two fragments of one name.
    """

    def __init__(self, fragments: Iterable[FragmentDefinitionNode], max_nesting: int) -> None:
        self.fragments: dict[str, FragmentDefinitionNode] = {}
        for node in fragments:
            if self.fragments.setdefault(node.name.value, node) is not node:
                raise GraphQLError(f'There can be only one fragment named "{node.name.value}".', node)
        self._max_nesting = max_nesting
        self._done: dict[str, Measure] = {}
        self._open: set[str] = set()

    def definition(self, node: OperationDefinitionNode | FragmentDefinitionNode) -> Measure:
        """An operation, or a fragment that no operation measured before has spread.

        Raises:
            GraphQLError: for a fragment that contains itself.
        """
        if isinstance(node, FragmentDefinitionNode):
            return Measure() if node.name.value in self._done else self._fragment(node.name.value, 0)
        total = self._selections(node.selection_set, 0)
        total.add_directives(node.directives)
        for variable in node.variable_definitions or ():
            total.add_directives(variable.directives)
            if variable.default_value is not None:
                total.add_literal(variable.default_value)
        return total

    def _selections(self, selections: SelectionSetNode, level: int) -> Measure:
        total = Measure()
        if level <= self._max_nesting:  # beyond, the nesting counted on the way back is refused anyway
            for node in selections.selections:
                total.selections += 1
                total.add_directives(node.directives)
                self._add(node, level, total)
        total.nesting += 1
        return total

    def _add(self, node: SelectionNode, level: int, total: Measure) -> None:
        if isinstance(node, FieldNode):
            self._add_field(node, level, total)
        elif isinstance(node, FragmentSpreadNode):
            total.add(self._fragment(node.name.value, level + 1))
        elif isinstance(node, InlineFragmentNode):
            total.add(self._selections(node.selection_set, level + 1))

    def _add_field(self, node: FieldNode, level: int, total: Measure) -> None:
        total.fields += 1
        total.aliases += node.alias is not None
        total.add_arguments(node.arguments)
        total.depth = max(total.depth, 1)
        if node.selection_set is None:
            return
        inner = self._selections(node.selection_set, level + 1)
        if node.name.value in INTROSPECTION:
            inner.introspection_depth, inner.depth = inner.depth + 1, 1
        else:
            inner.depth += 1
        total.add(inner)

    def _fragment(self, name: str, level: int) -> Measure:
        node = self.fragments.get(name)
        if node is None:
            return Measure()  # validation names the unknown fragment
        if name in self._open:
            raise GraphQLError(f'Cannot spread fragment "{name}" within itself.', node)
        if name not in self._done:
            self._open.add(name)
            total = self._selections(node.selection_set, level)
            total.add_directives(node.directives)
            self._open.discard(name)
            self._done[name] = total
        return self._done[name]


class Shape:
    """The answer's shape with repeated response keys merged. Its walk is bounded by the figures checked before."""

    def __init__(self, fragments: Mapping[str, FragmentDefinitionNode]) -> None:
        self._fragments = fragments
        self._tree: dict[str, Any] = {}
        self.duplicates = 0
        """Fields whose response key another field of the same object has already."""
        self.roots: list[str] = []
        """Names of the root fields, as often as they are selected."""

    def add(self, selections: SelectionSetNode) -> None:
        self._merge(selections, self._tree, root=True)

    def _merge(self, selections: SelectionSetNode, into: dict[str, Any], *, root: bool) -> None:
        for node in selections.selections:
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                self.duplicates += key in into
                below = into.setdefault(key, {})
                if root:
                    self.roots.append(node.name.value)
                if node.selection_set:
                    self._merge(node.selection_set, below, root=False)
            elif isinstance(node, InlineFragmentNode):
                self._merge(node.selection_set, into, root=root)
            elif isinstance(node, FragmentSpreadNode) and node.name.value in self._fragments:
                self._merge(self._fragments[node.name.value].selection_set, into, root=root)
