"""Root fields of the page editor and the form designer."""

from typing import Annotated, Any

import strawberry
from strawberry.scalars import JSON

from prepaid.core.actor import intern_grants
from prepaid.core.errors import BadUserInput, Locale, NotFound
from prepaid.domains.pages.commands.refusing import refusal_of_values
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.compiler.paths import showable_paths
from prepaid.domains.pages.graph.compiler.render import rendered_form, rendered_navigation
from prepaid.domains.pages.graph.configurations import configurations_of
from prepaid.domains.pages.graph.definition_types import (
    DefinitionMistake,
    FormDefinition,
    FormPreview,
    PageDefinition,
    PageOverlay,
    PagePath,
    PagePreview,
    ValueProblem,
)
from prepaid.domains.pages.graph.types.forms import FormConfig
from prepaid.domains.pages.models import FormDefinition as FormRow
from prepaid.domains.pages.reads.audience import codes_for_preview, label_of_template
from prepaid.domains.pages.reads.forms import form_published
from prepaid.domains.pages.reads.overlays import published_overlays
from prepaid.domains.pages.rules.codecs import Decoding
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.json_schema import form_schema
from prepaid.domains.pages.rules.layout.pages import AnyPage, DetailPage, ListPage
from prepaid.domains.pages.rules.layout.shell import SHELL
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.overlays import Overlay
from prepaid.domains.pages.rules.plain import read, write
from prepaid.domains.pages.rules.prune import prune_and_check
from prepaid.graph.context import GraphContext
from prepaid.graph.types import SIGNED_IN, GlobalID, Info, query_field, root_connection, root_one

root_connection(
    "pageOverlays",
    PageOverlay,
    "Versions of overlays, newest first",
    permission="page.read",
)
root_one("pageOverlay", PageOverlay, "One version of an overlay", permission="page.read")
root_connection(
    "formDefinitions",
    FormDefinition,
    "Versions of forms, newest first",
    permission="form.read",
    search=[FormRow.name_zh, FormRow.name_en, FormRow.key],
)
root_one("formDefinition", FormDefinition, "One version of a form", permission="form.read")

COST = 100
"""Of a page or a form that is proven for its editor."""
PageKey = Annotated[strawberry.ID, strawberry.argument(description="Key of the page; `app` for the shell")]
Template = Annotated[str, strawberry.argument(description="Code of the platform")]
MerchantType = Annotated[str | None, strawberry.argument(description="Code of the merchant type")]
Patch = Annotated[JSON, strawberry.argument(description='The changes: `{"ops": […]}`')]
Definition = Annotated[JSON, strawberry.argument(description="The form")]
Values = Annotated[JSON, strawberry.argument(description="Values filled into it")]
Roles = Annotated[
    list[GlobalID] | None,
    strawberry.argument(description="Roles of the platform; absent: as if everything were granted"),
]
FormKey = Annotated[str, strawberry.argument(description="What the form is for")]


@query_field(permission="page.read", cost=COST)
async def page_definition(
    info: Info, key: PageKey, template_code: Template, merchant_type: MerchantType = None
) -> PageDefinition:
    """A page as an overlay for an audience finds it: the base, for a merchant type with the platform's overlay."""
    compiler = configurations_of(info.context).compiler
    try:
        below = await _below(info.context, template_code, merchant_type, key)
        found = compiler.patched_shell(below) if key == SHELL else compiler.patched(key, below)
    except InvalidDefinition as error:
        raise NotFound(path=("key",)) from error
    paths = [] if key == SHELL else _paths(compiler, compiler.base.pages[key])
    return PageDefinition(key=key, definition=write(found), paths=paths)


@query_field(permission="page.read", cost=COST)
async def preview_page(
    info: Info,
    key: PageKey,
    patch: Patch,
    template_code: Template,
    merchant_type: MerchantType = None,
    roles: Roles = None,
) -> PagePreview:
    """What a page would be with changes that are not saved, for somebody with these roles of the platform."""
    context = info.context
    compiler, session, locale = configurations_of(context).compiler, await context.read(), context.actor.locale
    await label_of_template(session, template_code)
    try:
        below = await _below(context, template_code, merchant_type, key)
        overlays = [*below, read(Overlay, patch)]
        found = compiler.patched_shell(overlays) if key == SHELL else compiler.patched(key, overlays)
    except InvalidDefinition as error:
        return PagePreview(page=None, definition=None, navigation=None, mistakes=_mistakes(error, locale))
    held = None if roles is None else [role.of("Role", path=("roles",)).id for role in roles]
    codes = await codes_for_preview(session, template_code, merchant_type, held)
    page_set = compiler.page_set({key: overlays})
    seen = compiler.draft(page_set, intern_grants(codes).codes.__contains__, locale)
    return PagePreview(
        page=None if key == SHELL else seen.page(key),
        definition=write(found),
        navigation=rendered_navigation(seen.shell, locale) if key == SHELL else None,
        mistakes=[],
    )


@query_field(permission="form.read", cost=COST)
async def preview_form(info: Info, definition: Definition) -> FormPreview:
    """A form that is not saved, as it would look, or everything that is wrong with it."""
    context = info.context
    compiler = configurations_of(context).compiler
    try:
        form = read(Form, definition)
        compiler.prove_form(form)
    except InvalidDefinition as error:
        return FormPreview(form=None, json_schema=None, mistakes=_mistakes(error, context.actor.locale))
    locale = context.actor.locale
    dictionaries = {name: one.options for name, one in compiler.base.dictionaries.items()}
    schema: Any = form_schema(form, locale, dictionaries=dictionaries)
    return FormPreview(
        form=rendered_form(compiler.view, compiler.documents, compiler.base, form, locale),
        json_schema=schema,
        mistakes=[],
    )


@query_field(permission="form.read", cost=COST)
async def try_form(info: Info, definition: Definition, values: Values) -> list[ValueProblem]:
    """What a form that is not saved would say to values; nothing when it takes them.

    Raises `BadUserInput` for a form that cannot work.
    """
    compiler = configurations_of(info.context).compiler
    try:
        form = read(Form, definition)
        compiler.prove_form(form)
    except InvalidDefinition as error:
        raise BadUserInput(str(error)) from error
    problems = prune_and_check(form, values, decoding=Decoding(options=compiler.base.values)).problems
    if not problems:
        return []
    refusal, locale = refusal_of_values(problems, ()), info.context.actor.locale
    return [
        ValueProblem(path=list(one.path), code=one.code, message=one.message(locale))
        for one in (refusal, *refusal.also)
    ]


@query_field(permission=SIGNED_IN, cost=COST)
async def form_config(info: Info, key: FormKey, merchant_type: MerchantType = None) -> FormConfig | None:
    """The form in force for a merchant type: its own, else the one for all types."""
    form = await form_published(await info.context.read(), key, merchant_type)
    if form is None:
        return None
    compiler = configurations_of(info.context).compiler
    return rendered_form(compiler.view, compiler.documents, compiler.base, form, info.context.actor.locale)


@query_field(permission=SIGNED_IN)
async def form_json_schema(info: Info, key: FormKey, merchant_type: MerchantType = None) -> JSON | None:
    """That form as JSON Schema 2020-12. The server has the last word: it also checks what a schema cannot say."""
    form = await form_published(await info.context.read(), key, merchant_type)
    if form is None:
        return None
    base = configurations_of(info.context).compiler.base
    dictionaries = {name: one.options for name, one in base.dictionaries.items()}
    schema: Any = form_schema(form, info.context.actor.locale, dictionaries=dictionaries)
    return schema  # type: ignore[no-any-return]


async def _below(context: GraphContext, template_code: str, merchant_type: str | None, key: str) -> list[Overlay]:
    """What an overlay of an audience stands on."""
    if merchant_type is None:
        return []
    _, patches = await published_overlays(await context.read(), template_code, None)
    return [read(Overlay, patch) for patch in patches.get(key, ())]


def _paths(compiler: Compiler, page: AnyPage) -> list[PagePath]:
    if not isinstance(page, ListPage | DetailPage):
        return []
    root = compiler.view.root(page.source.field)
    assert root is not None
    found = showable_paths(compiler.view.row_type(root))
    return [PagePath(path=one.path, kinds=list(one.kinds), description=one.description) for one in found]


def _mistakes(error: InvalidDefinition, locale: Locale) -> list[DefinitionMistake]:
    return [DefinitionMistake(place=one.place, message=one.message(locale)) for one in error.mistakes]
