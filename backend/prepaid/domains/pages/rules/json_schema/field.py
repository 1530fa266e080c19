"""The schema of one field's values. Optional ones may be null."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from prepaid.core.errors import Locale
from prepaid.domains.pages.rules.codecs.choices import MOST_CHOSEN
from prepaid.domains.pages.rules.codecs.numbers import LARGEST
from prepaid.domains.pages.rules.fields import (
    BooleanField,
    ChoiceField,
    DateField,
    ExpiryRule,
    NumberField,
    ReferenceField,
    TextField,
    UploadField,
)
from prepaid.domains.pages.rules.forms import Option
from prepaid.domains.pages.rules.kinds import ValueKind

SingleField = TextField | NumberField | ChoiceField | DateField | BooleanField | ReferenceField | UploadField
DAY: Final[dict[str, Any]] = {"type": "string", "format": "date"}
ROOM_TO_CLEAN: Final = 4
"""A text is cut to its clean form before it is measured: blanks around it, and signs that are composed."""


def field_schema(field: SingleField, locale: Locale, options: Mapping[str, Sequence[Option]]) -> dict[str, Any]:
    """The schema of what the field takes, null and empty text included unless it is always required."""
    schema = _schema(field, locale, options)
    empty: list[Any] = [None, "", []] if not isinstance(field, UploadField) else [None, []]
    return schema if field.required else {"anyOf": [schema, {"enum": empty}]}


def _schema(field: SingleField, locale: Locale, options: Mapping[str, Sequence[Option]]) -> dict[str, Any]:
    match field:
        case TextField():
            return _text(field)
        case NumberField():
            return _number(field)
        case ChoiceField():
            return _choice(field, locale, options.get(field.dictionary, ()))
        case DateField():
            return _date(field)
        case BooleanField():
            return {"type": "boolean"}
        case ReferenceField():
            return _reference(field)
        case UploadField():
            return _upload(field)


def _text(field: TextField) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "string", "minLength": 1}
    if field.secret:
        return {**schema, "maxLength": field.longest, "writeOnly": True}
    if field.form is None:
        schema["maxLength"] = field.longest * ROOM_TO_CLEAN
        schema["x-maxLength"] = field.longest
    else:
        schema["x-pattern"] = field.form.value
    if field.min_length is not None:
        schema["x-minLength"] = field.min_length
    return schema


def _number(field: NumberField) -> dict[str, Any]:
    bounds = {name: text for name, text in (("minimum", field.min), ("maximum", field.max)) if text is not None}
    if field.kind is ValueKind.DECIMAL:
        schema: dict[str, Any] = {"type": ["string", "integer"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
        return {**schema, **{f"x-{name}": text for name, text in bounds.items()}, "x-scale": field.decimals}
    schema = {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST}
    unit = {ValueKind.FEN: "fen", ValueKind.PERCENT: "basis points"}.get(field.kind)
    return {**schema, **{name: int(text) for name, text in bounds.items()}, **({"x-unit": unit} if unit else {})}


def _choice(field: ChoiceField, locale: Locale, options: Sequence[Option]) -> dict[str, Any]:
    one = {"oneOf": [{"const": option.value, "title": option.label.of(locale)} for option in options]}
    if not options:
        one = {"enum": []}
    if not field.multiple:
        return one
    return {"type": "array", "items": one, "uniqueItems": True, "maxItems": MOST_CHOSEN, "minItems": 1}


def _date(field: DateField) -> dict[str, Any]:
    bounds = {"x-notBefore": field.not_before, "x-notAfter": field.not_after}
    limits = {name: text for name, text in bounds.items() if text is not None}
    if field.kind is ValueKind.DATE:
        return {**DAY, **limits}
    if field.kind is ValueKind.DATETIME:
        return {"type": "string", "format": "date-time", **limits}
    end = {"anyOf": [DAY, {"enum": [None, ""]}]}
    return {"type": "object", "properties": {"from": end, "to": end}, "additionalProperties": False, **limits}


def _reference(field: ReferenceField) -> dict[str, Any]:
    if field.kind is ValueKind.REGION:
        one: dict[str, Any] = {"type": "string", "pattern": "^[1-9][0-9]{5}$"}
    else:
        one = {"type": "string", "pattern": f"^{field.target}_[A-Za-z0-9_-]{{43}}$"}
    return {"type": "array", "items": one, "uniqueItems": True, "minItems": 1} if field.multiple else one


def _upload(field: UploadField) -> dict[str, Any]:
    token = {"type": "string", "minLength": 1, "maxLength": 1000}
    files = {"type": "array", "items": token, "minItems": 1, "maxItems": field.max_files, "uniqueItems": True}
    if field.kind is not ValueKind.DOCUMENT:
        return files
    properties: dict[str, Any] = {"files": files, "number": {"type": ["string", "null"]}}
    expires: dict[str, Any] = {"enum": [None, ""]} if field.expiry is ExpiryRule.NONE else _optional(DAY)
    properties["expiresOn"] = expires
    properties["longTerm"] = {"type": ["boolean", "null"]} if field.long_term else {"enum": [False, None]}
    schema: dict[str, Any] = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": ["files"]} if field.required else schema | {"x-required": ["files"]}


def _optional(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"enum": [None, ""]}]}
