"""Fields: one grammar for forms, filters, actions and settings."""

from typing import Annotated, TypeAlias

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.pages.graph.types.operations import OperationRef
from prepaid.domains.pages.rules.fields import ChoiceWidget, ExpiryRule, PatternName
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind


@strawberry.type(description="One test of a field; its values are canonical texts, read by the kind of the field.")
class FieldTest:
    """See `rules.conditions.FieldTest`."""

    __test__ = False

    field: strawberry.ID = strawberry.field(description="Key of the field")
    op: TestOp = strawberry.field(description="What is asked of it")
    values: list[str] = strawberry.field(description="What it is compared with")


@strawberry.type(description="Passes when all its tests pass; a condition holds when any group passes.")
class ConditionGroup:
    """See `rules.conditions.ConditionGroup`."""

    all: list[FieldTest] = strawberry.field(description="The tests")


@strawberry.interface(description="What every field has. A condition without a group is no condition.")
class FieldBase:
    """See `rules.fields.FieldBase`."""

    key: strawberry.ID = strawberry.field(description="Name of the field in its form")
    input_path: str = strawberry.field(description="Where its value stands in the input")
    label: str = strawberry.field(description="What it is called")
    kind: ValueKind = strawberry.field(description="Kind of its value")
    required: bool = strawberry.field(description="Whether a value has to be given")
    read_only: bool = strawberry.field(description="Whether the value stays as it is")
    help: str | None = strawberry.field(description="Explanation below it")
    placeholder: str | None = strawberry.field(description="Example inside it")
    span: int = strawberry.field(description="Width on a grid of 24; 0 leaves it to the layout")
    section: strawberry.ID | None = strawberry.field(description="Key of the section it stands in")
    initial: JSON | None = strawberry.field(description="What a new form starts with")
    visible_when: list[ConditionGroup] | None = strawberry.field(description="When it is there at all")
    required_when: list[ConditionGroup] | None = strawberry.field(description="When a value has to be given")
    read_only_when: list[ConditionGroup] | None = strawberry.field(description="When the value stays as it is")


@strawberry.type(description="A text.")
class TextField(FieldBase):
    """See `rules.fields.TextField`."""

    min_length: int | None = strawberry.field(description="Fewest characters")
    max_length: int | None = strawberry.field(description="Most characters")
    pattern: PatternName | None = strawberry.field(description="What the text has to be, by name")
    multiline: bool = strawberry.field(description="Whether it may have line breaks")
    secret: bool = strawberry.field(description="Whether it is hidden while it is typed")


@strawberry.type(description="A number. `min` and `max` are in the unit that travels: fen, basis points.")
class NumberField(FieldBase):
    """See `rules.fields.NumberField`."""

    min: str | None = strawberry.field(description="Least value")
    max: str | None = strawberry.field(description="Greatest value")
    scale: int = strawberry.field(description="Decimals that may be typed")
    unit: str | None = strawberry.field(description="Unit shown behind it")


@strawberry.type(description="One option of a dictionary, or several.")
class ChoiceField(FieldBase):
    """See `rules.fields.ChoiceField`."""

    dictionary: strawberry.ID = strawberry.field(description="Dictionary of the form, else of the platform")
    multiple: bool = strawberry.field(description="Whether several may be chosen")
    widget: ChoiceWidget = strawberry.field(description="How it is shown")


@strawberry.type(description="A day, an instant or a range of days. Bounds: `2026-01-31`, `today`, `today+30`.")
class DateField(FieldBase):
    """See `rules.fields.DateField`."""

    not_before: str | None = strawberry.field(description="First day allowed")
    not_after: str | None = strawberry.field(description="Last day allowed")
    instants: bool = strawberry.field(description="Of a range filter: the days become instants in Asia/Shanghai")


@strawberry.type(description="A record that is picked by a search. REGION takes a code of GB/T 2260.")
class ReferenceField(FieldBase):
    """See `rules.fields.ReferenceField`."""

    search: OperationRef | None = strawberry.field(description="Answers what can be picked; null for a REGION")
    label_path: str = strawberry.field(description="What a record is called by")
    description_path: str | None = strawberry.field(description="What is said of it beside that")
    multiple: bool = strawberry.field(description="Whether several may be picked")
    depends_on: list[str] = strawberry.field(description="Fields whose values narrow the search")


@strawberry.type(description="Uploaded files, by the tokens of their uploads.")
class UploadField(FieldBase):
    """See `rules.fields.UploadField`."""

    purpose: str = strawberry.field(description="What they are for; decides the rules of the upload")
    accept: list[str] = strawberry.field(description="Media types")
    max_bytes: int = strawberry.field(description="Largest file, in bytes")
    max_files: int = strawberry.field(description="Most files")
    expiry: ExpiryRule = strawberry.field(description="Of a DOCUMENT: whether it carries the day it expires on")
    long_term: bool = strawberry.field(description="Of a DOCUMENT: whether it may be valid for ever")


@strawberry.type(description="Yes or no.")
class BooleanField(FieldBase):
    """See `rules.fields.BooleanField`."""


@strawberry.type(description="A list of objects. Its item fields stand in the same form, their paths within an item.")
class ListField(FieldBase):
    """See `rules.fields.ListField`."""

    item_field_keys: list[strawberry.ID] = strawberry.field(description="Fields of one item")
    min_items: int | None = strawberry.field(description="Fewest items")
    max_items: int | None = strawberry.field(description="Most items")


FieldConfig: TypeAlias = Annotated[
    TextField | NumberField | ChoiceField | DateField | ReferenceField | UploadField | BooleanField | ListField,
    strawberry.union("FieldConfig", description="A field of any kind."),
]
