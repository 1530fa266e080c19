"""JSON text built in SQL by concatenation.

Measured on a list of 50 orders with customer, lines and products (1,350 values), the same statement takes
1.0 ms with `||`, 1.16 ms with `json_build_object`, 1.9 ms with `jsonb_build_object` (ADR 0001).
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, DateTime, LargeBinary, Text, case, cast, func, literal_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import operators
from sqlalchemy.sql.compiler import SQLCompiler

from prepaid.graph.plan.levels import Encoding, Scalar
from prepaid.kit.ids import PLATFORM_TENANT

Part: TypeAlias = str | ColumnElement[Any]


class JsonText(ColumnElement[str]):
    """Pieces of JSON, literal or computed, put together; no piece may be NULL."""

    inherit_cache = False
    __visit_name__ = "json_text"
    type = Text()

    def __init__(self, parts: Sequence[Part]) -> None:
        merged: list[Part] = []
        for part in parts:
            if isinstance(part, str) and merged and isinstance(merged[-1], str):
                merged[-1] += part
            else:
                merged.append(part)
        self.parts = merged

    def self_group(self, against: Any = None) -> "JsonText":
        return self


@compiles(JsonText)
def _compile(element: JsonText, compiler: SQLCompiler, **options: Any) -> str:
    texts = []
    for part in element.parts:
        if isinstance(part, str):
            texts.append(quoted(part))
        else:
            texts.append(compiler.process(part.self_group(against=operators.concat_op), **options))
    if len(texts) == 1:
        # Alone, `'{}'` would be of unknown type.
        return f"{texts[0]}::text" if isinstance(element.parts[0], str) else texts[0]
    return "(" + "||".join(texts) + ")"


def quoted(text: str) -> str:
    """An SQL literal; `standard_conforming_strings` is on, so only the quote is special."""
    return "'" + text.replace("'", "''") + "'"


def global_id(type_name: str, tenant: ColumnElement[Any] | None, row_id: ColumnElement[Any]) -> list[Part]:
    """`"<Type>_<base64url of tenant and id>"`. `replace` thrice takes 0.37 µs, one `translate` 1.15 µs."""
    if tenant is None:
        head: ColumnElement[Any] = literal_column(f"'\\x{PLATFORM_TENANT.hex}'::bytea", LargeBinary())
    else:
        head = func.uuid_send(tenant, type_=LargeBinary())
    packed = func.encode(head.op("||")(func.uuid_send(row_id, type_=LargeBinary())), literal_column("'base64'"))
    text = packed
    for standard, safe in (("+", "-"), ("/", "_"), ("=", "")):
        text = func.replace(text, literal_column(f"'{standard}'"), literal_column(f"'{safe}'"), type_=Text())
    return [f'"{type_name}_', text, '"']


def scalar(output: Scalar, value: ColumnElement[Any]) -> list[Part]:
    """A value as JSON, null included."""
    parts = encoded(output.encoding, value, output.names)
    if not output.nullable:
        return parts
    # A NULL inside makes the whole concatenation NULL.
    return [func.coalesce(JsonText(parts), literal_column("'null'"), type_=Text())]


def encoded(encoding: Encoding, value: ColumnElement[Any], names: dict[str, str] | None = None) -> list[Part]:
    """A value that is not NULL as JSON."""
    match encoding:
        case Encoding.PLAIN:
            return [cast(value, Text)]
        case Encoding.QUOTED:
            return ['"', cast(value, Text), '"']
        case Encoding.INSTANT:
            # In UTC whatever the session's time zone, and ISO whatever its date style.
            local = func.timezone(literal_column("'UTC'"), value, type_=DateTime())
            text = cast(func.to_json(local), Text).op("||")(literal_column("""'Z"'"""))
            return [func.replace(text, literal_column("""'"Z'"""), literal_column("'Z'"), type_=Text())]
        case Encoding.ENUM if names is not None:
            whens: dict[Any, Any] = {stored: literal_column(quoted(f'"{name}"')) for stored, name in names.items()}
            return [case(whens, value=cast(value, Text), else_=func.to_json(cast(value, Text)))]
        case Encoding.JSON:
            return [cast(value, Text)]
        case _:
            return [cast(func.to_json(value), Text)]


def array(items: ColumnElement[Any]) -> list[Part]:
    """A JSON array of texts that an aggregate has joined with commas (NULL: no rows)."""
    return ["[", func.coalesce(items, literal_column("''"), type_=Text()), "]"]
