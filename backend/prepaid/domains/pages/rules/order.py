"""In which order fields are read: what decides whether a field is there comes before the field.

`required_when` decides nothing that another field reads, so it stands outside of the order: two fields may each be
required while the other is empty (phone or e-mail).
"""

from collections.abc import Iterable
from graphlib import TopologicalSorter

from prepaid.domains.pages.rules.conditions import fields_of
from prepaid.domains.pages.rules.fields import AnyField, ListField
from prepaid.domains.pages.rules.forms import Form


def order(form: Form, fields: Iterable[AnyField] | None = None) -> tuple[AnyField, ...]:
    """The fields (by default all) in reading order.

    Raises:
        graphlib.CycleError: what they are read by goes round in a circle; `args[1]` lists its keys.
    """
    wanted = {field.key for field in (form.fields if fields is None else fields)}
    sorter = TopologicalSorter({key: dependencies(form, form.by_key[key]) & wanted for key in sorted(wanted)})
    return tuple(form.by_key[key] for key in sorter.static_order())


def dependencies(form: Form, field: AnyField) -> frozenset[str]:
    """Fields that decide how a field is read; of a list also what its items look at outside."""
    found = fields_of(field.visible_when) | fields_of(field.read_only_when)
    section = form.sections_by_key.get(field.section or "")
    if section is not None:
        found |= fields_of(section.visible_when)
    if isinstance(field, ListField):
        items = frozenset(field.item_field_keys)
        found |= frozenset[str]().union(*(dependencies(form, form.by_key[key]) for key in items)) - items
    return found
