"""The address that the provider notifies: proven first, then taken in one transaction, and answered after it.

Whatever is not believed is answered 4xx with a code of its own, and counted as an alert; nothing is ever a 500.
"""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.services import Services
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves
from prepaid.domains.payment.commands.receive_notification import receive_notification
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.providers.payments import NotificationFault, NotificationRefused
from prepaid.providers.wechat_pay import NotConfigured, open_client
from prepaid.providers.wechat_pay.config import NOTIFY_PATH
from prepaid.providers.wechat_pay.notification import LARGEST_BODY_BYTES

UNPROVEN_EVERY_SECONDS: Final = 1.0
"""Anybody can send what is not proven: one alert a kind and second is written, with the count since the last one."""
STATUS: Final = {
    NotificationFault.MALFORMED: 400,
    NotificationFault.UNEXPECTED_EVENT: 400,
    NotificationFault.UNKNOWN_KEY: 401,
    NotificationFault.STALE: 401,
    NotificationFault.FORGED_SIGNATURE: 401,
    NotificationFault.UNDECRYPTABLE: 401,
}
MISFIT_STATUS: Final = {AlertKind.UNKNOWN_REFERENCE: 404}
MISFIT_ELSE: Final = 409

log = structlog.get_logger(__name__)


def notify_routes(services: Services) -> list[Route]:
    """The route, for `app.py`."""
    return [Route(NOTIFY_PATH, NotifyDesk(services).answer, methods=["POST"])]


@dataclass(slots=True)
class Unproven:
    """How often each fault was met since it was last written down, and when that was."""

    pending: Counter[NotificationFault] = field(default_factory=Counter)
    written_at: dict[NotificationFault, float] = field(default_factory=dict)

    def due(self, fault: NotificationFault) -> int:
        """Count one more; how many are to be written now, 0 for later."""
        self.pending[fault] += 1
        now = time.monotonic()
        if now - self.written_at.get(fault, -UNPROVEN_EVERY_SECONDS) < UNPROVEN_EVERY_SECONDS:
            return 0
        self.written_at[fault] = now
        return self.pending.pop(fault)


class NotifyDesk:
    """Takes notifications of payments, refunds and transfers."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._unproven = Unproven()

    async def answer(self, request: Request) -> Response:
        """204 when it was taken, now or before; else the code of what is wrong with it."""
        body = await _body(request)
        try:
            client = open_client(self._services.settings)
        except NotConfigured as missing:
            log.warning("payment_not_configured", why=str(missing))
            return _refusal(503, "UNAVAILABLE")
        if body is None:
            return await self._refused(NotificationFault.MALFORMED)
        try:
            status = client.read_notification(request.headers, body)
        except NotificationRefused as refused:
            return await self._refused(refused.code)
        own = Ourselves(client.partner, client.application)
        try:
            await self._services.database.run(SYSTEM, lambda tx: receive_notification(tx, own, status))
        except Misfit as misfit:
            return await self._misfit(misfit)
        except Exception:
            # The provider sends it again; what keeps failing is asked for by the jobs.
            log.exception("notification_failed")
            return _refusal(503, "UNAVAILABLE")
        return Response(status_code=204)

    async def _refused(self, fault: NotificationFault) -> Response:
        times = self._unproven.due(fault)
        if times:

            async def command(tx: WriteSession) -> None:
                await raise_alert(tx, AlertKind(fault.value), times=times)

            await self._services.database.run(SYSTEM, command)
        return _refusal(STATUS[fault], fault.value)

    async def _misfit(self, misfit: Misfit) -> Response:
        async def command(tx: WriteSession) -> None:
            await raise_alert(
                tx, misfit.kind, merchant_id=misfit.merchant_id, subject=misfit.reference, detail=misfit.detail
            )

        await self._services.database.run(SYSTEM, command)
        return _refusal(MISFIT_STATUS.get(misfit.kind, MISFIT_ELSE), misfit.kind.value)


async def _body(request: Request) -> bytes | None:
    """The body; None for one that is larger than any notification."""
    parts = bytearray()
    async for part in request.stream():
        parts += part
        if len(parts) > LARGEST_BODY_BYTES:
            return None
    return bytes(parts)


def _refusal(status: int, code: str) -> Response:
    return JSONResponse({"code": code, "message": code}, status)
