"""Why nothing can be done with a line, a payout, a receivable or a handover at present."""

from typing import Any, Final

from sqlalchemy import ColumnElement, select

from prepaid.core.obstacles import Asker, Obstacle
from prepaid.domains.commission.errors import (
    HandoverStepImpossible,
    LineFrozen,
    LineReversed,
    LineStepImpossible,
    OwnCommission,
    PayoutNotFailed,
    ReceivableClosed,
)
from prepaid.domains.commission.models import CommissionLine, CommissionPayout, CommissionReceivable, Handover
from prepaid.domains.salesforce.models import Salesperson

L = CommissionLine


def _own(ask: Asker) -> ColumnElement[bool]:
    return (
        select(Salesperson.id)
        .where(
            Salesperson.merchant_id == L.merchant_id,
            Salesperson.id == L.salesperson_id,
            Salesperson.membership_id == ask.actor_param("membership_id"),
        )
        .exists()
    )


def _state(model: Any) -> Any:
    return {"state": lambda ask: model.state}


REVIEWING: Final = (
    Obstacle(LineReversed, lambda ask: L.state.in_(("REVERSED", "OFFSET"))),
    Obstacle(LineStepImpossible, lambda ask: L.state.not_in(("ACCRUED", "FROZEN")), _state(L)),
    Obstacle(LineFrozen, lambda ask: L.frozen_until > ask.now(), {"until": lambda ask: L.frozen_until}),
    Obstacle(OwnCommission, _own),
)
RETRYING: Final = (Obstacle(PayoutNotFailed, lambda ask: CommissionPayout.state != "FAILED", _state(CommissionPayout)),)
WRITING_OFF: Final = (Obstacle(ReceivableClosed, lambda ask: CommissionReceivable.state != "OPEN"),)
CANCELLING: Final = (Obstacle(HandoverStepImpossible, lambda ask: Handover.state != "SCHEDULED"),)
