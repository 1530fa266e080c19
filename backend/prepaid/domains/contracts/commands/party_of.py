"""For whom an actor signs."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.domains.contracts.rules.scenes import Party
from prepaid.domains.identity.models import Membership
from prepaid.kit.ids import PLATFORM_TENANT


def party_of(actor: Actor) -> Party:
    """The bank's staff sign for the bank, people of a merchant or its operator for the merchant.

    Raises:
        Forbidden: consumers, programs and background work sign no contract.
    """
    if actor.account_id is None or actor.membership_id is None:
        raise Forbidden
    if actor.db_role is DbRole.BANK:
        return Party.BANK
    if actor.db_role in (DbRole.MERCHANT, DbRole.OPERATOR):
        return Party.MERCHANT
    raise Forbidden


def seal_tenant(party: Party, merchant_id: UUID) -> UUID:
    """Whose seals a party signs with."""
    return PLATFORM_TENANT if party is Party.BANK else merchant_id


async def own_name(tx: WriteSession, actor: Actor) -> str:
    """The actor's name in the place that he acts from; an operator's own place is in no merchant's tenant."""
    query = select(Membership.display_name).where(Membership.id == actor.membership_id)
    async with tx.under(DbRole.IDENTITY):
        return (await tx.scalars(query)).one()
