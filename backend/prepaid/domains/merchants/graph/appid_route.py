"""The address that the provider of mini-programs nudges: it says that there is news, never what."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from prepaid.core.crypto import BadTicket
from prepaid.core.services import Services
from prepaid.domains.merchants.commands.ask_about_appid import NUDGE, NUDGE_PATH, ask_about
from prepaid.providers.mini_program_registration import RegistrationUnclear


def appid_routes(services: Services) -> list[Route]:
    """The route, for `app.py`."""

    async def news(request: Request) -> Response:
        try:
            known = services.box.open(NUDGE, request.path_params["ticket"])
        except BadTicket:
            return PlainTextResponse("unknown", status_code=404)
        try:
            await ask_about(services, UUID(known["m"]), UUID(known["r"]))
        except RegistrationUnclear:
            return PlainTextResponse("later", status_code=503)
        return PlainTextResponse("ok")

    return [Route(f"{NUDGE_PATH}/{{ticket}}", news, methods=["POST"])]
