"""Contract templates and their versions: the bank's, readable by everybody once published."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded
from prepaid.domains.contracts.models.frozen import frozen, needs_function

KEPT = "SELECT, INSERT, UPDATE"
RELEASED = "state IN ('PUBLISHED', 'RETIRED')"


def _bank_rows(others: str, verbs: str = KEPT) -> RowAccess:
    """Written by the bank; `others` is what everybody else may read."""
    readers = (DbRole.MERCHANT, DbRole.OPERATOR, DbRole.CONSUMER)
    return RowAccess(
        (
            *(Rule(role, "SELECT", others) for role in readers),
            Rule(DbRole.BANK, verbs, ALL),
            Rule(DbRole.WORKER, verbs, ALL),
        )
    )


class ContractTemplate(CatalogueRow, Recorded, Base):
    """A template (智能合约模版) of one scene. `custom_merchant_id` names the one merchant that it was made for.

    Deliberately no foreign key: the contract holds merchant and template, so the model has no cycle.
    """

    __tablename__ = "contract_template"
    __access__ = _bank_rows("custom_merchant_id IS NULL")
    __table_args__ = (
        UniqueConstraint("id", "scene"),
        CheckConstraint(
            "scene IN ('MERCHANT_AGREEMENT', 'CUSTODY_AGREEMENT', 'SUPPLEMENTARY_AGREEMENT',"
            " 'CONSUMER_AGREEMENT', 'GIFT_AGREEMENT')",
            name="scene",
        ),
    )

    code: Mapped[str] = mapped_column(unique=True)
    scene: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    custom_merchant_id: Mapped[UUID | None]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]


class ContractTemplateVersion(CatalogueRow, Recorded, Base):
    """One version: clauses, variables, rule parameters. Once submitted its contents never change."""

    __tablename__ = "contract_template_version"
    __access__ = _bank_rows(f"{RELEASED} AND NOT custom")
    __table_args__ = (
        UniqueConstraint("template_id", "version"),
        UniqueConstraint("id", "scene", "state"),
        ForeignKeyConstraint(["template_id", "scene"], ["contract_template.id", "contract_template.scene"]),
        Index(
            "uq_contract_template_version_open",
            "template_id",
            unique=True,
            postgresql_where="state IN ('DRAFT', 'REVIEW')",
        ),
        Index(
            "uq_contract_template_version_published", "template_id", unique=True, postgresql_where="state = 'PUBLISHED'"
        ),
        CheckConstraint("state IN ('DRAFT', 'REVIEW', 'PUBLISHED', 'RETIRED')", name="state"),
        CheckConstraint("(published_at IS NOT NULL) = (state IN ('PUBLISHED', 'RETIRED'))", name="published"),
        CheckConstraint("published_by <> submitted_by", name="maker_is_not_checker"),
    )

    template_id: Mapped[UUID] = mapped_column(index=True)
    scene: Mapped[str]
    version: Mapped[int]
    state: Mapped[str] = mapped_column(default="DRAFT")
    custom: Mapped[bool] = mapped_column(default=False)
    clauses: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    variables: Mapped[dict[str, Any]]
    """A form in the one field grammar: what is filled in for a contract."""
    parameters: Mapped[dict[str, Any]]
    ranges: Mapped[dict[str, Any]]
    """Bounds of the parameters that may be agreed otherwise for one contract."""
    content_hash: Mapped[bytes]
    """SHA-256 over clauses, variables, parameters and ranges."""
    note: Mapped[str] = mapped_column(default="")
    """What is new in this version."""
    revision: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    published_at: Mapped[datetime | None]
    published_by: Mapped[UUID | None]
    retired_at: Mapped[datetime | None]


class ContractTemplateType(Base):
    """That a version is for a merchant type: one published version per scene and type, held by the database.

    Types are named by their codes alone: they are data of a higher domain, and may come later than the template.
    """

    __tablename__ = "contract_template_type"
    __access__ = _bank_rows(RELEASED, f"{KEPT}, DELETE")
    __table_args__ = (
        ForeignKeyConstraint(
            ["version_id", "scene", "state"],
            ["contract_template_version.id", "contract_template_version.scene", "contract_template_version.state"],
            onupdate="CASCADE",
            ondelete="CASCADE",
        ),
        Index(
            "uq_contract_template_type_published",
            "scene",
            "type_code",
            unique=True,
            postgresql_where="state = 'PUBLISHED'",
        ),
    )

    version_id: Mapped[UUID] = mapped_column(primary_key=True)
    type_code: Mapped[str] = mapped_column(primary_key=True)
    scene: Mapped[str]
    state: Mapped[str]


needs_function(ContractTemplate)
frozen(
    ContractTemplateVersion,
    when="OLD.state <> 'DRAFT'",
    columns=(
        *("template_id", "scene", "version", "custom", "clauses", "variables", "parameters", "ranges"),
        *("content_hash", "made_at", "made_by"),
    ),
)
