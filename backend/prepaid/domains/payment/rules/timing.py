"""When the provider is asked, how long a payer has, how long and how often it refunds."""

from datetime import datetime, timedelta
from typing import Final

SHORTEST_LIFE: Final = timedelta(minutes=1)
LONGEST_LIFE: Final = timedelta(hours=24)
"""A payer has between these; the parameters of the mini-program's pay call serve for two hours."""
GRACE: Final = timedelta(minutes=1)
"""After the end, before a payment is closed: the provider takes nothing then, but its word may be on the way."""
REFUNDABLE_FOR: Final = timedelta(days=365)
MOST_REFUNDS: Final = 50
"""Of one charge (pay.weixin.qq.com/doc/v3/partner/4012709253; domain/01, 22)."""
FIRST_ASKED_AFTER: Final = timedelta(seconds=15)
LONGEST_PAUSE: Final = timedelta(minutes=30)


def refundable_at_provider(captured_at: datetime, refunds: int, now: datetime) -> bool:
    """Whether the provider takes one more refund of a charge; later ones go out as a transfer."""
    return now < captured_at + REFUNDABLE_FOR and refunds < MOST_REFUNDS


def pause_before(step: int) -> timedelta:
    """How long to wait before the provider is asked for the `step`-th time (from 0), when it did not call back."""
    return min(LONGEST_PAUSE, FIRST_ASKED_AFTER * (1 << min(step, 20)))
