"""Submitting a change that a second person decides."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.domains.identity.commands.change_kinds import CHANGE_KINDS
from prepaid.domains.identity.commands.wording import free_text
from prepaid.domains.identity.errors.changes import ChangeAlreadyOpen
from prepaid.domains.identity.events.changes import ChangeSubmitted
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.codec import fingerprint
from prepaid.kit.ids import uuid7


async def submit_change(
    tx: WriteSession,
    actor: Actor,
    *,
    kind: str,
    target_id: UUID,
    payload: Mapping[str, Any],
    target_version: int | None = None,
    reason: str = "",
) -> ChangeRequest:
    """Put a change into the review queue of the maker's tenant; nothing else happens until it is approved.

    `payload` is JSON that says by itself what will be done: the checker sees it and approves its hash.

    Raises:
        Forbidden: a change has a person as its maker, with the kind's permission; an API token submits none.
        ChangeAlreadyOpen: one of this kind waits for the same target.
    """
    rule = CHANGE_KINDS[kind]
    if actor.account_id is None or actor.membership_id is None or not actor.may(rule.make):
        raise Forbidden
    now = clock.now()
    change = ChangeRequest(
        merchant_id=actor.tenant,
        id=uuid7(),
        kind=kind,
        target_type=rule.target_type,
        target_id=target_id,
        target_version=target_version,
        payload=dict(payload),
        payload_hash=fingerprint(payload),
        reason=free_text(reason),
        state="OPEN",
        maker_account_id=actor.account_id,
        maker_membership_id=actor.membership_id,
        created_at=now,
        expires_at=now + timedelta(days=rule.expires_days),
    )
    await tx.flush()
    try:
        async with tx.begin_nested():
            tx.add(change)
    except IntegrityError as error:
        raise ChangeAlreadyOpen from error
    await audit.record(
        tx,
        "change.submitted",
        object_type="ChangeRequest",
        object_id=change.id,
        after={"kind": kind, "target": target_id, "payloadHash": change.payload_hash.hex()},
        reason=change.reason or None,
    )
    await signals.publish(tx, queue_topic(change.merchant_id), {"change": str(change.id), "state": "OPEN"})
    await events.publish(tx, ChangeSubmitted(change.merchant_id, change.id, kind, actor.account_id))
    return change


def queue_topic(tenant: UUID) -> str:
    """Topic of the signals about a tenant's review queue."""
    return f"review:{tenant}"
