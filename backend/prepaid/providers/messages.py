"""The bank's message gateway: text messages and e-mails."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Protocol, Self

import httpx

from prepaid.core.settings import Settings

TIMEOUT_SECONDS: Final = 5.0


class Channel(StrEnum):
    """How a message reaches a person."""

    SMS = "SMS"
    EMAIL = "EMAIL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message to one person. The gateway sends each `reference` once, however often it is asked."""

    channel: Channel
    to: str
    text: str
    subject: str | None = None
    reference: str


class MessageRefused(Exception):
    """The gateway will never send this message: malformed, or the receiver does not exist."""


class MessageUndelivered(Exception):
    """The gateway does not answer or cannot send now: ask again later with the same reference."""


class Messages(Protocol):
    """Sends messages."""

    async def send(self, message: Message) -> None:
        """Hand a message over.

        Raises:
            MessageRefused: do not repeat it.
            MessageUndelivered: repeat it later.
        """
        ...


class HttpMessages(Messages):
    """Client of a gateway that takes `POST <base>/messages` as JSON with a bearer key."""

    def __init__(self, base_url: str, key: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url, timeout=TIMEOUT_SECONDS, headers={"authorization": f"Bearer {key}"}, trust_env=False
        )

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The configured gateway; outside production the sandbox when none is.

        Raises:
            ValueError: production names none.
        """
        if settings.production and not settings.messages_url:
            raise ValueError("production needs PREPAID_MESSAGES_URL")
        base_url = settings.messages_url or f"http://127.0.0.1:{settings.sandbox_port}"
        return cls(base_url, settings.messages_key.get_secret_value())

    async def send(self, message: Message) -> None:
        """Raises `MessageRefused` and `MessageUndelivered`; neither tells the receiver's address."""
        body = {
            "channel": message.channel.value,
            "to": message.to,
            "subject": message.subject,
            "text": message.text,
            "reference": message.reference,
        }
        try:
            response = await self._client.post("/messages", json=body)
        except httpx.HTTPError as error:
            raise MessageUndelivered(type(error).__name__) from None
        if response.is_success:
            return
        status = response.status_code
        temporary = status >= 500 or status in (408, 425, 429)
        raise (MessageUndelivered if temporary else MessageRefused)(f"HTTP {status}")

    async def close(self) -> None:
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()
