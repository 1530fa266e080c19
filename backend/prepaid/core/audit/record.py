"""Writing an audit event, in the transaction of the change that it tells of."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

import orjson
from sqlalchemy import Table, insert

from prepaid.core.actor import DbRole
from prepaid.core.audit.redaction import redacted
from prepaid.core.database import WriteSession
from prepaid.core.tables import AuditEvent
from prepaid.kit import clock
from prepaid.kit.codec import canonical_json
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

EVENTS = cast(Table, AuditEvent.__table__)


async def record(
    tx: WriteSession,
    action: str,
    *,
    object_type: str,
    object_id: UUID | None,
    tenant: UUID | None = None,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    reason: str | None = None,
) -> UUID:
    """Note a state change of the actor of `tx`; returns the event's id.

    `action` is a dotted code in the past tense, e.g. `role.grants_saved`. `before` and `after` hold what
    changed: references and masked values; numbers of phones, ID and bank cards are masked all the same.
    `tenant` is the merchant that the object belongs to, the actor's own when not given.
    """
    actor = tx.actor
    event_id = uuid7()
    # The plain table and not the class: no RETURNING, for a role that may write events but not read them.
    event = insert(EVENTS).values(
        merchant_id=tenant or actor.tenant,
        id=event_id,
        at=clock.now(),
        actor_account_id=actor.account_id,
        actor_membership_id=actor.membership_id,
        actor_token_id=actor.token_id,
        template=actor.template,
        action=action,
        object_type=object_type,
        object_id=object_id,
        before=_stored(before),
        after=_stored(after),
        reason=redacted(reason),
        address=actor.address,
        device=actor.device,
        request_id=actor.request_id,
        policy_version=actor.policy_version,
    )
    if actor.db_role is DbRole.OPERATOR and (tenant or actor.tenant) == PLATFORM_TENANT:
        # An operator's own acts stand in the bank's tenant, into which its database role cannot write.
        async with tx.under(DbRole.IDENTITY):
            await tx.execute(event)
    else:
        await tx.execute(event)
    return event_id


def _stored(value: Mapping[str, Any] | None) -> Any:
    return None if value is None else redacted(orjson.loads(canonical_json(value)))
