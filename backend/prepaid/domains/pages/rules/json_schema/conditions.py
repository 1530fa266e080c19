"""Conditions as schemas, as far as JSON Schema can say them."""

from collections.abc import Sequence
from typing import Any, Final

from prepaid.domains.pages.rules.conditions import FieldTest, When
from prepaid.domains.pages.rules.fields import AnyField, ChoiceField, ReferenceField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import EQUALITY, ORDERING, WHOLE, TestOp, ValueKind
from prepaid.domains.pages.rules.readings import BLANKS

_BLANK: Final = {"type": "string", "pattern": f"^[{BLANKS}]*$"}
_EMPTY: Final[dict[str, Any]] = {"anyOf": [{"enum": [None, []]}, _BLANK]}
_BOUND: Final = {
    TestOp.GT: "exclusiveMinimum",
    TestOp.GTE: "minimum",
    TestOp.LT: "exclusiveMaximum",
    TestOp.LTE: "maximum",
}
_SAID: Final = frozenset({ValueKind.ENUM, ValueKind.TAGS, ValueKind.BOOLEAN, ValueKind.REFERENCE, *WHOLE})
"""Kinds whose values have one spelling, so that a schema can compare them."""
_NESTED: Final = frozenset({ValueKind.DOCUMENT, ValueKind.DATE_RANGE, ValueKind.JSON})


def condition_schema(form: Form, when: When) -> dict[str, Any] | None:
    """A schema that is valid exactly when the condition holds, or None when JSON Schema cannot say it."""
    groups = []
    for group in when:
        tests = [_test(form.by_key[test.field], test) for test in group.all]
        said = [test for test in tests if test is not None]
        if len(said) < len(tests):
            return None
        groups.append({"allOf": said})
    return {"anyOf": groups} if groups else None


def _test(field: AnyField, test: FieldTest) -> dict[str, Any] | None:
    if test.op in {TestOp.EMPTY, TestOp.NOT_EMPTY}:
        if field.kind in _NESTED:
            return None
        there = _there(field.path, {"not": _EMPTY})
        return there if test.op is TestOp.NOT_EMPTY else {"not": there}
    if field.kind not in _SAID:
        return None
    if test.op in ORDERING:
        if field.kind not in WHOLE or not _is_whole(test.values[0]):
            return None
        return _there(field.path, {"type": "number", _BOUND[test.op]: int(test.values[0])})
    values = [_typed(field, value) for value in test.values]
    if None in values:
        return None
    several = isinstance(field, ChoiceField | ReferenceField) and field.multiple
    hit = _there(field.path, _several(test, values) if several else {"enum": values})
    return {"not": hit} if test.op in {TestOp.NE, TestOp.NOT_IN} else hit


def _several(test: FieldTest, values: Sequence[Any]) -> dict[str, Any]:
    if test.op not in EQUALITY:
        return {"type": "array", "contains": {"enum": list(values)}}
    every = [{"contains": {"const": value}} for value in values]
    return {"type": "array", "items": {"enum": list(values)}, "allOf": every}


def _typed(field: AnyField, value: str) -> Any:
    if field.kind is ValueKind.BOOLEAN:
        return value == "true"
    if field.kind in WHOLE:
        return int(value) if _is_whole(value) else None
    return value


def _is_whole(value: str) -> bool:
    return value.lstrip("-").isdecimal() and value.isascii()


def _there(path: Sequence[str], schema: dict[str, Any]) -> dict[str, Any]:
    for step in reversed(path):
        schema = {"type": "object", "required": [step], "properties": {step: schema}}
    return schema
