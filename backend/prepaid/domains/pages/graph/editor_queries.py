"""What the page editor and the form designer choose from."""

from typing import Annotated

import strawberry

from prepaid.core.actor import intern_grants
from prepaid.core.errors import Locale
from prepaid.core.files import upload_purposes
from prepaid.domains.pages.graph.compiler.compiler import Configuration
from prepaid.domains.pages.graph.configurations import configurations_of
from prepaid.domains.pages.graph.editor_types import EditablePage, FormMaterials, PickTarget, UploadPurpose
from prepaid.domains.pages.reads.audience import codes_for_preview, label_of_template
from prepaid.domains.pages.reads.overlays import made_overlays
from prepaid.domains.pages.rules.layout.shell import SHELL
from prepaid.domains.pages.rules.purposes import PURPOSE_NAMES
from prepaid.graph.types import Info, query_field

COST = 50
"""Of a list that is computed and holds no rows."""
Template = Annotated[str, strawberry.argument(description="Code of the platform")]
MerchantType = Annotated[str | None, strawberry.argument(description="Code of the merchant type; absent: all")]


@query_field(permission="page.read", cost=COST)
async def editable_pages(info: Info, template_code: Template, merchant_type: MerchantType = None) -> list[EditablePage]:
    """Pages that an overlay for an audience can change, as the audience has them now; the shell stands first."""
    context = info.context
    session, locale = await context.read(), context.actor.locale
    await label_of_template(session, template_code)
    codes = await codes_for_preview(session, template_code, merchant_type, None)
    audience = (template_code, merchant_type)
    seen = (await configurations_of(context).preview(session, audience, intern_grants(codes), locale)).configuration
    made = await made_overlays(session, template_code, merchant_type)
    shell = EditablePage(
        key=strawberry.ID(SHELL),
        title=None,
        path=None,
        kind=None,
        menu=None,
        draft_version=made.get((SHELL, "DRAFT")),
        published_version=made.get((SHELL, "PUBLISHED")),
    )
    return [shell, *(_page(seen, key, made, locale) for key in seen.pages)]


@query_field(permission="form.read", cost=COST)
async def form_materials(info: Info) -> FormMaterials:
    """What the fields of a form can refer to."""
    locale = info.context.actor.locale
    base = configurations_of(info.context).compiler.base
    return FormMaterials(
        targets=[PickTarget(name=one.target, label=one.label.of(locale)) for one in base.references.values()],
        purposes=[
            UploadPurpose(
                code=code,
                label=PURPOSE_NAMES[code].of(locale) if code in PURPOSE_NAMES else code,
                accept=[kind.media_type for kind in purpose.kinds],
                max_bytes=purpose.max_bytes,
            )
            for code, purpose in sorted(upload_purposes().items())
        ],
    )


def _page(seen: Configuration, key: str, made: dict[tuple[str, str], int], locale: Locale) -> EditablePage:
    page = seen.pages[key]
    return EditablePage(
        key=strawberry.ID(key),
        title=page.title.of(locale),
        path=page.path,
        kind=page.kind,
        menu=_menu(seen, key, locale),
        draft_version=made.get((key, "DRAFT")),
        published_version=made.get((key, "PUBLISHED")),
    )


def _menu(seen: Configuration, key: str, locale: Locale) -> str | None:
    """The menu that leads to a page, or to the one above it."""
    items = {item.key: item for item in seen.shell.navigation}
    entries = {item.page_key: item for item in items.values() if item.page_key}
    above: str | None = key
    passed: set[str] = set()
    while above is not None and above not in passed:
        passed.add(above)
        entry = entries.get(above)
        if entry is not None:
            return items.get(entry.parent_key or "", entry).label.of(locale)
        above = seen.pages[above].parent if above in seen.pages else None
    return None
