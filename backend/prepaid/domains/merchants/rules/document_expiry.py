"""When people are told that a document expires (资质到期)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from prepaid.domains.pages.rules.fields import UploadField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.nested import get

REMINDERS: Final = (30, 7, 1)
"""Days before the end at which people are told."""
SALES: Final = "sales"
"""Capability that a form's document pauses when it has expired."""


class DocumentState(StrEnum):
    """How a document stands (证照状态)."""

    VALID = "VALID"
    EXPIRING = "EXPIRING"
    EXPIRED = "EXPIRED"
    REPLACED = "REPLACED"


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedDocument:
    """A document that the bank has accepted, under the key of the form's field that it was uploaded by."""

    code: str
    name_zh: str
    name_en: str
    expires_on: date | None
    """Last legal day on which it is valid; None: it has no end."""
    file: str | None = None
    """Token of its first file."""
    required: bool = True
    """Without it, valid, nothing may be sold."""


def reminder_due(expires_on: date, today: date, reminded_days: int | None) -> int | None:
    """The reminder that is due: the smallest of `REMINDERS` that has come, unless it or a later one was sent.

    A day that the job missed is made up for by the next run, once.
    """
    left = (expires_on - today).days
    come = [days for days in REMINDERS if left <= days]
    if left < 0 or not come:
        return None
    return min(come) if reminded_days is None or min(come) < reminded_days else None


def documents_in(form: Form, values: Mapping[str, Any]) -> Iterator[AcceptedDocument]:
    """The documents of a company's accepted data, those in lists not counted."""
    for field in form.outer:
        value = get(values, field.path)
        if not isinstance(field, UploadField) or field.kind is not ValueKind.DOCUMENT or not value:
            continue
        expires = value.get("expiresOn")
        yield AcceptedDocument(
            code=field.key,
            name_zh=field.label.zh,
            name_en=field.label.en,
            expires_on=date.fromisoformat(expires) if expires else None,
            file=next(iter(value.get("files") or ()), None),
            required=field.pauses == SALES,
        )
