"""Small states of templates and members."""

from enum import StrEnum


class TemplateStatus(StrEnum):
    """Whether a platform is in use."""

    ACTIVE = "ACTIVE"
    RETIRED = "RETIRED"


class MemberStatus(StrEnum):
    """Whether a member has access."""

    ACTIVE = "ACTIVE"
    SUSPENDED = "SUSPENDED"
    LEFT = "LEFT"


class SecondFactor(StrEnum):
    """Whether signing in to a platform takes a second factor."""

    REQUIRED = "REQUIRED"
    OPTIONAL = "OPTIONAL"
