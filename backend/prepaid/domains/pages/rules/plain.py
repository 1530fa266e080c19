"""Definitions as plain JSON and back: camel-case names, nothing unknown, every mistake with its place."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Final, TypeVar

from pydantic import AfterValidator, ConfigDict, StringConstraints, TypeAdapter, ValidationError
from pydantic.alias_generators import to_camel

from prepaid.domains.pages.rules.mistakes import InvalidDefinition, Mistake, at
from prepaid.kit.text import InvalidText, clean_text

D = TypeVar("D")

PLAIN: Final = ConfigDict(
    extra="forbid",
    alias_generator=to_camel,
    validate_by_alias=True,
    validate_by_name=False,
    serialize_by_alias=True,
    ser_json_inf_nan="null",
)
"""How a dataclass of definitions is read and written."""

LONGEST_TEXT: Final = 2_000


def _clean(value: str) -> str:
    try:
        return clean_text(value, max_length=LONGEST_TEXT, multiline=True)
    except InvalidText as error:
        raise ValueError(error.reason.value) from error


Label = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_TEXT), AfterValidator(_clean)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z][A-Za-z0-9]{0,63}$")]
"""Names a part within its page or form: lower camel case, stable for ever."""
Dotted = Annotated[str, StringConstraints(pattern=r"^[a-z][A-Za-z0-9_]{0,63}(\.[a-z][A-Za-z0-9_]{0,63}){0,7}$")]
"""A path into a value, or a dotted key."""

_adapters: dict[Any, TypeAdapter[Any]] = {}


def read(kind: type[D], data: object) -> D:
    """Read plain JSON.

    Raises:
        InvalidDefinition: unknown or missing names, wrong types; places use keys where parts have keys.
    """
    try:
        parsed: D = _adapter(kind).validate_python(data)
    except ValidationError as error:
        raise InvalidDefinition(_mistake(data, found) for found in _innermost(error)) from error
    return parsed


def _innermost(error: ValidationError) -> list[Any]:
    """Without what follows from another mistake: a list whose only item is wrong is not too short."""
    found = error.errors(include_url=False)
    places = [one["loc"] for one in found]
    return [
        one
        for one, place in zip(found, places, strict=True)
        if not any(len(other) > len(place) and other[: len(place)] == place for other in places)
    ]


def write(value: object) -> Any:
    """Plain JSON of a definition; what stands at its default is left out."""
    return _adapter(type(value)).dump_python(value, mode="json", exclude_defaults=True)


def _adapter(kind: Any) -> TypeAdapter[Any]:
    adapter = _adapters.get(kind)
    if adapter is None:
        adapter = _adapters.setdefault(kind, TypeAdapter(kind))
    return adapter


def name_of(part: object) -> str | None:
    """What a part is called within its list: dictionaries by name, options by value."""
    if not isinstance(part, Mapping):
        return None
    name = part.get("key") or part.get("name") or part.get("value")
    return name if isinstance(name, str) else None


def place_in(data: object, location: Sequence[object]) -> str:
    """The place that a path of names and indexes leads to, with the keys of parts instead of their indexes."""
    parts: list[object] = []
    for step in location:
        if isinstance(step, int) and isinstance(data, Sequence) and not isinstance(data, str) and step < len(data):
            data = data[step]
            parts.append(name_of(data) or step)
        elif isinstance(data, Mapping) and step in data:
            data = data[step]
            parts.append(step)
        elif isinstance(data, Mapping) and isinstance(step, str) and (step[:1].isupper() or step == data.get("op")):
            # The class that a kind or an op stands for: a name of this code, not of the definition.
            continue
        else:
            parts.append(step)
    return at(*parts)


_TEXTS: Final = {
    "extra_forbidden": ("没有这一项", "there is no such property"),
    "missing": ("缺少这一项", "this is missing"),
    "union_tag_invalid": ("未知的种类 {tag}", "there is no kind {tag}"),
    "union_tag_not_found": ("缺少种类 kind", "its kind is missing"),
    "enum": ("不是可选值，可选：{expected}", "must be one of {expected}"),
    "literal_error": ("不是可选值，可选：{expected}", "must be one of {expected}"),
    "string_pattern_mismatch": ("名称格式不正确", "a key is a lower-case letter, then letters and digits"),
    "string_too_short": ("不能为空", "must not be empty"),
    "string_too_long": ("文字过长", "the text is too long"),
}


def _mistake(data: object, found: Any) -> Mistake:
    zh, en = _TEXTS.get(found["type"], ("内容不正确", found["msg"]))
    context = found.get("ctx", {})
    return Mistake(place_in(data, found["loc"]), zh.format(**context), en.format(**context) if context else en)
