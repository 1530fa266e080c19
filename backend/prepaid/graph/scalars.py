"""Scalars of the schema, and what the built-in ones let in."""

import re
from datetime import UTC, date, datetime
from typing import Any, Final, NewType
from uuid import UUID

import strawberry
from graphql import GraphQLError, GraphQLID, GraphQLScalarType, GraphQLString, StringValueNode, ValueNode
from strawberry.scalars import JSON
from strawberry.schema.types.scalar import DEFAULT_SCALAR_REGISTRY
from strawberry.types.scalar import ScalarDefinition

from prepaid.core.errors import BadUserInput, NotFound
from prepaid.kit.ids import GlobalId, InvalidGlobalId
from prepaid.kit.money import FEN_MAX, InvalidAmount, check_fen

Fen = NewType("Fen", int)
"""GraphQL type of amounts of money."""

_UNSTORABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,6})?([Zz]|[+-]\d{2}:\d{2})")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


class GlobalID(str):
    """Text of a global id as a client sent it; its parts are read when they are asked for.

    The parts raise `BadUserInput` when no id of ours can look like that.
    """

    __slots__ = ()

    @property
    def decoded(self) -> GlobalId:
        try:
            return GlobalId.decode(self)
        except InvalidGlobalId as error:
            raise BadUserInput(f"{str(self)[:80]!r} is not an id") from error

    @property
    def type_code(self) -> str:
        return self.decoded.type_code

    @property
    def tenant(self) -> UUID:
        return self.decoded.tenant

    @property
    def id(self) -> UUID:
        return self.decoded.id

    def of(self, type_name: str, *, path: tuple[str, ...] = ()) -> GlobalId:
        """The id, which must be one of this type.

        Raises:
            NotFound: it is the id of something else.
        """
        found = self.decoded
        if found.type_code != type_name:
            raise NotFound(path=path)
        return found


def check_text(value: str) -> str:
    """Refuse what no text column holds or what only damages: NUL, control characters, lone surrogates.

    Raises:
        GraphQLError: naming the character by its code point.
    """
    found = _UNSTORABLE.search(value)
    if found is not None:
        raise GraphQLError(f"Text must not contain the character U+{ord(found[0]):04X}.")
    return value


def _text_value(value: Any) -> str:
    if not isinstance(value, str):
        raise GraphQLError("String cannot represent a non string value.")
    return check_text(value)


def _text_literal(node: ValueNode, _: Any = None) -> str:
    if not isinstance(node, StringValueNode):
        raise GraphQLError("String cannot represent a non string value.", node)
    return check_text(node.value)


_parse_id, _parse_id_literal = GraphQLID.coerce_input_value, GraphQLID.coerce_input_literal


def _id_value(value: Any) -> GlobalID:
    return GlobalID(check_text(_parse_id(value)))


def _id_literal(node: Any) -> GlobalID:
    assert _parse_id_literal is not None
    return GlobalID(check_text(_parse_id_literal(node)))


def guard_built_in_scalars() -> None:
    """Make every `String` and `ID` of this process refuse what cannot be stored; again is harmless.

    graphql-core knows its built-in scalars by identity, so they are changed and not replaced.
    """
    _set(GraphQLString, _text_value, _text_literal)
    _set(GraphQLID, _id_value, _id_literal)


def _set(scalar: GraphQLScalarType, of_value: Any, of_literal: Any) -> None:
    scalar.parse_value = scalar.coerce_input_value = of_value  # type: ignore[method-assign]
    scalar.coerce_input_literal = of_literal


def _parse_fen(value: Any) -> int:
    try:
        # A JSON number may arrive as 1.0: the same amount.
        return check_fen(int(value) if isinstance(value, float) and value.is_integer() else value)
    except InvalidAmount as error:
        raise GraphQLError(f"Fen: {error}.") from error


def _parse_instant(value: Any) -> datetime:
    if not isinstance(value, str) or _INSTANT.fullmatch(value) is None:
        raise GraphQLError("DateTime is an RFC 3339 text with a time zone, e.g. 2025-06-30T08:00:00Z.")
    try:
        return datetime.fromisoformat(value.upper()).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise GraphQLError(f"DateTime: {error}.") from error


def instant_text(value: datetime) -> str:
    """RFC 3339 in UTC with `Z` and as many decimals as there are, as read plans write it."""
    utc = value.astimezone(UTC)
    decimals = f".{utc.microsecond:06}".rstrip("0").rstrip(".")
    return f"{utc:%Y-%m-%dT%H:%M:%S}{decimals}Z"


def _parse_day(value: Any) -> date:
    if not isinstance(value, str) or _DAY.fullmatch(value) is None:
        raise GraphQLError("Date is a text like 2025-06-30.")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise GraphQLError(f"Date: {error}.") from error


def _parse_json(value: Any) -> Any:
    level = [value]
    while level:
        below: list[Any] = []
        for item in level:
            if isinstance(item, str):
                check_text(item)
            elif isinstance(item, dict):
                below.extend((*item.keys(), *item.values()))
            elif isinstance(item, list):
                below.extend(item)
        level = below
    return value


_SCALARS: Final[dict[object, Any]] = {
    Fen: strawberry.scalar(
        name="Fen",
        description=f"An amount of money in fen (分, 1/100 yuan), a whole number of at most ±{FEN_MAX}.",
        serialize=int,
        parse_value=_parse_fen,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="An instant: RFC 3339, answered in UTC, e.g. 2025-06-30T08:00:00.25Z.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=instant_text,
        parse_value=_parse_instant,
    ),
    date: strawberry.scalar(
        name="Date",
        description="A legal day in Asia/Shanghai, e.g. 2025-06-30.",
        serialize=date.isoformat,
        parse_value=_parse_day,
    ),
    JSON: strawberry.scalar(
        name="JSON",
        description="Any JSON value.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc8259",
        serialize=lambda value: value,
        parse_value=_parse_json,
    ),
    UUID: strawberry.scalar(
        name="UUID",
        description="A UUID in its usual form of 36 characters.",
        serialize=str,
        parse_value=lambda value: _parse_uuid(value),
    ),
}


def _parse_uuid(value: Any) -> UUID:
    try:
        if isinstance(value, str) and len(value) == 36:
            return UUID(value)
    except ValueError:
        pass
    raise GraphQLError("UUID is a text of 36 characters.")


def scalar_map() -> dict[object, ScalarDefinition]:
    """Python types and the scalars they are in the schema."""
    return {**_SCALARS, GlobalID: DEFAULT_SCALAR_REGISTRY[strawberry.ID]}
