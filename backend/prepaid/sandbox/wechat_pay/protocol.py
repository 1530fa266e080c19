"""The provider's API over HTTP: signed requests in, signed answers out."""

import gzip
import hashlib
import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final
from urllib.parse import parse_qs

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from prepaid.providers.wechat_pay.config import SANDBOX_APPID, SANDBOX_MCHID
from prepaid.sandbox.wechat_pay.bill import trade_bill
from prepaid.sandbox.wechat_pay.books import Books, Refused
from prepaid.sandbox.wechat_pay.keys import Keys
from prepaid.sandbox.wechat_pay.messages import (
    charge_json,
    charge_order,
    payout_json,
    refund_json,
    refund_order,
    transfer_order,
    withdrawal_order,
)
from prepaid.sandbox.wechat_pay.notifier import Notifier
from prepaid.sandbox.wechat_pay.records import Charge, Payout, Refund
from prepaid.sandbox.wechat_pay.signing import authenticate, decrypted, signed_headers

CASHIER: Final = "/wechat-pay/cashier"
Answer = Callable[[Request, Any], Any]
FINAL: Final = frozenset({"SUCCESS", "FAIL", "CANCELLED", "CLOSED", "ABNORMAL", "REFUND", "CLOSE"})
"""States in which the provider notifies."""


class Protocol:
    """The routes below /v3."""

    def __init__(self, books: Books, keys: Callable[[], Keys], notifier: Notifier) -> None:
        self._books = books
        self._keys = keys
        self._notifier = notifier
        charges, refunds = "/v3/pay/partner/transactions", "/v3/refund/domestic/refunds"
        transfers, withdrawals = "/v3/fund-app/mch-transfer/partner/transfer-bills", "/v3/ecommerce/fund/withdraw"
        self.routes = [
            self._route(f"{charges}/jsapi", lambda request, body: self._charge(request, body, "JSAPI"), "POST"),
            self._route(f"{charges}/native", lambda request, body: self._charge(request, body, "NATIVE"), "POST"),
            self._route(f"{charges}/out-trade-no/{{reference}}", self._query_charge, "GET"),
            self._route(f"{charges}/out-trade-no/{{reference}}/close", self._close_charge, "POST"),
            self._route(refunds, self._refund, "POST"),
            self._route(f"{refunds}/{{reference}}", self._query_refund, "GET"),
            self._route(transfers, self._transfer, "POST"),
            self._route(f"{transfers}/out-bill-no/{{reference}}", self._query_payout, "GET"),
            self._route(withdrawals, self._withdraw, "POST"),
            self._route(f"{withdrawals}/out-request-no/{{reference}}", self._query_payout, "GET"),
            self._route("/v3/bill/tradebill", self._bill, "GET"),
            Route("/v3/billdownload/file", self._download, methods=["GET"]),
        ]

    def _route(self, path: str, answer: Answer, method: str) -> Route:
        async def endpoint(request: Request) -> Response:
            body = await request.body()
            try:
                authenticate(request, body, self._keys())
                found = answer(request, json.loads(body) if body else None)
            except Refused as refusal:
                return self._signed({"code": refusal.code, "message": refusal.message}, refusal.status)
            except (ValueError, TypeError, KeyError, AttributeError):
                return self._signed({"code": "PARAM_ERROR", "message": "参数错误"}, 400)
            return self._signed(found)

        return Route(path, endpoint, methods=[method])

    def _signed(self, body: Any, status: int = 200) -> Response:
        content = b"" if body is None else json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
        return Response(content, 204 if body is None else status, signed_headers(content, self._keys().platform))

    def _charge(self, request: Request, body: Any, trade_type: str) -> dict[str, Any]:
        wanted = charge_order(body, trade_type)
        if (wanted.partner, wanted.application) != (SANDBOX_MCHID, SANDBOX_APPID):
            raise Refused(400, "APPID_MCHID_NOT_MATCH", "商户号与 AppID 不匹配")
        charge = self._books.open_charge(wanted)
        if self._books.behaviour.charges == "PAY" and charge.state == "NOTPAY":
            self._books.pay(charge)
            self._notifier.tell(charge)
        cashier = f"{str(request.base_url).rstrip('/')}{CASHIER}/{charge.token}"
        if trade_type == "NATIVE":
            return {"code_url": cashier}
        # The real provider answers the prepay id alone: its cashier is the wallet on the payer's phone.
        return {"prepay_id": charge.token, "cashier_url": cashier}

    def _query_charge(self, request: Request, _: Any) -> dict[str, Any]:
        return charge_json(self._charge_of(request, request.query_params["sub_mchid"]))

    def _close_charge(self, request: Request, body: Any) -> None:
        self._books.close(self._charge_of(request, body["sub_mchid"]))

    def _charge_of(self, request: Request, payee: str) -> Charge:
        return self._books.charge_of(request.path_params["reference"], payee)

    def _refund(self, _: Request, body: Any) -> dict[str, Any]:
        refund: Refund = self._books.open_refund(refund_order(body))
        answer = refund_json(refund)
        if refund.state == "PROCESSING":
            self._go_on(refund, self._books.behaviour.refunds)
        return answer

    def _query_refund(self, request: Request, _: Any) -> dict[str, Any]:
        refund = self._books.refunds.get(request.path_params["reference"])
        if refund is None or refund.payee != request.query_params["sub_mchid"]:
            raise Refused(404, "RESOURCE_NOT_EXISTS", "退款单不存在")
        return refund_json(refund)

    def _transfer(self, _: Request, body: Any) -> dict[str, Any]:
        name = decrypted(body.get("user_name"), self._keys())
        wanted = transfer_order(body, "ACCEPTED")
        payout: Payout = self._books.open_payout(wanted, name)
        if payout is wanted:
            self._go_on(payout, self._books.behaviour.transfers if payout.state == "ACCEPTED" else payout.state)
        return payout_json(payout, SANDBOX_MCHID)

    def _withdraw(self, _: Request, body: Any) -> dict[str, Any]:
        wanted = withdrawal_order(body, "CREATE_SUCCESS")
        payout: Payout = self._books.open_payout(wanted, None)
        if payout is wanted:
            self._go_on(payout, self._books.behaviour.withdrawals)
        return payout_json(payout, SANDBOX_MCHID)

    def _query_payout(self, request: Request, _: Any) -> dict[str, Any]:
        payout = self._books.payouts.get(request.path_params["reference"])
        if payout is None or payout.payee != request.query_params["sub_mchid"]:
            raise Refused(404, "NOT_FOUND", "单据不存在")
        return payout_json(payout, SANDBOX_MCHID)

    def _go_on(self, record: Refund | Payout, state: str) -> None:
        failure = record.failure if isinstance(record, Payout) else None
        self.settle(record, state, failure or ("PAYEE_ACCOUNT_ABNORMAL" if state == "FAIL" else None))

    def settle(self, record: Refund | Payout, state: str, failure: str | None = None) -> None:
        """Bring a refund or payout to a state, and tell it where the state is final."""
        if record.state != state:
            self._books.settle(record, state, failure)
        if state in FINAL:
            self._notifier.tell(record)

    def _bill(self, request: Request, _: Any) -> dict[str, Any]:
        day = date.fromisoformat(request.query_params["bill_date"])
        text = trade_bill(self._books, day)
        if text is None:
            raise Refused(400, "NO_STATEMENT_EXIST", "账单文件不存在")
        address = f"{str(request.base_url).rstrip('/')}/v3/billdownload/file?token={day.isoformat()}"
        digest = hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()
        return {"hash_type": "SHA1", "hash_value": digest, "download_url": address}

    async def _download(self, request: Request) -> Response:
        try:
            authenticate(request, b"", self._keys())
            text = trade_bill(self._books, date.fromisoformat(parse_qs(request.url.query)["token"][0]))
        except (Refused, ValueError, KeyError):
            return Response(status_code=403)
        return Response(gzip.compress((text or "").encode()), media_type="application/gzip")
