"""Fields, forms and dictionaries in one language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from strawberry import ID

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.compiler.render.operations import Operations
from prepaid.domains.pages.graph.types import fields as out
from prepaid.domains.pages.graph.types import forms as out_forms
from prepaid.domains.pages.rules.conditions import When
from prepaid.domains.pages.rules.fields import (
    AnyField,
    BooleanField,
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    ReferenceField,
    TextField,
    UploadField,
)
from prepaid.domains.pages.rules.forms import Form, FormDictionary, FormSection
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.shell import Reference
from prepaid.domains.pages.rules.text import Text


@dataclass(frozen=True, slots=True)
class FieldRenderer:
    """Fields of one page for one language."""

    locale: Locale
    operations: Operations
    references: Mapping[str, Reference]

    def text(self, text: Text | None) -> str | None:
        return text.of(self.locale) if text else None

    def form(self, form: Form) -> out_forms.FormConfig:
        return out_forms.FormConfig(
            layout=form.layout,
            sections=[self._section(section) for section in form.sections],
            fields=self.fields(form.fields),
            dictionaries=[dictionary(one, self.locale) for one in form.dictionaries],
        )

    def fields(self, fields: Sequence[AnyField]) -> list[out.FieldConfig]:
        return [self._field(field) for field in fields]

    def _section(self, section: FormSection) -> out_forms.FormSection:
        return out_forms.FormSection(
            key=ID(section.key),
            title=section.title.of(self.locale),
            collapsed=section.collapsed,
            visible_when=condition(section.visible_when),
        )

    def _field(self, field: AnyField) -> out.FieldConfig:
        base = self._base(field)
        match field:
            case TextField():
                return out.TextField(
                    **base,
                    min_length=field.min_length,
                    max_length=field.longest,
                    pattern=field.form,
                    multiline=field.kind is ValueKind.LONG_TEXT,
                    secret=field.secret,
                )
            case NumberField():
                return out.NumberField(
                    **base, min=field.min, max=field.max, scale=field.decimals, unit=self.text(field.unit)
                )
            case ChoiceField():
                return out.ChoiceField(
                    **base, dictionary=ID(field.dictionary), multiple=field.multiple, widget=field.widget
                )
            case DateField():
                return out.DateField(
                    **base, not_before=field.not_before, not_after=field.not_after, instants=field.instants
                )
            case ReferenceField():
                return self._reference(field, base)
            case UploadField():
                return self._upload(field, base)
            case BooleanField():
                return out.BooleanField(**base)
            case ListField():
                keys = [ID(key) for key in field.item_field_keys]
                return out.ListField(**base, item_field_keys=keys, min_items=field.min_items, max_items=field.max_items)

    def _reference(self, field: ReferenceField, base: dict[str, Any]) -> out.ReferenceField:
        reference = self.references.get(field.target) if field.kind is ValueKind.REFERENCE else None
        search = self.operations.search(reference, f"_pick_{field.target}", field.depends_on) if reference else None
        return out.ReferenceField(
            **base,
            search=search,
            label_path=reference.label_path if reference else "name",
            description_path=reference.description_path if reference else None,
            multiple=field.multiple,
            depends_on=list(field.depends_on),
        )

    def _upload(self, field: UploadField, base: dict[str, Any]) -> out.UploadField:
        return out.UploadField(
            **base,
            purpose=field.purpose,
            accept=list(field.accept),
            max_bytes=field.max_bytes,
            max_files=field.max_files,
            expiry=field.expiry,
            long_term=field.long_term,
        )

    def _base(self, field: AnyField) -> dict[str, Any]:
        return {
            "key": ID(field.key),
            "input_path": ".".join(field.path),
            "label": field.label.of(self.locale),
            "kind": field.kind,
            "required": field.required,
            "read_only": field.read_only,
            "help": self.text(field.help),
            "placeholder": self.text(field.placeholder),
            "span": field.span or 0,
            "section": ID(field.section) if field.section else None,
            "initial": field.initial,
            "visible_when": condition(field.visible_when),
            "required_when": condition(field.required_when),
            "read_only_when": condition(field.read_only_when),
        }


def condition(when: When) -> list[out.ConditionGroup] | None:
    """A condition as it travels; None for no condition."""
    return [
        out.ConditionGroup(
            all=[out.FieldTest(field=ID(test.field), op=test.op, values=list(test.values)) for test in group.all]
        )
        for group in when
    ] or None


def dictionary(one: FormDictionary, locale: Locale) -> out_forms.Dictionary:
    """A dictionary in one language."""
    options = [
        out_forms.Option(value=option.value, label=option.label.of(locale), tone=option.tone, disabled=option.disabled)
        for option in one.options
    ]
    return out_forms.Dictionary(name=ID(one.name), options=options)
