"""What contracts do when a review is over, or somebody leaves."""

from typing import Final

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.contracts.commands.grant_seal import revoke_of_member
from prepaid.domains.contracts.commands.review_seal import ACTIVATE, reject_seal
from prepaid.domains.contracts.commands.submit_template import PUBLISH, reopen_draft
from prepaid.domains.identity.events.changes import ChangeClosed
from prepaid.domains.identity.events.members import MemberChanged
from prepaid.domains.identity.models import ChangeRequest, Membership
from prepaid.domains.identity.rules.change_requests import ChangeState

APPROVED: Final = ChangeState.APPROVED.value


@reacts_to(ChangeClosed)
async def end_review(tx: WriteSession, closed: ChangeClosed) -> None:
    """A template is a draft again, a seal rejected, when its review did not end with a yes."""
    if closed.state == APPROVED or closed.kind not in (PUBLISH, ACTIVATE):
        return
    change = await tx.get(ChangeRequest, (closed.merchant_id, closed.change_id))
    assert change is not None
    reason = change.decision_reason or closed.state
    if closed.kind == PUBLISH:
        await reopen_draft(tx, change.target_id, reason=reason)
    else:
        await reject_seal(tx, change.merchant_id, change.target_id, reason=reason)


@reacts_to(MemberChanged)
async def end_grants_of_leaver(tx: WriteSession, changed: MemberChanged) -> None:
    """Whoever leaves stamps nothing any more."""
    member = await tx.get(Membership, (changed.merchant_id, changed.membership_id))
    if member is not None and member.status == "LEFT":
        await revoke_of_member(tx, changed.merchant_id, changed.membership_id)
