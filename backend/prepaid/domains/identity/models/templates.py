"""Platform templates: permission trees, roles and grants. Catalogues that all tenants share."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import catalogue
from prepaid.core.model import Base, CatalogueRow, Recorded


class PlatformTemplate(CatalogueRow, Recorded, Base):
    """A platform as a record (平台模版): it owns a permission tree and roles."""

    __tablename__ = "platform_template"
    __access__ = catalogue()
    __table_args__ = (
        CheckConstraint("audience IN ('MERCHANT', 'BANK', 'CONSUMER')", name="audience"),
        CheckConstraint("second_factor IN ('REQUIRED', 'OPTIONAL')", name="second_factor"),
        CheckConstraint("status IN ('ACTIVE', 'RETIRED')", name="status"),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name_zh: Mapped[str]
    name_en: Mapped[str]
    audience: Mapped[str]
    """Whose data its members see: decides the database role and the scopes that are possible."""
    second_factor: Mapped[str] = mapped_column(default="OPTIONAL")
    idle_minutes: Mapped[int] = mapped_column(default=15)
    status: Mapped[str] = mapped_column(default="ACTIVE")
    version: Mapped[int] = mapped_column(default=1)
    """Raised by every change of the tree; an editor that saves names the version it started from."""


class PermissionNode(CatalogueRow, Base):
    """A node of a template's permission tree (权限节点)."""

    __tablename__ = "permission_node"
    __access__ = catalogue()
    __table_args__ = (
        UniqueConstraint("template_id", "id"),
        UniqueConstraint("template_id", "code"),
        ForeignKeyConstraint(
            ["template_id", "parent_id"], ["permission_node.template_id", "permission_node.id"], ondelete="CASCADE"
        ),
        CheckConstraint("kind IN ('MENU', 'PAGE', 'ACTION', 'FIELD', 'DATA')", name="kind"),
        CheckConstraint("gate IS NULL OR gate IN ('SALES', 'REDEMPTION', 'AFTER_SALES')", name="gate"),
        CheckConstraint("parent_id <> id", name="parent"),
    )

    template_id: Mapped[UUID] = mapped_column(ForeignKey("platform_template.id", ondelete="CASCADE"))
    parent_id: Mapped[UUID | None]
    code: Mapped[str]
    kind: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    position: Mapped[int] = mapped_column(default=0)
    feature: Mapped[str | None]
    """Feature switch that a merchant needs to have for this node to count."""
    gate: Mapped[str | None]
    """Closed by a suspension (SALES) or by a fraud hold (SALES and REDEMPTION)."""


class Role(CatalogueRow, Recorded, Base):
    """A role of one template (角色)."""

    __tablename__ = "role"
    __access__ = catalogue()
    __table_args__ = (UniqueConstraint("template_id", "id"), UniqueConstraint("template_id", "code"))

    template_id: Mapped[UUID] = mapped_column(ForeignKey("platform_template.id", ondelete="CASCADE"))
    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    """What it is for, in Chinese."""
    description_en: Mapped[str] = mapped_column(default="", server_default="")
    version: Mapped[int] = mapped_column(default=1)


class RoleGrant(Base):
    """A node granted to a role (授权). The foreign keys keep both in one template."""

    __tablename__ = "role_grant"
    __access__ = catalogue()
    __table_args__ = (
        ForeignKeyConstraint(["template_id", "role_id"], ["role.template_id", "role.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["template_id", "node_id"], ["permission_node.template_id", "permission_node.id"], ondelete="CASCADE"
        ),
    )

    template_id: Mapped[UUID] = mapped_column(primary_key=True)
    role_id: Mapped[UUID] = mapped_column(primary_key=True)
    node_id: Mapped[UUID] = mapped_column(primary_key=True, index=True)
    granted_at: Mapped[datetime]
    granted_by: Mapped[UUID | None]


class PolicyVersion(Base):
    """One row, raised by every change of templates, roles, grants and gates; its lock puts them in a line."""

    __tablename__ = "policy_version"
    __access__ = catalogue(verbs="SELECT, UPDATE")
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, default=1, autoincrement=False)
    version: Mapped[int] = mapped_column(default=1)
