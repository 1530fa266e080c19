"""The fault switch: what the next requests to a provider meet instead of an answer."""

import asyncio
from dataclasses import asdict, dataclass, replace
from typing import Any

from starlette.middleware.base import RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

LONGEST_DELAY_SECONDS = 60.0
MOST_TIMES = 1_000_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Answer `status` after `delay_seconds`, for the next `times` requests.

    `after_effect`: the request is carried out and only its answer is lost, as when a connection breaks.
    """

    status: int = 503
    delay_seconds: float = 0.0
    times: int = 1
    after_effect: bool = False


class Faults:
    """Faults by provider: the first part of the path, e.g. `messages`."""

    def __init__(self) -> None:
        self.by_provider: dict[str, Fault] = {}
        self.routes = [
            Route("/faults", self.read, methods=["GET"]),
            Route("/faults/{provider}", self.switch_on, methods=["PUT"]),
            Route("/faults/{provider}", self.switch_off, methods=["DELETE"]),
        ]

    async def read(self, _: Request) -> Response:
        return JSONResponse({provider: asdict(fault) for provider, fault in self.by_provider.items()})

    async def switch_on(self, request: Request) -> Response:
        """`{"status": 503, "delay_seconds": 0, "times": 1, "after_effect": false}`, all optional."""
        try:
            fault = _fault(await request.json())
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        self.by_provider[request.path_params["provider"]] = fault
        return JSONResponse(asdict(fault))

    async def switch_off(self, request: Request) -> Response:
        self.by_provider.pop(request.path_params["provider"], None)
        return Response(status_code=204)

    async def meet(self, request: Request, go_on: RequestResponseEndpoint) -> Response:
        """Middleware: only what a client sends (POST) meets a fault, not the look into the inbox."""
        provider = request.url.path.split("/")[1]
        fault = self.by_provider.get(provider) if request.method == "POST" else None
        if fault is None:
            return await go_on(request)
        self._count_down(provider, fault)
        if fault.after_effect:
            await go_on(request)
        await asyncio.sleep(fault.delay_seconds)
        return JSONResponse({"error": "a fault that was switched on"}, fault.status)

    def _count_down(self, provider: str, fault: Fault) -> None:
        if fault.times <= 1:
            del self.by_provider[provider]
        else:
            self.by_provider[provider] = replace(fault, times=fault.times - 1)


def _fault(body: Any) -> Fault:
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    fault = Fault(**body)
    whole = (fault.status, fault.times)
    if not all(type(value) is int for value in whole) or type(fault.delay_seconds) not in (int, float):
        raise TypeError("status and times are integers, delay_seconds is a number")
    if type(fault.after_effect) is not bool:
        raise TypeError("after_effect is true or false")
    if not (400 <= fault.status <= 599 and 1 <= fault.times <= MOST_TIMES):
        raise ValueError("status is 400 to 599, times is at least 1")
    if not 0 <= fault.delay_seconds <= LONGEST_DELAY_SECONDS:
        raise ValueError(f"delay_seconds is 0 to {LONGEST_DELAY_SECONDS:g}")
    return fault
