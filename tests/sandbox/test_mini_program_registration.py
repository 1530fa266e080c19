"""The registration client against the sandbox over HTTP: one task a reference, its end told by a nudge, no guess."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from uuid import UUID

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from prepaid.providers.mini_program import SANDBOX_SECRET
from prepaid.providers.mini_program_registration import (
    Company,
    HttpMiniProgramRegistration,
    Progress,
    RegistrationUnclear,
    Report,
)
from prepaid.sandbox.app import create_app
from tests.support.http_server import running

COMPANY = Company(
    name="峭壁攀岩运动有限公司",
    code=fictitious.uscc(701),
    code_type="USCC",
    legal_person="石峭壁",
    legal_person_wechat="cliff_stone",
    phone=fictitious.phone(701),
)


@dataclass
class Platform:
    """The sandbox, and who is told that there is news."""

    url: str
    notify_url: str
    nudges: list[str] = field(default_factory=list)

    async def end(self, reference: UUID, outcome: str) -> int:
        async with httpx.AsyncClient(base_url=self.url, trust_env=False) as client:
            answer = await client.post(f"/mini-program-registrations/{reference}/{outcome}")
        return int(answer.json()["notified"])


@pytest.fixture
async def platform() -> AsyncIterator[Platform]:
    nudges: list[str] = []

    async def nudged(request: Request) -> Response:
        nudges.append(request.url.path)
        return Response(status_code=204)

    listener = Starlette(routes=[Route("/news", nudged, methods=["POST"])])
    async with running(create_app()) as url, running(listener) as told:
        yield Platform(url, f"{told}/news", nudges)


@pytest.mark.parametrize(
    ("outcome", "progress", "code"),
    [("done", Progress.DONE, None), ("expired", Progress.FAILED, "FACE_CHECK_EXPIRED")],
    ids=["done", "expired"],
)
async def test_a_registration_ends_once_and_a_nudge_says_so(
    platform: Platform, outcome: str, progress: Progress, code: str | None
) -> None:
    reference = uuid7()
    async with HttpMiniProgramRegistration(platform.url, SANDBOX_SECRET) as client:
        assert await client.query(reference) is None
        for _ in range(2):
            assert await client.submit(reference, COMPANY, platform.notify_url) == Report(progress=Progress.FACE_CHECK)
        assert await platform.end(reference, outcome) == 204
        ended = await client.query(reference)
        assert ended is not None
        assert (ended.progress, ended.code) == (progress, code)
        assert (ended.appid is not None) == (progress is Progress.DONE)
        again = await client.submit(reference, COMPANY, platform.notify_url)
        assert again == ended, "asking again begins nothing anew"
    assert platform.nudges == ["/news"]


async def test_a_wrong_secret_and_a_silent_platform_leave_it_open(platform: Platform) -> None:
    async with HttpMiniProgramRegistration(platform.url, "wrong") as stranger:
        with pytest.raises(RegistrationUnclear):
            await stranger.submit(uuid7(), COMPANY, platform.notify_url)
    async with HttpMiniProgramRegistration("http://127.0.0.1:9", SANDBOX_SECRET) as nobody:
        with pytest.raises(RegistrationUnclear):
            await nobody.query(uuid7())
