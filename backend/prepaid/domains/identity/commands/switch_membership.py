"""Going on in another membership without signing in again."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.open_session import OpenedSession
from prepaid.domains.identity.commands.rotate_secret import own_locked_session, rotate_secret
from prepaid.domains.identity.reads.membership_choices import choose, membership_choices
from prepaid.domains.identity.rules.own_session import account_of


async def switch_membership(tx: WriteSession, actor: Actor, *, membership_id: UUID) -> OpenedSession:
    """Act in another of one's own active memberships; the secret is replaced and a step-up ends.

    A platform that asks for a second factor gets it before anything else, as after signing in.

    Raises:
        NotFound: not an active membership of this account.
    """
    account_id = account_of(actor)
    async with tx.under(DbRole.IDENTITY):
        choices = await membership_choices(await tx.raw(), account_id)
        membership = choose(choices, wanted=membership_id, template=None, used=None)
        if membership is None:
            raise NotFound(path=("membershipId",))
        session = await own_locked_session(tx, actor)
        before = session.membership_id
        session.membership_merchant_id = membership.merchant_id
        session.membership_id = membership.id
        session.stepped_up_at = None
        issued = await rotate_secret(tx, session)
        await audit.record(
            tx,
            "session.membership_switched",
            object_type="Account",
            object_id=account_id,
            tenant=membership.merchant_id,
            before={"membership": before},
            after={"membership": membership.id},
        )
    due = membership.second_factor_required and session.second_factor_at is None
    return OpenedSession(issued, membership, tuple(choices), due)
