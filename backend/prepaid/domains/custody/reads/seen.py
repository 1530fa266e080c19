"""Whether a merchant is within the actor's sight: commands ask before they step into the worker's role."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.models import Merchant


async def ensure_seen(tx: WriteSession, merchant_id: UUID, *path: str) -> None:
    """Raises `NotFound` for a merchant that does not exist, or not for this actor."""
    if await tx.scalar(select(Merchant.id).where(Merchant.id == merchant_id)) is None:
        raise NotFound(path=path)
