"""What every schema of this product must fulfil."""

import re
from collections.abc import Iterator
from typing import Final

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    is_specified_scalar_type,
)

from prepaid.graph.assemble.catalog import SchemaError

DATED: Final = re.compile(r"\d{4}-\d{2}-\d{2}: \S")


def check_descriptions(schema: GraphQLSchema) -> None:
    """Every type, field, argument and enum value says what it is.

    Raises:
        SchemaError: naming all that do not.
    """
    silent = sorted(place for named in schema.type_map.values() for place in _silent(named))
    if silent:
        raise SchemaError(f"without a description: {', '.join(silent)}")


def _silent(named: GraphQLNamedType) -> Iterator[str]:
    if named.name.startswith("__") or is_specified_scalar_type(named):
        return
    if not named.description:
        yield named.name
    if isinstance(named, GraphQLEnumType):
        yield from (f"{named.name}.{name}" for name, value in named.values.items() if not value.description)
    elif isinstance(named, GraphQLInputObjectType):
        yield from (f"{named.name}.{name}" for name, field in named.fields.items() if not field.description)
    elif isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
        for name, output in named.fields.items():
            if not output.description:
                yield f"{named.name}.{name}"
            yield from (f"{named.name}.{name}({arg})" for arg, value in output.args.items() if not value.description)


def check_deprecations(schema: GraphQLSchema) -> None:
    """Every deprecation says from which day the field may go, and what to use instead.

    Raises:
        SchemaError: naming all that do not.
    """
    undated = sorted(place for named in schema.type_map.values() for place in _undated(named))
    if undated:
        raise SchemaError(f"deprecated without `YYYY-MM-DD: what instead`: {', '.join(undated)}")


def _undated(named: GraphQLNamedType) -> Iterator[str]:
    if isinstance(named, GraphQLEnumType):
        members = {name: value.deprecation_reason for name, value in named.values.items()}
    elif isinstance(named, GraphQLInputObjectType | GraphQLObjectType | GraphQLInterfaceType):
        members = {name: field.deprecation_reason for name, field in named.fields.items()}
    else:
        return
    for name, reason in members.items():
        if reason is not None and not named.name.startswith("__") and not DATED.match(reason):
            yield f"{named.name}.{name}"
