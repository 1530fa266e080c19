"""Noting what somebody has read."""

from collections.abc import Collection
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, or_, update

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Unauthenticated
from prepaid.domains.notifications.models import Notice
from prepaid.kit import clock

MOST_AT_ONCE: Final = 200


async def mark_notices_read(tx: WriteSession, actor: Actor, *, notice_ids: Collection[UUID] | None) -> int:
    """Note that the actor has read these notices of his own, or all of them (None); how many were unread.

    What is not his, or not there, is left alone.
    """
    if actor.account_id is None:
        raise Unauthenticated
    unread = update(Notice).where(
        Notice.merchant_id == actor.tenant, Notice.read_at.is_(None), *_own(actor.account_id, actor.membership_id)
    )
    if notice_ids is not None:
        unread = unread.where(Notice.id.in_(list(notice_ids)[:MOST_AT_ONCE]))
    return cast(CursorResult[Any], await tx.execute(unread.values(read_at=clock.now()))).rowcount


def _own(account_id: UUID, membership_id: UUID | None) -> tuple[ColumnElement[bool], ...]:
    here = or_(Notice.membership_id.is_(None), Notice.membership_id == membership_id)
    return Notice.account_id == account_id, here
