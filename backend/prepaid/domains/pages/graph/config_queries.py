"""Root fields of the configuration: the shell, the pages, what stands at an address."""

import re
from typing import Annotated, Final

import strawberry

from prepaid.core.actor import Actor, intern_grants
from prepaid.core.errors import Forbidden
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.graph.compiler.compiler import Configuration
from prepaid.domains.pages.graph.compiler.render import rendered_navigation
from prepaid.domains.pages.graph.compiler.render.fields import dictionary
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.graph.configurations import Seen, configurations_of
from prepaid.domains.pages.graph.types.forms import Dictionary, Option
from prepaid.domains.pages.graph.types.pages import PageConfig
from prepaid.domains.pages.graph.types.shell import (
    AppConfig,
    AppFeature,
    BenchCard,
    PageRef,
    PageStanding,
    PreviewInput,
)
from prepaid.domains.pages.reads.audience import codes_for_preview, label_of_template, merchant_types
from prepaid.graph.context import GraphContext
from prepaid.graph.types import SIGNED_IN, Info, query_field

COST: Final = 50
"""Of a configuration: it is made once and kept; its lists are no rows."""
PREVIEW: Final = "page.preview"
OFFERED_BY: Final = {
    AppFeature.GLOBAL_SEARCH: "globalSearch",
    AppFeature.NOTICES: "myNotices",
    AppFeature.EXPORTS: "myExports",
    AppFeature.SAVED_VIEWS: "savedViews",
    AppFeature.SETTINGS: "mySettings",
}
"""Root field that each part of the shell stands on."""

PreviewAs = Annotated[PreviewInput | None, strawberry.argument(description="Look at it as somebody else would see it")]
Key = Annotated[strawberry.ID, strawberry.argument(description="Key of the page")]
Path = Annotated[str, strawberry.argument(description="Address within the admin, e.g. `/members`")]


@query_field(permission=SIGNED_IN, cost=COST)
async def app_config(info: Info, preview_as: PreviewAs = None) -> AppConfig:
    """Shell of one platform for the caller: navigation, pages, dictionaries."""
    context = info.context
    seen = await _seen(context, preview_as)
    configurations = configurations_of(context)
    names = await label_of_template(await context.read(), seen.template)
    shell, pages = seen.configuration.shell, seen.configuration.pages
    locale = context.actor.locale
    return AppConfig(
        revision=seen.revision,
        template=seen.template,
        template_label=names[locale == "en"],
        merchant_type=seen.merchant_type,
        landing=strawberry.ID(shell.landing or ""),
        features=_features(configurations.compiler.view, context.actor),
        navigation=rendered_navigation(
            shell, locale, {item.key: configurations.compiler.badge(item) for item in shell.navigation if item.badge}
        ),
        pages=[
            PageRef(key=strawberry.ID(key), path=page.path, title=page.title.of(locale), kind=page.kind)
            for key, page in pages.items()
        ],
        dictionaries=[
            *(dictionary(one, locale) for one in configurations.compiler.base.dictionaries.values()),
            await _merchant_types(context),
        ],
    )


@query_field(permission=SIGNED_IN, cost=COST)
async def work_bench(info: Info, preview_as: PreviewAs = None) -> list[BenchCard]:
    """What is on the caller's work bench, in the order of the domains that put it there."""
    return (await _seen(info.context, preview_as)).configuration.bench


@query_field(permission=SIGNED_IN, cost=COST)
async def page_config(info: Info, key: Key, preview_as: PreviewAs = None) -> PageConfig | None:
    """One page for the caller; null when it does not exist or may not be opened."""
    return (await _seen(info.context, preview_as)).configuration.page(key)


@query_field(permission=SIGNED_IN)
async def page_at(info: Info, path: Path) -> PageStanding:
    """What stands at an address: a page that the caller may open, one that he may not, or none."""
    seen = await _seen(info.context, None)
    return standing(seen.configuration, path)


def standing(configuration: Configuration, path: str) -> PageStanding:
    """What stands at an address; a fixed one comes before one with parameters."""
    every = configuration.page_set.pages
    fits = [key for key, page in every.items() if _pattern(page.path).fullmatch(path.rstrip("/") or "/")]
    if not fits:
        return PageStanding.UNKNOWN
    return PageStanding.OPEN if any(key in configuration.pages for key in fits) else PageStanding.CLOSED


async def _merchant_types(context: GraphContext) -> Dictionary:
    found = await merchant_types(await context.read())
    english = context.actor.locale == "en"
    options = [Option(value=code, label=en if english else zh, tone=None, disabled=False) for code, zh, en in found]
    return Dictionary(name=strawberry.ID(MERCHANT_TYPE), options=options)


def _pattern(path: str) -> re.Pattern[str]:
    return re.compile("/".join("[^/]+" if step.startswith(":") else re.escape(step) for step in path.split("/")))


def _features(view: SchemaView, actor: Actor) -> list[AppFeature]:
    offered = [feature for feature, field in OFFERED_BY.items() if view.root(field) is not None]
    return [*offered, *((AppFeature.PREVIEW,) if actor.may(PREVIEW) else ())]


async def _seen(context: GraphContext, preview: PreviewInput | None) -> Seen:
    session, configurations = await context.read(), configurations_of(context)
    if preview is None:
        return await configurations.of(session, context.actor)
    if not context.actor.may(PREVIEW):
        raise Forbidden
    await label_of_template(session, preview.template)
    roles = None
    if preview.roles is not None:
        roles = [role.of("Role", path=("previewAs", "roles")).id for role in preview.roles]
    codes = await codes_for_preview(session, preview.template, preview.merchant_type, roles)
    audience = (preview.template, preview.merchant_type)
    return await configurations.preview(session, audience, intern_grants(codes), context.actor.locale)
