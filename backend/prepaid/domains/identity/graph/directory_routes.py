"""The two addresses of signing in at the bank's directory: where a browser leaves, and where it comes back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hmac import compare_digest
from typing import Final
from urllib.parse import urlencode

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from prepaid.core.actor import ANONYMOUS, Actor
from prepaid.core.crypto import BadTicket
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal, Unauthenticated
from prepaid.core.services import Services
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.commands.open_session import Wish
from prepaid.domains.identity.commands.sign_in import SignIn
from prepaid.domains.identity.commands.sign_in_with_directory import sign_in_with_directory
from prepaid.domains.identity.errors.access import DirectorySignInFailed
from prepaid.domains.identity.graph.session_cookie import session_cookie
from prepaid.domains.identity.rules.attempt_limits import DIRECTORY_FROM_ADDRESS
from prepaid.domains.identity.rules.session_life import DIRECTORY_VISIT
from prepaid.graph.caller import Callers, request_id
from prepaid.graph.cookies import SetCookie, set_cookies
from prepaid.providers.directory import Directory, DirectoryRefused, DirectoryUnavailable, Visit

START: Final = "/auth/directory/start"
CALLBACK: Final = "/auth/directory/callback"
VISIT_PURPOSE: Final = "directory.visit"

log = structlog.get_logger(__name__)


def directory_routes(services: Services, callers: Callers, directory: Directory) -> list[Route]:
    """The routes of a configured directory, for `app.py`."""
    desk = DirectoryDesk(services, callers, directory)
    return [Route(START, desk.start, methods=["GET"]), Route(CALLBACK, desk.callback, methods=["GET"])]


@dataclass(frozen=True, slots=True)
class DirectoryDesk:
    """Sends browsers to the directory and takes them back. Every end is a redirect to a page of ours."""

    services: Services
    callers: Callers
    directory: Directory

    @property
    def return_address(self) -> str:
        return self.services.settings.public_url.rstrip("/") + CALLBACK

    @property
    def cookie_name(self) -> str:
        return "__Host-visit" if self.services.settings.production else "visit"

    async def start(self, _: Request) -> Response:
        """To the directory, with what ties its answer to this browser in a cookie of ten minutes."""
        visit = Visit.new()
        try:
            address = await self.directory.sign_in_address(visit, return_address=self.return_address)
        except DirectoryUnavailable as error:
            return self._failed(DirectorySignInFailed(), str(error))
        payload = {"s": visit.state, "n": visit.nonce, "v": visit.verifier}
        kept = self.services.box.sign(VISIT_PURPOSE, payload, DIRECTORY_VISIT)
        return self._redirect(address, self._visit_cookie(kept))

    async def callback(self, request: Request) -> Response:
        """Back from the directory: a session, the second step of signing in, or the page that says what failed."""
        try:
            visit = self._visit(request.cookies, request.query_params)
            answer = await self._sign_in(request, visit)
        except (DirectoryRefused, DirectoryUnavailable) as error:
            return self._failed(DirectorySignInFailed(), str(error))
        except Refusal as refusal:
            return self._failed(refusal, refusal.code)
        if answer.opened is None:
            # In the fragment, which no server and no log sees.
            return self._redirect(f"/sign-in#{urlencode({'ticket': answer.ticket})}", self._visit_cookie(None))
        cookie = session_cookie(answer.opened.issued, production=self.services.settings.production)
        return self._redirect("/", self._visit_cookie(None), cookie)

    async def _sign_in(self, request: Request, visit: Visit) -> SignIn:
        actor = await self._visitor(request)
        await charge_attempt(self.services.database, DIRECTORY_FROM_ADDRESS, actor.address)
        code = request.query_params.get("code", "")
        identity = await self.directory.identity(visit, code=code, return_address=self.return_address)

        async def command(tx: WriteSession) -> SignIn:
            return await sign_in_with_directory(
                tx, actor, keyring=self.services.keyring, box=self.services.box, identity=identity, wish=Wish()
            )

        return await self.services.database.run(actor, command)

    async def _visitor(self, request: Request) -> Actor:
        try:
            return await self.callers.actor(request)
        except Unauthenticated:
            # A session that has ended keeps nobody from signing in.
            return replace(ANONYMOUS, address=self.callers.address(request), request_id=request_id(request))

    def _visit(self, cookies: Mapping[str, str], query: Mapping[str, str]) -> Visit:
        """The visit of this browser, if the answer is to it (RFC 9700, 2.1: state against cross-site requests)."""
        try:
            kept = self.services.box.open(VISIT_PURPOSE, cookies.get(self.cookie_name, ""))
        except BadTicket:
            raise DirectoryRefused("no visit") from None
        if not compare_digest(kept["s"].encode(), query.get("state", "").encode("utf-8", "replace")):
            raise DirectoryRefused("another visit's state")
        if "code" not in query:
            raise DirectoryRefused("no code")
        return Visit(state=kept["s"], nonce=kept["n"], verifier=kept["v"])

    def _visit_cookie(self, value: str | None) -> SetCookie:
        return SetCookie(
            name=self.cookie_name,
            value=value or "",
            delete=value is None,
            max_age_seconds=int(DIRECTORY_VISIT.total_seconds()),
            secure=self.services.settings.production,
        )

    def _failed(self, refusal: Refusal, why: str) -> Response:
        log.warning("directory_sign_in_failed", code=refusal.code, why=why)
        return self._redirect(f"/sign-in?{urlencode({'error': refusal.code})}", self._visit_cookie(None))

    def _redirect(self, address: str, *cookies: SetCookie) -> Response:
        response = RedirectResponse(address, 303, headers={"cache-control": "no-store"})
        set_cookies(response, cookies)
        return response
