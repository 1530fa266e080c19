"""Why a rule or an agent cannot be changed at present."""

from typing import Any, Final

from sqlalchemy import ColumnElement, Date, func

from prepaid.core.obstacles import Obstacle
from prepaid.domains.salescontrol.errors import ControlRuleEnded
from prepaid.domains.salescontrol.models import RegionAgent, SalesControlRule


def today(ask: Any) -> ColumnElement[Any]:
    """The legal day."""
    return func.timezone("Asia/Shanghai", ask.now()).cast(Date)


CHANGING: Final = (
    Obstacle(
        ControlRuleEnded, lambda ask: SalesControlRule.ended_at.is_not(None) | (SalesControlRule.last_day < today(ask))
    ),
)
AGENT_CHANGING: Final = (Obstacle(ControlRuleEnded, lambda ask: RegionAgent.last_day < today(ask)),)
