"""Why an application cannot be claimed or decided at present."""

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, literal

from prepaid.core.obstacles import Asker, Obstacle
from prepaid.domains.merchants.errors.applications import ApplicationClaimed, ApplicationStepImpossible, OwnApplication
from prepaid.domains.merchants.models.applications import MerchantApplication as A
from prepaid.domains.merchants.rules.applications import CLAIM_HOURS


def claim_is_fresh(ask: Asker) -> ColumnElement[bool]:
    """Somebody has claimed it, and his time is not over."""
    return A.claimed_at > ask.now() - timedelta(hours=CLAIM_HOURS)


def _by_other(ask: Asker) -> ColumnElement[bool]:
    return A.claimed_by != ask.actor_param("account_id")


def _step(to: str) -> dict[str, Any]:
    return {"from": lambda ask: A.state, "to": lambda ask: literal(to)}


OWN: Final = Obstacle(OwnApplication, lambda ask: A.submitted_by == ask.actor_param("account_id"))
CLAIM: Final = (
    Obstacle(ApplicationStepImpossible, lambda ask: A.state.not_in(("SUBMITTED", "REVIEWING")), _step("REVIEWING")),
    Obstacle(
        ApplicationClaimed,
        lambda ask: (A.state == "REVIEWING") & claim_is_fresh(ask) & _by_other(ask),
        {"by": lambda ask: A.claimed_name},
    ),
    OWN,
)
RELEASE: Final = (
    Obstacle(ApplicationStepImpossible, lambda ask: A.state != "REVIEWING", _step("SUBMITTED")),
    Obstacle(ApplicationClaimed, _by_other, {"by": lambda ask: A.claimed_name}),
)


def deciding(to: str) -> tuple[Obstacle, ...]:
    """What stands in the way of a decision that leads to a state."""
    return (
        Obstacle(ApplicationStepImpossible, lambda ask: A.state != "REVIEWING", _step(to)),
        Obstacle(ApplicationClaimed, _by_other, {"by": lambda ask: A.claimed_name}),
        OWN,
    )


APPROVE: Final = deciding("NEED_SIGN")
REJECT: Final = deciding("REJECTED")
