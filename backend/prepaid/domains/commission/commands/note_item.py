"""Writing down what became of one thing in a handover."""

from typing import Any
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import Handover, HandoverItem
from prepaid.domains.commission.rules.handover import HandoverResult, HandoverSubject
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def note_item(
    tx: WriteSession,
    handover: Handover,
    subject: HandoverSubject,
    subject_id: UUID,
    label: str,
    result: HandoverResult,
    **more: Any,
) -> None:
    """Write down what became of one thing."""
    item = HandoverItem(
        merchant_id=handover.merchant_id,
        id=uuid7(),
        handover_id=handover.id,
        subject=subject.value,
        subject_id=subject_id,
        label=label,
        result=result.value,
        at=clock.now(),
        **more,
    )
    tx.add(item)
    await tx.flush()
