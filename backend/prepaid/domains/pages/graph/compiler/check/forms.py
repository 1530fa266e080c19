"""The check of forms and filters against the inputs that they fill."""

from collections.abc import Iterable, Iterator, Sequence

from graphql import GraphQLEnumType, get_named_type, is_non_null_type
from graphql.type import GraphQLInputType

from prepaid.core.files import upload_purposes
from prepaid.domains.pages.commands import form_files as _form_files  # noqa: F401 - declares purposes
from prepaid.domains.pages.graph.compiler.bindings import fills_argument
from prepaid.domains.pages.graph.compiler.check.ground import Ground
from prepaid.domains.pages.graph.compiler.kinds import fits_input, fits_range_filter
from prepaid.domains.pages.graph.compiler.schema_view import Root, UnknownPath, is_list
from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.conditions import fields_of
from prepaid.domains.pages.rules.fields import (
    AnyField,
    ChoiceField,
    DateField,
    ListField,
    ReferenceField,
    UploadField,
)
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.mistakes import Mistake, at


def check_page_form(ground: Ground, form: Form, into: GraphQLInputType | None) -> Iterator[Mistake]:
    """Mistakes of a form; `into` is the input that it fills, None when that is any JSON."""
    wrong = check_form(form, dictionaries=ground.dictionaries, targets=ground.base.references.keys())
    yield from wrong
    yield from _guarded(form)
    yield from check_uploads(form)
    if not wrong and into is not None and get_named_type(into).name != "JSON":
        yield from _fill(ground, form, form.outer, into)


def check_uploads(form: Form) -> Iterator[Mistake]:
    """Fields for files of a purpose that nothing declares, or that takes none of the kinds that the field accepts."""
    for field in form.fields:
        if not isinstance(field, UploadField):
            continue
        purpose = upload_purposes().get(field.purpose)
        if purpose is None:
            known = ", ".join(sorted(upload_purposes()))
            yield Mistake(f"fields.{field.key}.purpose", f"没有该用途，可选：{known}", f"must be one of: {known}")
            continue
        taken = {kind.media_type for kind in purpose.kinds}
        if strange := ", ".join(sorted(set(field.accept) - taken)):
            zh, en = f"该用途不接受 {strange}", f"this purpose does not take {strange}"
            yield Mistake(f"fields.{field.key}.accept", zh, en)


def check_filters(ground: Ground, filters: Sequence[AnyField], root: Root, place: str) -> Iterator[Mistake]:
    """Mistakes of the filters of a list, or the controls of a dashboard."""
    if not filters:
        return
    form = Form(fields=tuple(filters))
    for mistake in check_form(form, dictionaries=ground.dictionaries, targets=ground.base.references.keys()):
        yield Mistake(at(place, mistake.place.removeprefix("fields.")), mistake.zh, mistake.en, mistake.code)
    into = root.field.args.get("filter")
    for field in filters:
        argument = fills_argument(root, field)
        if into is None and not argument:
            yield Mistake(at(place, field.key), "该列表不能这样筛选", "this list has no such filter")
            continue
        start = root.field.args[field.path[0]].type if argument or into is None else into.type
        path = field.path[1:] if argument else field.path
        for mistake in _fits(ground, field, start, path, is_filter=True):
            yield mistake.within(at(place, field.key))


def _fill(ground: Ground, form: Form, fields: Iterable[AnyField], into: GraphQLInputType) -> Iterator[Mistake]:
    for field in fields:
        for mistake in _fits(ground, field, into, field.path):
            yield mistake.within(f"fields.{field.key}")
        if isinstance(field, ListField):
            try:
                item = ground.view.input_at(into, field.path)
            except UnknownPath:
                continue
            if get_named_type(item).name != "JSON":
                yield from _fill(ground, form, form.items_of(field), item)


def _fits(
    ground: Ground, field: AnyField, into: GraphQLInputType, path: Sequence[str], *, is_filter: bool = False
) -> Iterator[Mistake]:
    try:
        found = ground.view.input_at(into, path)
    except UnknownPath as error:
        yield Mistake("inputPath", f"{error.owner} 没有 {error.step}", f"{error.owner} has no {error.step}")
        return
    if is_filter and isinstance(field, DateField) and field.kind is ValueKind.DATE_RANGE:
        fits = fits_range_filter(found, instants=field.instants)
    else:
        fits = fits_input(field.kind, found, multiple=isinstance(field, ReferenceField) and field.multiple)
    if not fits:
        yield Mistake("kind", f"{field.kind} 不能填入 {found}", f"{field.kind} does not fill an input of type {found}")
    elif not is_filter and is_non_null_type(found) and _may_stay_empty(field):
        yield Mistake("required", f"选填项不能填入 {found}", f"it may stay empty, and an input of type {found} may not")
    named = get_named_type(found)
    if isinstance(field, ChoiceField) and isinstance(named, GraphQLEnumType) and not is_list(into):
        yield from _options(ground, field, named)


def _may_stay_empty(field: AnyField) -> bool:
    """Whether null may be what it sends; a switch is on or off."""
    return not (field.required or field.required_when or field.read_only) and field.kind is not ValueKind.BOOLEAN


def _options(ground: Ground, field: ChoiceField, enum: GraphQLEnumType) -> Iterator[Mistake]:
    strange = set(ground.dictionaries.get(field.dictionary, ())) - enum.values.keys()
    if strange:
        text = ", ".join(sorted(strange))
        yield Mistake("dictionary", f"{enum.name} 没有 {text}", f"{enum.name} has no {text}")


def _guarded(form: Form) -> Iterator[Mistake]:
    """A field that some callers lack is looked at only by fields that go with it."""
    for field in form.fields:
        for name, when in field.conditions.items():
            for key in fields_of(when):
                looked_at = form.by_key.get(key)
                if looked_at is not None and looked_at.permission not in {None, field.permission}:
                    yield Mistake(
                        f"fields.{field.key}.{name}",
                        f"{key} 受权限控制，{field.key} 须有相同权限",
                        f"{key} takes a permission that {field.key} does not take",
                    )
