"""What approving, rejecting, withdrawing and expiring a change have in common."""

from uuid import UUID

from prepaid.core import audit, events, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden, NotFound
from prepaid.domains.identity.commands.change_kinds import CHANGE_KINDS, ChangeKind
from prepaid.domains.identity.commands.submit_change import queue_topic
from prepaid.domains.identity.errors.changes import ChangeExpired, ChangeIsOwn, ChangeNotOpen
from prepaid.domains.identity.events.changes import ChangeClosed
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.reads.grants import codes_of_membership
from prepaid.domains.identity.rules.change_requests import CHANGE_STATES, ChangeState, due
from prepaid.kit import clock


async def open_change(tx: WriteSession, tenant: UUID, change_id: UUID) -> ChangeRequest:
    """A change that can still be closed, locked.

    Raises:
        NotFound, ChangeNotOpen, ChangeExpired.
    """
    change = await tx.get(ChangeRequest, (tenant, change_id), with_for_update=True)
    if change is None:
        raise NotFound(path=("changeId",))
    if not CHANGE_STATES.can(ChangeState(change.state), ChangeState.APPROVED):
        raise ChangeNotOpen(state=change.state)
    if due(change.expires_at, clock.now()):
        raise ChangeExpired
    return change


async def ensure_checker(tx: WriteSession, actor: Actor, change: ChangeRequest) -> ChangeKind:
    """The actor is another person than the maker and may, at this moment, decide changes of this kind.

    Two accounts of one person cannot both be members: the staff number belongs to one account
    (`ex_membership_person`), so comparing accounts compares people.

    Raises:
        Forbidden, ChangeIsOwn.
    """
    kind = CHANGE_KINDS[change.kind]
    if actor.account_id is None or actor.membership_id is None or not actor.may(kind.decide):
        raise Forbidden
    if actor.account_id == change.maker_account_id:
        raise ChangeIsOwn
    # The actor's own grants were read when the request came in; a role may have been taken from him since.
    if kind.decide not in await codes_of_membership(tx, actor.account_id, actor.membership_id):
        raise Forbidden
    return kind


async def close_change(
    tx: WriteSession,
    change: ChangeRequest,
    state: ChangeState,
    *,
    checker: Actor | None = None,
    reason: str | None = None,
) -> None:
    """Move the change to its final state and tell everybody."""
    change.state = CHANGE_STATES.advance(ChangeState(change.state), state)
    change.checker_account_id = checker.account_id if checker else None
    change.checker_membership_id = checker.membership_id if checker else None
    change.decided_at = clock.now()
    change.decision_reason = reason
    await tx.flush()
    await audit.record(
        tx,
        f"change.{state.lower()}",
        object_type="ChangeRequest",
        object_id=change.id,
        tenant=change.merchant_id,
        before={"state": "OPEN"},
        after={"state": state, "kind": change.kind, "payloadHash": change.payload_hash.hex()},
        reason=reason,
    )
    await signals.publish(tx, queue_topic(change.merchant_id), {"change": str(change.id), "state": state})
    fact = ChangeClosed(change.merchant_id, change.id, change.kind, state, change.maker_account_id)
    await events.publish(tx, fact)
