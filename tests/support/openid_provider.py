"""A real OpenID provider on this machine, and one whose ID tokens a test writes itself."""

import json
import warnings
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.support.http_server import running

with warnings.catch_warnings():
    # The provider is built on modules of Authlib that have a successor; Authlib switches its warnings on itself.
    from authlib.deprecate import AuthlibDeprecationWarning  # type: ignore[import-untyped]

    warnings.simplefilter("ignore", AuthlibDeprecationWarning)
    from oidc_provider_mock import User, run_server_in_thread

__all__ = ["ForgingProvider", "User", "forging_provider", "openid_provider", "visit_as"]


@contextmanager
def openid_provider(people: Sequence[User]) -> Iterator[str]:
    """An independent provider (oidc-provider-mock, on Authlib) that knows `people`; yields its issuer."""
    with warnings.catch_warnings(), run_server_in_thread(user_claims=people) as server:
        warnings.filterwarnings("ignore", "get_jwt_config", DeprecationWarning)
        warnings.simplefilter("ignore", AuthlibDeprecationWarning)
        yield f"http://localhost:{server.server_port}"


async def visit_as(subject: str, address: str) -> dict[str, str]:
    """What a browser brings back to us when `subject` signs in at the provider."""
    async with httpx.AsyncClient(trust_env=False) as browser:
        answer = await browser.post(address, data={"sub": subject})
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


@cache
def signing_key() -> RSAKey:
    """The key `k1` of the forging provider."""
    return RSAKey.generate_key(2048, {"kid": "k1", "use": "sig"})


@dataclass
class ForgingProvider:
    """Answers every code with `token`; counts how often its keys are asked for."""

    key: RSAKey = field(default_factory=signing_key)
    issuer: str = ""
    token: str = ""
    metadata: dict[str, Any] = field(default_factory=dict)
    keys_asked: int = 0

    async def discovery(self, _: Request) -> Response:
        endpoints = {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        }
        return JSONResponse({**endpoints, **self.metadata})

    async def keys(self, _: Request) -> Response:
        self.keys_asked += 1
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def exchange(self, _: Request) -> Response:
        body = {"access_token": "x", "token_type": "Bearer", "id_token": self.token}
        return Response(json.dumps(body), media_type="application/json")


@asynccontextmanager
async def forging_provider() -> AsyncIterator[ForgingProvider]:
    provider = ForgingProvider()
    app = Starlette(
        routes=[
            Route("/.well-known/openid-configuration", provider.discovery),
            Route("/keys", provider.keys),
            Route("/token", provider.exchange, methods=["POST"]),
        ]
    )
    async with running(app) as address:
        provider.issuer = address
        yield provider
