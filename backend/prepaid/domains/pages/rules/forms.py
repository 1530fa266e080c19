"""A form: sections, fields and the dictionaries of its own choices."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.conditions import When
from prepaid.domains.pages.rules.fields import AnyField, FormField, ListField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.plain import PLAIN, Key
from prepaid.domains.pages.rules.text import Text


class FormLayout(StrEnum):
    """How a form is laid out."""

    SINGLE = "SINGLE"
    TWO_COLUMN = "TWO_COLUMN"
    STEPS = "STEPS"
    TABS = "TABS"


class Tone(StrEnum):
    """What a value or an action signals."""

    NEUTRAL = "NEUTRAL"
    INFO = "INFO"
    SUCCESS = "SUCCESS"
    WARNING = "WARNING"
    DANGER = "DANGER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One value of a dictionary. A disabled one is still shown where it was chosen before."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    value: Annotated[str, Field(min_length=1, max_length=100)]
    label: Text
    tone: Tone | None = None
    disabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormDictionary:
    """The options of a choice, in order."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    name: Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,63}$")]
    options: Annotated[tuple[Option, ...], Field(min_length=1, max_length=500)]

    @property
    def key(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSection:
    """A part of a form with a heading; hidden with everything in it when its condition fails."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    title: Text
    collapsed: bool = False
    visible_when: When = ()


@dataclass(frozen=True, kw_only=True)
class Form:
    """A form definition (表单)."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    layout: FormLayout = FormLayout.SINGLE
    sections: Annotated[tuple[FormSection, ...], Field(max_length=50)] = ()
    fields: Annotated[tuple[FormField, ...], Field(max_length=500)]
    dictionaries: Annotated[tuple[FormDictionary, ...], Field(max_length=100)] = ()

    @cached_property
    def by_key(self) -> Mapping[str, AnyField]:
        return {field.key: field for field in self.fields}

    @cached_property
    def kinds(self) -> Mapping[str, ValueKind]:
        """Kind of each field, as conditions read them."""
        return {field.key: field.kind for field in self.fields}

    @cached_property
    def lists(self) -> Mapping[str, ListField]:
        """The list that an item field belongs to, by the item field's key."""
        return {key: field for field in self.fields if isinstance(field, ListField) for key in field.item_field_keys}

    @cached_property
    def outer(self) -> tuple[AnyField, ...]:
        """The fields that stand in the form itself, in order."""
        return tuple(field for field in self.fields if field.key not in self.lists)

    def items_of(self, field: ListField) -> tuple[AnyField, ...]:
        return tuple(self.by_key[key] for key in field.item_field_keys)

    @cached_property
    def sections_by_key(self) -> Mapping[str, FormSection]:
        return {section.key: section for section in self.sections}

    @cached_property
    def options(self) -> Mapping[str, tuple[Option, ...]]:
        return {dictionary.name: dictionary.options for dictionary in self.dictionaries}
