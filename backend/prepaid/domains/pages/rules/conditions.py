"""Conditions: an OR of ANDs of field tests.

They are evaluated alike here and in the browser: `tests/vectors/conditions.json` holds both to it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.kinds import EQUALITY, ORDERING, TestOp, ValueKind
from prepaid.domains.pages.rules.plain import PLAIN, Key
from prepaid.domains.pages.rules.readings import canonical, compare_as, equal_as, is_empty


@dataclass(frozen=True, slots=True)
class FieldTest:
    """One test: `values` are canonical texts, read by the kind of the field."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    field: Key
    op: TestOp
    values: Annotated[tuple[str, ...], Field(max_length=200)] = ()


@dataclass(frozen=True, slots=True)
class ConditionGroup:
    """Passes when all its tests pass."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    all: Annotated[tuple[FieldTest, ...], Field(min_length=1, max_length=20)]


When = Annotated[tuple[ConditionGroup, ...], Field(max_length=20)]
"""Holds when any group passes. Without a group there is no condition: what that means, the field says."""

Reader = Callable[[str], Any]
"""The value of a field by its key, as it travels; None when it has none or is hidden."""


def holds(when: Sequence[ConditionGroup], read: Reader, kinds: Mapping[str, ValueKind]) -> bool:
    """Whether any group passes. `kinds` knows every field that the condition names."""
    return any(all(passes(test, kinds[test.field], read(test.field)) for test in group.all) for group in when)


def fields_of(when: Iterable[ConditionGroup]) -> frozenset[str]:
    """Keys of the fields that a condition looks at."""
    return frozenset(test.field for group in when for test in group.all)


def passes(test: FieldTest, kind: ValueKind, value: Any) -> bool:
    """One test. An empty value passes only EMPTY, NE and NOT_IN; so does an object, which has no text to compare."""
    empty = is_empty(value)
    if test.op in {TestOp.EMPTY, TestOp.NOT_EMPTY}:
        return empty == (test.op is TestOp.EMPTY)
    negative = test.op in {TestOp.NE, TestOp.NOT_IN}
    several = isinstance(value, list | tuple)
    actual = None if empty else _texts(value if several else [value])
    if actual is None:
        return negative
    if test.op in ORDERING:
        order = None if several or not test.values else compare_as(kind, actual[0], test.values[0])
        return order is not None and _IN_ORDER[test.op](order)
    if test.op not in EQUALITY:
        return _any(kind, actual, test.values) != negative
    hit = _same_set(kind, actual, test.values) if several else _any(kind, actual, test.values[:1])
    return hit != negative


def _texts(values: Sequence[Any]) -> list[str] | None:
    texts = [text for value in values if (text := canonical(value)) is not None]
    return texts if len(texts) == len(values) else None


def _any(kind: ValueKind, actual: Sequence[str], wanted: Sequence[str]) -> bool:
    return any(equal_as(kind, text, other) for text in actual for other in wanted)


def _same_set(kind: ValueKind, actual: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(_any(kind, [text], wanted) for text in actual) and all(_any(kind, actual, [text]) for text in wanted)


_IN_ORDER: Final[Mapping[TestOp, Callable[[int], bool]]] = {
    TestOp.GT: lambda order: order > 0,
    TestOp.GTE: lambda order: order >= 0,
    TestOp.LT: lambda order: order < 0,
    TestOp.LTE: lambda order: order <= 0,
}
