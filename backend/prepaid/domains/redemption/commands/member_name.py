"""What somebody is called where he works."""

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import Membership


async def member_name(tx: WriteSession, actor: Actor) -> str | None:
    """The name of the acting member; None for whoever is none. Runs as the worker."""
    if actor.membership_id is None:
        return None
    found: str | None = await tx.scalar(select(Membership.display_name).filter_by(id=actor.membership_id))
    return found
