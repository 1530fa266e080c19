"""The sandbox's ASGI application."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from prepaid.sandbox.faults import Faults
from prepaid.sandbox.inbox import Inbox
from prepaid.sandbox.page import page


def create_app() -> Starlette:
    """A sandbox with an empty inbox and no fault."""
    inbox, faults = Inbox(), Faults()

    async def show(_: Request) -> Response:
        return HTMLResponse(page(inbox.messages, faults.by_provider))

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[Route("/", show), Route("/healthz", healthy), *inbox.routes, *faults.routes],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=faults.meet)],
    )
