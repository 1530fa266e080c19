"""The check of a whole form: names, places, paths; then each field and each condition."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import pairwise

from prepaid.domains.pages.rules.check.conditions import check_conditions
from prepaid.domains.pages.rules.check.field import check_field
from prepaid.domains.pages.rules.fields import AnyField, ListField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.mistakes import Mistake, MistakeCode, at


def check_form(
    form: Form,
    *,
    dictionaries: Mapping[str, Collection[str]] | None = None,
    targets: Collection[str] | None = None,
) -> list[Mistake]:
    """Every mistake of a form.

    `dictionaries` are the platform's, beside the form's own; `targets` the types that can be referred to
    (None leaves that open).
    """
    known = {**(dictionaries or {}), **{name: [o.value for o in options] for name, options in form.options.items()}}
    names = [*_names(form), *_lists(form)]
    if names:
        # Conditions and paths are read by key: with keys that mean two things there is nothing more to say.
        return names
    fields = (
        mistake.within(f"fields.{field.key}") for field in form.fields for mistake in check_field(field, known, targets)
    )
    return [*_sections(form), *_paths(form), *fields, *check_conditions(form, known)]


def _names(form: Form) -> Iterator[Mistake]:
    for group, keys in (
        ("fields", [field.key for field in form.fields]),
        ("sections", [section.key for section in form.sections]),
        ("dictionaries", [dictionary.name for dictionary in form.dictionaries]),
    ):
        yield from (_twice(at(group, key)) for key in repeated(keys))
    for dictionary in form.dictionaries:
        values = repeated(option.value for option in dictionary.options)
        yield from (_twice(at("dictionaries", dictionary.name, value)) for value in values)


def _lists(form: Form) -> Iterator[Mistake]:
    by_key = {field.key: field for field in form.fields}
    owners: dict[str, str] = {}
    for field in form.fields:
        if not isinstance(field, ListField):
            continue
        place = f"fields.{field.key}.itemFieldKeys"
        for key in field.item_field_keys:
            item = by_key.get(key)
            if item is None:
                yield Mistake(place, f"没有字段 {key}", f"there is no field {key}", MistakeCode.UNKNOWN_FIELD)
            elif isinstance(item, ListField):
                yield Mistake(place, f"{key} 本身是列表，列表不能嵌套", f"{key} is a list itself; lists do not nest")
            elif owners.setdefault(key, field.key) != field.key:
                other = owners[key]
                yield Mistake(place, f"{key} 已属于列表 {other}", f"{key} belongs to the list {other} already")
        for key in repeated(field.item_field_keys):
            yield Mistake(place, f"{key} 重复", f"{key} stands there twice")


def _sections(form: Form) -> Iterator[Mistake]:
    for field in form.fields:
        if field.section is None:
            continue
        place = f"fields.{field.key}.section"
        if field.section not in form.sections_by_key:
            yield Mistake(place, f"没有分组 {field.section}", f"there is no section {field.section}")
        elif field.key in form.lists:
            yield Mistake(place, "列表内的字段跟随列表所在分组", "a field of a list stands where its list stands")


def _paths(form: Form) -> Iterator[Mistake]:
    yield from _clashes(form.outer)
    for field in form.fields:
        if isinstance(field, ListField):
            yield from _clashes(form.items_of(field))


def _clashes(fields: Iterable[AnyField]) -> Iterator[Mistake]:
    ordered = sorted(fields, key=lambda field: field.path)
    for field, other in pairwise(ordered):
        if other.path[: len(field.path)] == field.path:
            path = ".".join(field.path)
            yield Mistake(
                f"fields.{other.key}.inputPath",
                f"与字段 {field.key} 的路径 {path} 冲突",
                f"clashes with the path {path} of the field {field.key}",
                MistakeCode.DUPLICATE_PATH,
            )


def repeated(values: Iterable[str]) -> list[str]:
    """The values that occur more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def _twice(place: str) -> Mistake:
    return Mistake(place, "名称重复", "this key is used twice", MistakeCode.DUPLICATE_KEY)
