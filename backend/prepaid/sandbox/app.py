"""The sandbox's ASGI application."""

from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route

from prepaid.core.settings import settings
from prepaid.providers.custody_signature import SigningKey
from prepaid.sandbox.custody.provider import CustodyProvider
from prepaid.sandbox.faults import Faults
from prepaid.sandbox.inbox import Inbox
from prepaid.sandbox.mini_program.provider import MiniProgramProvider
from prepaid.sandbox.mini_program_registration import RegistrationProvider
from prepaid.sandbox.page import page
from prepaid.sandbox.wechat_pay.provider import WeChatPayProvider


def served_app() -> Starlette:
    """The sandbox as a process of its own: its books are kept beside the database that relies on them."""
    return create_app(settings().data_dir / "sandbox")


def create_app(folder: Path | None = None) -> Starlette:
    """A sandbox with an empty inbox and no fault; with the books kept in `folder`, without one with empty books."""
    inbox, faults = Inbox(), Faults()
    key = SigningKey(settings().custody_key_id, settings().custody_key.get_secret_value().encode())
    custody = CustodyProvider(key, folder / "custody.jsonl" if folder else None)
    wechat_pay = WeChatPayProvider(folder / "wechat-pay" if folder else None)

    async def show(_: Request) -> Response:
        return HTMLResponse(page(inbox.messages, faults.by_provider))

    async def healthy(_: Request) -> Response:
        return PlainTextResponse("ok")

    return Starlette(
        routes=[
            Route("/", show),
            Route("/healthz", healthy),
            *inbox.routes,
            *faults.routes,
            *custody.routes,
            *wechat_pay.routes,
            *MiniProgramProvider().routes,
            *RegistrationProvider().routes,
        ],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=faults.meet)],
    )
