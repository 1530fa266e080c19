"""What the admin's own texts are, and which words should never be read by anybody."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from tests.e2e.site import FRONTEND, ROOT

NAMES: Final = frozenset(
    {"中文", "English", "Ctrl", "Esc", "Enter", "PIN", "CSV", "Excel", "PDF", "API", "APPID", "JSON", "TOTP", "SMS"}
    | {"GraphQL", "Chrome", "Firefox", "Safari", "Edge", "Linux", "Windows", "macOS", "Android", "iOS"}
)
"""What stands in a text of another language: names of languages, keys, formats and programs."""


@cache
def texts(locale: str) -> dict[str, Any]:
    """The texts of a language, as they are delivered: `en.json`, and `designer.en.json` for a part of the admin."""
    found: dict[str, Any] = {}
    for file in sorted((FRONTEND / "src" / "i18n").glob(f"*{locale}.json")):
        found |= json.loads(file.read_text())
    return found


def text(locale: str, key: str) -> str:
    """One text, by its key `common.cancel`."""
    found: Any = texts(locale)
    for name in key.split("."):
        found = found[name]
    return str(found)


@cache
def text_keys() -> list[str]:
    """All keys: one of them on the screen stands for a text that is missing."""
    return [key for key, _ in _entries(texts("zh-CN"), "") if "." in key]


@cache
def raw_words() -> list[str]:
    """Values of the schema's enums, but for those that our own texts use as names."""
    schema = (ROOT / "schema.graphql").read_text()
    blocks = re.findall(r"^enum \w+[^{]*\{(.*?)^\}", schema, re.DOTALL | re.MULTILINE)
    words = {word for block in blocks for word in re.findall(r"^  ([A-Z][A-Z0-9_]+)\b", block, re.MULTILINE)}
    own = {word for _, value in _entries(texts("zh-CN"), "") for word in re.findall(r"[A-Z][A-Z0-9_]+", value)}
    return sorted(words - own - NAMES)


def _entries(part: dict[str, Any], before: str) -> Iterator[tuple[str, str]]:
    for name, value in part.items():
        if isinstance(value, dict):
            yield from _entries(value, f"{before}{name}.")
        else:
            yield before + name, str(value)
