"""The fields of a form: one class for each way of filling one in."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, Literal, get_args, get_type_hints

from pydantic import ConfigDict, Discriminator, Field, Tag

from prepaid.domains.pages.rules.conditions import ConditionGroup, When
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key
from prepaid.domains.pages.rules.text import Text

COLUMNS_OF_GRID: Final = 24
LARGEST_FILE_BYTES: Final = 50 * 1024 * 1024
LONGEST_VALUE: Final = 20_000
SHORT_TEXT: Final = 200
LONG_TEXT: Final = 2_000


class PatternName(StrEnum):
    """What a text has to be (格式). Both sides know these by name; no expression travels."""

    CN_MOBILE = "CN_MOBILE"
    CN_ID_CARD = "CN_ID_CARD"
    ORG_CODE = "ORG_CODE"
    OLD_LICENCE = "OLD_LICENCE"
    WECHAT_APPID = "WECHAT_APPID"
    USCC = "USCC"
    BANK_CARD = "BANK_CARD"
    EMAIL = "EMAIL"
    POSTCODE = "POSTCODE"
    URL = "URL"


class ChoiceWidget(StrEnum):
    """How a choice is shown."""

    SELECT = "SELECT"
    RADIO = "RADIO"
    SEGMENTED = "SEGMENTED"
    CHECKBOXES = "CHECKBOXES"


class ExpiryRule(StrEnum):
    """Whether a document carries the day it expires on (有效期)."""

    NONE = "NONE"
    OPTIONAL = "OPTIONAL"
    REQUIRED = "REQUIRED"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldBase:
    """What every field has. A field without `input_path` is named by its key in the values."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    input_path: Dotted | None = None
    required: bool = False
    read_only: bool = False
    help: Text | None = None
    placeholder: Text | None = None
    span: Annotated[int, Field(ge=1, le=COLUMNS_OF_GRID)] | None = None
    """Width on a grid of 24; None leaves it to the form's layout."""
    section: Key | None = None
    visible_when: When = ()
    required_when: When = ()
    read_only_when: When = ()
    initial: Any = None
    """What a new form starts with; the server never fills it in."""
    permission: str | None = None
    """Permission code without which the field is not there."""

    @property
    def path(self) -> tuple[str, ...]:
        return tuple((self.input_path or self.key).split("."))

    @property
    def conditions(self) -> Mapping[str, tuple[ConditionGroup, ...]]:
        """The conditions by their names in plain JSON."""
        return {
            "visibleWhen": self.visible_when,
            "requiredWhen": self.required_when,
            "readOnlyWhen": self.read_only_when,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(FieldBase):
    """A text; lengths count code points. A secret is taken as it is typed and is never shown again."""

    kind: Literal[ValueKind.TEXT, ValueKind.LONG_TEXT, ValueKind.PHONE, ValueKind.URL]
    min_length: Annotated[int, Field(ge=1, le=LONGEST_VALUE)] | None = None
    max_length: Annotated[int, Field(ge=1, le=LONGEST_VALUE)] | None = None
    pattern: PatternName | None = None
    secret: bool = False

    @property
    def longest(self) -> int:
        return self.max_length or (LONG_TEXT if self.kind is ValueKind.LONG_TEXT else SHORT_TEXT)

    @property
    def form(self) -> PatternName | None:
        """The pattern that applies: the field's own, or its kind's."""
        implied = {ValueKind.PHONE: PatternName.CN_MOBILE, ValueKind.URL: PatternName.URL}
        return self.pattern or implied.get(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(FieldBase):
    """A number. INTEGER, FEN (分) and PERCENT (basis points) travel as integers, DECIMAL as text.

    `min` and `max` are in the unit that travels.
    """

    kind: Literal[ValueKind.INTEGER, ValueKind.DECIMAL, ValueKind.FEN, ValueKind.PERCENT]
    min: str | None = None
    max: str | None = None
    scale: Annotated[int, Field(ge=0, le=8)] | None = None
    """Decimals that may be typed."""
    unit: Text | None = None

    @property
    def decimals(self) -> int:
        if self.kind is ValueKind.INTEGER:
            return 0
        return 2 if self.scale is None else self.scale


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(FieldBase):
    """One of (ENUM) or some of (TAGS) the options of a dictionary: the form's own or the platform's."""

    kind: Literal[ValueKind.ENUM, ValueKind.TAGS]
    dictionary: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,63}$")]
    widget: ChoiceWidget = ChoiceWidget.SELECT

    @property
    def multiple(self) -> bool:
        return self.kind is ValueKind.TAGS


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(FieldBase):
    """A legal day (DATE), an instant (DATETIME) or two days, both included (DATE_RANGE).

    `not_before` and `not_after` are days: `2026-01-31`, `today`, `today+30` or `today-30`.
    """

    kind: Literal[ValueKind.DATE, ValueKind.DATETIME, ValueKind.DATE_RANGE]
    not_before: str | None = None
    not_after: str | None = None
    instants: bool = False
    """Of a DATE_RANGE filter: what it filters are instants, so the browser turns its days into instants."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BooleanField(FieldBase):
    """Yes or no; a required one must be answered, not agreed to."""

    kind: Literal[ValueKind.BOOLEAN]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceField(FieldBase):
    """A record that is picked, never typed: its global id. `target` is the GraphQL type that it names.

    REGION is an administrative division (行政区划), named by its code of GB/T 2260.
    """

    kind: Literal[ValueKind.REFERENCE, ValueKind.REGION]
    target: Annotated[str, Field(pattern=r"^[A-Z][A-Za-z]{0,63}$")] = "Region"
    multiple: bool = False
    depends_on: tuple[Key, ...] = ()
    """Fields whose values narrow the search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadField(FieldBase):
    """Files by the tokens of their uploads, always as a list. A DOCUMENT (证照) adds number and expiry."""

    kind: Literal[ValueKind.FILE, ValueKind.IMAGE, ValueKind.DOCUMENT]
    purpose: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,63}(\.[a-z][a-z0-9_]{0,63})?$")]
    """What the files are for: the file rules of that purpose apply too."""
    accept: tuple[str, ...] = ("image/jpeg", "image/png", "application/pdf")
    max_bytes: Annotated[int, Field(ge=1, le=LARGEST_FILE_BYTES)] = 10 * 1024 * 1024
    max_files: Annotated[int, Field(ge=1, le=50)] = 1
    expiry: ExpiryRule = ExpiryRule.NONE
    long_term: bool = False
    """Whether a document may be valid for ever (长期有效) instead of having an expiry."""
    pauses: str | None = None
    """Capability that pauses when the document has expired, e.g. `sales`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListField(FieldBase):
    """A list of objects; its item fields stand in the same form and name their paths within an item."""

    kind: Literal[ValueKind.JSON]
    item_field_keys: Annotated[tuple[Key, ...], Field(min_length=1, max_length=50)]
    min_items: Annotated[int, Field(ge=0, le=200)] | None = None
    max_items: Annotated[int, Field(ge=1, le=200)] = 50


AnyField = TextField | NumberField | ChoiceField | DateField | BooleanField | ReferenceField | UploadField | ListField

_CLASSES: Final[tuple[type[AnyField], ...]] = get_args(AnyField)
CLASS_OF: Final[Mapping[ValueKind, type[AnyField]]] = {
    kind: field for field in _CLASSES for kind in get_args(get_type_hints(field)["kind"])
}
"""The class that a field of a kind has: the kind alone says it."""


def _class_name(field: Any) -> str | None:
    kind: Any = field.get("kind") if isinstance(field, Mapping) else getattr(field, "kind", None)
    return CLASS_OF[ValueKind(kind)].__name__ if kind in ValueKind.__members__ else kind


FormField = Annotated[
    Annotated[TextField, Tag("TextField")]
    | Annotated[NumberField, Tag("NumberField")]
    | Annotated[ChoiceField, Tag("ChoiceField")]
    | Annotated[DateField, Tag("DateField")]
    | Annotated[BooleanField, Tag("BooleanField")]
    | Annotated[ReferenceField, Tag("ReferenceField")]
    | Annotated[UploadField, Tag("UploadField")]
    | Annotated[ListField, Tag("ListField")],
    Discriminator(_class_name),
]
