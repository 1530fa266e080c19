"""Overlays (页面调整): patches by key that turn a base page into a template's and a merchant type's own.

    {"ops": [{"op": "set", "at": "columns.phone", "values": {"width": 160}},
             {"op": "add", "at": "columns", "after": "name", "value": {…}},
             {"op": "move", "at": "columns.status", "before": "name"},
             {"op": "replace", "at": "filters.status", "value": {…}},
             {"op": "remove", "at": "actions.suspend"}]}

`at` leads by names and keys from the page to a part; empty, it is the page itself.
"""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.layout.pages import AnyPage, Page
from prepaid.domains.pages.rules.layout.shell import Shell
from prepaid.domains.pages.rules.mistakes import InvalidDefinition, Mistake
from prepaid.domains.pages.rules.plain import PLAIN, name_of, read, write

Json = dict[str, Any]
At = Annotated[str, Field(pattern=r"^([A-Za-z][A-Za-z0-9]*(\.[A-Za-z][A-Za-z0-9]*)*)?$", max_length=400)]

FIXED: Final = frozenset({"key", "kind", "permission", "needs", "component"})
"""What an overlay never changes: a part stays what it is, and guarded by what guards it."""
FIXED_OF_PAGE: Final = FIXED | {"path", "parent"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValues:
    """Change some properties of a part; null takes one back to its default."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    op: Literal["set"]
    at: At
    values: Annotated[Json, Field(min_length=1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Add:
    """Add a part to a list: before or after another, else at the end."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    op: Literal["add"]
    at: At
    value: Json
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Put another part of the same key in the place of one."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    op: Literal["replace"]
    at: At
    value: Json


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """Take a part away."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    op: Literal["remove"]
    at: At


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Move a part within its list: before or after another, else to the end."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    op: Literal["move"]
    at: At
    before: str | None = None
    after: str | None = None


Op = Annotated[SetValues | Add | Replace | Remove | Move, Field(discriminator="op")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """Changes in the order in which they are made."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    ops: Annotated[tuple[Op, ...], Field(max_length=200)]


def patched_page(page: AnyPage, overlays: Sequence[Overlay]) -> AnyPage:
    """The page with the overlays on it, the first one first.

    Raises:
        InvalidDefinition: an overlay names what is not there, or leads to something that is no page.
    """
    if not overlays:
        return page
    patched: AnyPage = read(Page, patched_plain(write(page), overlays))  # type: ignore[arg-type]
    return patched


def patched_shell(shell: Shell, overlays: Sequence[Overlay]) -> Shell:
    """The same for navigation and landing."""
    return read(Shell, patched_plain(write(shell), overlays)) if overlays else shell


def patched_plain(plain: Json, overlays: Sequence[Overlay]) -> Json:
    """The same on plain JSON; `tests/vectors/overlays.json` holds the page editor's differences to it."""
    for overlay in overlays:
        plain = deepcopy(plain)
        for number, op in enumerate(overlay.ops):
            try:
                _apply(plain, op)
            except _Wrong as wrong:
                raise InvalidDefinition([Mistake(f"ops.{number}.{wrong.place}", wrong.zh, wrong.en)]) from wrong
    return plain


class _Wrong(Exception):
    def __init__(self, place: str, zh: str, en: str) -> None:
        super().__init__(en)
        self.place, self.zh, self.en = place, zh, en


def _apply(page: Json, op: Op) -> None:
    match op:
        case SetValues():
            _set(page, op)
        case Add():
            _add(page, op)
        case Replace():
            parts, index = _part(page, op.at)
            _check_guard(parts[index], op.value)
            parts[index] = deepcopy(op.value)
        case Remove():
            parts, index = _part(page, op.at)
            del parts[index]
        case Move():
            parts, index = _part(page, op.at)
            part = parts.pop(index)
            parts.insert(_place(parts, op.before, op.after), part)


def _set(page: Json, op: SetValues) -> None:
    target = _found(page, op.at.split(".") if op.at else [], op.at)
    if not isinstance(target, dict):
        raise _Wrong("at", f"{op.at} 不是可设置的部分", f"{op.at} is a list: name a part of it")
    fixed = FIXED if op.at else FIXED_OF_PAGE
    for name, value in op.values.items():
        if name in fixed:
            raise _Wrong(f"values.{name}", f"{name} 不能调整", f"{name} cannot be changed by an overlay")
        if value is None:
            target.pop(name, None)
        else:
            target[name] = deepcopy(value)


def _add(page: Json, op: Add) -> None:
    *steps, name = op.at.split(".")
    parent = _found(page, steps, op.at)
    if not isinstance(parent, dict) or not isinstance(parent.setdefault(name, []), list):
        raise _Wrong("at", f"{op.at} 不是列表", f"{op.at} is no list")
    parts, key = parent[name], name_of(op.value)
    if key is None:
        raise _Wrong("value.key", "缺少 key", "it has no key")
    if _index(parts, key) is not None:
        raise _Wrong("value.key", f"{op.at} 中已有 {key}", f"{op.at} holds {key} already")
    parts.insert(_place(parts, op.before, op.after), deepcopy(op.value))


def _check_guard(old: Json, new: Json) -> None:
    if name_of(new) != name_of(old):
        raise _Wrong("value.key", "替换后的 key 必须相同", "the key has to stay the same")
    if new.get("permission") != old.get("permission"):
        raise _Wrong("value.permission", "权限不能调整", "the permission has to stay the same")


def _found(page: Json, steps: Sequence[str], at: str) -> Any:
    found: Any = page
    for step in steps:
        if isinstance(found, list):
            index = _index(found, step)
            found = None if index is None else found[index]
        else:
            found = found.get(step) if isinstance(found, dict) else None
        if found is None:
            raise _Wrong("at", f"{at} 中没有 {step}", f"there is no {step} in {at}")
    return found


def _part(page: Json, at: str) -> tuple[list[Json], int]:
    *steps, key = at.split(".")
    parts = _found(page, steps, at)
    index = _index(parts, key) if isinstance(parts, list) else None
    if index is None:
        raise _Wrong("at", f"没有 {at}", f"there is no {at}")
    return parts, index


def _place(parts: list[Json], before: str | None, after: str | None) -> int:
    if before is not None and after is not None:
        raise _Wrong("before", "before 与 after 只能填一个", "give before or after, not both")
    neighbour = before or after
    if neighbour is None:
        return len(parts)
    index = _index(parts, neighbour)
    if index is None:
        raise _Wrong("before" if before else "after", f"没有 {neighbour}", f"there is no {neighbour}")
    return index + (after is not None)


def _index(parts: Sequence[Any], key: str) -> int | None:
    return next((index for index, part in enumerate(parts) if name_of(part) == key), None)
