"""Introspection for those who may have it, of the part of the schema that their grants open to them."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final, Protocol, TypeAlias

from graphql import (
    DocumentNode,
    ExecutionResult,
    GraphQLSchema,
    build_client_schema,
    execute_sync,
    introspection_from_schema,
)

from prepaid.core.actor import Actor, Grants, Via
from prepaid.graph.permissions import PUBLIC, SIGNED_IN

KEPT_SCHEMAS: Final = 64

Json: TypeAlias = dict[str, Any]


class Permissions(Protocol):
    """Which permission a field asks for; the engine's registry."""

    def __call__(self, type_name: str, field_name: str) -> str | None:
        """The code, `PUBLIC`, `SIGNED_IN`, or None for a field that is as open as its parent."""
        ...


class Introspection:
    """Answers `__schema` and `__type` from schemas cut down to each set of grants."""

    def __init__(self, schema: GraphQLSchema, permissions: Permissions, *, production: bool) -> None:
        self._schema = schema
        self._permissions = permissions
        self._production = production
        self._whole: Json | None = None
        self._by_grants: OrderedDict[int, GraphQLSchema] = OrderedDict()

    def allowed(self, actor: Actor) -> bool:
        """Integrators' tokens; outside production every signed-in caller."""
        return actor.via is Via.API_TOKEN or (actor.signed_in and not self._production)

    async def run(
        self, document: DocumentNode, operation_name: str | None, variables: Mapping[str, Any], grants: Grants
    ) -> ExecutionResult:
        """Execute an operation that consists of introspection only.

        In a thread: describing a whole schema takes long enough to keep other requests waiting.
        """
        return await asyncio.to_thread(self._run, document, operation_name, dict(variables), grants)

    def _run(
        self, document: DocumentNode, operation_name: str | None, variables: Json, grants: Grants
    ) -> ExecutionResult:
        schema = self.schema_for(grants)
        return execute_sync(schema, document, variable_values=variables, operation_name=operation_name)

    def schema_for(self, grants: Grants) -> GraphQLSchema:
        """The schema as these grants see it."""
        known = self._by_grants.get(grants.key)
        if known is None:
            if self._whole is None:
                self._whole = dict(introspection_from_schema(self._schema, input_value_deprecation=True))
            known = build_client_schema(visible_part(self._whole, self._opens(grants)), assume_valid=True)  # type: ignore[arg-type]
            self._by_grants[grants.key] = known
            if len(self._by_grants) > KEPT_SCHEMAS:
                self._by_grants.popitem(last=False)
        return known

    def _opens(self, grants: Grants) -> Callable[[str, str], bool]:
        def opens(type_name: str, field_name: str) -> bool:
            code = self._permissions(type_name, field_name)
            return code in (None, PUBLIC, SIGNED_IN) or code in grants

        return opens


def visible_part(introspection: Json, opens: Callable[[str, str], bool]) -> Json:
    """The introspection result without closed fields, and without the types that only those led to."""
    schema = introspection["__schema"]
    types = {kind["name"]: _open_fields(kind, opens) for kind in schema["types"]}
    roots = [schema[root]["name"] for root in ("queryType", "mutationType", "subscriptionType") if schema[root]]
    roots = [name for name in roots if types[name]["fields"] or name == schema["queryType"]["name"]]
    reached = _reached(types, [*roots, *_names_of_directives(schema), *_introspection_types(types)])
    return {
        "__schema": {
            **schema,
            **{
                root: schema[root] if schema[root] and schema[root]["name"] in roots else None
                for root in ("queryType", "mutationType", "subscriptionType")
            },
            "types": [_known_types_only(kind, reached) for name, kind in types.items() if name in reached],
        }
    }


def _open_fields(kind: Json, opens: Callable[[str, str], bool]) -> Json:
    fields = kind.get("fields")
    if not fields:
        return kind
    return {**kind, "fields": [field for field in fields if opens(kind["name"], field["name"])]}


def _reached(types: Mapping[str, Json], start: Iterable[str]) -> set[str]:
    """Types that can be come to. An interface does not lead to its types: `node` would lead to all of them."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        name = waiting.pop()
        if name in reached or name not in types:
            continue
        reached.add(name)
        waiting.extend(_references(types[name]))
    return reached


def _references(kind: Json) -> Iterator[str]:
    for field in kind.get("fields") or ():
        yield _named(field["type"])
        for argument in field["args"]:
            yield _named(argument["type"])
    for field in kind.get("inputFields") or ():
        yield _named(field["type"])
    for interface in kind.get("interfaces") or ():
        yield interface["name"]
    if kind["kind"] == "UNION":
        for member in kind["possibleTypes"]:
            yield member["name"]


def _known_types_only(kind: Json, reached: set[str]) -> Json:
    if kind["kind"] != "INTERFACE":
        return kind
    return {**kind, "possibleTypes": [member for member in kind["possibleTypes"] or () if member["name"] in reached]}


def _names_of_directives(schema: Json) -> Iterator[str]:
    for directive in schema["directives"]:
        for argument in directive["args"]:
            yield _named(argument["type"])


def _introspection_types(types: Mapping[str, Json]) -> Iterator[str]:
    yield from (name for name in types if name.startswith("__"))
    yield from ("String", "Boolean")


def _named(reference: Json) -> str:
    while reference["ofType"]:
        reference = reference["ofType"]
    name: str = reference["name"]
    return name
