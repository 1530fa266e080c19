"""Salespeople by id, share code and account."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Path
from prepaid.domains.salesforce.models import Salesperson


async def salesperson_of(
    tx: WriteSession, merchant_id: UUID, salesperson_id: UUID, path: Path = ("salespersonId",), *, lock: bool = False
) -> Salesperson:
    """One person. Raises `NotFound`."""
    person = await tx.get(Salesperson, (merchant_id, salesperson_id), with_for_update=lock)
    if person is None:
        raise NotFound(path=path)
    return person


async def by_share_code(tx: WriteSession, merchant_id: UUID, code: str) -> Salesperson | None:
    """The person whom a buyer's share code names, also for consumers; None for a code of nobody who sells."""
    active = select(Salesperson).filter_by(merchant_id=merchant_id, share_code=code.strip().upper(), status="ACTIVE")
    async with tx.under(DbRole.WORKER):
        found: Salesperson | None = await tx.scalar(active)
    return found


async def of_member(tx: WriteSession, merchant_id: UUID, membership_id: UUID) -> Salesperson | None:
    """The record of a member of the merchant, if he has one and has not left."""
    own = select(Salesperson).where(
        Salesperson.merchant_id == merchant_id,
        Salesperson.membership_id == membership_id,
        Salesperson.status != "LEFT",
    )
    found: Salesperson | None = await tx.scalar(own)
    return found
