"""What a connection says about its caller, besides his credentials: language, address, device."""

import ipaddress
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Final, Protocol, TypeAlias

from starlette.requests import HTTPConnection

from prepaid.core.actor import Actor
from prepaid.core.errors import Locale

Network: TypeAlias = ipaddress.IPv4Network | ipaddress.IPv6Network

_LONGEST_DEVICE: Final = 200


class Authenticator(Protocol):
    """Reads credentials; implemented by the identity domain and passed in by `app.py`."""

    session_cookie: str
    """Name of the cookie that carries a browser's session."""

    async def authenticate(self, connection: HTTPConnection, address: str | None) -> Actor:
        """The actor of the Authorization header or the cookie; `ANONYMOUS` without either. `address` is the client's.

        Raises:
            Unauthenticated: for credentials that are forged, expired or revoked.
        """
        ...

    async def still_valid(self, actor: Actor) -> Actor | None:
        """The actor with today's grants; None when his session or token has ended."""
        ...


class Callers:
    """Completes an authenticated actor with what the connection says."""

    def __init__(self, authenticator: Authenticator, trusted_proxies: Iterable[str] = ()) -> None:
        self.authenticator = authenticator
        self._proxies = tuple(ipaddress.ip_network(proxy, strict=False) for proxy in trusted_proxies)

    async def actor(self, connection: HTTPConnection) -> Actor:
        """Raises `Unauthenticated` for credentials that do not hold."""
        headers, address = connection.headers, self.address(connection)
        actor = await self.authenticator.authenticate(connection, address)
        return replace(
            actor,
            locale=locale_of(headers.get("accept-language")) or actor.locale,
            address=address,
            device=headers.get("user-agent", "")[:_LONGEST_DEVICE] or None,
            request_id=request_id(connection),
        )

    def address(self, connection: HTTPConnection) -> str | None:
        """The client's address. `X-Forwarded-For` is read from the right, for as long as trusted proxies wrote it."""
        if connection.client is None:
            return None
        hops = [hop.strip() for line in connection.headers.getlist("x-forwarded-for") for hop in line.split(",")]
        address = connection.client.host
        while hops and self._is_proxy(address):
            hop = hops.pop()
            if _address(hop) is None:
                break
            address = hop
        return address

    def _is_proxy(self, text: str) -> bool:
        address = _address(text)
        return address is not None and any(address in network for network in self._proxies)


def request_id(connection: HTTPConnection) -> str:
    """The id that answers, log lines and audit rows of one request share; set by `core.http`."""
    return str(getattr(connection.state, "request_id", ""))


@lru_cache(maxsize=256)
def locale_of(accept_language: str | None) -> Locale | None:
    """The first supported language in the header's order of quality; None when it names none."""
    wishes: list[tuple[float, int, Locale]] = []
    for position, part in enumerate((accept_language or "").split(",")[:20]):
        tag, _, parameters = part.partition(";")
        primary = tag.strip().lower().split("-")[0]
        if primary not in ("zh", "en"):
            continue
        _, _, quality = parameters.partition("q=")
        try:
            weight = float(quality or 1)
        except ValueError:
            continue
        if weight > 0:
            wishes.append((-weight, position, "en" if primary == "en" else "zh-CN"))
    return min(wishes)[2] if wishes else None


def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
