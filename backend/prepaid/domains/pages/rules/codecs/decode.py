"""The one way from a sent value to a clean one."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from prepaid.domains.pages.rules.codecs.choices import read_boolean, read_choice, read_reference
from prepaid.domains.pages.rules.codecs.dates import read_date
from prepaid.domains.pages.rules.codecs.numbers import read_number
from prepaid.domains.pages.rules.codecs.texts import read_text
from prepaid.domains.pages.rules.codecs.uploads import read_upload
from prepaid.domains.pages.rules.fields import (
    AnyField,
    BooleanField,
    ChoiceField,
    DateField,
    NumberField,
    ReferenceField,
    TextField,
    UploadField,
)
from prepaid.kit import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """What reading depends on beside the field itself."""

    options: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Values of each dictionary that may be chosen."""
    today: date = field(default_factory=clock.today_shanghai)
    accept_fictitious: bool = False
    """Whether identity numbers of demos and tests are taken (`kit.identifiers.id_card`)."""


def decode(field: AnyField, value: Any, decoding: Decoding) -> Any:
    """The clean value of a field; the value is not empty. Lists of objects are the caller's.

    Raises:
        Unreadable: the field does not take it.
    """
    return _READERS[type(field)](field, value, decoding)


_READERS: Final[Mapping[type, Callable[[Any, Any, Any], Any]]] = {
    TextField: lambda field, value, decoding: read_text(field, value, accept_fictitious=decoding.accept_fictitious),
    NumberField: lambda field, value, decoding: read_number(field, value),
    ChoiceField: lambda field, value, decoding: read_choice(field, value, decoding.options.get(field.dictionary, ())),
    DateField: lambda field, value, decoding: read_date(field, value, decoding.today),
    BooleanField: lambda field, value, decoding: read_boolean(value),
    ReferenceField: lambda field, value, decoding: read_reference(field, value),
    UploadField: lambda field, value, decoding: read_upload(field, value, decoding.today),
}
