"""Suspending a person, bringing one back, and letting one go."""

from datetime import date
from uuid import UUID

from sqlalchemy import update

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.salesforce.errors import SalespersonStepImpossible
from prepaid.domains.salesforce.models import SalesAuthorisation, Salesperson
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.rules.people import SALESPERSON_STATES, SalespersonStatus
from prepaid.kit import clock


async def suspend_salesperson(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, salesperson_id: UUID, reason: str
) -> Salesperson:
    """The person sells nothing for the time being; authorisations stay.

    Raises:
        NotFound, SalespersonStepImpossible, ReasonTooShort.
    """
    return await _advance(tx, merchant_id, salesperson_id, SalespersonStatus.SUSPENDED, reason_text(reason))


async def resume_salesperson(tx: WriteSession, actor: Actor, *, merchant_id: UUID, salesperson_id: UUID) -> Salesperson:
    """A suspended person sells again.

    Raises:
        NotFound, SalespersonStepImpossible.
    """
    return await _advance(tx, merchant_id, salesperson_id, SalespersonStatus.ACTIVE, None)


async def leave_salesperson(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, salesperson_id: UUID, on: date, reason: str
) -> Salesperson:
    """The person has left (离职) for good: every authorisation ends now. The handover itself is commission's.

    Raises:
        NotFound, SalespersonStepImpossible, ReasonTooShort.
        InvalidValue: on a day before the person was hired, or in the future.
    """
    reason = reason_text(reason)
    person = await salesperson_of(tx, merchant_id, salesperson_id, lock=True)
    if not person.hired_on <= on <= clock.today_shanghai():
        raise InvalidValue(path=("leftOn",), reason="OUT_OF_RANGE")
    await _advance(tx, merchant_id, salesperson_id, SalespersonStatus.LEFT, reason, left_on=on)
    given = update(SalesAuthorisation).filter_by(merchant_id=merchant_id, salesperson_id=person.id, until=None)
    await tx.execute(given.values(until=clock.now()).execution_options(synchronize_session=False))
    return person


async def _advance(
    tx: WriteSession,
    merchant_id: UUID,
    salesperson_id: UUID,
    to: SalespersonStatus,
    reason: str | None,
    *,
    left_on: date | None = None,
) -> Salesperson:
    person = await salesperson_of(tx, merchant_id, salesperson_id, lock=True)
    before = SalespersonStatus(person.status)
    if not SALESPERSON_STATES.can(before, to):
        raise SalespersonStepImpossible(path=("salespersonId",), **{"from": before.value, "to": to.value})
    person.status, person.left_on = to.value, left_on
    await tx.flush()
    await audit.record(
        tx,
        "salesperson.status_changed",
        object_type="Salesperson",
        object_id=person.id,
        tenant=merchant_id,
        before={"status": before},
        after={"status": to},
        reason=reason,
    )
    return person
