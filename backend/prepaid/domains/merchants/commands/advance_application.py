"""The one way from a state of an application to the next."""

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.merchants.errors.applications import ApplicationStepImpossible
from prepaid.domains.merchants.events.applications import ApplicationStepped
from prepaid.domains.merchants.models.applications import ApplicationStep, MerchantApplication
from prepaid.domains.merchants.rules.application_words import WAITS_FOR
from prepaid.domains.merchants.rules.applications import APPLICATION_STATES, ApplicationState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

PATH = ("applicationId",)


def ensure_step(application: MerchantApplication, to: ApplicationState) -> None:
    """Raises `ApplicationStepImpossible` with the state, the wanted one and what it waits for."""
    before = ApplicationState(application.state)
    if not APPLICATION_STATES.can(before, to):
        zh, en = WAITS_FOR[before]
        raise ApplicationStepImpossible(
            path=PATH, **{"from": before.value, "to": to.value, "reason": zh, "reasonEn": en}
        )


async def advance(
    tx: WriteSession, actor: Actor, application: MerchantApplication, to: ApplicationState, *, reason: str | None = None
) -> None:
    """Go to a state: history, audit and the fact for whoever reacts; the application is locked.

    Raises:
        ApplicationStepImpossible.
    """
    ensure_step(application, to)
    before = application.state
    application.state = to.value
    if to is not ApplicationState.REVIEWING:
        application.claimed_by = application.claimed_name = application.claimed_at = None
    await tx.flush()
    tx.add(
        ApplicationStep(
            merchant_id=application.merchant_id,
            id=uuid7(),
            application_id=application.id,
            from_state=before,
            to_state=to.value,
            round=application.round,
            reason=reason,
            at=clock.now(),
            by=actor.account_id,
        )
    )
    await tx.flush()
    await audit.record(
        tx,
        "application.stepped",
        object_type="MerchantApplication",
        object_id=application.id,
        tenant=application.merchant_id,
        before={"state": before},
        after={"state": to.value, "round": application.round},
        reason=reason,
    )
    await events.publish(
        tx, ApplicationStepped(application.merchant_id, application.id, application.kind, before, to.value)
    )
