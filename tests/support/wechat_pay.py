"""The payment provider of the sandbox on a port of this machine, and our client configured for it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware

from prepaid.core.settings import Settings, settings
from prepaid.providers.wechat_pay import WeChatPayClient, WeChatPayConfig
from prepaid.providers.wechat_pay.config import sandbox_keys
from prepaid.sandbox.faults import Faults
from prepaid.sandbox.wechat_pay.keys import keys_in
from prepaid.sandbox.wechat_pay.provider import WeChatPayProvider
from tests.support.http_server import running

NO_PAUSES = (0.0, 0.0, 0.0)


@cache
def keys_folder() -> Path:
    """Keys of both sides, made once a process: RSA keys take their time."""
    folder = Path(mkdtemp(prefix="prepaid-wechat-pay-"))
    keys_in(sandbox_keys(folder))
    return folder


@dataclass
class Sandbox:
    """A running provider, its inside, and how we reach it."""

    url: str
    provider: WeChatPayProvider
    settings: Settings

    @property
    def client(self) -> WeChatPayClient:
        return WeChatPayClient(WeChatPayConfig.of(self.settings))

    async def tell(self, method: str, path: str, body: Any = None) -> Any:
        """A request of a person or a test to the sandbox's own pages."""
        async with httpx.AsyncClient(base_url=self.url, trust_env=False, timeout=30) as http:
            answer = await http.request(method, path, json=body)
        assert answer.status_code < 400, answer.text
        return answer.json() if answer.content else None

    async def pay(self, reference: str) -> None:
        """The payer pays, and all notifications about it have arrived."""
        await self.tell("POST", f"/wechat-pay/charges/{reference}/pay")
        await self.provider.notifier.idle()

    async def odd(self, way: str, **more: Any) -> None:
        await self.tell("PUT", "/wechat-pay/oddity", {"way": way, **more})


@asynccontextmanager
async def sandbox(notify_url: str = "http://127.0.0.1:9/nowhere") -> AsyncIterator[Sandbox]:
    """Its keys are this process's; books are empty."""
    provider = WeChatPayProvider(None, NO_PAUSES)
    provider.__dict__["keys"] = keys_in(sandbox_keys(keys_folder()))
    faults = Faults()
    app = Starlette(
        routes=[*provider.routes, *faults.routes],
        middleware=[Middleware(BaseHTTPMiddleware, dispatch=faults.meet)],
    )
    async with running(app) as url:
        changes = {
            "data_dir": keys_folder(),
            "wechat_pay_url": url,
            "wechat_pay_notify_url": notify_url,
            "wechat_pay_mchid": None,
        }
        yield Sandbox(url, provider, settings().model_copy(update=changes))
        await provider.notifier.idle()
