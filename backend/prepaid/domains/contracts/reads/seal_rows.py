"""Seals and grants as commands read them."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.models import Seal, SealGrant
from prepaid.domains.contracts.rules.grants import GrantTerms

SEAL_PATH = ("sealId",)


async def seal_to_change(tx: WriteSession, tenant: UUID, seal_id: UUID) -> Seal:
    """A seal, locked. Raises `NotFound`."""
    found = await tx.get(Seal, (tenant, seal_id), with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound(path=SEAL_PATH)
    return found


async def find_seal(tx: WriteSession, tenant: UUID, seal_id: UUID) -> Seal:
    """A seal. Raises `NotFound`."""
    found = await tx.get(Seal, (tenant, seal_id))
    if found is None:
        raise NotFound(path=SEAL_PATH)
    return found


async def live_grants(tx: WriteSession, seal: Seal, membership_id: UUID | None = None) -> Sequence[SealGrant]:
    """Grants of a seal that are not revoked, of one person or of all."""
    query = select(SealGrant).filter_by(merchant_id=seal.merchant_id, seal_id=seal.id, revoked_at=None)
    if membership_id is not None:
        query = query.filter_by(membership_id=membership_id)
    return (await tx.scalars(query)).all()


def terms_of(grant: SealGrant) -> GrantTerms:
    """A grant as the rules read it."""
    return GrantTerms(
        template_ids=tuple(grant.template_ids),
        valid_from=grant.valid_from,
        valid_to=grant.valid_to,
        revoked_at=grant.revoked_at,
    )


async def covering_grant(
    tx: WriteSession, seal: Seal, membership_id: UUID, template_id: UUID, at: datetime
) -> SealGrant | None:
    """The person's grant that allows stamping a contract of the template."""
    grants = await live_grants(tx, seal, membership_id)
    return next((grant for grant in grants if terms_of(grant).covers(template_id, at)), None)
