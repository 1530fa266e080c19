"""Odd notifications on demand: what may happen on the way, and what a forger may send."""

from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

MOST_TIMES: Final = 1_000_000
MOST_COPIES: Final = 1_000
LONGEST_DELAY_SECONDS: Final = 600.0


class OddNotification(StrEnum):
    """How the next notifications are odd."""

    LOST = "LOST"
    """It is never sent; asking tells the truth."""
    LATE = "LATE"
    """It is sent after `seconds`."""
    HELD = "HELD"
    """It waits until `POST /wechat-pay/held` releases all, shuffled."""
    COPIES = "COPIES"
    """It is sent `copies` times at once."""
    FORGED = "FORGED"
    """Signed with a stranger's key."""
    STALE = "STALE"
    """Signed a day ago."""
    UNKNOWN_KEY = "UNKNOWN_KEY"
    """With the serial number of a key that we do not know."""
    UNDECRYPTABLE = "UNDECRYPTABLE"
    """Encrypted with another key."""
    WRONG_AMOUNT = "WRONG_AMOUNT"
    """Genuine, with one fen less."""
    WRONG_PAYEE = "WRONG_PAYEE"
    WRONG_PARTNER = "WRONG_PARTNER"
    WRONG_APPLICATION = "WRONG_APPLICATION"
    WRONG_CURRENCY = "WRONG_CURRENCY"
    WRONG_REFERENCE = "WRONG_REFERENCE"
    """Genuine, about an order that nobody made."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """The next `times` notifications are odd in this way."""

    way: OddNotification
    times: int = 1
    copies: int = 2
    seconds: float = 1.0


class Oddities:
    """The oddity that is switched on, if any: `PUT /wechat-pay/oddity {"way": "FORGED", "times": 3}`."""

    def __init__(self) -> None:
        self.on: Oddity | None = None

    def take(self) -> Oddity | None:
        """How to send the next notification; counts it."""
        taken = self.on
        if taken is not None:
            self.on = replace(taken, times=taken.times - 1) if taken.times > 1 else None
        return taken

    async def switch(self, request: Request) -> Response:
        if request.method == "DELETE":
            self.on = None
            return Response(status_code=204)
        try:
            self.on = _oddity(await request.json())
        except (ValueError, TypeError) as error:
            return JSONResponse({"error": str(error)}, 400)
        return JSONResponse(asdict(self.on))


def _oddity(body: Any) -> Oddity:
    if not isinstance(body, dict):
        raise TypeError("a JSON object is expected")
    oddity = Oddity(**{**body, "way": OddNotification(str(body.get("way")))})
    whole = ((oddity.times, MOST_TIMES), (oddity.copies, MOST_COPIES))
    if not all(type(value) is int and 1 <= value <= most for value, most in whole):
        raise ValueError("times and copies are at least 1")
    if type(oddity.seconds) not in (int, float) or not 0 <= oddity.seconds <= LONGEST_DELAY_SECONDS:
        raise ValueError(f"seconds is 0 to {LONGEST_DELAY_SECONDS:g}")
    return oddity
