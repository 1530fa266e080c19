"""JSON text built in SQL by concatenation.

Measured on a list of 50 orders with customer, lines and products (1,350 values), the same statement takes
1.0 ms with `||`, 1.16 ms with `json_build_object`, 1.9 ms with `jsonb_build_object` (ADR 0001).
"""

from collections.abc import Sequence
from typing import Final, TypeAlias

from prepaid.graph.plan.levels import Encoding, Scalar
from prepaid.graph.plan.sql import Sql, literal, separated
from prepaid.kit.ids import PLATFORM_TENANT

Part: TypeAlias = str | Sql
"""A piece of JSON: literal text, or SQL that makes text and is never NULL."""
CHUNK: Final = 16


def text(parts: Sequence[Part]) -> Sql:
    """The parts put together, as one SQL value."""
    operands: list[Sql] = []
    waiting = ""
    for part in parts:
        if isinstance(part, str):
            waiting += part
            continue
        if waiting:
            operands.append([literal(waiting)])
            waiting = ""
        operands.append(part)
    if waiting or not operands:
        operands.append([literal(waiting)])
    return _concatenated(operands)


def _concatenated(operands: list[Sql]) -> Sql:
    if len(operands) == 1:
        # Alone, a literal would be of unknown type.
        return ["(", *operands[0], ")::text"]
    while len(operands) > CHUNK:
        # Each `||` copies all that stands left of it: in chunks, 600 fields of a row take 29 ms and not 247.
        chunks = [operands[i : i + CHUNK] for i in range(0, len(operands), CHUNK)]
        operands = [["(", *separated("||", chunk), ")"] if len(chunk) > 1 else chunk[0] for chunk in chunks]
    return ["(", *separated("||", operands), ")"]


def json_object(entries: Sequence[tuple[str, Sequence[Part]]]) -> list[Part]:
    """An object of keys (GraphQL names, which need no escaping) and values."""
    parts: list[Part] = ["{"]
    for index, (key, value) in enumerate(entries):
        parts.append(f'{"," if index else ""}"{key}":')
        parts.extend(value)
    return [*parts, "}"]


def json_array(items: Sql) -> list[Part]:
    """An array of texts that an aggregate has joined with commas (NULL: no rows)."""
    return ["[", ["coalesce(", *items, ",'')"], "]"]


def or_null(value: Sql) -> Sql:
    """A text, or JSON's null where it is NULL."""
    return ["coalesce(", *value, ",'null')"]


def global_id(type_name: str, tenant: str | None, row_id: str) -> list[Part]:
    """`"<Type>_<base64url of tenant and id>"`. `replace` thrice takes 0.37 µs, one `translate` 1.15 µs."""
    head = f"uuid_send({tenant})" if tenant is not None else f"'\\x{PLATFORM_TENANT.hex}'::bytea"
    packed = f"encode({head}||uuid_send({row_id}),'base64')"
    return [f'"{type_name}_', [f"replace(replace(replace({packed},'+','-'),'/','_'),'=','')"], '"']


def scalar(output: Scalar, value: Sql) -> list[Part]:
    """A value as JSON, null included."""
    parts = encoded(output.encoding, value, output.names)
    # A NULL inside makes the whole concatenation NULL.
    return [or_null(text(parts))] if output.nullable else parts


def encoded(encoding: Encoding, value: Sql, names: dict[str, str] | None = None) -> list[Part]:
    """A value that is not NULL as JSON."""
    match encoding:
        case Encoding.PLAIN | Encoding.JSON:
            return [[*value, "::text"]]
        case Encoding.QUOTED:
            return ['"', [*value, "::text"], '"']
        case Encoding.INSTANT:
            # In UTC whatever the session's time zone, and ISO whatever its date style.
            return [["replace(to_json(timezone('UTC',", *value, "))::text||'Z\"','\"Z','Z')"]]
        case Encoding.ENUM if names is not None:
            quoted = {stored: literal(f'"{name}"') for stored, name in names.items()}
            whens = "".join(f" WHEN {literal(stored)} THEN {name}" for stored, name in quoted.items())
            return [["(CASE ", *value, f"::text{whens} ELSE to_json(", *value, "::text)::text END)"]]
        case _:
            return [["to_json(", *value, ")::text"]]
