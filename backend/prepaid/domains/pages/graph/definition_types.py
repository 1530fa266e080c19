"""Overlays and forms as they are read and edited."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

import strawberry
from sqlalchemy import ScalarSelect, select
from sqlalchemy.orm import InstrumentedAttribute
from strawberry.scalars import JSON

from prepaid.domains.identity.models import Membership
from prepaid.domains.pages import models as m
from prepaid.domains.pages.graph.types.forms import FormConfig
from prepaid.domains.pages.graph.types.pages import PageConfig
from prepaid.domains.pages.graph.types.shell import NavItem
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.graph.types import column, described_enum, expr, graph_type
from prepaid.kit.ids import PLATFORM_TENANT


class DefinitionState(StrEnum):
    """State of a version of an overlay or a form."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    RETIRED = "RETIRED"


described_enum(
    DefinitionState,
    {
        DefinitionState.DRAFT: "草稿: being edited, seen by nobody else",
        DefinitionState.PUBLISHED: "已发布: in force",
        DefinitionState.RETIRED: "已停用: replaced or withdrawn",
    },
)


def _name(account_id: InstrumentedAttribute[UUID | None]) -> ScalarSelect[str]:
    """What the bank calls somebody of its own."""
    own = select(Membership.display_name).where(
        Membership.merchant_id == PLATFORM_TENANT, Membership.account_id == account_id
    )
    return own.order_by(Membership.created_at).limit(1).scalar_subquery()


@graph_type(m.PageOverlay, permission="page.read")
class PageOverlay:
    """One version of the changes to a page for a platform, or for one merchant type in it (页面调整)."""

    template_code: str = column(m.PageOverlay.template_code, "Code of the platform", filterable=True, sortable=True)
    merchant_type: str | None = column(m.PageOverlay.merchant_type, "Code of the merchant type", filterable=True)
    page_key: str = column(
        m.PageOverlay.page_key, "Key of the page; `app` for the shell", filterable=True, sortable=True
    )
    version: int = column(m.PageOverlay.version, "Version, from 1", sortable=True)
    state: DefinitionState = column(m.PageOverlay.state, "State", filterable=True, sortable=True)
    patch: JSON = column(m.PageOverlay.patch, "The changes, as they are saved")
    revision: int = column(m.PageOverlay.revision, "Raised by every save; an editor sends it back")
    made_at: datetime = column(m.PageOverlay.made_at, "When it was last saved", sortable=True)
    made_by_name: str | None = expr(lambda ctx: _name(m.PageOverlay.made_by), "Who saved it last")
    published_by_name: str | None = expr(lambda ctx: _name(m.PageOverlay.published_by), "Who put it in force")
    published_at: datetime | None = column(m.PageOverlay.published_at, "When it came into force", sortable=True)


@graph_type(m.FormDefinition, permission="form.read")
class FormDefinition:
    """One version of a form (表单), for all merchant types or for one."""

    key: str = column(m.FormDefinition.key, "What the form is for", filterable=True, sortable=True)
    merchant_type: str | None = column(m.FormDefinition.merchant_type, "Code of the merchant type", filterable=True)
    name: str = expr(
        lambda ctx: m.FormDefinition.name_en if ctx.locale == "en" else m.FormDefinition.name_zh,
        "Name in the caller's language",
    )
    name_zh: str = column(m.FormDefinition.name_zh, "Chinese name")
    name_en: str = column(m.FormDefinition.name_en, "English name")
    version: int = column(m.FormDefinition.version, "Version, from 1", sortable=True)
    state: DefinitionState = column(m.FormDefinition.state, "State", filterable=True, sortable=True)
    definition: JSON = column(m.FormDefinition.definition, "The form, as it is saved")
    revision: int = column(m.FormDefinition.revision, "Raised by every save; an editor sends it back")
    made_at: datetime = column(m.FormDefinition.made_at, "When it was last saved", sortable=True)
    made_by_name: str | None = expr(lambda ctx: _name(m.FormDefinition.made_by), "Who saved it last")
    published_by_name: str | None = expr(lambda ctx: _name(m.FormDefinition.published_by), "Who put it in force")
    published_at: datetime | None = column(m.FormDefinition.published_at, "When it came into force", sortable=True)


@strawberry.type(description="A mistake in a definition, with its place.")
class DefinitionMistake:
    """See `rules.mistakes.Mistake`."""

    place: str = strawberry.field(description="Where, by keys: `columns.phone.path`")
    message: str = strawberry.field(description="What is wrong, in the caller's language")


@strawberry.type(description="A value that a page could show.")
class PagePath:
    """A path of a page's records."""

    path: str = strawberry.field(description="Path in the record")
    kinds: list[ValueKind] = strawberry.field(description="Kinds that show it, the usual one first")
    description: str = strawberry.field(description="What it is, as the schema says")


@strawberry.type(description="A page as its editor works on it.")
class PageDefinition:
    """A page before any permission."""

    key: strawberry.ID = strawberry.field(description="Key of the page; `app` for the shell")
    definition: JSON = strawberry.field(description="The page with what is published below this audience")
    paths: list[PagePath] = strawberry.field(description="Values that columns could show")


@strawberry.type(description="A page with changes that are not saved.")
class PagePreview:
    """What an overlay would make of a page."""

    page: PageConfig | None = strawberry.field(
        description="The page; null for the shell, for mistakes, and for those who may not open it"
    )
    definition: JSON | None = strawberry.field(description="The page with the changes on it, unless there are mistakes")
    navigation: list[NavItem] | None = strawberry.field(
        description="Of the shell: its menus, unless there are mistakes"
    )
    mistakes: list[DefinitionMistake] = strawberry.field(description="Everything that is wrong; empty when it works")


@strawberry.type(description="A form that is not saved.")
class FormPreview:
    """What a form would look like."""

    form: FormConfig | None = strawberry.field(description="The form, unless there are mistakes")
    json_schema: JSON | None = strawberry.field(description="The same as JSON Schema 2020-12")
    mistakes: list[DefinitionMistake] = strawberry.field(description="Everything that is wrong; empty when it works")


@strawberry.type(description="A wrong value in a form that was tried out.")
class ValueProblem:
    """See `rules.problems.Problem`."""

    path: list[str] = strawberry.field(description="Where in the values")
    code: str = strawberry.field(description="Code of the refusal")
    message: str = strawberry.field(description="What is wrong, in the caller's language")
