"""The check of one field: bounds, scales, dictionaries and what a new form starts with."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from prepaid.domains.pages.rules.codecs import Decoding, decode
from prepaid.domains.pages.rules.codecs.dates import bound
from prepaid.domains.pages.rules.fields import (
    AnyField,
    ChoiceField,
    DateField,
    ExpiryRule,
    ListField,
    NumberField,
    ReferenceField,
    TextField,
    UploadField,
)
from prepaid.domains.pages.rules.kinds import WHOLE, ValueKind
from prepaid.domains.pages.rules.mistakes import Mistake, at
from prepaid.domains.pages.rules.problems import Unreadable
from prepaid.domains.pages.rules.readings import is_empty, number

LAST_DAY_TRIED = date(2400, 1, 1)


def check_field(
    field: AnyField, dictionaries: Mapping[str, Collection[str]], targets: Collection[str] | None
) -> list[Mistake]:
    """Mistakes of one field, with places inside it."""
    return [*_own(field, dictionaries, targets), *_initial(field, dictionaries)]


def _own(
    field: AnyField, dictionaries: Mapping[str, Collection[str]], targets: Collection[str] | None
) -> Iterator[Mistake]:
    match field:
        case TextField():
            yield from _text(field)
        case NumberField():
            yield from _number(field)
        case DateField():
            yield from _date(field)
        case UploadField():
            yield from _upload(field)
        case ListField():
            yield from _in_order(field.min_items, field.max_items, "minItems")
        case ChoiceField() if field.dictionary not in dictionaries:
            yield Mistake("dictionary", f"没有字典 {field.dictionary}", f"there is no dictionary {field.dictionary}")
        case ReferenceField(kind=ValueKind.REFERENCE) if targets is not None and field.target not in targets:
            yield Mistake("target", f"{field.target} 不能被引用", f"{field.target} cannot be referred to")


def _text(field: TextField) -> Iterator[Mistake]:
    yield from _in_order(field.min_length, field.longest, "minLength")
    if field.pattern is not None and field.kind is not ValueKind.TEXT:
        yield Mistake("pattern", f"{field.kind} 已有自己的格式", f"a field of kind {field.kind} has its own form")


def _number(field: NumberField) -> Iterator[Mistake]:
    bounds: dict[str, Decimal | None] = {}
    for name, text in (("min", field.min), ("max", field.max)):
        bounds[name] = None if text is None else number(text)
        if text is not None and bounds[name] is None:
            yield Mistake(name, f"“{text}”不是数字", f"“{text}” is not a number")
        elif field.kind in WHOLE and bounds[name] is not None and bounds[name] % 1:  # type: ignore[operator]
            yield Mistake(name, "须为整数", "must be a whole number")
    yield from _in_order(bounds["min"], bounds["max"], "min")
    most = {ValueKind.INTEGER: 0, ValueKind.FEN: 2, ValueKind.PERCENT: 2}.get(field.kind, 8)
    if (field.scale or 0) > most:
        yield Mistake("scale", f"{field.kind} 最多 {most} 位小数", f"{field.kind} has at most {most} decimals")


def _date(field: DateField) -> Iterator[Mistake]:
    for name, text in (("notBefore", field.not_before), ("notAfter", field.not_after)):
        try:
            bound(text, date(2000, 1, 1))
        except ValueError:
            yield Mistake(
                name,
                "须为日期，或 today、today+天数、today-天数",
                "must be a day, or today, today+days, today-days",
            )


def _upload(field: UploadField) -> Iterator[Mistake]:
    if field.kind is not ValueKind.DOCUMENT:
        for name, given in (
            ("expiry", field.expiry is not ExpiryRule.NONE),
            ("longTerm", field.long_term),
            ("pauses", field.pauses is not None),
        ):
            if given:
                yield Mistake(name, "仅证照字段可用", "only a document has this")
    elif field.expiry is ExpiryRule.NONE and (field.long_term or field.pauses):
        yield Mistake("expiry", "长期有效与到期暂停都需要有效期", "long term and pausing need an expiry")
    if not field.accept:
        yield Mistake("accept", "至少允许一种文件类型", "at least one media type is accepted")


def _in_order(low: Any, high: Any, place: str) -> Iterator[Mistake]:
    if low is not None and high is not None and low > high:
        yield Mistake(place, "下限大于上限", "the lower bound is above the upper one")


def _initial(field: AnyField, dictionaries: Mapping[str, Collection[str]]) -> Iterator[Mistake]:
    if is_empty(field.initial):
        return
    if isinstance(field, ListField | UploadField):
        yield Mistake("initial", "该类字段不能有初始值", "such a field starts empty")
        return
    try:
        decode(field, field.initial, Decoding(options=dictionaries))
    except Unreadable as error:
        place = at("initial", *error.path)
        yield Mistake(place, f"初始值不符合字段要求（{error.code}）", f"the field refuses it: {error.code}")
    except ArithmeticError:
        # A bound that is no number is reported where it stands.
        return
