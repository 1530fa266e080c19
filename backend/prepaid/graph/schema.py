"""`build_schema`: one Strawberry schema from everything the slices have declared."""

from collections.abc import Callable
from typing import Any, Final

import strawberry
from graphql import GraphQLSchema
from strawberry.schema.config import StrawberryConfig
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver

from prepaid.graph.assemble.catalog import Catalog, SchemaError, catalog_of
from prepaid.graph.assemble.checks import check_deprecations, check_descriptions
from prepaid.graph.assemble.mutations import Mutations
from prepaid.graph.assemble.objects import Objects
from prepaid.graph.assemble.strawberry_types import argument, make_object, output_field
from prepaid.graph.cost import FIXED_COST
from prepaid.graph.declare.roots import QueryFunction, Root
from prepaid.graph.executor import GraphExecutor, resolve_plan
from prepaid.graph.mutate import resolve_mutation
from prepaid.graph.node import Node
from prepaid.graph.permissions import require
from prepaid.graph.scalars import guard_built_in_scalars, scalar_map

MAX_NODES: Final = 100


class GraphSchema(strawberry.Schema):
    """A Strawberry schema that knows the catalogue its plans are made from."""

    def __init__(self, catalog: Catalog, **options: Any) -> None:
        self.catalog = catalog
        super().__init__(**options)
        self.core: GraphQLSchema = self._schema


def build_schema(*packages: str, subscription: type | None = None) -> GraphSchema:
    """Build the schema of what the packages (and what lies below them) declare; they must be imported.

    Raises:
        SchemaError: contradictions between declarations; all of them are programming errors.
    """
    guard_built_in_scalars()
    catalog = catalog_of(packages)
    objects = Objects(catalog)
    types = objects.make()
    schema = GraphSchema(
        catalog,
        query=_query(catalog, objects),
        mutation=_mutation(catalog),
        subscription=subscription,
        types=types,
        execution_context_class=GraphExecutor,
        config=StrawberryConfig(disable_field_suggestions=True, scalar_map=scalar_map()),
    )
    _resolve_roots(schema.core, catalog)
    check_descriptions(schema.core)
    check_deprecations(schema.core)
    return schema


def _query(catalog: Catalog, objects: Objects) -> type:
    fields = [
        _checked(objects.root(root) if isinstance(root, Root) else objects.aggregate(root), root.permission)
        for root in catalog.roots.values()
    ]
    fields += [_function(function) for function in catalog.functions.values()]
    if any(entry.decl.node for entry in catalog.types.values()):
        one = [argument("id", strawberry.ID, "Global id")]
        several = [argument("ids", list[strawberry.ID], f"At most {MAX_NODES} global ids")]
        fields.append(
            output_field("node", Node | None, "The object with this id, if the caller may see it", arguments=one)
        )
        fields.append(
            output_field(
                "nodes", list[Node | None], "The objects with these ids, null for those not found", arguments=several
            )
        )
    return make_object("Query", "Everything that can be read.", fields)


def _checked(field: StrawberryField, permission: str) -> StrawberryField:
    if not permission:
        raise SchemaError(f"the root field {field.graphql_name} states no permission")
    return field


def _function(declared: QueryFunction) -> StrawberryField:
    field = StrawberryField(
        python_name=declared.name,
        description=declared.description,
        deprecation_reason=declared.deprecated,
        base_resolver=StrawberryResolver(declared.function),
    )
    return _checked(field, declared.permission)


def _mutation(catalog: Catalog) -> type | None:
    if not catalog.mutations:
        return None
    mutations = Mutations(resolve_mutation)
    fields = [mutations.field(mutation) for mutation in catalog.mutations.values()]
    return make_object("Mutation", "Everything that can be done.", fields)


def _resolve_roots(schema: GraphQLSchema, catalog: Catalog) -> None:
    """Give root fields their resolvers for documents that need the executor."""
    query = schema.query_type
    assert query is not None
    for name, field in query.fields.items():
        if name in catalog.functions:
            declared = catalog.functions[name]
            field.resolve = _guarded(field.resolve, declared)
            if declared.cost is not None:
                field.extensions[FIXED_COST] = declared.cost
        else:
            field.resolve = resolve_plan


def _guarded(resolve: Any, declared: QueryFunction) -> Callable[..., Any]:
    def guarded(source: Any, info: Any, **arguments: Any) -> Any:
        require(info.context.actor, declared.permission, while_locked=declared.while_locked)
        return resolve(source, info, **arguments)

    return guarded
