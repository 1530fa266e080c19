"""Giving a suspended member access again."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.appointment import ensure_may_manage
from prepaid.domains.identity.commands.member_status import set_status
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.models import Membership
from prepaid.domains.identity.reads.members import member_to_change


async def resume_member(
    tx: WriteSession, actor: Actor, *, tenant: UUID, membership_id: UUID, reason: str
) -> Membership:
    """Let a suspended member work again, with the roles and the scope that he had.

    Raises:
        NotFound, MemberLeft, OwnMembership, RoleExceedsOwn, OtherPlatform, ReasonTooShort, NothingToChange.
    """
    reason = reason_text(reason)
    member = await member_to_change(tx, actor, tenant, membership_id)
    await ensure_may_manage(tx, actor, member)
    if member.status == "ACTIVE":
        raise NothingToChange
    await set_status(tx, member, "ACTIVE", action="member.resumed", reason=reason)
    return member
