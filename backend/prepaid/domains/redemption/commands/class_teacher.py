"""Who gives a lesson that is redeemed for a meeting of a class."""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.redemption.models.timetable import ClassSession
from prepaid.domains.redemption.rules.wanted import Wanted
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.rules.people import SalespersonStatus


async def given_by_teacher(tx: WriteSession, wanted: Wanted) -> Wanted:
    """The same with the meeting's teacher as performer of every item that names none, if he may perform now.

    Whether the meeting is held here and now, `reactions.timetable` refuses.
    """
    if wanted.class_session_id is None:
        return wanted
    teacher = (
        select(Salesperson.id)
        .join(
            ClassSession,
            (ClassSession.merchant_id == Salesperson.merchant_id) & (ClassSession.teacher_id == Salesperson.id),
        )
        .where(
            ClassSession.merchant_id == wanted.merchant_id,
            ClassSession.id == wanted.class_session_id,
            Salesperson.performs,
            Salesperson.status == SalespersonStatus.ACTIVE.value,
        )
    )
    found: UUID | None = await tx.scalar(teacher)
    if found is None:
        return wanted
    items = tuple(each if each.performer_id else replace(each, performer_id=found) for each in wanted.items)
    return replace(wanted, items=items)
