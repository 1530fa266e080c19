"""Registers mini-programs as the provider would: a legal person's face check, and an end that a caller chooses.

`POST /mini-program-registrations/{reference}/{outcome}` ends one (`done`, `mismatch`, `expired`) and nudges whoever
asked for it.
"""

from hashlib import sha256
from typing import Any, Final

import httpx
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from prepaid.providers.mini_program import SANDBOX_SECRET
from prepaid.providers.mini_program_registration import PREFIX

ENDS: Final = {
    "mismatch": ("LEGAL_PERSON_MISMATCH", "法定代表人姓名与微信实名不一致"),
    "expired": ("FACE_CHECK_EXPIRED", "法定代表人未在 24 小时内完成人脸核验"),
}
NUDGE_SECONDS: Final = 5.0


class RegistrationProvider:
    """Registrations by their references; books are kept as long as the process."""

    def __init__(self) -> None:
        self.taken: dict[str, dict[str, Any]] = {}
        self.routes = [
            Route(f"{PREFIX}/{{reference}}", self.submit, methods=["POST"]),
            Route(f"{PREFIX}/{{reference}}", self.show, methods=["GET"]),
            Route("/mini-program-registrations/{reference}/{outcome}", self.end, methods=["POST"]),
        ]

    async def submit(self, request: Request) -> Response:
        if request.headers.get("authorization") != f"Bearer {SANDBOX_SECRET}":
            return JSONResponse({}, status_code=401)
        reference = request.path_params["reference"]
        known = self.taken.setdefault(reference, {"progress": "FACE_CHECK", "asked": await request.json()})
        return JSONResponse(_shown(known))

    async def show(self, request: Request) -> Response:
        known = self.taken.get(request.path_params["reference"])
        return JSONResponse({}, status_code=404) if known is None else JSONResponse(_shown(known))

    async def end(self, request: Request) -> Response:
        reference, outcome = request.path_params["reference"], request.path_params["outcome"]
        known = self.taken.get(reference)
        if known is None:
            return JSONResponse({}, status_code=404)
        if outcome in ENDS:
            code, reason = ENDS[outcome]
            known |= {"progress": "FAILED", "code": code, "reason": reason}
        else:
            known |= {"progress": "DONE", "appid": f"wx{sha256(reference.encode()).hexdigest()[:16]}"}
        async with httpx.AsyncClient(timeout=NUDGE_SECONDS, trust_env=False) as client:
            answer = await client.post(known["asked"]["notify_url"])
        return JSONResponse({"notified": answer.status_code})


def _shown(known: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in known.items() if name != "asked"}
