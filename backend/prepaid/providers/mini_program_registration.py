"""Registering mini-programs for companies: the bank's third-party platform at WeChat, spoken to as JSON over HTTP.

Of what is asked for the law of fast registration holds: one task a company in 24 hours, the legal person proves
himself by his face within 24 hours, and the result comes later; a nudge to `notify_url` says that there is news.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final, Protocol, Self
from uuid import UUID

import httpx

from prepaid.core.settings import Settings
from prepaid.providers.mini_program import SANDBOX_SECRET

TIMEOUT_SECONDS: Final = 5.0
PREFIX: Final = "/mini-programs/v1/registrations"


class RegistrationUnclear(Exception):
    """No answer, or none that can be read: ask again later."""


class Progress(StrEnum):
    """What the provider says of a registration."""

    SUBMITTED = "SUBMITTED"
    FACE_CHECK = "FACE_CHECK"
    DONE = "DONE"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """For whom a mini-program is registered."""

    name: str
    code: str
    code_type: str
    """USCC, ORG_CODE or LICENCE."""
    legal_person: str
    legal_person_wechat: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Where a registration stands."""

    progress: Progress
    appid: str | None = None
    code: str | None = None
    """Of a failure, e.g. `LEGAL_PERSON_MISMATCH`, `FACE_CHECK_EXPIRED`."""
    reason: str | None = None


class MiniProgramRegistration(Protocol):
    """Whoever registers mini-programs."""

    async def submit(self, reference: UUID, company: Company, notify_url: str) -> Report:
        """Ask for one; the same reference again changes nothing. Raises `RegistrationUnclear`."""
        ...

    async def query(self, reference: UUID) -> Report | None:
        """Where it stands; None for a reference that was never taken. Raises `RegistrationUnclear`."""
        ...


class HttpMiniProgramRegistration(MiniProgramRegistration):
    """`POST /mini-programs/v1/registrations/{reference}`, `GET` the same; an async context manager."""

    def __init__(self, base_url: str, secret: str) -> None:
        headers = {"authorization": f"Bearer {secret}"}
        self._client = httpx.AsyncClient(base_url=base_url, timeout=TIMEOUT_SECONDS, trust_env=False, headers=headers)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The configured platform; outside production the sandbox when none is.

        Raises:
            ValueError: production names none.
        """
        if settings.mini_program_url and settings.mini_program_secret:
            return cls(settings.mini_program_url, settings.mini_program_secret.get_secret_value())
        if settings.production:
            raise ValueError("production needs PREPAID_MINI_PROGRAM_URL and PREPAID_MINI_PROGRAM_SECRET")
        return cls(settings.mini_program_url or f"http://127.0.0.1:{settings.sandbox_port}", SANDBOX_SECRET)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def submit(self, reference: UUID, company: Company, notify_url: str) -> Report:
        answer = await self._ask("POST", reference, {**asdict(company), "notify_url": notify_url})
        if answer is None:
            raise RegistrationUnclear("not taken")
        return answer

    async def query(self, reference: UUID) -> Report | None:
        return await self._ask("GET", reference, None)

    async def _ask(self, method: str, reference: UUID, body: Mapping[str, Any] | None) -> Report | None:
        try:
            response = await self._client.request(method, f"{PREFIX}/{reference}", json=body)
            if response.status_code == httpx.codes.NOT_FOUND:
                return None
            answer = response.raise_for_status().json()
            return Report(
                progress=Progress(answer["progress"]),
                appid=answer.get("appid"),
                code=answer.get("code"),
                reason=answer.get("reason"),
            )
        except (httpx.HTTPError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise RegistrationUnclear(type(error).__name__) from None
