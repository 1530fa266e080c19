"""Why nothing can be done with an entry of the blacklist at present."""

from typing import Final

from prepaid.core.obstacles import Obstacle
from prepaid.domains.merchants.errors.blacklist import NotBlacklisted
from prepaid.domains.merchants.models.blacklist import BlacklistEntry

REMOVE: Final = (Obstacle(NotBlacklisted, lambda ask: BlacklistEntry.removed_at.is_not(None)),)
