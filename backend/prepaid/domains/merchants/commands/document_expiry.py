"""Keeping accepted documents, and noting when they end."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.merchants.events.document_expiry import DocumentExpired, DocumentExpiring
from prepaid.domains.merchants.models import MerchantDocument
from prepaid.domains.merchants.rules.document_expiry import REMINDERS, AcceptedDocument, reminder_due
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def keep_documents(tx: WriteSession, *, merchant_id: UUID, documents: Iterable[AcceptedDocument]) -> None:
    """What the bank accepted counts from now on; a document of the same code that differs is replaced."""
    async with tx.under(DbRole.WORKER):
        rows = await tx.scalars(
            select(MerchantDocument).filter_by(merchant_id=merchant_id, replaced_at=None).with_for_update()
        )
        known = {row.code: row for row in rows}
        for document in documents:
            old = known.get(document.code)
            if old is not None and (old.file, old.expires_on) == (document.file, document.expires_on):
                continue
            if old is not None:
                old.replaced_at = clock.now()
                await tx.flush()
            await _keep(tx, merchant_id, document, old)


async def note_expiry(tx: WriteSession) -> int:
    """Tell of documents that end in 30, 7 or 1 days, and of those that have ended; how many were told of."""
    today = clock.today_shanghai()
    due = (
        select(MerchantDocument)
        .where(
            MerchantDocument.replaced_at.is_(None),
            MerchantDocument.expired_at.is_(None),
            MerchantDocument.expires_on <= today + timedelta(days=max(REMINDERS)),
        )
        .order_by(MerchantDocument.expires_on, MerchantDocument.id)
    )
    told = 0
    for row in (await tx.scalars(due.with_for_update(skip_locked=True))).all():
        assert row.expires_on is not None
        if row.expires_on < today:
            row.expired_at = clock.now()
            await tx.flush()
            await _note(tx, row, "document.expired")
            names = (row.name_zh, row.name_en)
            await events.publish(tx, DocumentExpired(row.merchant_id, row.id, *names, row.required))
        elif (days := reminder_due(row.expires_on, today, row.reminded_days)) is not None:
            row.reminded_days = days
            await tx.flush()
            left = (row.expires_on - today).days
            names = (row.name_zh, row.name_en)
            await events.publish(tx, DocumentExpiring(row.merchant_id, row.id, *names, row.expires_on, left))
        else:
            continue
        told += 1
    return told


async def _keep(tx: WriteSession, merchant_id: UUID, document: AcceptedDocument, old: MerchantDocument | None) -> None:
    row = MerchantDocument(
        merchant_id=merchant_id,
        id=uuid7(),
        code=document.code,
        name_zh=document.name_zh,
        name_en=document.name_en,
        file=document.file,
        expires_on=document.expires_on,
        required=document.required,
        reminded_days=None,
        expired_at=None,
        accepted_at=clock.now(),
        replaced_at=None,
    )
    tx.add(row)
    await tx.flush()
    await _note(tx, row, "document.replaced" if old else "document.accepted")


async def _note(tx: WriteSession, row: MerchantDocument, action: str) -> None:
    await audit.record(
        tx,
        action,
        object_type="MerchantDocument",
        object_id=row.id,
        tenant=row.merchant_id,
        after={"code": row.code, "expiresOn": row.expires_on and row.expires_on.isoformat()},
    )
