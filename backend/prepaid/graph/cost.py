"""What an operation may cost: the rows it can ask for, pages multiplied down the tree.

A connection counts `first` or `last` rows, or its default page without either; a plain list counts ten;
leaf fields are free; a root field may state its own figure. The figure is known before anything runs and
is what the rate limit charges.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLCompositeType,
    GraphQLField,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    ValueNode,
    VariableNode,
    get_named_type,
    get_nullable_type,
    is_composite_type,
    is_list_type,
)

from prepaid.graph.limits import Limits

DEFAULT_PAGE: Final = 20
LIST_ROWS: Final = 10
MUTATION_COST: Final = 10
INTROSPECTION_COST: Final = {"__schema": 2_000, "__type": 100}
PAGE_ARGUMENTS: Final = ("first", "last")
PART_OF_ITS_ROW: Final = frozenset({"ActionState"})
"""Types whose lists are no rows: a row's own columns say what stands in them."""
FIXED_COST: Final = "prepaid.cost"
"""Extension of a root field whose answer costs the same whatever is selected of it."""

Size: TypeAlias = int | str
"""A number of rows, or the name of the variable that holds it (an integer, or a list that is counted)."""


@dataclass(frozen=True, slots=True)
class Branch:
    """`rows × (own + Σ branches)`: one field of an operation and what hangs below it."""

    own: int
    rows: Size = 1
    branches: tuple["Branch", ...] = ()
    is_page: bool = False


@dataclass(frozen=True, slots=True)
class CostPlan:
    """The cost of an operation as a function of its variables; made once a document."""

    branches: tuple[Branch, ...]
    defaults: Mapping[str, int]

    def of(self, variables: Mapping[str, Any], limits: Limits) -> int:
        """Rows that the operation may ask for with these variables.

        Raises:
            QueryTooComplex: for a page beyond `page_size`, or a sum beyond `cost`.
        """
        total = 1 + sum(self._branch(branch, variables, limits) for branch in self.branches)
        limits.at_most("cost", total)
        return total

    def _branch(self, branch: Branch, variables: Mapping[str, Any], limits: Limits) -> int:
        rows = branch.rows if isinstance(branch.rows, int) else self._rows(branch, variables)
        if branch.is_page:
            limits.at_most("page_size", rows)
        return max(rows, 1) * (branch.own + sum(self._branch(child, variables, limits) for child in branch.branches))

    def _rows(self, branch: Branch, variables: Mapping[str, Any]) -> int:
        name = str(branch.rows)
        value = variables.get(name, self.defaults.get(name))
        if isinstance(value, list):
            return len(value)
        if isinstance(value, int | float):
            return int(value)
        return DEFAULT_PAGE


def cost_plan(
    schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> CostPlan:
    """The plan of a validated operation."""
    root = schema.get_root_type(operation.operation)
    if root is None:
        return CostPlan((), {})
    planning = _Planning(schema, fragments, writes=operation.operation is OperationType.MUTATION)
    defaults = {
        node.variable.name.value: int(node.default_value.value)
        for node in operation.variable_definitions or ()
        if isinstance(node.default_value, IntValueNode)
    }
    return CostPlan(planning.selections(root, operation.selection_set, root=True), defaults)


@dataclass(frozen=True, slots=True)
class _Planning:
    schema: GraphQLSchema
    fragments: Mapping[str, FragmentDefinitionNode]
    writes: bool

    def selections(
        self, parent: GraphQLCompositeType, selections: SelectionSetNode, *, root: bool = False
    ) -> tuple[Branch, ...]:
        """Branches of a selection set; fields of all concrete types count, since each row may be of any."""
        branches: list[Branch] = []
        for node in selections.selections:
            if isinstance(node, FieldNode):
                branch = self._field(parent, node, root=root)
                if branch is not None:
                    branches.append(branch)
            else:
                branches.extend(self._fragment(parent, node, root=root))
        return tuple(branches)

    def _fragment(self, parent: GraphQLCompositeType, node: object, *, root: bool) -> tuple[Branch, ...]:
        fragment: InlineFragmentNode | FragmentDefinitionNode | None = None
        if isinstance(node, FragmentSpreadNode):
            fragment = self.fragments.get(node.name.value)
        elif isinstance(node, InlineFragmentNode):
            fragment = node
        if fragment is None:
            return ()
        named = fragment.type_condition and self.schema.get_type(fragment.type_condition.name.value)
        return self.selections(named if is_composite_type(named) else parent, fragment.selection_set, root=root)

    def _field(self, parent: GraphQLCompositeType, node: FieldNode, *, root: bool) -> Branch | None:
        if root and node.name.value in INTROSPECTION_COST:
            return Branch(INTROSPECTION_COST[node.name.value])
        field = self.schema.get_field(parent, node.name.value)
        base = MUTATION_COST if root and self.writes else 0
        if field is None or node.selection_set is None:
            return Branch(base) if base else None
        if root and FIXED_COST in field.extensions:
            return Branch(field.extensions[FIXED_COST])
        named = get_named_type(field.type)
        if not is_composite_type(named) or named.name in PART_OF_ITS_ROW:
            return None
        below = self.selections(named, node.selection_set)
        many = is_list_type(get_nullable_type(field.type))
        if is_connection(parent):
            # `edges` and `nodes` are as long as the page, which multiplies them already; an edge is its node's row.
            return Branch(0 if named.name.endswith("Edge") else 1, 1, below) if many else None
        if is_connection(named):
            rows = _argument(node, PAGE_ARGUMENTS)
            return Branch(1, 1, (Branch(0, DEFAULT_PAGE if rows is None else rows, below, is_page=True),))
        return Branch(base + 1, (_argument(node, ("ids",)) or LIST_ROWS) if many else 1, below)


def is_connection(named: GraphQLCompositeType) -> bool:
    """Whether a type is a page of rows in the sense of the Relay specification."""
    fields: Mapping[str, GraphQLField] = getattr(named, "fields", {})
    return named.name.endswith("Connection") and "pageInfo" in fields


def _argument(node: FieldNode, names: tuple[str, ...]) -> Size | None:
    sizes = [_size(argument.value) for argument in node.arguments or () if argument.name.value in names]
    known = [size for size in sizes if size is not None]
    return known[0] if known else None


def _size(value: ValueNode) -> Size | None:
    if isinstance(value, VariableNode):
        return value.name.value
    if isinstance(value, IntValueNode):
        # Ten digits are beyond any limit; converting a thousand of them costs time.
        return int(value.value[:10])
    if isinstance(value, ListValueNode):
        return len(value.values)
    return None
