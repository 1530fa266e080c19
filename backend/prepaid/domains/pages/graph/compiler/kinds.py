"""Which GraphQL types a value of each kind may have, in results and in inputs."""

from collections.abc import Mapping
from typing import Final

from graphql import get_named_type, is_enum_type, is_leaf_type
from graphql.type import GraphQLInputType, GraphQLNamedType

from prepaid.domains.pages.graph.compiler.schema_view import input_fields, is_list
from prepaid.domains.pages.rules.kinds import ValueKind

TEXTUAL: Final = frozenset({"String", "ID"})
SCALARS: Final[Mapping[ValueKind, frozenset[str]]] = {
    ValueKind.TEXT: TEXTUAL,
    ValueKind.LONG_TEXT: frozenset({"String"}),
    ValueKind.PHONE: frozenset({"String"}),
    ValueKind.URL: frozenset({"String"}),
    ValueKind.REGION: frozenset({"String"}),
    ValueKind.INTEGER: frozenset({"Int"}),
    ValueKind.PERCENT: frozenset({"Int"}),
    ValueKind.DECIMAL: frozenset({"String", "Float"}),
    ValueKind.FEN: frozenset({"Fen"}),
    ValueKind.BOOLEAN: frozenset({"Boolean"}),
    ValueKind.DATE: frozenset({"Date"}),
    ValueKind.DATETIME: frozenset({"DateTime"}),
    ValueKind.JSON: frozenset({"JSON"}),
}
FILE_FIELDS: Final = ("name", "url", "mediaType", "bytes")
PARTS: Final[Mapping[ValueKind, tuple[str, ...]]] = {
    ValueKind.FILE: FILE_FIELDS,
    ValueKind.IMAGE: FILE_FIELDS,
    ValueKind.DOCUMENT: FILE_FIELDS,
    ValueKind.DATE_RANGE: ("from", "to"),
}
"""Fields that the browser reads of a value that is an object."""
SEVERAL: Final = frozenset({ValueKind.TAGS, ValueKind.FILE, ValueKind.IMAGE, ValueKind.DOCUMENT, ValueKind.JSON})
"""Kinds whose value may be a list."""


def fits_result(kind: ValueKind, named: GraphQLNamedType, *, labelled: bool = False) -> bool:
    """Whether a value of a result type is shown by a kind; objects are judged by their parts.

    `labelled`: a dictionary says what its texts mean, so that a text may be shown as an ENUM.
    """
    if kind is ValueKind.ENUM:
        return is_enum_type(named) or (labelled and named.name == "String")
    if kind is ValueKind.TAGS:
        return is_enum_type(named) or named.name == "String"
    if kind in PARTS or kind is ValueKind.REFERENCE:
        return not is_leaf_type(named)
    return named.name in SCALARS[kind]


def fits_input(kind: ValueKind, at: GraphQLInputType, *, multiple: bool = False) -> bool:
    """Whether a field of a kind may fill an input of a type."""
    named = get_named_type(at)
    if named.name == "JSON":
        return not is_list(at)
    match kind:
        case ValueKind.ENUM:
            return not is_list(at) and (is_enum_type(named) or named.name == "String")
        case ValueKind.TAGS:
            return is_list(at) and (is_enum_type(named) or named.name == "String")
        case ValueKind.REFERENCE:
            return is_list(at) == multiple and named.name in TEXTUAL
        case ValueKind.FILE | ValueKind.IMAGE:
            return is_list(at) and named.name in TEXTUAL
        case ValueKind.DOCUMENT:
            return not is_list(at) and {"files", "number", "expiresOn", "longTerm"} <= input_fields(at).keys()
        case ValueKind.DATE_RANGE:
            return not is_list(at) and {"from", "to"} <= input_fields(at).keys()
        case ValueKind.JSON:
            return is_list(at) and bool(input_fields(at))
        case ValueKind.REGION:
            return is_list(at) == multiple and named.name == "String"
        case ValueKind.LONG_TEXT if is_list(at):
            return named.name == "String"  # one text becomes a list of one (GraphQL, input coercion of lists)
    return not is_list(at) and named.name in SCALARS[kind]


def fits_range_filter(at: GraphQLInputType, *, instants: bool) -> bool:
    """Whether a range of days filters by an input: the typed filter of instants or of days."""
    return get_named_type(at).name == ("DateTimeFilter" if instants else "DateFilter")
