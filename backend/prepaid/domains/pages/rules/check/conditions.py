"""The check of conditions: what they name, what they ask of it, and that none waits for itself."""

from collections.abc import Collection, Iterator, Mapping
from graphlib import CycleError

from prepaid.domains.pages.rules.conditions import ConditionGroup, FieldTest, fields_of
from prepaid.domains.pages.rules.fields import AnyField, ChoiceField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import NUMERIC, OPERATORS, PRESENCE, TestOp, ValueKind
from prepaid.domains.pages.rules.mistakes import Mistake, MistakeCode
from prepaid.domains.pages.rules.order import order
from prepaid.domains.pages.rules.readings import day, instant, number

MOST_VALUES = {TestOp.EMPTY: 0, TestOp.NOT_EMPTY: 0, TestOp.IN: 200, TestOp.NOT_IN: 200}


def check_conditions(form: Form, dictionaries: Mapping[str, Collection[str]]) -> list[Mistake]:
    """Mistakes in the conditions of a form whose keys are in order."""
    wrong = [
        mistake.within(place)
        for place, owner, when in _all(form)
        for mistake in _condition(form, owner, when, dictionaries)
    ]
    return wrong or list(_circles(form))


def _all(form: Form) -> Iterator[tuple[str, AnyField | None, tuple[ConditionGroup, ...]]]:
    for section in form.sections:
        yield f"sections.{section.key}.visibleWhen", None, section.visible_when
    for field in form.fields:
        for name, when in field.conditions.items():
            yield f"fields.{field.key}.{name}", field, when


def _condition(
    form: Form, owner: AnyField | None, when: tuple[ConditionGroup, ...], dictionaries: Mapping[str, Collection[str]]
) -> Iterator[Mistake]:
    for number_of_group, group in enumerate(when):
        for number_of_test, test in enumerate(group.all):
            for mistake in _test(form, owner, test, dictionaries):
                yield mistake.within(f"{number_of_group}.all.{number_of_test}")


def _test(
    form: Form, owner: AnyField | None, test: FieldTest, dictionaries: Mapping[str, Collection[str]]
) -> Iterator[Mistake]:
    field = form.by_key.get(test.field)
    if field is None:
        yield Mistake("field", f"没有字段 {test.field}", f"there is no field {test.field}", MistakeCode.UNKNOWN_FIELD)
        return
    within = form.lists.get(field.key)
    if within is not None and (owner is None or form.lists.get(owner.key) is not within):
        yield Mistake(
            "field",
            f"{field.key} 属于列表 {within.key}，列表之外不能引用",
            f"{field.key} is a field of the list {within.key}; nothing outside the list can look at it",
            MistakeCode.UNKNOWN_FIELD,
        )
    if test.op not in OPERATORS[field.kind]:
        yield Mistake("op", f"{field.kind} 字段不支持 {test.op}", f"a field of kind {field.kind} has no {test.op}")
        return
    yield from _values(field, test, dictionaries)


def _values(field: AnyField, test: FieldTest, dictionaries: Mapping[str, Collection[str]]) -> Iterator[Mistake]:
    several = isinstance(field, ChoiceField) and field.multiple
    most = 200 if several and test.op not in PRESENCE else MOST_VALUES.get(test.op, 1)
    if len(test.values) > most:
        yield Mistake("values", f"最多 {most} 个值", f"at most {most} values")
    if not test.values and most:
        yield Mistake("values", "至少一个值", "at least one value")
    for index, value in enumerate(test.values):
        if not _readable(field, value, dictionaries):
            place = f"values.{index}"
            yield Mistake(place, f"{field.kind} 字段不会有值“{value}”", f"“{value}” is no value of this field")


def _readable(field: AnyField, value: str, dictionaries: Mapping[str, Collection[str]]) -> bool:
    if isinstance(field, ChoiceField):
        return field.dictionary not in dictionaries or value in dictionaries[field.dictionary]
    if field.kind in NUMERIC:
        return number(value) is not None
    match field.kind:
        case ValueKind.BOOLEAN:
            return value in {"true", "false"}
        case ValueKind.DATE:
            return day(value) is not None
        case ValueKind.DATETIME:
            return instant(value) is not None
    return bool(value)


def _circles(form: Form) -> Iterator[Mistake]:
    for field in form.fields:
        if field.key in fields_of(field.required_when):
            text = "whether it is required cannot hang on itself"
            yield Mistake(f"fields.{field.key}.requiredWhen", "是否必填不能取决于自身", text, MistakeCode.CYCLE)
    try:
        order(form)
    except CycleError as error:
        keys: list[str] = error.args[1]
        circle = " → ".join(keys)
        text = f"its conditions go round in a circle: {circle}"
        yield Mistake(f"fields.{keys[0]}", f"条件循环引用：{circle}", text, MistakeCode.CYCLE)
