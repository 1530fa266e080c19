"""Giving an application up."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.merchants.commands.advance_application import advance
from prepaid.domains.merchants.errors.applications import ApplicationStepImpossible
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.reads.applications import application_of
from prepaid.domains.merchants.rules.applications import EDITABLE, ApplicationState


async def close_application(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, application_id: UUID, reason: str
) -> MerchantApplication:
    """The applicant gives up what the bank has not accepted; an admitted merchant is closed by the bank.

    Raises:
        NotFound, ApplicationStepImpossible, ReasonTooShort.
    """
    reason = reason_text(reason)
    application = await application_of(tx, merchant_id, application_id)
    state = ApplicationState(application.state)
    if state not in EDITABLE:
        raise ApplicationStepImpossible(
            path=("applicationId",), **{"from": state.value, "to": ApplicationState.CLOSED.value}
        )
    await advance(tx, actor, application, ApplicationState.CLOSED, reason=reason)
    return application
