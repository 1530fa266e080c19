"""The uploads inside the values of a form."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from prepaid.domains.pages.rules.fields import AnyField, ListField, UploadField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.nested import get


@dataclass(frozen=True, slots=True)
class Upload:
    """Tokens of one upload field, where they stand, and the list that holds them."""

    field: UploadField
    path: tuple[str, ...]
    tokens: list[str]


def uploads(form: Form, values: Mapping[str, Any]) -> Iterator[Upload]:
    """Every upload of a form's clean values, those in items of lists too."""
    yield from _below(form, form.outer, values, ())


def replace_tokens(form: Form, values: Mapping[str, Any], new: Callable[[str], str]) -> None:
    """Put other tokens in place of those in the values."""
    for upload in uploads(form, values):
        upload.tokens[:] = map(new, upload.tokens)


def _below(form: Form, fields: Sequence[AnyField], values: Mapping[str, Any], at: tuple[str, ...]) -> Iterator[Upload]:
    for field in fields:
        value = get(values, field.path)
        if isinstance(field, ListField) and isinstance(value, list):
            for index, item in enumerate(value):
                yield from _below(form, form.items_of(field), item, (*at, *field.path, str(index)))
        elif isinstance(field, UploadField) and value:
            if field.kind is ValueKind.DOCUMENT:
                yield Upload(field, (*at, *field.path, "files"), value["files"])
            else:
                yield Upload(field, (*at, *field.path), value)
