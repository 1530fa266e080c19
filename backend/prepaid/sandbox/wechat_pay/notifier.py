"""Sends notifications until they are taken, odd ones on demand."""

import asyncio
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import httpx
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from prepaid.providers.wechat_pay.config import SANDBOX_MCHID
from prepaid.sandbox.wechat_pay.keys import Keys
from prepaid.sandbox.wechat_pay.messages import charge_json, payout_json, refund_notice
from prepaid.sandbox.wechat_pay.oddities import Oddities, Oddity, OddNotification
from prepaid.sandbox.wechat_pay.records import Charge, Record, Refund
from prepaid.sandbox.wechat_pay.signing import envelope, signed_headers

PAUSES_SECONDS: Final = (0.5, 1.0, 2.0, 4.0, 8.0, 15.0, 30.0, 60.0, 120.0)
"""Between repeats; the real provider takes 15 seconds to 6 hours, over a day."""
TIMEOUT_SECONDS: Final = 5.0
DAY_SECONDS: Final = 86_400


@dataclass(frozen=True, slots=True)
class Notice:
    """What is to be told, and where."""

    url: str
    event: str
    kind: str
    resource: dict[str, Any]


class Notifier:
    """Notifications on their way. `idle` returns when none is left but those that are held."""

    def __init__(self, keys: Callable[[], Keys], oddities: Oddities, pauses: Sequence[float] = PAUSES_SECONDS) -> None:
        self._keys = keys
        self._oddities = oddities
        self._pauses = pauses
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[Notice] = []
        self._stranger: RSAPrivateKey | None = None

    def tell(self, record: Record) -> None:
        """Notify about a record as it is now, if it names an address."""
        notice = notice_of(record)
        if notice is None:
            return
        oddity = self._oddities.take()
        if oddity is not None and oddity.way is OddNotification.HELD:
            self._held.append(notice)
            return
        self._start(notice, oddity)

    def release(self) -> int:
        """Send what was held, in any order; returns how many."""
        held, self._held = self._held, []
        random.shuffle(held)
        for notice in held:
            self._start(notice, None)
        return len(held)

    async def idle(self) -> None:
        """Wait until everything was taken, or given up."""
        while self._tasks:
            await asyncio.gather(*self._tasks)

    def _start(self, notice: Notice, oddity: Oddity | None) -> None:
        copies = oddity.copies if oddity and oddity.way is OddNotification.COPIES else 1
        for _ in range(copies):
            task = asyncio.create_task(self._deliver(notice, oddity))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _deliver(self, notice: Notice, oddity: Oddity | None) -> None:
        way = oddity.way if oddity else None
        if oddity is not None and way is OddNotification.LOST:
            return
        if oddity is not None and way is OddNotification.LATE:
            await asyncio.sleep(oddity.seconds)
        async with httpx.AsyncClient(timeout=TIMEOUT_SECONDS, trust_env=False) as client:
            for pause in (*self._pauses, None):
                headers, body = self.written(notice, way)
                if await _taken(client, notice.url, headers, body) or pause is None:
                    return
                # The odd one was one of a kind: what is repeated is as it should be, but for the next in line.
                again = self._oddities.take()
                way = again.way if again else None
                await asyncio.sleep(pause)

    def written(self, notice: Notice, way: OddNotification | None) -> tuple[dict[str, str], bytes]:
        """Headers and body."""
        keys, resource = self._keys(), _changed(notice.resource, way)
        secret = "0" * 32 if way is OddNotification.UNDECRYPTABLE else keys.api_v3
        body = envelope(notice.event, notice.kind, resource, secret)
        if way is OddNotification.FORGED:
            self._stranger = self._stranger or generate_private_key(65537, 2048)
            return signed_headers(body, self._stranger), body
        if way is OddNotification.STALE:
            return signed_headers(body, keys.platform, age_seconds=DAY_SECONDS), body
        if way is OddNotification.UNKNOWN_KEY:
            return signed_headers(body, keys.platform, key_id="7132D72A03E93CDDF8C03BBD1F37EEDF00000000"), body
        return signed_headers(body, keys.platform), body


def notice_of(record: Record) -> Notice | None:
    """What is told about a record as it is now; None when nobody is to be told."""
    if record.notify_url is None:
        return None
    if isinstance(record, Charge):
        return Notice(record.notify_url, "TRANSACTION.SUCCESS", "transaction", charge_json(record))
    if isinstance(record, Refund):
        return Notice(record.notify_url, f"REFUND.{record.state}", "refund", refund_notice(record, SANDBOX_MCHID))
    return Notice(record.notify_url, "MCHTRANSFER.BILL.FINISHED", "mch_payment", payout_json(record, SANDBOX_MCHID))


def _changed(resource: dict[str, Any], way: OddNotification | None) -> dict[str, Any]:
    """A genuine notification with one thing in it that is not so."""
    amount = resource.get("amount")
    match way:
        case OddNotification.WRONG_AMOUNT if isinstance(amount, dict):
            return resource | {"amount": {name: _less(value) for name, value in amount.items()}}
        case OddNotification.WRONG_AMOUNT:
            return resource | {"transfer_amount": _less(resource["transfer_amount"])}
        case OddNotification.WRONG_CURRENCY if isinstance(amount, dict):
            return resource | {"amount": amount | {"currency": "USD"}}
        case OddNotification.WRONG_PAYEE:
            return resource | {"sub_mchid": "1999999999"}
        case OddNotification.WRONG_PARTNER:
            return resource | {"sp_mchid": "1999999999"}
        case OddNotification.WRONG_APPLICATION:
            return resource | {"sp_appid": "wxffffffffffffffff"}
        case OddNotification.WRONG_REFERENCE:
            names = ("out_trade_no", "out_refund_no", "out_bill_no")
            return resource | {name: f"{resource[name][:-10]}ZZZZZZZZZZ" for name in names if name in resource}
    return resource


def _less(value: Any) -> Any:
    return value - 1 if isinstance(value, int) else value


async def _taken(client: httpx.AsyncClient, url: str, headers: dict[str, str], body: bytes) -> bool:
    try:
        response = await client.post(url, content=body, headers=headers)
    except httpx.TransportError:
        return False
    return response.status_code in (200, 204)
