"""The cookie that carries a browser's session."""

from prepaid.domains.identity.commands.open_session import IssuedSession
from prepaid.domains.identity.reads.authenticator import session_cookie_name
from prepaid.graph.cookies import SetCookie


def session_cookie(issued: IssuedSession, *, production: bool) -> SetCookie:
    """Set the session's secret until the browser closes; the server ends it after eight hours at the latest."""
    return SetCookie(name=session_cookie_name(production=production), value=issued.secret, secure=production)


def no_session_cookie(*, production: bool) -> SetCookie:
    """Take the cookie back."""
    return SetCookie(name=session_cookie_name(production=production), delete=True, secure=production)
