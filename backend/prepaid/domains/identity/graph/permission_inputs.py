"""Inputs of the mutations of platforms, nodes and roles."""

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.identity.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind
from prepaid.domains.identity.rules.standing import SecondFactor
from prepaid.graph.types import GlobalID


@strawberry.input(description="A new platform.")
class CreatePlatformTemplateInput:
    """Input of `createPlatformTemplate`."""

    code: str = strawberry.field(description="Code: a-z, 0-9, _ and dots")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    audience: Audience = strawberry.field(description="Whose staff or users its members are")
    second_factor: SecondFactor = strawberry.field(
        default=SecondFactor.OPTIONAL, description="Whether signing in takes two factors; bank staff always"
    )
    idle_minutes: int = strawberry.field(default=15, description="Minutes after which an idle session ends, 1 to 60")


@strawberry.input(description="A platform's names and limits.")
class RenamePlatformTemplateInput:
    """Input of `renamePlatformTemplate`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    idle_minutes: int = strawberry.field(description="Minutes after which an idle session ends, 1 to 60")
    expected_version: int = strawberry.field(description="Version that the editor started from")


@strawberry.input(description="A copy of a platform.")
class CopyPlatformTemplateInput:
    """Input of `copyPlatformTemplate`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    code: str = strawberry.field(description="Code: a-z, 0-9, _ and dots")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")


@strawberry.input(description="The platform to export.")
class ExportPlatformTemplateInput:
    """Input of `exportPlatformTemplate`."""

    template_id: GlobalID = strawberry.field(description="The platform")


@strawberry.input(description="A document that becomes a new platform.")
class ImportPlatformTemplateInput:
    """Input of `importPlatformTemplate`."""

    document: JSON = strawberry.field(description="Document in the export's format")
    code: str | None = strawberry.field(default=None, description="Code in place of the document's own")


@strawberry.input(description="A document that an existing platform becomes.")
class ImportIntoPlatformTemplateInput:
    """Input of `importIntoPlatformTemplate`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    document: JSON = strawberry.field(description="Document in the export's format")
    expected_version: int = strawberry.field(description="Version that the editor started from")
    reason: str | None = strawberry.field(default=None, description="Reason, for the checker and the audit trail")


@strawberry.input(description="The platform to close.")
class RetirePlatformTemplateInput:
    """Input of `retirePlatformTemplate`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    expected_version: int = strawberry.field(description="Version that the editor started from")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A permission node.")
class SavePermissionNodeInput:
    """Input of `savePermissionNode`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    node_id: GlobalID | None = strawberry.field(default=None, description="The node to change; absent for a new one")
    code: str = strawberry.field(description="Code: a-z, 0-9, _ and dots")
    kind: NodeKind = strawberry.field(description="What it stands for")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    parent_id: GlobalID | None = strawberry.field(default=None, description="Node above a new one; absent at the top")
    feature: str | None = strawberry.field(default=None, description="Feature that a merchant needs for it")
    gate: Gate | None = strawberry.field(default=None, description="What a merchant's state may close")
    expected_version: int = strawberry.field(description="Version that the editor started from")


@strawberry.input(description="A node's new place.")
class MovePermissionNodeInput:
    """Input of `movePermissionNode`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    node_id: GlobalID = strawberry.field(description="The node")
    parent_id: GlobalID | None = strawberry.field(default=None, description="The node above; absent at the top")
    position: int = strawberry.field(description="Place among its siblings, from 0")
    expected_version: int = strawberry.field(description="Version that the editor started from")


@strawberry.input(description="The node to remove.")
class PrunePermissionNodeInput:
    """Input of `prunePermissionNode`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    node_id: GlobalID = strawberry.field(description="The node")
    expected_version: int = strawberry.field(description="Version that the editor started from")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A new role.")
class CreateRoleInput:
    """Input of `createRole`."""

    template_id: GlobalID = strawberry.field(description="The platform")
    code: str = strawberry.field(description="Code: a-z, 0-9, _ and dots")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    description: str | None = strawberry.field(default=None, description="What it is for, in Chinese")
    description_en: str | None = strawberry.field(default=None, description="What it is for, in English")


@strawberry.input(description="A role's names.")
class UpdateRoleInput:
    """Input of `updateRole`."""

    role_id: GlobalID = strawberry.field(description="The role")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    expected_version: int = strawberry.field(description="Version that the editor started from")
    description: str | None = strawberry.field(default=None, description="What it is for, in Chinese")
    description_en: str | None = strawberry.field(default=None, description="What it is for, in English")


@strawberry.input(description="The role to delete.")
class DeleteRoleInput:
    """Input of `deleteRole`."""

    role_id: GlobalID = strawberry.field(description="The role")
    expected_version: int = strawberry.field(description="Version that the editor started from")


@strawberry.input(description="What a role gains and loses.")
class SaveRoleGrantsInput:
    """Input of `saveRoleGrants`."""

    role_id: GlobalID = strawberry.field(description="The role")
    add: list[GlobalID] = strawberry.field(description="Nodes that it gains; those above come along")
    remove: list[GlobalID] = strawberry.field(description="Nodes that it loses, with all below them")
    expected_version: int = strawberry.field(description="Version that the editor started from")
    reason: str | None = strawberry.field(default=None, description="Reason, for the checker and the audit trail")
