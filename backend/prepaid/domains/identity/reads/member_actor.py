"""A member as an actor when he is not there himself: for jobs that do in his name what he asked for."""

from uuid import UUID

from prepaid.core.actor import Actor, Via
from prepaid.core.database import ReadSession
from prepaid.core.errors import Locale
from prepaid.domains.identity.reads.caller_rows import MEMBER_BY_ID
from prepaid.domains.identity.reads.callers import Resolver
from prepaid.domains.identity.reads.policy_store import PolicyStore


async def actor_of_member(source: ReadSession, tenant: UUID, membership_id: UUID, locale: Locale) -> Actor | None:
    """The member with the grants and the data scope that he has now; None when he does not work here any more.

    `source` reads as the gatekeeper.
    """
    rows = await source.fetch(MEMBER_BY_ID, tenant, membership_id)
    if not rows:
        return None
    standing = await Resolver(PolicyStore()).standing(source, rows[0])
    return Actor(via=Via.SYSTEM, account_id=rows[0]["account_id"], locale=locale, **standing)
