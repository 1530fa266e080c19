"""The provider as a whole: its protocol, the cashier, and open books for tests and people."""

import tempfile
from collections.abc import Sequence
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from prepaid.sandbox.custody.journal import Journal
from prepaid.sandbox.wechat_pay.books import Books
from prepaid.sandbox.wechat_pay.cashier import cashier
from prepaid.sandbox.wechat_pay.keys import Keys, keys_in
from prepaid.sandbox.wechat_pay.notifier import PAUSES_SECONDS, Notifier
from prepaid.sandbox.wechat_pay.oddities import Oddities
from prepaid.sandbox.wechat_pay.page import page
from prepaid.sandbox.wechat_pay.protocol import Protocol
from prepaid.sandbox.wechat_pay.records import Charge

WAYS: Final = {
    "charges": {"PERSON", "PAY"},
    "refunds": {"SUCCESS", "PROCESSING", "CLOSED", "ABNORMAL"},
    "transfers": {"SUCCESS", "WAIT_USER_CONFIRM", "PROCESSING", "FAIL"},
    "withdrawals": {"SUCCESS", "CREATE_SUCCESS", "FAIL"},
}
SETTLED: Final = {
    "refunds": {"SUCCESS", "CLOSED", "ABNORMAL"},
    "payouts": {"SUCCESS", "FAIL", "CANCELLED", "REFUND", "CLOSE"},
}


class WeChatPayProvider:
    """One provider. With a folder its keys and books outlive the process."""

    def __init__(self, folder: Path | None, pauses: Sequence[float] = PAUSES_SECONDS) -> None:
        self._folder = folder
        self.books = Books(Journal(folder / "books.jsonl" if folder else None))
        self.oddities = Oddities()
        self.notifier = Notifier(lambda: self.keys, self.oddities, pauses)
        if folder is not None:
            self.keys  # noqa: B018 - made at once: the partner's processes wait for them
        self._protocol = Protocol(self.books, lambda: self.keys, self.notifier)
        self.routes = [
            *self._protocol.routes,
            Route("/wechat-pay", self.show, methods=["GET"]),
            Route("/wechat-pay/cashier/{token}", self.cashier, methods=["GET", "POST"]),
            Route("/wechat-pay/books", self.open_books, methods=["GET"]),
            Route("/wechat-pay/charges/{reference}/{outcome}", self.press, methods=["POST"]),
            Route("/wechat-pay/{shelf}/{reference}", self.settle, methods=["PUT"]),
            Route("/wechat-pay/oddity", self.oddities.switch, methods=["PUT", "DELETE"]),
            Route("/wechat-pay/behaviour", self.behave, methods=["PUT"]),
            Route("/wechat-pay/names", self.name, methods=["PUT"]),
            Route("/wechat-pay/held", self.release, methods=["POST"]),
            Route("/wechat-pay/idle", self.idle, methods=["GET"]),
        ]

    @cached_property
    def keys(self) -> Keys:
        if self._folder is not None:
            return keys_in(self._folder)
        with tempfile.TemporaryDirectory(prefix="wechat-pay-") as folder:
            return keys_in(Path(folder))

    async def show(self, _: Request) -> Response:
        return HTMLResponse(page(self.books, self.oddities.on))

    async def cashier(self, request: Request) -> Response:
        """The payer's page; pressing a button leads back to it."""
        token = request.path_params["token"]
        charge = next((each for each in self.books.charges.values() if each.token == token), None)
        if charge is None:
            return HTMLResponse("没有这笔订单", 404)
        if request.method == "GET":
            self.books.expire(charge)
            return HTMLResponse(cashier(charge))
        self._press(charge, parse_qs((await request.body()).decode("latin-1")).get("outcome", [""])[0])
        return RedirectResponse(request.url.path, 303)

    async def press(self, request: Request) -> Response:
        """`POST /wechat-pay/charges/<reference>/pay` or `/fail`: the payer, for tests."""
        charge = self.books.charges.get(request.path_params["reference"])
        if charge is None:
            return JSONResponse({"error": "no such charge"}, 404)
        self._press(charge, request.path_params["outcome"])
        return JSONResponse({"state": charge.state})

    def _press(self, charge: Charge, outcome: str) -> None:
        if outcome == "fail":
            self.books.fail(charge)
        elif outcome == "pay" and charge.state in ("NOTPAY", "PAYERROR"):
            self.books.pay(charge)
            if charge.state == "SUCCESS":
                self.notifier.tell(charge)

    async def settle(self, request: Request) -> Response:
        """`PUT /wechat-pay/refunds/<reference> {"state": "ABNORMAL"}`: what becomes of a refund or a payout."""
        shelf, wanted = request.path_params["shelf"], (await request.json()).get("state")
        record = getattr(self.books, shelf).get(request.path_params["reference"]) if shelf in SETTLED else None
        if record is None or wanted not in SETTLED[shelf]:
            return JSONResponse({"error": "no such record, or no such state of it"}, 400)
        self._protocol.settle(record, wanted, "CLOSED_BY_PERSON" if wanted == "FAIL" else None)
        return JSONResponse({"state": record.state})

    async def open_books(self, _: Request) -> Response:
        """What this provider believes it was told and has done, without a signature: for tests and people."""
        shelves = {name: getattr(self.books, name) for name in ("charges", "refunds", "payouts")}
        return JSONResponse({name: [asdict(each) for each in shelf.values()] for name, shelf in shelves.items()})

    async def behave(self, request: Request) -> Response:
        """`{"charges": "PAY", "refunds": "ABNORMAL"}`, all optional."""
        wanted: Any = await request.json()
        if not isinstance(wanted, dict) or any(way not in WAYS.get(name, ()) for name, way in wanted.items()):
            return JSONResponse({"error": {name: sorted(ways) for name, ways in WAYS.items()}}, 400)
        self.books.behaviour = replace(self.books.behaviour, **wanted)
        return JSONResponse(asdict(self.books.behaviour))

    async def name(self, request: Request) -> Response:
        """`{"<openid>": "<verified name>"}`: whose wallets these are."""
        self.books.names.update(await request.json())
        return Response(status_code=204)

    async def release(self, _: Request) -> Response:
        return JSONResponse({"released": self.notifier.release()})

    async def idle(self, _: Request) -> Response:
        """Answers when no notification is on its way."""
        await self.notifier.idle()
        return Response(status_code=204)
