"""Why a redemption cannot be undone at present."""

from typing import Final

from sqlalchemy import ColumnElement, exists

from prepaid.core.obstacles import Obstacle
from prepaid.domains.redemption.errors import (
    NotUndoable,
    RedemptionDisputed,
    RedemptionSettledAlready,
    RedemptionUndoneAlready,
    UndoWindowOver,
)
from prepaid.domains.redemption.models import Redemption, RedemptionItem

UNDOING: Final = (
    Obstacle(NotUndoable, lambda ask: Redemption.kind == "PERIOD_DAY"),
    Obstacle(RedemptionUndoneAlready, lambda ask: Redemption.status == "UNDONE"),
    Obstacle(RedemptionSettledAlready, lambda ask: (Redemption.status == "SETTLED") | _some("SETTLED", "UPHELD")),
    Obstacle(RedemptionDisputed, lambda ask: _some("DISPUTED")),
    Obstacle(
        UndoWindowOver, lambda ask: Redemption.undo_until <= ask.now(), {"until": lambda ask: Redemption.undo_until}
    ),
)


def _some(*status: str) -> ColumnElement[bool]:
    """Whether an item of the redemption stands so."""
    return exists().where(
        RedemptionItem.merchant_id == Redemption.merchant_id,
        RedemptionItem.redemption_id == Redemption.id,
        RedemptionItem.status.in_(status),
    )
