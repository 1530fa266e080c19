"""Short words for what base pages consist of."""

from collections.abc import Sequence
from typing import Any

from prepaid.domains.pages.rules.conditions import ConditionGroup, FieldTest, When
from prepaid.domains.pages.rules.fields import (
    BooleanField,
    ChoiceField,
    ChoiceWidget,
    DateField,
    ReferenceField,
    TextField,
)
from prepaid.domains.pages.rules.forms import FormDictionary, Option, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Confirm
from prepaid.domains.pages.rules.layout.columns import Column
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Navigation
from prepaid.domains.pages.rules.text import Text

SHORTEST_REASON = 5
ROW_ID = (Binding("id", BindingSource.ROW, "id"),)


def column(key: str, kind: ValueKind, zh: str, en: str, path: str | None = None, **rest: Any) -> Column:
    """A column; its path is its key unless given."""
    return Column(key=key, path=path or key, label=Text(zh, en), kind=kind, **rest)


def text(key: str, zh: str, en: str, kind: Any = ValueKind.TEXT, **rest: Any) -> TextField:
    """A field for a text."""
    return TextField(key=key, label=Text(zh, en), kind=kind, **rest)


def choice(key: str, zh: str, en: str, dictionary: str, **rest: Any) -> ChoiceField:
    """A field for one option of a dictionary."""
    return ChoiceField(key=key, label=Text(zh, en), kind=ValueKind.ENUM, dictionary=dictionary, **rest)


def one_of(key: str, zh: str, en: str, dictionary: str, path: str | None = None) -> ChoiceField:
    """A filter: any of the chosen values."""
    return ChoiceField(
        key=key,
        label=Text(zh, en),
        kind=ValueKind.TAGS,
        dictionary=dictionary,
        input_path=path or f"{key}.in",
        widget=ChoiceWidget.SELECT,
    )


def contains(key: str, zh: str, en: str) -> TextField:
    """A filter: the text occurs in the value."""
    return TextField(key=key, label=Text(zh, en), kind=ValueKind.TEXT, input_path=f"{key}.contains")


def truth(key: str, zh: str, en: str, path: str) -> BooleanField:
    """A filter: something holds, or it does not."""
    return BooleanField(key=key, label=Text(zh, en), kind=ValueKind.BOOLEAN, input_path=path)


def between(key: str, zh: str, en: str) -> DateField:
    """A filter: an instant within days."""
    return DateField(key=key, label=Text(zh, en), kind=ValueKind.DATE_RANGE, instants=True)


def picked(key: str, zh: str, en: str, target: str, path: str | None = None, **rest: Any) -> ReferenceField:
    """A field, or a filter, for a record."""
    return ReferenceField(key=key, label=Text(zh, en), kind=ValueKind.REFERENCE, target=target, input_path=path, **rest)


def reason(*, required: bool = True) -> TextField:
    """Why something is done, for those who ask later."""
    return TextField(
        key="reason",
        label=Text("原因", "Reason"),
        kind=ValueKind.LONG_TEXT,
        required=required,
        min_length=SHORTEST_REASON if required else None,
        max_length=500,
        help=Text("写入审计日志，至少 5 个字", "Goes to the audit trail; at least 5 characters") if required else None,
    )


def when(field: str, op: TestOp, *values: str) -> When:
    """A condition of one test."""
    return (ConditionGroup((FieldTest(field, op, values),)),)


def confirm(zh: str, en: str, label_zh: str, label_en: str, body: Text | None = None) -> Confirm:
    """A question before an action."""
    return Confirm(title=Text(zh, en), body=body, confirm_label=Text(label_zh, label_en))


def to(page_key: str) -> Navigation:
    """The page of the record of a row."""
    return Navigation(page_key=page_key, params=ROW_ID)


def dictionary(name: str, options: Sequence[tuple[str, str, str, Tone | None]]) -> FormDictionary:
    """Options as (value, zh, en, tone)."""
    return FormDictionary(
        name=name,
        options=tuple(Option(value=value, label=Text(zh, en), tone=tone) for value, zh, en, tone in options),
    )
