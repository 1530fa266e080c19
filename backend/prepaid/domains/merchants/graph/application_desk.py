"""What lies on the desk of whoever fills an application in or reviews it: the form, the values, the remarks."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import orjson
import strawberry
from strawberry.scalars import JSON

from prepaid.core.database import ReadSession
from prepaid.domains.merchants.graph import application_labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.merchants.rules.application_words import ProblemCode
from prepaid.domains.merchants.rules.applications import ApplicationKind
from prepaid.domains.merchants.rules.company_facts import locked_by_kind
from prepaid.domains.merchants.rules.shown_values import shown
from prepaid.domains.merchants.rules.uploaded import uploads
from prepaid.domains.pages.graph.compiler.render import rendered_form
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.domains.pages.graph.types.forms import FormConfig
from prepaid.domains.pages.rules.fields import AnyField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.nested import get
from prepaid.graph.context import GraphContext
from prepaid.kit.ids import GlobalId

FILES = "SELECT id, name, size, content_type FROM stored_file WHERE merchant_id = $1 AND id = ANY($2)"


@strawberry.type(description="A file of an application.")
class ApplicationFile:
    """By its token in the values."""

    token: str = strawberry.field(description="What the values name it by")
    name: str = strawberry.field(description="Name with its extension")
    bytes: int = strawberry.field(description="Size in bytes")
    media_type: str = strawberry.field(description="Media type")
    url: str = strawberry.field(description="Where to GET it, for some minutes")


@strawberry.type(description="A field of an application as its reviewer reads it.")
class ReviewedField:
    """One row of the review."""

    key: strawberry.ID = strawberry.field(description="Key of the form's field")
    path: list[str] = strawberry.field(description="Where its value stands")
    section: str = strawberry.field(description="Heading that it stands under")
    label: str = strawberry.field(description="What it is called")
    kind: ValueKind = strawberry.field(description="Kind of its values")
    shown: str = strawberry.field(description="The value as people read it")
    before: str | None = strawberry.field(description="What was submitted the last time, when it differs")
    changed: bool = strawberry.field(description="Other than the last time")
    accepted: bool = strawberry.field(description="Accepted earlier, and locked")
    files: list[ApplicationFile] = strawberry.field(description="Its files")
    problem: ProblemCode | None = strawberry.field(description="Why it was rejected in this round")
    message: str | None = strawberry.field(description="What the reviewer said")


@strawberry.type(description="An application's form, its values and what is said of each field.")
class ApplicationDesk:
    """See the module."""

    form: FormConfig = strawberry.field(description="The form that was pinned")
    values: JSON = strawberry.field(description="Filled in so far; numbers of people masked, files by their tokens")
    locked: list[str] = strawberry.field(description="Keys of the fields that cannot be changed now")
    files: list[ApplicationFile] = strawberry.field(description="Files that the values name")
    fields: list[ReviewedField] = strawberry.field(description="The filled in fields, for the review")


async def desk_of(
    context: GraphContext, session: ReadSession, form: Form, row: Any, problems: list[Any]
) -> ApplicationDesk:
    """Made of the rows of one application."""
    locale = context.actor.locale
    values, before = orjson.loads(row["values"]), _json(row["before"] or row["company"])
    files = await _files(context, session, form, row["merchant_id"], values)
    said = {each["field"]: each for each in problems}
    prints, prints_before = _json(row["prints"]), _json(row["prints_before"])
    locked = set(row["accepted"]) | locked_by_kind(form, ApplicationKind(row["kind"]))
    compiler = (await configurations_for(context.services)).compiler
    reviewed = []
    order = {section.key: place for place, section in enumerate(form.sections)}
    for field in sorted(form.outer, key=lambda each: order.get(each.section or "", -1)):
        value, old = get(values, field.path), get(before, field.path)
        changed = before is not None and (
            value != old or (prints or {}).get(field.key) != (prints_before or prints or {}).get(field.key)
        )
        if value is None and not changed and field.key not in said:
            continue
        problem = said.get(field.key)
        reviewed.append(
            ReviewedField(
                key=strawberry.ID(field.key),
                path=list(field.path),
                section=_section(form, field, en=locale == "en"),
                label=field.label.en if locale == "en" else field.label.zh,
                kind=field.kind,
                shown=shown(form, field, value, en=locale == "en"),
                before=shown(form, field, old, en=locale == "en") if changed else None,
                changed=changed,
                accepted=field.key in locked,
                files=_own_files(form, field, value, files),
                problem=ProblemCode(problem["code"]) if problem else None,
                message=problem["message"] if problem else None,
            )
        )
    return ApplicationDesk(
        form=rendered_form(compiler.view, compiler.documents, compiler.base, form, locale),
        values=values,
        locked=sorted(locked),
        files=list(files.values()),
        fields=reviewed,
    )


def _json(text: str | None) -> Mapping[str, Any] | None:
    return None if text is None else orjson.loads(text)


def _section(form: Form, field: AnyField, *, en: bool) -> str:
    section = form.sections_by_key.get(field.section or "")
    return "" if section is None else (section.title.en if en else section.title.zh)


async def _files(
    context: GraphContext, session: ReadSession, form: Form, merchant_id: UUID, values: dict[str, Any]
) -> dict[str, ApplicationFile]:
    tokens = {GlobalId.decode(token).id: token for upload in uploads(form, values) for token in upload.tokens}
    if not tokens:
        return {}
    rows = await session.fetch(FILES, merchant_id, list(tokens))
    store, at = context.services.files, context.actor.session_id
    return {
        tokens[row["id"]]: ApplicationFile(
            token=tokens[row["id"]],
            name=row["name"],
            bytes=row["size"],
            media_type=row["content_type"],
            url=store.address_of(merchant_id, row["id"], at).url,
        )
        for row in rows
    }


def _own_files(form: Form, field: AnyField, value: Any, files: Mapping[str, ApplicationFile]) -> list[ApplicationFile]:
    if value is None:
        return []
    nested: dict[str, Any] = {}
    at = nested
    for step in field.path[:-1]:
        at = at.setdefault(step, {})
    at[field.path[-1]] = value
    return [files[token] for upload in uploads(form, nested) for token in upload.tokens if token in files]
