"""Values of a form as people read them."""

from typing import Any

from prepaid.domains.pages.rules.fields import AnyField, ListField, UploadField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.nested import get


def shown(form: Form, field: AnyField, value: Any, *, en: bool = False) -> str:
    """The text of one value; empty when there is none. Regions stay codes: the page knows their names."""
    if value is None or value == []:
        return ""
    if isinstance(field, ListField):
        return "；".join(
            "，".join(shown(form, item, get(each, item.path), en=en) for item in form.items_of(field)) for each in value
        )
    if isinstance(field, UploadField):
        return _document(value, en=en) if field.kind is ValueKind.DOCUMENT else ""
    match field.kind:
        case ValueKind.FEN:
            return f"¥{value / 100:,.2f}"
        case ValueKind.PERCENT:
            return f"{value / 100:g}%"
        case ValueKind.BOOLEAN:
            return ("Yes" if en else "是") if value else ("No" if en else "否")
        case ValueKind.ENUM:
            return _label(form, field, value, en=en)
        case ValueKind.TAGS:
            return ("、" if not en else ", ").join(_label(form, field, each, en=en) for each in value)
    return " – ".join(value.values()) if isinstance(value, dict) else str(value)


def _document(value: dict[str, Any], *, en: bool) -> str:
    until = value.get("expiresOn")
    if value.get("longTerm"):
        until = "no expiry" if en else "长期有效"
    elif until:
        until = f"until {until}" if en else f"有效期至 {until}"
    return " · ".join(part for part in (value.get("number"), until) if part)


def _label(form: Form, field: AnyField, value: str, *, en: bool) -> str:
    options = form.options.get(getattr(field, "dictionary", ""), ())
    found = next((option.label for option in options if option.value == value), None)
    return value if found is None else (found.en if en else found.zh)
