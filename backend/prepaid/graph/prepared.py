"""Documents and operations that were prepared once, with the plans made for them."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    InlineFragmentNode,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
)

from prepaid.core.actor import Actor
from prepaid.core.errors import Forbidden, Unauthenticated
from prepaid.graph.assemble.catalog import Catalog
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.permissions import allows
from prepaid.graph.plan.compile import Compiler
from prepaid.graph.plan.denied import Notice
from prepaid.graph.plan.roots import RootCompiler, RootPlan
from prepaid.graph.plan.selection import Selected, Selections
from prepaid.graph.plan.shape import Shaper, shape_of, shapers

P = TypeVar("P")
KEPT_PLANS = 64
"""Plans of one operation: kinds of callers × shapes of variables."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What one run binds parameters from."""

    actor: Actor
    variables: dict[str, Any]


@dataclass(slots=True, eq=False)
class PreparedOperation:
    """One operation of a valid document."""

    node: OperationDefinitionNode
    fragments: Mapping[str, FragmentDefinitionNode]
    catalog: Catalog
    schema: GraphQLSchema
    direct: bool
    """A query whose root fields are all answered by plans: graphql-core's executor is not needed."""
    shapers: dict[str, Shaper]
    coerced: dict[bytes, dict[str, Any]] = field(default_factory=dict)
    """Variables of recent requests, by their JSON."""
    _plans: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)

    def roots(self, actor: Actor, variables: dict[str, Any]) -> Sequence[RootPlan]:
        """Plans of all root fields, for this kind of caller and shape of variables."""
        key = (caller_key(actor), shape_of(self.shapers, variables))
        return self._kept(key, lambda: self._compile(actor, variables))

    def root(self, actor: Actor, variables: dict[str, Any], selected: Selected) -> RootPlan:
        """The plan of one root field, where others need the executor."""
        key = (selected.key, caller_key(actor), shape_of(self.shapers, variables))
        return self._kept(key, lambda: self._root(actor, variables, selected))

    def row(
        self,
        actor: Actor,
        variables: dict[str, Any],
        type_name: str,
        sets: list[SelectionSetNode],
        path: tuple[str, ...],
    ) -> RootPlan:
        """The plan of one row that a resolver or mutation names."""
        # Two types of a union may select differently at one path; the document's nodes live as long as this does.
        selected = tuple(map(id, sets))
        key = (path, type_name, selected, caller_key(actor), shape_of(self.shapers, variables))
        return self._kept(key, lambda: self._compiler(actor, variables).row(path[-1], type_name, sets, path))

    def _kept(self, key: Hashable, make: Callable[[], P]) -> P:
        plan: P | None = self._plans.get(key)
        if plan is None:
            plan = self._plans[key] = make()
            if len(self._plans) > KEPT_PLANS:
                self._plans.popitem(last=False)
        else:
            self._plans.move_to_end(key)
        return plan

    def _compile(self, actor: Actor, variables: dict[str, Any]) -> tuple[RootPlan, ...]:
        selections = Selections(self.schema, self.fragments, variables)
        return tuple(
            self._root(actor, variables, selected) for selected in selections.of([self.node.selection_set], "Query")
        )

    def _root(self, actor: Actor, variables: dict[str, Any], selected: Selected) -> RootPlan:
        if selected.name == "__typename":
            return RootPlan(selected.key, None, constant="Query")
        root = self.catalog.roots.get(selected.name)
        if root is not None and not allows(actor, root.permission):
            refused = Forbidden() if actor.signed_in else Unauthenticated()
            return RootPlan(selected.key, None, (Notice((selected.key,), refused),))
        return self._compiler(actor, variables).root(selected)

    def _compiler(self, actor: Actor, variables: dict[str, Any]) -> RootCompiler:
        selections = Selections(self.schema, self.fragments, variables)

        def make() -> Compiler:
            return Compiler(self.catalog, self.schema, selections, plan_context(actor))

        return RootCompiler(make, self.catalog)


@dataclass(slots=True, eq=False)
class Prepared:
    """A document that was parsed and validated; `errors` say why it may not run."""

    document: DocumentNode | None
    errors: Sequence[GraphQLError]
    operations: dict[str | None, PreparedOperation] = field(default_factory=dict)

    def operation(self, name: str | None) -> PreparedOperation:
        """The operation to run.

        Raises:
            GraphQLError: the name fits none, or there are several and no name.
        """
        if not name and len(self.operations) == 1:
            return next(iter(self.operations.values()))
        found = self.operations.get(name) if name else None
        if found is None:
            raise GraphQLError(
                f'Unknown operation named "{name}".'
                if name
                else "Must provide operation name if query contains several."
            )
        return found


@dataclass(frozen=True, slots=True)
class Running:
    """The operation in execution, for resolvers that need its plans."""

    operation: PreparedOperation
    notices: list[Notice] = field(default_factory=list)


def prepare(document: DocumentNode, catalog: Catalog, schema: GraphQLSchema) -> Prepared:
    """Prepare the operations of a valid document."""
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    prepared = Prepared(document, ())
    plan_roots = {*catalog.roots, "node", "nodes", "__typename"}
    for node in document.definitions:
        if isinstance(node, OperationDefinitionNode):
            names = set(_root_names(node.selection_set, fragments))
            direct = node.operation is OperationType.QUERY and names <= plan_roots
            prepared.operations[node.name.value if node.name else None] = PreparedOperation(
                node, fragments, catalog, schema, direct, shapers(schema, node, tuple(fragments.values()))
            )
    return prepared


def _root_names(selection_set: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]) -> list[str]:
    """Names of root fields, each fragment looked into once."""
    names: list[str] = []
    seen: set[str] = set()
    waiting = [selection_set]
    while waiting:
        for node in waiting.pop().selections:
            if isinstance(node, FieldNode):
                names.append(node.name.value)
            elif isinstance(node, InlineFragmentNode):
                waiting.append(node.selection_set)
            elif node.name.value not in seen:  # type: ignore[attr-defined]
                seen.add(node.name.value)  # type: ignore[attr-defined]
                waiting.append(fragments[node.name.value].selection_set)  # type: ignore[attr-defined]
    return names


def caller_key(actor: Actor) -> Hashable:
    """What of a caller a plan depends on; everything else of him is bound when it runs."""
    return (
        actor.grants.key,
        actor.signed_in,
        actor.locale,
        actor.scope,
        actor.db_role,
        actor.merchant_id is not None,
    )


def plan_context(actor: Actor) -> PlanContext:
    """The facts of `caller_key` for the compiler."""
    return PlanContext(
        locale=actor.locale,
        scope=actor.scope,
        db_role=actor.db_role,
        has_merchant=actor.merchant_id is not None,
        may=lambda permission: allows(actor, permission),
    )
