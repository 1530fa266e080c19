"""The provider: WeChat's protocol, and what only a sandbox has: people on demand and an open list of deliveries."""

import secrets
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from prepaid.kit import clock
from prepaid.providers.mini_program import SANDBOX_SECRET
from prepaid.providers.wechat_pay.config import SANDBOX_APPID
from prepaid.sandbox.mini_program.people import CodeRefused, People, openid_of

INVALID_APPID: Final = 40013
INVALID_SECRET: Final = 40125
INVALID_TOKEN: Final = 40001
INVALID_ORDER: Final = 10060001
TOKEN_SECONDS: Final = 7200
PURPOSES: Final = {"login-code": "login", "phone-code": "phone"}


class MiniProgramProvider:
    """One application and its users."""

    def __init__(self) -> None:
        self.people = People()
        self.token = secrets.token_urlsafe(32)
        self.watermark = SANDBOX_APPID
        """Application that phone numbers are said to be for; a test sets another."""
        self.deliveries: list[dict[str, Any]] = []
        self.routes = [
            Route("/sns/jscode2session", self.session, methods=["GET"]),
            Route("/cgi-bin/stable_token", self.stable_token, methods=["POST"]),
            Route("/wxa/business/getuserphonenumber", self.phone_number, methods=["POST"]),
            Route("/wxa/sec/order/upload_shipping_info", self.shipping, methods=["POST"]),
            Route("/mini-program/people/{name}", self.phone_of, methods=["PUT"]),
            Route("/mini-program/people/{name}/{purpose}", self.code_of, methods=["POST"]),
            Route("/mini-program/deliveries", self.show, methods=["GET"]),
        ]

    async def session(self, request: Request) -> Response:
        query = request.query_params
        if query.get("appid") != SANDBOX_APPID:
            return _refusal(INVALID_APPID)
        if query.get("secret") != SANDBOX_SECRET:
            return _refusal(INVALID_SECRET)
        try:
            name = self.people.redeem("login", query.get("js_code"))
        except CodeRefused as refused:
            return _refusal(refused.errcode)
        return JSONResponse(
            {
                "openid": openid_of(SANDBOX_APPID, name),
                "unionid": openid_of("unionid", name),
                "session_key": secrets.token_urlsafe(16),
            }
        )

    async def stable_token(self, request: Request) -> Response:
        body = await request.json()
        if (body.get("appid"), body.get("secret")) != (SANDBOX_APPID, SANDBOX_SECRET):
            return _refusal(INVALID_SECRET)
        return JSONResponse({"access_token": self.token, "expires_in": TOKEN_SECONDS})

    async def phone_number(self, request: Request) -> Response:
        if request.query_params.get("access_token") != self.token:
            return _refusal(INVALID_TOKEN)
        try:
            name = self.people.redeem("phone", (await request.json()).get("code"))
        except CodeRefused as refused:
            return _refusal(refused.errcode)
        phone = self.people.phones[name]
        told = {
            "phoneNumber": phone,
            "purePhoneNumber": phone,
            "countryCode": "86",
            "watermark": {"timestamp": int(clock.now().timestamp()), "appid": self.watermark},
        }
        return JSONResponse({"errcode": 0, "errmsg": "ok", "phone_info": told})

    async def shipping(self, request: Request) -> Response:
        if request.query_params.get("access_token") != self.token:
            return _refusal(INVALID_TOKEN)
        body = await request.json()
        key, payer = body.get("order_key", {}), body.get("payer", {})
        if not (key.get("out_trade_no") and key.get("mchid") and payer.get("openid") and body.get("shipping_list")):
            return _refusal(INVALID_ORDER)
        if body not in self.deliveries:
            self.deliveries.append(body)
        return JSONResponse({"errcode": 0, "errmsg": "ok"})

    async def phone_of(self, request: Request) -> Response:
        """`PUT /mini-program/people/<name> {"phone": "…"}`: a person with a phone."""
        name = request.path_params["name"]
        self.people.phones[name] = (await request.json())["phone"]
        return JSONResponse({"openid": openid_of(SANDBOX_APPID, name)})

    async def code_of(self, request: Request) -> Response:
        """`POST /mini-program/people/<name>/login-code` or `/phone-code`: what his phone would hand over."""
        name, purpose = request.path_params["name"], PURPOSES.get(request.path_params["purpose"])
        if purpose is None or (purpose == "phone" and name not in self.people.phones):
            return JSONResponse({"error": "no such person, or no such code"}, 404)
        return JSONResponse({"code": self.people.issue(purpose, name)})

    async def show(self, _: Request) -> Response:
        return JSONResponse(self.deliveries)


def _refusal(errcode: int) -> Response:
    return JSONResponse({"errcode": errcode, "errmsg": f"refused, rid: {secrets.token_hex(4)}"})
