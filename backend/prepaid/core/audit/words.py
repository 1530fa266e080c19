"""What the objects of the audit trail, and their values, are called: declared by each domain, for people who read it.

    describe("Role", "角色", "Role", naming="role", fields={
        "nameZh": field("中文名称", "Chinese name"),
        "grants": field("权限", "Permissions", "permission"),
        "session": None,
    })

A path is that of `diff`; `*` stands for any one step of it. None hides a value that only machines read.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Words = tuple[str, str]
"""Chinese, English."""


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A value: what it is called, and what its values are called."""

    words: Words
    values: Mapping[str, Words] | str | None = None
    """Words for each value, or the naming (`names.naming`) that finds them."""
    keys: str | None = None
    """Naming of the step that `*` stands for; it is put before the field's own words."""
    whole: bool = False
    """A structure of which only is said that it was changed."""
    within: bool = False
    """Values mean something within their object only: the naming is asked for `<id of the object>/<value>`."""


@dataclass(frozen=True, slots=True)
class ObjectWords:
    """A type of object."""

    words: Words
    naming: str | None
    """Naming of an object by its id."""
    fields: Mapping[str, FieldWords | None]

    def field(self, path: str) -> FieldWords | None:
        """The words of a path. Raises `KeyError` for one that nobody has described."""
        if path in self.fields:
            return self.fields[path]
        steps = path.split(".")
        for place in range(len(steps)):
            pattern = ".".join([*steps[:place], "*", *steps[place + 1 :]])
            if pattern in self.fields:
                return self.fields[pattern]
        return self.fields[path]


DESCRIBED: Final[dict[str, ObjectWords]] = {}
COMMON: Final[Mapping[str, FieldWords | None]] = {
    "code": FieldWords(("代码", "Code")),
    "name": FieldWords(("名称", "Name")),
    "nameZh": FieldWords(("中文名称", "Chinese name")),
    "nameEn": FieldWords(("英文名称", "English name")),
    "version": FieldWords(("版本", "Version")),
}
"""Fields that are called the same wherever they are."""


def field(
    zh: str,
    en: str,
    values: Mapping[str, Words] | str | None = None,
    *,
    keys: str | None = None,
    whole: bool = False,
    within: bool = False,
) -> FieldWords:
    """Words of a value; see `FieldWords`."""
    return FieldWords((zh, en), values, keys, whole, within)


def describe(
    object_type: str,
    zh: str,
    en: str,
    *,
    naming: str | None = None,
    fields: Mapping[str, FieldWords | None] | None = None,
) -> None:
    """Say what a type of object and its values are called.

    Raises:
        ValueError: the type is described already.
    """
    if object_type in DESCRIBED:
        raise ValueError(f"{object_type} is described twice")
    DESCRIBED[object_type] = ObjectWords((zh, en), naming, {**COMMON, **(fields or {})})
