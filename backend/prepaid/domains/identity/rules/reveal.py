"""How often personal data may be revealed."""

from datetime import timedelta
from typing import Final

from prepaid.domains.identity.rules.attempt_limits import AttemptLimit

REVEALS: Final = AttemptLimit("reveal", 30, window=timedelta(hours=1), lock_for=timedelta(hours=1))
"""Of one person: a day's work at a counter fits, copying a customer list does not."""
