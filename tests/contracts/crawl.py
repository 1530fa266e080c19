"""Documents made from a schema: some read everything, some hand one foreign id to every field that takes ids."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    Undefined,
    get_named_type,
    is_leaf_type,
)

GLOBAL_ID = re.compile(r"\b([A-Z][A-Za-z]{0,63})_[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])")
PAGE = "(first: 20)"
FIELD_NAME = re.compile(r"\b[A-Za-z_]\w*\b(?!:)")
MOST_FIELDS = 490
"""The server takes 500 of a document."""


@dataclass(frozen=True)
class Document:
    """A document with its variables; `where` says which argument holds the id."""

    text: str
    variables: dict[str, Any]
    where: str


def ids_in(answer: str) -> set[str]:
    """Every global id that an answer shows."""
    return {match.group(0) for match in GLOBAL_ID.finditer(answer)}


def reading_documents(schema: GraphQLSchema) -> Iterator[Document]:
    """One document for each root field that needs no argument: all leaves, and relations as far as the limits allow."""
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        if not required(field):
            yield Document(f"{{ {name}{page(field)} {deepest(field)} }}", {}, name)


def trying_documents(schema: GraphQLSchema, type_name: str, id_: str) -> Iterator[Document]:
    """Documents that hand the id to every query argument and mutation input that takes ids."""
    assert schema.query_type is not None
    for name, field in schema.query_type.fields.items():
        for argument, spec in field.args.items():
            if takes_id(spec.type):
                variables = {"v": shaped(spec.type, id_)} | {
                    other: sample(o.type, id_)
                    for other, o in field.args.items()
                    if other != argument and is_required(o)
                }
                yield _document("query", name, field, variables, {argument: "v"}, f"{name}({argument})")
    if schema.mutation_type is None:
        return
    for name, field in schema.mutation_type.fields.items():
        spec = field.args.get("input")
        if spec is None:
            continue
        kind = get_named_type(spec.type)
        assert isinstance(kind, GraphQLInputObjectType)
        for path in id_paths(kind):
            value = {key: sample(f.type, id_) for key, f in kind.fields.items() if is_required(f) or key == path}
            yield _document("mutation", name, field, {"v": value}, {"input": "v"}, f"{name}({path})")


def _document(
    kind: str, name: str, field: GraphQLField, variables: dict[str, Any], renamed: dict[str, str], where: str
) -> Document:
    declared, passed = [], []
    for argument, spec in field.args.items():
        variable = renamed.get(argument, argument)
        if variable in variables:
            declared.append(f"${variable}: {spec.type}")
            passed.append(f"{argument}: ${variable}")
    text = f"{kind} Try({', '.join(declared)}) {{ {name}({', '.join(passed)}) {selection(field, 1)} }}"
    return Document(text, variables, where)


def required(field: GraphQLField) -> bool:
    return any(is_required(argument) for argument in field.args.values())


def is_required(spec: GraphQLArgument | GraphQLInputField) -> bool:
    return isinstance(spec.type, GraphQLNonNull) and spec.default_value is Undefined


def page(field: GraphQLField) -> str:
    return PAGE if "first" in field.args else ""


def deepest(field: GraphQLField) -> str:
    """As much of a field as one document may ask for."""
    chosen = [selection(field, depth) for depth in (3, 2, 1)]
    return next((text for text in chosen if len(FIELD_NAME.findall(text)) < MOST_FIELDS), chosen[-1])


def selection(field: GraphQLField, depth: int) -> str:
    """All leaves of a field's type, and relations down to `depth`."""
    kind = get_named_type(field.type)
    if is_leaf_type(kind):
        return ""
    parts = ["__typename"]
    if isinstance(kind, GraphQLObjectType):
        for name, inner in kind.fields.items():
            inner_kind = get_named_type(inner.type)
            if required(inner) or (not is_leaf_type(inner_kind) and depth == 0):
                continue
            if kind.name.endswith("Connection") and name in ("edges", "pageInfo"):
                continue
            step = 0 if kind.name.endswith("Connection") else 1
            parts.append(f"{name}{page(inner)} {selection(inner, depth - step)}".strip())
    elif "id" in getattr(kind, "fields", {}):
        parts.append("id")
    return "{ " + " ".join(parts) + " }"


def takes_id(kind: GraphQLInputType) -> bool:
    named = get_named_type(kind)
    return isinstance(named, GraphQLScalarType) and named.name == "ID"


def id_paths(kind: GraphQLInputObjectType) -> list[str]:
    return [name for name, field in kind.fields.items() if takes_id(field.type) and name != "idempotencyKey"]


def shaped(kind: GraphQLInputType, value: Any) -> Any:
    if isinstance(kind, GraphQLNonNull):
        return shaped(kind.of_type, value)
    return [value] if isinstance(kind, GraphQLList) else value


def sample(kind: GraphQLInputType, id_: str) -> Any:
    """Some value that the type accepts; ids are the one that is tried."""
    if isinstance(kind, GraphQLNonNull):
        return sample(kind.of_type, id_)
    if isinstance(kind, GraphQLList):
        return [sample(kind.of_type, id_)]
    if isinstance(kind, GraphQLEnumType):
        return next(iter(kind.values))
    if isinstance(kind, GraphQLInputObjectType):
        return {name: sample(field.type, id_) for name, field in kind.fields.items() if is_required(field)}
    return {
        "ID": id_,
        "Int": 1,
        "Float": 1.0,
        "Boolean": True,
        "Fen": 1,
        "Date": "2026-01-01",
        "DateTime": "2026-01-01T00:00:00Z",
        "JSON": {},
    }.get(kind.name, "测试内容一二三")
