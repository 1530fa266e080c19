"""Tables of notifications."""

from prepaid.domains.notifications.models.notices import Notice

__all__ = ["Notice"]
