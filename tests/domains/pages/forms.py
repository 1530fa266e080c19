"""The smallest forms that tests need."""

from typing import Any

from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read

NEEDED: dict[str, dict[str, Any]] = {
    **{kind: {"dictionary": "letters"} for kind in ("ENUM", "TAGS")},
    **{kind: {"target": "Merchant"} for kind in ("REFERENCE", "REGION")},
    **{kind: {"purpose": "licence"} for kind in ("FILE", "IMAGE", "DOCUMENT")},
}
LETTERS = {
    "name": "letters",
    "options": [{"value": letter, "label": {"zh": letter, "en": letter}} for letter in ("A", "B", "C")],
}


def label(text: str = "名称") -> dict[str, str]:
    return {"zh": text, "en": text}


def field(key: str, kind: str = "TEXT", **rest: Any) -> dict[str, Any]:
    """A field in plain JSON with what its kind needs."""
    return {"key": key, "kind": kind, "label": label(), **NEEDED.get(kind, {}), **rest}


def form(*fields: dict[str, Any], **rest: Any) -> Form:
    return read(Form, {"fields": list(fields), "dictionaries": [LETTERS], **rest})


def when(field: str, op: str, *values: str) -> list[dict[str, Any]]:
    """A condition of one test."""
    return [{"all": [{"field": field, "op": op, "values": list(values)}]}]
