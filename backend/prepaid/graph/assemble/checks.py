"""What every schema of this product must fulfil."""

from collections.abc import Iterator

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
