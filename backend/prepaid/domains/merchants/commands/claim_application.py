"""Taking an application for review, and giving it back."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.core.obstacles import ensure_none
from prepaid.domains.contracts.commands.party_of import own_name
from prepaid.domains.merchants.commands.advance_application import PATH, advance
from prepaid.domains.merchants.models.applications import MerchantApplication
from prepaid.domains.merchants.reads.application_obstacles import CLAIM, RELEASE
from prepaid.domains.merchants.reads.applications import application_of
from prepaid.domains.merchants.rules.applications import ApplicationState
from prepaid.kit import clock


async def claim_application(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, application_id: UUID
) -> MerchantApplication:
    """Review an application (领取); one that somebody else has kept too long may be taken over.

    Raises:
        NotFound, ApplicationStepImpossible, ApplicationClaimed, OwnApplication.
        Forbidden: a program reviews nothing.
    """
    if actor.account_id is None or actor.membership_id is None:
        raise Forbidden
    application = await application_of(tx, merchant_id, application_id)
    await ensure_none(tx, actor, CLAIM, application, path=PATH)
    taken_from = application.claimed_name if application.state == ApplicationState.REVIEWING else None
    name = await own_name(tx, actor)
    application.claimed_by, application.claimed_at, application.claimed_name = actor.account_id, clock.now(), name
    if application.state == ApplicationState.SUBMITTED:
        await advance(tx, actor, application, ApplicationState.REVIEWING)
    await tx.flush()
    if taken_from is not None:
        await audit.record(
            tx,
            "application.taken_over",
            object_type="MerchantApplication",
            object_id=application.id,
            tenant=merchant_id,
            before={"claimedBy": taken_from},
            after={"claimedBy": application.claimed_name},
        )
    return application


async def release_application(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, application_id: UUID
) -> MerchantApplication:
    """Give an application back to the queue.

    Raises:
        NotFound, ApplicationStepImpossible, ApplicationClaimed.
    """
    application = await application_of(tx, merchant_id, application_id)
    await ensure_none(tx, actor, RELEASE, application, path=PATH)
    await advance(tx, actor, application, ApplicationState.SUBMITTED)
    return application
