"""Forms and dictionaries."""

import strawberry

from prepaid.domains.pages.graph.types.fields import ConditionGroup, FieldConfig
from prepaid.domains.pages.rules.forms import FormLayout, Tone


@strawberry.type(description="One value of a dictionary.")
class Option:
    """See `rules.forms.Option`."""

    value: str = strawberry.field(description="The value as it travels")
    label: str = strawberry.field(description="What it is called")
    tone: Tone | None = strawberry.field(description="What it signals")
    disabled: bool = strawberry.field(description="Only shown where it was chosen before")


@strawberry.type(description="The options of a choice, in order.")
class Dictionary:
    """See `rules.forms.FormDictionary`."""

    name: strawberry.ID = strawberry.field(description="Name of the dictionary")
    options: list[Option] = strawberry.field(description="Its options")


@strawberry.type(description="A part of a form with a heading.")
class FormSection:
    """See `rules.forms.FormSection`."""

    key: strawberry.ID = strawberry.field(description="Name of the section in its form")
    title: str = strawberry.field(description="Its heading")
    collapsed: bool = strawberry.field(description="Whether it is closed at first")
    visible_when: list[ConditionGroup] | None = strawberry.field(description="When it is there at all")


@strawberry.type(description="A form.")
class FormConfig:
    """See `rules.forms.Form`."""

    layout: FormLayout = strawberry.field(description="How it is laid out")
    sections: list[FormSection] = strawberry.field(description="Its sections, in order")
    fields: list[FieldConfig] = strawberry.field(description="Its fields, in order")
    dictionaries: list[Dictionary] = strawberry.field(description="Dictionaries of its own")
