"""Cross-site requests: which origins may call with a browser's cookies."""

import ipaddress
from collections.abc import Iterable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from strawberry.http.websocket_origin import normalize_origin

from prepaid.core.settings import Settings
from prepaid.graph.refused import ForeignOrigin

OWN_HEADER = "x-requested-with"
"""A header that a foreign page cannot set without a preflight, which is never granted to it."""


class OriginPolicy:
    """The product's own origins: the public address, those configured, and loopback during development."""

    def __init__(self, allowed: Iterable[str], *, loopback: bool) -> None:
        self._allowed = frozenset(origin for origin in map(normalize_origin, allowed) if origin)
        self._loopback = loopback

    @classmethod
    def of(cls, settings: Settings) -> "OriginPolicy":
        return cls([settings.public_url, *settings.allowed_origins], loopback=not settings.production)

    def allows(self, origin: str) -> bool:
        known = normalize_origin(origin)
        return known is not None and (known in self._allowed or (self._loopback and _is_loopback(known)))

    def check(self, headers: Headers, *, has_cookie: bool) -> None:
        """Refuse what a foreign site makes a browser send. Callers with an Authorization header need not pass.

        Without a session cookie only a stated foreign origin is refused (it would sign the visitor in to an
        account of the attacker). With one, the request must come with our header and from an origin of ours.

        Raises:
            ForeignOrigin: with the reason.
        """
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin is not None:
            if not self.allows(origin):
                raise ForeignOrigin
        elif site not in (None, "same-origin", "none"):
            raise ForeignOrigin
        if not has_cookie:
            return
        if OWN_HEADER not in headers:
            raise ForeignOrigin("the header X-Requested-With is missing")
        if origin is None and site != "same-origin":
            raise ForeignOrigin("the header Origin is missing")


def _is_loopback(origin: str) -> bool:
    host = urlsplit(origin).hostname or ""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
