"""What suspending, resuming and removing a member have in common."""

from prepaid.core import audit, events
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.policy import keeping_administrators
from prepaid.domains.identity.commands.revoke_session import revoke
from prepaid.domains.identity.events.members import MemberChanged
from prepaid.domains.identity.models import Membership, UserSession
from prepaid.domains.identity.reads.known_callers import announce
from prepaid.kit import clock


async def set_status(tx: WriteSession, member: Membership, status: str, *, action: str, reason: str) -> None:
    """Write the status; unless the member is active then, his sessions in this membership end.

    Raises:
        LastAdministrator.
    """
    before = member.status
    async with keeping_administrators(tx, tenant=member.merchant_id):
        member.status = status
        member.left_at = clock.now() if status == "LEFT" else None
        await tx.flush()
    if status != "ACTIVE":
        async with tx.under(DbRole.IDENTITY):
            await revoke(tx, UserSession.membership_id == member.id, reason=f"MEMBER_{status}")
    await audit.record(
        tx,
        action,
        object_type="Member",
        object_id=member.id,
        tenant=member.merchant_id,
        before={"status": before},
        after={"status": status},
        reason=reason,
    )
    await announce(tx, membership=member.id)
    await events.publish(tx, MemberChanged(member.merchant_id, member.id, member.account_id))
