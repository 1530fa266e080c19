"""Strawberry types made at build time, in the few shapes that the engine needs."""

import types
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

import strawberry
from strawberry.annotation import StrawberryAnnotation
from strawberry.types.arguments import StrawberryArgument
from strawberry.types.base import StrawberryObjectDefinition, get_object_definition
from strawberry.types.field import StrawberryField
from strawberry.utils.str_converters import to_camel_case


def output_field(
    name: str,
    annotation: Any,
    description: str,
    *,
    arguments: Sequence[StrawberryArgument] = (),
    deprecated: str | None = None,
    graphql_name: str | None = None,
) -> StrawberryField:
    """A field without a resolver: plans answer it."""
    field = StrawberryField(
        python_name=name,
        graphql_name=graphql_name or to_camel_case(name),
        type_annotation=StrawberryAnnotation(annotation),
        description=description,
        deprecation_reason=deprecated,
    )
    field.arguments = list(arguments)
    return field


def argument(name: str, annotation: Any, description: str, graphql_name: str | None = None) -> StrawberryArgument:
    """An argument of a field that plans answer."""
    return StrawberryArgument(
        python_name=name,
        graphql_name=graphql_name or to_camel_case(name),
        type_annotation=StrawberryAnnotation(annotation),
        description=description,
    )


def make_object(
    name: str,
    description: str,
    fields: Sequence[StrawberryField],
    *,
    cls: type | None = None,
    interfaces: Sequence[type] = (),
) -> type:
    """An object type; with `cls` that class becomes it."""
    origin = cls or type(name, (), {"__doc__": description})
    definitions = [definition for definition in map(get_object_definition, interfaces) if definition is not None]
    origin.__strawberry_definition__ = StrawberryObjectDefinition(  # type: ignore[attr-defined]
        name=name,
        is_input=False,
        is_interface=False,
        origin=origin,
        description=description,
        interfaces=definitions,
        extend=False,
        directives=(),
        is_type_of=(lambda *_: True) if definitions else None,
        resolve_type=None,
        fields=list(fields),
    )
    return origin


def make_input(name: str, description: str, fields: Mapping[str, tuple[Any, str, Any]]) -> type:
    """An input type; `fields`: attribute name → (annotation, description, default or UNSET).

    A name with a trailing underscore stands for the word without it (`and_`, `in_`).
    """

    def body(namespace: dict[str, Any]) -> None:
        namespace["__annotations__"] = {attribute: annotation for attribute, (annotation, _, _) in fields.items()}
        namespace["__doc__"] = description
        for attribute, (_, text, default) in fields.items():
            namespace[attribute] = strawberry.field(
                name=to_camel_case(attribute.rstrip("_")), description=text, default=default
            )

    return strawberry.input(types.new_class(name, (), {}, body), name=name, description=description)


def make_enum(name: str, description: str, values: Mapping[str, str]) -> type[Enum]:
    """An enum type whose values are their own names; `values`: name → description."""
    made = Enum(name, {value: value for value in values})  # type: ignore[misc]
    strawberry.enum(made, name=name, description=description)
    for value in made.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values[value.name]
    return made
