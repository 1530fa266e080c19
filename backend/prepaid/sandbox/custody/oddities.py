"""Odd answers on demand: what a provider may do wrong beyond failing and being late."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from prepaid.providers.custody_wallet import WalletAct

MOST_TIMES = 1_000_000


class OddAnswer(StrEnum):
    """How the next answers are odd; the first three leave the instruction carried out."""

    FORGED = "FORGED"
    """Signed with another key."""
    WRONG_AMOUNT = "WRONG_AMOUNT"
    """The receipt names another amount."""
    OTHER_REFERENCE = "OTHER_REFERENCE"
    """The receipt of something else."""
    TWICE = "TWICE"
    """The network delivers the request a second time; the second answer arrives."""
    REFUSED = "REFUSED"
    """A genuine refusal, and nothing is done."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """The next `times` instructions, of one act or of any, get this answer."""

    answer: OddAnswer
    times: int = 1
    act: WalletAct | None = None


class Oddities:
    """The oddity that is switched on, if any: `PUT /custody/oddity {"answer": "FORGED", "times": 3, "act": "LOAD"}`."""

    def __init__(self) -> None:
        self.on: Oddity | None = None

    def take(self, act: WalletAct) -> OddAnswer | None:
        """How to answer an instruction of this act; counts it."""
        if self.on is None or self.on.act not in (None, act):
            return None
        answer = self.on.answer
        self.on = replace(self.on, times=self.on.times - 1) if self.on.times > 1 else None
        return answer

    async def switch(self, request: Request) -> Response:
        if request.method == "DELETE":
            self.on = None
            return Response(status_code=204)
        try:
            self.on = _oddity(await request.json())
        except ValueError as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse(asdict(self.on))


def _oddity(body: Any) -> Oddity:
    match body:
        case {"answer": str(answer)}:
            times, act = body.get("times", 1), body.get("act")
        case _:
            raise ValueError("a JSON object with an answer is expected")
    if type(times) is not int or not 1 <= times <= MOST_TIMES:
        raise ValueError("times is at least 1")
    return Oddity(OddAnswer(answer), times, WalletAct(act) if act is not None else None)
