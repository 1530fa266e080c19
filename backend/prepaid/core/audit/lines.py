"""What an act changed, in words: one line for each value, in the language of the reader."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final

from prepaid.core.audit.diff import Change
from prepaid.core.audit.words import DESCRIBED, FieldWords, ObjectWords
from prepaid.core.errors import Locale
from prepaid.kit.clock import SHANGHAI
from prepaid.kit.money import format_yuan

Find = Callable[[str, str], str | None]
"""`(naming, key)` to the name in the reader's language, as far as it is known."""

MOST_LINES: Final = 60
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)")
_NOTHING: Final = ObjectWords(("", ""), None, {})
_CHANGED: Final = ("已修改", "changed")
_TRUTH: Final = {True: ("是", "Yes"), False: ("否", "No")}


def wanted_names(object_type: str, before: Any, after: Any, of: object = None) -> Iterator[tuple[str, str]]:
    """The names that the lines of an act need: `(naming, key)`. `of` is the id of the object."""
    for change, words in _described(object_type, before, after):
        if words is None:
            continue
        if words.keys is not None:
            yield words.keys, _last_star(object_type, change.path)
        if isinstance(words.values, str):
            inside = f"{of}/" if words.within else ""
            yield from ((words.values, f"{inside}{value}") for value in _leaves(change))


def lines(
    object_type: str, before: Any, after: Any, find: Find, locale: Locale, of: object = None
) -> list[dict[str, Any]]:
    """`{label, before, after}` for a value, `{label, removed, added}` for a list; texts, absent as null."""

    def named(naming: str, key: str) -> str | None:
        return find(naming, key) or find(naming, f"{of}/{key}")

    found = [
        {"label": _label(object_type, change.path, words, named, locale), **line}
        for change, words in _described(object_type, before, after)
        if (line := _line(change, words, named, locale)) is not None
    ]
    return found[:MOST_LINES]


def _described(object_type: str, before: Any, after: Any) -> Iterator[tuple[Change, FieldWords | None]]:
    """Every value that differs with its words: None for one that nobody has described. Hidden ones are left out."""
    known = DESCRIBED.get(object_type, _NOTHING)
    order = {path: place for place, path in enumerate(known.fields)}
    old, new = _flat(before, known), _flat(after, known)
    differing = [Change(path, old.get(path), new.get(path)) for path in sorted(old.keys() | new.keys())]
    for change in sorted(differing, key=lambda change: order.get(change.path, len(order))):
        if change.before == change.after:
            continue
        try:
            words = known.field(change.path)
        except KeyError:
            yield change, None
            continue
        if words is not None:
            yield change, words


def _flat(value: Any, known: ObjectWords, prefix: str = "") -> dict[str, Any]:
    """Values by their dotted paths; a structure that counts as a whole stays one."""
    flat: dict[str, Any] = {}
    for name, item in (value or {}).items():
        path = f"{prefix}{name}"
        described = known.fields.get(path)
        if isinstance(item, Mapping) and not (described is not None and described.whole) and path not in known.fields:
            flat |= _flat(item, known, f"{path}.")
        else:
            flat[path] = item
    return flat


def _line(change: Change, words: FieldWords | None, find: Find, locale: Locale) -> dict[str, Any] | None:
    if words is not None and words.whole:
        return {"before": None, "after": _CHANGED[locale == "en"]}
    before, after = change.before, change.after
    if isinstance(before, list) or isinstance(after, list):
        old, new = _items(before), _items(after)
        removed = [_text(item, change.path, words, find, locale) for item in old if item not in new]
        added = [_text(item, change.path, words, find, locale) for item in new if item not in old]
        shown = {"removed": list(filter(None, removed)), "added": list(filter(None, added))}
        return shown if any(shown.values()) else None
    one = _text(before, change.path, words, find, locale)
    other = _text(after, change.path, words, find, locale)
    return None if one is None and other is None else {"before": one, "after": other}


def _text(value: Any, path: str, words: FieldWords | None, find: Find, locale: Locale) -> str | None:
    """A value as people read it; None for nothing, and for an id that has no name."""
    if value is None or value == "":
        return None
    values = words.values if words is not None else None
    if isinstance(values, str) and (name := find(values, str(value))) is not None:
        return name
    if isinstance(values, Mapping) and str(value) in values:
        return values[str(value)][locale == "en"]
    if isinstance(value, bool):
        return _TRUTH[value][locale == "en"]
    if isinstance(value, int) and path.endswith(("Fen", "_fen")):
        return f"¥{format_yuan(value)}"
    if isinstance(value, int) and path.endswith(("Bps", "_bps")):
        return f"{value / 100:g}%"
    if isinstance(value, Mapping):
        name = value.get("name")
        if isinstance(name, Mapping) and {"zh", "en"} <= name.keys():
            return str(name["en" if locale == "en" else "zh"])
        parts = (f"{name} {text}" for name, item in value.items() if (text := _text(item, name, None, find, locale)))
        return " · ".join(parts) or None
    if isinstance(value, list):
        return ", ".join(filter(None, (_text(item, path, None, find, locale) for item in value))) or None
    text = str(value)
    if is_id(text):
        return None
    if _INSTANT.fullmatch(text):
        return datetime.fromisoformat(text).astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    return text


def _label(object_type: str, path: str, words: FieldWords | None, find: Find, locale: Locale) -> str:
    if words is None:
        return path
    own = words.words[locale == "en"]
    if words.keys is None:
        return own
    key = _last_star(object_type, path)
    return f"{find(words.keys, key) or key} · {own}"


def _last_star(object_type: str, path: str) -> str:
    """The step of a path that stands where its pattern has a star."""
    known = DESCRIBED[object_type]
    steps = path.split(".")
    for place in range(len(steps)):
        if ".".join([*steps[:place], "*", *steps[place + 1 :]]) in known.fields:
            return steps[place]
    return path


def is_id(text: str) -> bool:
    """Whether a text is a UUID, which says nothing to a reader."""
    return _UUID.fullmatch(text) is not None


def _leaves(change: Change) -> Iterable[Any]:
    return [value for value in (*_items(change.before), *_items(change.after)) if value is not None]


def _items(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
