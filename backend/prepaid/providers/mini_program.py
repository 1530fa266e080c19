"""WeChat's server side of a mini-program: who signs in, his phone number, and that a virtual good was delivered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Protocol, Self

import httpx

from prepaid.core.settings import Settings
from prepaid.kit import clock
from prepaid.providers.wechat_pay.config import SANDBOX_APPID

TIMEOUT_SECONDS: Final = 5.0
API: Final = "https://api.weixin.qq.com"
SANDBOX_SECRET: Final = "sandbox-mini-program-secret"  # noqa: S105 - the sandbox's, known to everybody
EARLY: Final = timedelta(minutes=5)
"""So long before its end a token is fetched anew."""
CODE_REFUSED: Final = frozenset({40029, 40163, 40226})
"""Invalid code, code used before, user blocked by WeChat."""
TOKEN_REFUSED: Final = frozenset({40001, 40014, 42001})
BUSY: Final = frozenset({-1, 45009, 45011})
VIRTUAL_GOODS: Final = 3
UNIFIED_DELIVERY: Final = 1
BY_OUR_NUMBER: Final = 1
MAINLAND: Final = "86"


class MiniProgramUnavailable(Exception):
    """WeChat does not answer, or is too busy: ask again later."""


class MiniProgramRefused(Exception):
    """WeChat refuses. `code` is its errcode."""

    def __init__(self, code: int) -> None:
        super().__init__(f"errcode {code}")
        self.code = code

    @property
    def bad_code(self) -> bool:
        """The caller's one-time code is worth nothing: invalid, expired or used before."""
        return self.code in CODE_REFUSED


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniProgramUser:
    """Who stands behind a sign-in code; the session key is not kept."""

    appid: str
    openid: str
    unionid: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneNumber:
    """A number that WeChat has verified."""

    appid: str
    """Application that the number was given to."""
    country: str
    number: str
    """Without the country's code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualDelivery:
    """That what was paid under our reference has been delivered (发货信息录入)."""

    mchid: str
    reference: str
    description: str
    payer: str
    """The payer's openid."""
    delivered_at: datetime


class MiniProgram(Protocol):
    """One mini-program at WeChat."""

    @property
    def appid(self) -> str: ...

    async def identify(self, code: str) -> MiniProgramUser:
        """Exchange a code of `wx.login`, good once. Raises `MiniProgramRefused`, `MiniProgramUnavailable`."""
        ...

    async def phone_number(self, code: str) -> PhoneNumber:
        """Exchange a code of `getPhoneNumber`, good once. Raises the same."""
        ...

    async def upload_shipping_info(self, delivery: VirtualDelivery) -> None:
        """Report a delivery; the same report again changes nothing. Raises the same."""
        ...


def own_appid(settings: Settings) -> str:
    """APPID of our application; outside production the sandbox's when none is configured."""
    return settings.wechat_pay_appid or SANDBOX_APPID


@dataclass(slots=True)
class _Token:
    text: str
    until: datetime


_tokens: Final[dict[tuple[str, str], _Token]] = {}
"""Of this process, by address and application: WeChat counts how often one is asked for."""


class WeChatMiniProgram(MiniProgram):
    """Client of the real protocol; to be used as an async context manager."""

    def __init__(self, base_url: str, appid: str, secret: str) -> None:
        self._appid = appid
        self._base_url = base_url
        self._secret = secret
        self._client = httpx.AsyncClient(base_url=base_url, timeout=TIMEOUT_SECONDS, trust_env=False)

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """The configured application; outside production the sandbox's when none is.

        Raises:
            ValueError: production names none.
        """
        appid, secret = settings.wechat_pay_appid, settings.mini_program_secret
        if appid and secret:
            return cls(settings.mini_program_url or API, appid, secret.get_secret_value())
        if settings.production:
            raise ValueError("production needs PREPAID_WECHAT_PAY_APPID and PREPAID_MINI_PROGRAM_SECRET")
        base_url = settings.mini_program_url or f"http://127.0.0.1:{settings.sandbox_port}"
        return cls(base_url, SANDBOX_APPID, SANDBOX_SECRET)

    @property
    def appid(self) -> str:
        return self._appid

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._client.aclose()

    async def identify(self, code: str) -> MiniProgramUser:
        query = {"appid": self._appid, "secret": self._secret, "js_code": code, "grant_type": "authorization_code"}
        answer = await self._call("GET", "/sns/jscode2session", params=query)
        openid = answer.get("openid")
        if not isinstance(openid, str) or not openid:
            raise MiniProgramUnavailable("no openid in the answer")
        unionid = answer.get("unionid")
        return MiniProgramUser(appid=self._appid, openid=openid, unionid=unionid if isinstance(unionid, str) else None)

    async def phone_number(self, code: str) -> PhoneNumber:
        answer = await self._with_token("/wxa/business/getuserphonenumber", {"code": code})
        try:
            found = answer["phone_info"]
            return PhoneNumber(
                appid=str(found["watermark"]["appid"]),
                country=str(found["countryCode"]),
                number=str(found["purePhoneNumber"]),
            )
        except (KeyError, TypeError) as error:
            raise MiniProgramUnavailable("no phone number in the answer") from error

    async def upload_shipping_info(self, delivery: VirtualDelivery) -> None:
        body = {
            "order_key": {
                "order_number_type": BY_OUR_NUMBER,
                "mchid": delivery.mchid,
                "out_trade_no": delivery.reference,
            },
            "logistics_type": VIRTUAL_GOODS,
            "delivery_mode": UNIFIED_DELIVERY,
            "shipping_list": [{"item_desc": delivery.description}],
            "upload_time": delivery.delivered_at.isoformat(timespec="milliseconds"),
            "payer": {"openid": delivery.payer},
        }
        await self._with_token("/wxa/sec/order/upload_shipping_info", body)

    async def _with_token(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        try:
            return await self._call("POST", path, params={"access_token": await self._token()}, json=body)
        except MiniProgramRefused as refused:
            if refused.code not in TOKEN_REFUSED:
                raise
        _tokens.pop((self._base_url, self._appid), None)
        return await self._call("POST", path, params={"access_token": await self._token()}, json=body)

    async def _token(self) -> str:
        known = _tokens.get((self._base_url, self._appid))
        if known is not None and clock.now() < known.until:
            return known.text
        body = {"grant_type": "client_credential", "appid": self._appid, "secret": self._secret}
        answer = await self._call("POST", "/cgi-bin/stable_token", json=body)
        text, seconds = answer.get("access_token"), answer.get("expires_in")
        if not isinstance(text, str) or not isinstance(seconds, int):
            raise MiniProgramUnavailable("no token in the answer")
        _tokens[self._base_url, self._appid] = _Token(text, clock.now() + timedelta(seconds=seconds) - EARLY)
        return text

    async def _call(self, method: str, path: str, **more: Any) -> Mapping[str, Any]:
        """Errors never tell the address, which holds the secret."""
        try:
            response = await self._client.request(method, path, **more)
            answer = response.json() if response.is_success else None
        except (httpx.HTTPError, ValueError) as error:
            raise MiniProgramUnavailable(type(error).__name__) from None
        if not isinstance(answer, dict):
            raise MiniProgramUnavailable(f"HTTP {response.status_code}")
        code = answer.get("errcode", 0)
        if code in BUSY:
            raise MiniProgramUnavailable(f"errcode {code}")
        if code:
            raise MiniProgramRefused(int(code))
        return answer
