"""Where a rule stands in its time."""

from enum import StrEnum


class RuleState(StrEnum):
    """Whether a rule, or an agent, is in force (生效状态)."""

    SCHEDULED = "SCHEDULED"
    IN_FORCE = "IN_FORCE"
    ENDED = "ENDED"
