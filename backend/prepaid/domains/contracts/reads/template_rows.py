"""Templates and versions as commands read them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import case, func, select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.models import ContractTemplate, ContractTemplateType, ContractTemplateVersion
from prepaid.domains.contracts.rules.scenes import Scene

OPEN = ("DRAFT", "REVIEW")


async def template_to_change(tx: WriteSession, template_id: UUID) -> ContractTemplate:
    """A template, locked: its versions change one at a time. Raises `NotFound`."""
    found = await tx.get(ContractTemplate, template_id, with_for_update=True)
    if found is None:
        raise NotFound(path=("templateId",))
    return found


async def version_to_change(tx: WriteSession, version_id: UUID) -> tuple[ContractTemplate, ContractTemplateVersion]:
    """A version with its template, both locked. Raises `NotFound`."""
    known = await tx.get(ContractTemplateVersion, version_id)
    if known is None:
        raise NotFound(path=("versionId",))
    template = await template_to_change(tx, known.template_id)
    version = await tx.get(ContractTemplateVersion, version_id, with_for_update=True, populate_existing=True)
    assert version is not None
    return template, version


async def open_version(tx: WriteSession, template_id: UUID) -> ContractTemplateVersion | None:
    """The version that is a draft or under review."""
    query = select(ContractTemplateVersion).filter_by(template_id=template_id)
    return await tx.scalar(query.where(ContractTemplateVersion.state.in_(OPEN)).with_for_update())


async def published_version(tx: WriteSession, template_id: UUID) -> ContractTemplateVersion | None:
    """The version in force."""
    return await tx.scalar(select(ContractTemplateVersion).filter_by(template_id=template_id, state="PUBLISHED"))


async def next_version(tx: WriteSession, template_id: UUID) -> int:
    """The number of a new version."""
    query = select(func.max(ContractTemplateVersion.version)).filter_by(template_id=template_id)
    return (await tx.scalar(query) or 0) + 1


async def types_of(tx: WriteSession, version_id: UUID) -> list[str]:
    """Codes of the merchant types that a version is for."""
    query = select(ContractTemplateType.type_code).filter_by(version_id=version_id)
    return list(await tx.scalars(query.order_by(ContractTemplateType.type_code)))


async def taken_types(tx: WriteSession, scene: Scene, codes: Collection[str], *, besides: UUID) -> list[str]:
    """Those of `codes` for which another template than `besides` is in force in the scene."""
    query = (
        select(ContractTemplateType.type_code)
        .join(ContractTemplateVersion, ContractTemplateVersion.id == ContractTemplateType.version_id)
        .where(
            ContractTemplateType.scene == scene.value,
            ContractTemplateType.state == "PUBLISHED",
            ContractTemplateType.type_code.in_(codes),
            ContractTemplateVersion.template_id != besides,
        )
    )
    return list(await tx.scalars(query.order_by(ContractTemplateType.type_code)))


async def version_in_force(
    tx: WriteSession, scene: Scene, type_code: str | None, *, custom_for: UUID | None = None
) -> tuple[ContractTemplate, ContractTemplateVersion] | None:
    """The published version of a scene: the custom one of a merchant if there is one, else that of the type."""
    joined = select(ContractTemplate, ContractTemplateVersion).join(
        ContractTemplateVersion, ContractTemplateVersion.template_id == ContractTemplate.id
    )
    joined = joined.where(ContractTemplateVersion.scene == scene.value, ContractTemplateVersion.state == "PUBLISHED")
    if custom_for is not None:
        custom = joined.where(ContractTemplate.custom_merchant_id == custom_for)
        found = (await tx.execute(custom.order_by(ContractTemplateVersion.published_at.desc()).limit(1))).one_or_none()
        if found is not None:
            return found[0], found[1]
    if type_code is None:
        return None
    linked = joined.join(ContractTemplateType, ContractTemplateType.version_id == ContractTemplateVersion.id)
    found = (await tx.execute(linked.where(ContractTemplateType.type_code == type_code))).one_or_none()
    return None if found is None else (found[0], found[1])


async def template_of_version(tx: WriteSession, version_id: UUID) -> UUID:
    """The template that a version belongs to; also of one that is made for a single merchant."""
    async with tx.under(DbRole.WORKER):
        query = select(ContractTemplateVersion.template_id).where(ContractTemplateVersion.id == version_id)
        return (await tx.scalars(query)).one()


async def find_version(tx: WriteSession, version_id: UUID) -> ContractTemplateVersion | None:
    """A version to be read."""
    return await tx.get(ContractTemplateVersion, version_id)


async def open_or_published(tx: WriteSession, template_id: UUID) -> ContractTemplateVersion | None:
    """The version that editing goes on from: the open one, else that in force, else the latest."""
    ranked = case(
        (ContractTemplateVersion.state.in_(OPEN), 0), (ContractTemplateVersion.state == "PUBLISHED", 1), else_=2
    )
    query = select(ContractTemplateVersion).filter_by(template_id=template_id)
    return await tx.scalar(query.order_by(ranked, ContractTemplateVersion.version.desc()).limit(1))
