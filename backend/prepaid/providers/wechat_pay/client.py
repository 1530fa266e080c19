"""The client: the SDK signs, sends and verifies; it is synchronous, so each call runs in a thread."""

import asyncio
import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from time import time
from typing import Any, Final
from urllib.parse import urlencode, urlsplit
from uuid import uuid4

import requests
from wechatpayv3 import WeChatPay, WeChatPayType
from wechatpayv3.type import RequestType
from wechatpayv3.utils import load_public_key

from prepaid.core.settings import Settings
from prepaid.kit.clock import SHANGHAI
from prepaid.providers.payments import (
    BillLine,
    ChargeAlreadyPaid,
    ChargeOffer,
    ChargeOrder,
    ChargeStatus,
    NotifiedStatus,
    Payee,
    PaymentMethod,
    PaymentProvider,
    PayoutOrder,
    PayoutStatus,
    ProviderRefused,
    ProviderUnreachable,
    ProviderUntrusted,
    RefundOrder,
    RefundStatus,
    SettlementAccount,
    UnknownReference,
    WalletPayee,
)
from prepaid.providers.wechat_pay.answers import (
    charge_status,
    refund_status,
    transfer_status,
    understood,
    withdrawal_status,
)
from prepaid.providers.wechat_pay.bill import bill_lines, unpacked
from prepaid.providers.wechat_pay.config import WeChatPayConfig
from prepaid.providers.wechat_pay.notification import read_notification

CONNECT_SECONDS: Final = 3.0
ANSWER_SECONDS: Final = 10.0
UNKNOWN: Final = frozenset({"ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS", "NOT_FOUND"})
PAID: Final = frozenset({"ORDERPAID", "ORDER_PAID"})
CLOSED: Final = frozenset({"ORDERCLOSED", "ORDER_CLOSED"})
LATER: Final = frozenset({"SYSTEM_ERROR", "SYSTEMERROR", "BANKERROR", "FREQUENCY_LIMITED", "RATELIMIT_EXCEEDED"})
NO_BILL: Final = "NO_STATEMENT_EXIST"
BILL_LATER: Final = "STATEMENT_CREATING"
TRANSFERS: Final = "/v3/fund-app/mch-transfer/partner/transfer-bills"
WITHDRAWALS: Final = "/v3/ecommerce/fund/withdraw"
"""Neither is in the SDK for partners (2.0.4): they go through its request layer."""


class WeChatPayClient(PaymentProvider):
    """WeChat Pay v3 in partner mode, with the provider's public key instead of downloaded certificates."""

    def __init__(self, config: WeChatPayConfig) -> None:
        self._config = config
        self._key: Any = load_public_key(config.platform_key)
        loopback = urlsplit(config.url).hostname in ("127.0.0.1", "localhost", "::1")
        self._sdk = WeChatPay(
            wechatpay_type=WeChatPayType.MINIPROG,
            mchid=config.mchid,
            private_key=config.private_key,
            cert_serial_no=config.serial,
            appid=config.appid,
            apiv3_key=config.api_v3_key,
            notify_url=config.notify_url,
            partner_mode=True,
            # An empty address keeps a proxy of the environment out of what never leaves this machine.
            proxy={"http": "", "https": ""} if loopback else None,
            timeout=(CONNECT_SECONDS, ANSWER_SECONDS),
            public_key=config.platform_key,
            public_key_id=config.platform_key_id,
        )
        self._sdk._core._gate_way = config.url  # no public option: design/security.md, 5.3

    @property
    def partner(self) -> str:
        return self._config.mchid

    @property
    def application(self) -> str:
        return self._config.appid

    async def charge(self, order: ChargeOrder) -> ChargeOffer:
        jsapi = order.method is PaymentMethod.JSAPI
        answer = await self._ask(
            self._sdk.pay,
            description=order.description,
            out_trade_no=order.reference,
            amount={"total": order.amount_fen, "currency": "CNY"},
            payer={"sp_openid": order.payer} if jsapi else None,
            time_expire=_rfc3339(order.expires_at),
            sub_mchid=order.payee,
            pay_type=WeChatPayType.MINIPROG if jsapi else WeChatPayType.NATIVE,
        )
        return understood(self._jsapi_offer if jsapi else _native_offer, answer)

    def _jsapi_offer(self, answer: dict[str, Any]) -> ChargeOffer:
        package = f"prepay_id={answer['prepay_id']}"
        timestamp, nonce = str(int(time())), uuid4().hex
        signature = self._sdk.sign([self._config.appid, timestamp, nonce, package])
        parameters = {
            "appId": self._config.appid,
            "timeStamp": timestamp,
            "nonceStr": nonce,
            "package": package,
            "signType": "RSA",
            "paySign": signature,
        }
        return ChargeOffer(pay_parameters=parameters, code_url=answer.get("cashier_url"))

    async def query_charge(self, reference: str, payee: str) -> ChargeStatus:
        return understood(charge_status, await self._ask(self._sdk.query, out_trade_no=reference, sub_mchid=payee))

    async def close_charge(self, reference: str, payee: str) -> None:
        try:
            await self._ask(self._sdk.close, out_trade_no=reference, sub_mchid=payee)
        except UnknownReference:
            return
        except ProviderRefused as error:
            if error.code in PAID:
                raise ChargeAlreadyPaid(error.code) from None
            if error.code not in CLOSED:
                raise

    async def refund(self, order: RefundOrder) -> RefundStatus:
        answer = await self._ask(
            self._sdk.refund,
            out_refund_no=order.reference,
            out_trade_no=order.charge_reference,
            amount={"refund": order.amount_fen, "total": order.charged_fen, "currency": "CNY"},
            reason=order.reason,
            sub_mchid=order.payee,
        )
        return understood(refund_status, answer)

    async def query_refund(self, reference: str, payee: str) -> RefundStatus:
        answer = await self._ask(self._sdk.query_refund, out_refund_no=reference, sub_mchid=payee)
        return understood(refund_status, answer)

    async def pay_out(self, order: PayoutOrder) -> PayoutStatus:
        if isinstance(order.payee, WalletPayee):
            return understood(transfer_status, await self._post(TRANSFERS, self._transfer(order, order.payee)))
        body = {
            "sub_mchid": order.source,
            "out_request_no": order.reference,
            "amount": order.amount_fen,
            "remark": order.remark,
        }
        return understood(withdrawal_status, await self._post(WITHDRAWALS, body))

    def _transfer(self, order: PayoutOrder, payee: WalletPayee) -> dict[str, Any]:
        body = {
            "sub_mchid": order.source,
            "appid": self._config.appid,
            "out_bill_no": order.reference,
            "transfer_scene_id": self._config.transfer_scene,
            "openid": payee.openid,
            "transfer_amount": order.amount_fen,
            "transfer_remark": order.remark,
            "notify_url": self._config.notify_url,
        }
        if payee.real_name is not None:
            body["user_name"] = self._sdk._core.encrypt(payee.real_name)
        return body

    async def query_payout(self, reference: str, source: str, payee: Payee) -> PayoutStatus:
        query = urlencode({"sub_mchid": source})
        if isinstance(payee, SettlementAccount):
            answer = await self._get(f"{WITHDRAWALS}/out-request-no/{reference}?{query}")
            return understood(withdrawal_status, answer)
        return understood(transfer_status, await self._get(f"{TRANSFERS}/out-bill-no/{reference}?{query}"))

    async def bill(self, day: date) -> list[BillLine]:
        try:
            answer = await self._ask(self._sdk.trade_bill, bill_date=day.isoformat())
        except ProviderRefused as error:
            if error.code == NO_BILL:
                return []
            if error.code == BILL_LATER:
                raise ProviderUnreachable(error.code) from None
            raise
        address, digest = understood(lambda found: (urlsplit(found["download_url"]), found["hash_value"]), answer)
        if address.netloc != urlsplit(self._config.url).netloc:
            raise ProviderUntrusted("the bill lies elsewhere")  # our signature goes to nobody else
        status, contents = await asyncio.to_thread(
            self._called, self._sdk._core.request, f"{address.path}?{address.query}", skip_verify=True
        )
        if status != requests.codes.ok or not isinstance(contents, bytes):
            raise ProviderUnreachable(f"bill: HTTP {status}")
        return bill_lines(await asyncio.to_thread(unpacked, contents, digest))

    def read_notification(self, headers: Mapping[str, str], body: bytes) -> NotifiedStatus:
        config = self._config
        return read_notification(
            headers, body, key_id=config.platform_key_id, key=self._key, api_v3_key=config.api_v3_key
        )

    async def _get(self, path: str) -> Any:
        return await self._ask(self._sdk._core.request, path)

    async def _post(self, path: str, body: dict[str, Any]) -> Any:
        return await self._ask(self._sdk._core.request, path, method=RequestType.POST, data=body)

    async def _ask(self, call: Any, *args: Any, **kwargs: Any) -> Any:
        """The JSON of a successful answer; None without contents."""
        status, text = await asyncio.to_thread(self._called, call, *args, **kwargs)
        if status < 300:
            return json.loads(text) if text else None
        code = _code(text)
        if status >= 500 or status in (408, 429) or code in LATER:
            raise ProviderUnreachable(f"HTTP {status} {code}")
        raise (UnknownReference if code in UNKNOWN else ProviderRefused)(code)

    @staticmethod
    def _called(call: Any, *args: Any, **kwargs: Any) -> tuple[int, str | bytes]:
        try:
            status, contents = call(*args, **kwargs)
        except requests.RequestException as error:
            raise ProviderUnreachable(type(error).__name__) from None
        except Exception as error:
            if type(error) not in (Exception, ValueError):
                raise
            # What the SDK raises for an answer whose signature is wrong or missing.
            raise ProviderUntrusted(str(error)[:80]) from None
        return status, contents


def _native_offer(answer: dict[str, Any]) -> ChargeOffer:
    return ChargeOffer(code_url=answer["code_url"])


def _code(text: str | bytes) -> str:
    try:
        code = json.loads(text)["code"]
    except (ValueError, TypeError, KeyError):
        return "UNKNOWN"
    return code if isinstance(code, str) and len(code) <= 64 else "UNKNOWN"


def _rfc3339(at: datetime) -> str:
    return at.astimezone(SHANGHAI).replace(microsecond=0).isoformat()


def open_client(settings: Settings) -> WeChatPayClient:
    """The client for the settings; keys are read again when they change.

    Raises:
        NotConfigured: numbers or keys are missing.
    """
    return _client(WeChatPayConfig.of(settings))


@lru_cache(maxsize=4)
def _client(config: WeChatPayConfig) -> WeChatPayClient:
    return WeChatPayClient(config)
