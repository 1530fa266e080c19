"""Overlays and forms: versioned data that the bank edits and everybody's pages are made from."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, FULL, RowAccess, Rule
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded

RELEASED = "state <> 'DRAFT'"
DEFINITIONS = RowAccess(
    (
        Rule(DbRole.MERCHANT, "SELECT", RELEASED),
        Rule(DbRole.OPERATOR, "SELECT", RELEASED),
        Rule(DbRole.CONSUMER, "SELECT", RELEASED),
        Rule(DbRole.BANK, FULL, ALL),
        Rule(DbRole.WORKER, FULL, ALL),
    )
)
"""Everybody's pages are made from what was published; drafts are the bank's."""
STATES = "state IN ('DRAFT', 'PUBLISHED', 'RETIRED')"


class PageOverlay(CatalogueRow, Recorded, Base):
    """One version of the changes to one page for a template, or for one merchant type in it (页面调整)."""

    __tablename__ = "page_overlay"
    __access__ = DEFINITIONS
    __table_args__ = (
        UniqueConstraint("template_code", "merchant_type", "page_key", "version", postgresql_nulls_not_distinct=True),
        Index(
            "uq_page_overlay_published",
            "template_code",
            "merchant_type",
            "page_key",
            unique=True,
            postgresql_where="state = 'PUBLISHED'",
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            "uq_page_overlay_draft",
            "template_code",
            "merchant_type",
            "page_key",
            unique=True,
            postgresql_where="state = 'DRAFT'",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(STATES, name="state"),
        CheckConstraint("(state = 'DRAFT') = (published_at IS NULL)", name="published"),
    )

    template_code: Mapped[str] = mapped_column(ForeignKey("platform_template.code"))
    merchant_type: Mapped[str | None] = mapped_column(ForeignKey("merchant_type_features.type_code"))
    page_key: Mapped[str]
    """Key of a page, or `app` for navigation and landing."""
    version: Mapped[int]
    state: Mapped[str] = mapped_column(default="DRAFT")
    patch: Mapped[dict[str, Any]]
    revision: Mapped[int] = mapped_column(default=1)
    """Raised by every save of a draft; an editor that saves names the one it started from."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    published_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]


class FormDefinition(CatalogueRow, Recorded, Base):
    """One version of a form (表单), for all merchant types or for one."""

    __tablename__ = "form_definition"
    __access__ = DEFINITIONS
    __table_args__ = (
        UniqueConstraint("key", "merchant_type", "version", postgresql_nulls_not_distinct=True),
        Index(
            "uq_form_definition_published",
            "key",
            "merchant_type",
            unique=True,
            postgresql_where="state = 'PUBLISHED'",
            postgresql_nulls_not_distinct=True,
        ),
        Index(
            "uq_form_definition_draft",
            "key",
            "merchant_type",
            unique=True,
            postgresql_where="state = 'DRAFT'",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint(STATES, name="state"),
        CheckConstraint("(state = 'DRAFT') = (published_at IS NULL)", name="published"),
    )

    key: Mapped[str]
    """What the form is for, e.g. `onboarding`."""
    merchant_type: Mapped[str | None] = mapped_column(ForeignKey("merchant_type_features.type_code"))
    name_zh: Mapped[str]
    name_en: Mapped[str]
    version: Mapped[int]
    state: Mapped[str] = mapped_column(default="DRAFT")
    definition: Mapped[dict[str, Any]]
    """The form in the one field grammar, as `rules.plain.write` writes it."""
    revision: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    published_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]
