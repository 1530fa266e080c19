"""How much GraphQL cost an actor may spend in a minute, counted over a sliding window in this process."""

import ipaddress
import math
import time

from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter

from prepaid.core.actor import Actor
from prepaid.core.errors import RateLimited

REFUSED_COST = 20
"""What a request costs that is refused before its own cost is known: parsing it was work too."""


class CostLimiter:
    """Charges operations to their caller: the token, the account, or the address of an anonymous caller."""

    def __init__(self, cost_per_minute: int) -> None:
        self._limit = RateLimitItemPerMinute(cost_per_minute)
        self._window = SlidingWindowCounterRateLimiter(MemoryStorage())

    async def check(self, actor: Actor) -> None:
        """Refuse a caller whose window is spent, before any work is done for him.

        Raises:
            RateLimited: with `retryAfterSeconds`.
        """
        if not await self._window.test(self._limit, payer(actor)):
            await self._refuse(actor)

    async def charge(self, actor: Actor, cost: int) -> int:
        """Take `cost` from the caller's window and return what remains.

        Raises:
            RateLimited: when less than `cost` remains; nothing is taken then.
        """
        if not await self._window.hit(self._limit, payer(actor), cost=cost):
            await self._refuse(actor)
        return (await self._window.get_window_stats(self._limit, payer(actor))).remaining

    async def _refuse(self, actor: Actor) -> None:
        stats = await self._window.get_window_stats(self._limit, payer(actor))
        raise RateLimited(retryAfterSeconds=max(1, math.ceil(stats.reset_time - time.time())))


def payer(actor: Actor) -> str:
    """Who is charged. A whole IPv6 /64 counts as one address: a single client commands all of it."""
    if actor.token_id is not None:
        return f"token:{actor.token_id}"
    if actor.account_id is not None:
        return f"account:{actor.account_id}"
    try:
        address = ipaddress.ip_address(actor.address or "")
    except ValueError:
        return "address:unknown"
    if address.version == 6 and address.ipv4_mapped is None:
        return f"address:{ipaddress.ip_network((address, 64), strict=False)}"
    return f"address:{address}"
