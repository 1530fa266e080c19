"""Telling the bank that something did not fit."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.payment.models import PaymentAlert
from prepaid.domains.payment.rules.alerts import AlertKind, AlertState
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

ALERTS = cast(Table, PaymentAlert.__table__)


async def raise_alert(
    tx: WriteSession,
    kind: AlertKind,
    *,
    merchant_id: UUID | None = None,
    subject: str = "",
    detail: Mapping[str, Any] | None = None,
    times: int = 1,
) -> None:
    """Count an alert of this kind and subject for today; one that was handled is open again.

    `subject`: our reference; `detail`: what was expected and what came, without personal data.
    """
    now = clock.now()
    detail = dict(detail or {})
    statement = insert(ALERTS).values(
        merchant_id=merchant_id or PLATFORM_TENANT,
        id=uuid7(),
        kind=kind.value,
        subject=subject,
        day=clock.shanghai_day(now),
        count=times,
        detail=detail,
        state=AlertState.OPEN.value,
        first_at=now,
        last_at=now,
    )
    again = {
        "count": ALERTS.c.count + times,
        "detail": detail,
        "state": AlertState.OPEN.value,
        "last_at": now,
        "handled_at": None,
        "handled_by": None,
        "handling": None,
    }
    async with tx.under(DbRole.WORKER):
        await tx.execute(
            statement.on_conflict_do_update(index_elements=["merchant_id", "kind", "subject", "day"], set_=again)
        )
