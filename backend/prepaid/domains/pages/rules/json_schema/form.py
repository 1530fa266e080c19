"""The schema of a whole form: objects by path, presence by condition."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from prepaid.core.errors import Locale
from prepaid.domains.pages.rules.conditions import When, fields_of
from prepaid.domains.pages.rules.fields import AnyField, ListField
from prepaid.domains.pages.rules.forms import Form, Option
from prepaid.domains.pages.rules.json_schema.conditions import condition_schema
from prepaid.domains.pages.rules.json_schema.field import field_schema
from prepaid.domains.pages.rules.plain import write

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def form_schema(
    form: Form, locale: Locale, *, dictionaries: Mapping[str, Sequence[Option]] | None = None, title: str | None = None
) -> dict[str, Any]:
    """The schema of a form's values. Conditions stand in it as `if`, and as `x-visibleWhen` and the like."""
    options = {**(dictionaries or {}), **form.options}
    schema = _object(form, form.outer, locale, options)
    return {"$schema": DIALECT, **({"title": title} if title else {}), **schema}


def _object(
    form: Form, fields: Sequence[AnyField], locale: Locale, options: Mapping[str, Sequence[Option]]
) -> dict[str, Any]:
    root: dict[str, Any] = {"type": "object", "properties": {}, "additionalProperties": False}
    here = {field.key for field in fields}
    rules: list[dict[str, Any]] = []
    for field in fields:
        schema = _described(form, field, locale, options)
        parent = _parent(root, field.path)
        parent["properties"][field.path[-1]] = schema
        shown = [when for when in (field.visible_when, _section_condition(form, field)) if when]
        if field.required and not shown:
            _require(root, field.path)
            continue
        rules += _presence(form, field, shown, here)
    if rules:
        root["allOf"] = rules
    return root


def _described(form: Form, field: AnyField, locale: Locale, options: Mapping[str, Sequence[Option]]) -> dict[str, Any]:
    schema = {"title": field.label.of(locale)}
    if field.help:
        schema["description"] = field.help.of(locale)
    if isinstance(field, ListField):
        items = _object(form, form.items_of(field), locale, options)
        body: dict[str, Any] = {"type": "array", "maxItems": field.max_items, "items": items}
        if field.min_items is not None:
            body["minItems"] = field.min_items
    else:
        body = field_schema(field, locale, options)
    conditions = {f"x-{name}": write(list(when)) for name, when in field.conditions.items() if when}
    return {**schema, **body, **conditions}


def _presence(form: Form, field: AnyField, shown: list[When], here: set[str]) -> list[dict[str, Any]]:
    """Rules that a field is absent while it is hidden, and there while it is required."""
    conditions = [condition_schema(form, when) for when in shown if fields_of(when) <= here]
    known = [condition for condition in conditions if condition is not None]
    rules = [{"if": {"not": condition}, "then": _absent(field.path)} for condition in known]
    if len(known) < len(shown) or not (field.required or field.required_when):
        return rules
    when = condition_schema(form, field.required_when) if fields_of(field.required_when) <= here else None
    if field.required or when is not None:
        required = [*known, *([] if field.required or when is None else [when])]
        rules.append({"if": {"allOf": required}, "then": _present(field.path)})
    return rules


def _section_condition(form: Form, field: AnyField) -> When:
    section = form.sections_by_key.get(field.section or "")
    return section.visible_when if section else ()


def _parent(root: dict[str, Any], path: Iterable[str]) -> dict[str, Any]:
    *steps, _ = path
    for step in steps:
        empty = {"type": ["object", "null"], "properties": {}, "additionalProperties": False}
        root = root["properties"].setdefault(step, empty)
    return root


def _require(root: dict[str, Any], path: Sequence[str]) -> None:
    for step in path:
        root.setdefault("required", [])
        if step not in root["required"]:
            root["required"].append(step)
        root = root["properties"][step]
        if root.get("type") == ["object", "null"]:
            root["type"] = "object"


def _present(path: Sequence[str]) -> dict[str, Any]:
    step, *rest = path
    below = _present(rest) if rest else {"not": {"type": "null"}}
    return {"required": [step], "properties": {step: below}}


def _absent(path: Sequence[str]) -> dict[str, Any]:
    """Absent, or empty, which means the same."""
    step, *rest = path
    return {"properties": {step: _absent(rest) if rest else {"enum": [None, "", [], {}]}}}
