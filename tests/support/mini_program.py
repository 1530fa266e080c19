"""WeChat's server side of the sandbox on a port of this machine, and phones that show codes."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware

from prepaid.sandbox.faults import Faults
from prepaid.sandbox.mini_program.provider import MiniProgramProvider
from tests.support.http_server import running


@dataclass
class Phones:
    """A running provider, its inside, and the people who use it."""

    url: str
    provider: MiniProgramProvider

    async def tell(self, method: str, path: str, body: Any = None) -> Any:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as http:
            answer = await http.request(method, path, json=body)
        assert answer.status_code < 400, answer.text
        return answer.json()

    async def person(self, name: str, phone: str) -> str:
        """A person with a phone; his openid."""
        openid: str = (await self.tell("PUT", f"/mini-program/people/{name}", {"phone": phone}))["openid"]
        return openid

    async def login_code(self, name: str) -> str:
        code: str = (await self.tell("POST", f"/mini-program/people/{name}/login-code"))["code"]
        return code

    async def phone_code(self, name: str) -> str:
        code: str = (await self.tell("POST", f"/mini-program/people/{name}/phone-code"))["code"]
        return code


@asynccontextmanager
async def phones() -> AsyncIterator[Phones]:
    """A provider with nobody in it."""
    provider, faults = MiniProgramProvider(), Faults()
    app = Starlette(
        routes=[*provider.routes, *faults.routes], middleware=[Middleware(BaseHTTPMiddleware, dispatch=faults.meet)]
    )
    async with running(app) as url:
        yield Phones(url, provider)
