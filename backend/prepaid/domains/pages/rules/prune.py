"""What a form makes of values that somebody sent: the clean ones, and every problem with its path.

The browser drops what its conditions hide; the server checks that it did. A value that is hidden and sent
all the same is refused and not dropped: whoever sent it did not fill in this form.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from prepaid.domains.pages.rules.codecs import Decoding, decode
from prepaid.domains.pages.rules.conditions import Reader, When, holds
from prepaid.domains.pages.rules.fields import AnyField, ListField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.nested import get, misshapen, put, strangers, tree
from prepaid.domains.pages.rules.order import order
from prepaid.domains.pages.rules.problems import Path, Problem, ProblemCode, Unreadable
from prepaid.domains.pages.rules.readings import is_empty

Fields = tuple[AnyField, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome; `values` hold what is good, also when there are problems."""

    values: dict[str, Any]
    problems: tuple[Problem, ...]


def prune_and_check(
    form: Form,
    values: Any,
    *,
    decoding: Decoding | None = None,
    stored: Mapping[str, Any] | None = None,
    locked: Collection[str] = (),
    draft: bool = False,
) -> Checked:
    """Check values against a form that has no mistakes.

    `stored` are the values of before: a read-only field keeps its stored value, and sending another is a
    problem. `locked` are keys of further fields that are read-only now, e.g. accepted by a reviewer. A
    `draft` may lack what is required. `decoding` without options of its own takes the form's dictionaries.
    """
    if not isinstance(values, Mapping):
        return Checked({}, (Problem((), ProblemCode.FIELD_TYPE),))
    decoding = decoding or Decoding()
    options = {name: {option.value for option in of} for name, of in form.options.items()}
    decoding = Decoding(
        options={**decoding.options, **options}, today=decoding.today, accept_fictitious=decoding.accept_fictitious
    )
    check = _Check(form, decoding, frozenset(locked), draft)
    clean = check.level(form.outer, values, stored or {}, (), lambda key: None)
    return Checked(clean, tuple(check.problems))


@dataclass(slots=True)
class _Check:
    form: Form
    decoding: Decoding
    locked: frozenset[str]
    draft: bool
    problems: list[Problem] = field(default_factory=list)

    def level(
        self, fields: Fields, sent: Mapping[str, Any], stored: Mapping[str, Any], at: Path, outside: Reader
    ) -> dict[str, Any]:
        """The form itself, or one item of a list: `outside` reads the fields around it."""
        known = tree(field.path for field in fields)
        self.problems += [Problem(path, ProblemCode.FIELD_UNKNOWN) for path in strangers(sent, known, at)]
        self.problems += [Problem(path, ProblemCode.FIELD_TYPE) for path in misshapen(sent, known, at)]
        level = _Level(self, fields, sent, stored, outside)
        clean: dict[str, Any] = {}
        for one in fields:
            value = self._value(one, level, (*at, *one.path))
            if value is not None:
                put(clean, one.path, value)
        return clean

    def _value(self, one: AnyField, level: "_Level", at: Path) -> Any:
        value = get(level.sent, one.path)
        if one.key in level.hidden:
            if not is_empty(value):
                self.problems.append(Problem(at, ProblemCode.FIELD_HIDDEN))
            return None
        before = get(level.stored, one.path)
        if one.key in level.read_only:
            if not is_empty(value) and value != before:
                self.problems.append(Problem(at, ProblemCode.FIELD_READ_ONLY))
            return before
        clean = None if is_empty(value) else self._decoded(one, value, before, level, at)
        if clean is None and (one.required or level.holds(one.required_when)) and not self.draft:
            self._require(at)
        return clean

    def _decoded(self, one: AnyField, value: Any, before: Any, level: "_Level", at: Path) -> Any:
        try:
            if isinstance(one, ListField):
                return self._items(one, value, before, level, at)
            return decode(one, value, self.decoding)
        except Unreadable as error:
            self.problems.append(error.problem(at))
            return None

    def _items(self, one: ListField, value: Any, before: Any, level: "_Level", at: Path) -> list[dict[str, Any]]:
        if not isinstance(value, list):
            raise Unreadable(ProblemCode.FIELD_TYPE)
        if len(value) > one.max_items:
            raise Unreadable(ProblemCode.TOO_MANY, max=one.max_items)
        if one.min_items is not None and len(value) < one.min_items and not self.draft:
            self.problems.append(Problem(at, ProblemCode.TOO_FEW, {"min": one.min_items}))
        fields = self.form.items_of(one)
        items = []
        for index, item in enumerate(value):
            if not isinstance(item, Mapping):
                raise Unreadable(ProblemCode.FIELD_TYPE, path=(index,))
            old = before[index] if isinstance(before, list) and index < len(before) else {}
            items.append(self.level(fields, item, old, (*at, index), level.read))
        return items

    def _require(self, at: Path) -> None:
        # A value that could not be read has its problem already.
        if not any(problem.path[: len(at)] == at for problem in self.problems):
            self.problems.append(Problem(at, ProblemCode.FIELD_REQUIRED))


class _Level:
    """Which fields of one level are there, and what conditions read of them."""

    def __init__(
        self,
        check: _Check,
        fields: Fields,
        sent: Mapping[str, Any],
        stored: Mapping[str, Any],
        outside: Reader,
    ) -> None:
        self.form, self.sent, self.stored, self.outside = check.form, sent, stored, outside
        self.hidden: set[str] = set()
        self.read_only: set[str] = set()
        self.effective: dict[str, Any] = {}
        for one in order(check.form, fields):
            if not self._is_visible(one):
                self.hidden.add(one.key)
                self.effective[one.key] = None
                continue
            if one.key in check.locked or one.read_only or self.holds(one.read_only_when):
                self.read_only.add(one.key)
            self.effective[one.key] = get(stored if one.key in self.read_only else sent, one.path)

    def read(self, key: str) -> Any:
        return self.effective[key] if key in self.effective else self.outside(key)

    def holds(self, when: When) -> bool:
        return holds(when, self.read, self.form.kinds)

    def _is_visible(self, one: AnyField) -> bool:
        section = self.form.sections_by_key.get(one.section or "")
        return all(not when or self.holds(when) for when in (one.visible_when, section.visible_when if section else ()))
