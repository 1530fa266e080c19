"""Cookies that a mutation sets on the HTTP answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.responses import Response


@dataclass(frozen=True, slots=True, kw_only=True)
class SetCookie:
    """One cookie for a browser: never readable by scripts, never sent by a foreign site's requests."""

    name: str
    value: str = ""
    max_age_seconds: int | None = None
    """None: until the browser closes."""
    delete: bool = False
    secure: bool = True


def set_cookies(response: Response, cookies: Iterable[SetCookie]) -> None:
    """Write `Set-Cookie` headers."""
    for cookie in cookies:
        response.set_cookie(
            cookie.name,
            "" if cookie.delete else cookie.value,
            max_age=0 if cookie.delete else cookie.max_age_seconds,
            path="/",
            secure=cookie.secure,
            httponly=True,
            samesite="lax",
        )
