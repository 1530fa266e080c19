"""The message gateway: keeps what it was asked to send."""

from collections import deque
from dataclasses import asdict, dataclass
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from prepaid.kit import clock

KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Received:
    """A message as it would have reached its receiver."""

    channel: str
    to: str
    subject: str | None
    text: str
    reference: str
    received_at: str


class Inbox:
    """The last messages, newest first; one for each reference."""

    def __init__(self) -> None:
        self.messages: deque[Received] = deque(maxlen=KEPT)
        self.routes = [
            Route("/messages", self.accept, methods=["POST"]),
            Route("/messages", self.read, methods=["GET"]),
            Route("/messages", self.empty, methods=["DELETE"]),
        ]

    async def accept(self, request: Request) -> Response:
        """202 with the reference; 400 for a malformed message, 401 without a key."""
        if not request.headers.get("authorization", "").startswith("Bearer "):
            return JSONResponse({"error": "a key is required"}, 401)
        message = _message(await _json(request))
        if message is None:
            return JSONResponse({"error": "channel, to, text and reference are required"}, 400)
        if all(known.reference != message.reference for known in self.messages):
            self.messages.appendleft(message)
        return JSONResponse({"reference": message.reference}, 202)

    async def read(self, request: Request) -> Response:
        """The messages, of one receiver with `?to=`."""
        to = request.query_params.get("to")
        return JSONResponse([asdict(message) for message in self.messages if to in (None, message.to)])

    async def empty(self, _: Request) -> Response:
        self.messages.clear()
        return Response(status_code=204)


async def _json(request: Request) -> Any:
    try:
        return await request.json()
    except ValueError:
        return None


def _message(body: Any) -> Received | None:
    match body:
        case {"channel": "SMS" | "EMAIL" as channel, "to": str(to), "text": str(text), "reference": str(reference)}:
            subject = body.get("subject")
            if to and text and reference and isinstance(subject, str | None):
                return Received(channel, to, subject, text, reference, clock.now().isoformat(timespec="seconds"))
    return None
