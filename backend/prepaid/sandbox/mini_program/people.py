"""People of the sandbox, and the one-time codes that their phones show."""

import base64
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from prepaid.kit import clock

CODE_LIFE: Final = timedelta(minutes=5)
INVALID_CODE: Final = 40029
USED_CODE: Final = 40163


class CodeRefused(Exception):
    """An errcode of WeChat."""

    def __init__(self, errcode: int) -> None:
        super().__init__(errcode)
        self.errcode = errcode


def openid_of(appid: str, name: str) -> str:
    """The same for the same person in the same application, however often the sandbox starts."""
    return "o" + base64.urlsafe_b64encode(sha256(f"{appid}|{name}".encode()).digest()).decode()[:27]


@dataclass(slots=True)
class Code:
    """A one-time code of a person."""

    name: str
    until: datetime
    used: bool = False


@dataclass(slots=True)
class People:
    """Phones by the person's name, and codes by their text."""

    phones: dict[str, str] = field(default_factory=dict)
    codes: dict[tuple[str, str], Code] = field(default_factory=dict)

    def issue(self, purpose: str, name: str) -> str:
        """A code of `login` or `phone`, good once within five minutes."""
        text = f"0{secrets.token_urlsafe(24)}"
        self.codes[purpose, text] = Code(name, clock.now() + CODE_LIFE)
        return text

    def redeem(self, purpose: str, text: object) -> str:
        """Whose code it is; from now on it is used. Raises `CodeRefused`."""
        code = self.codes.get((purpose, text)) if isinstance(text, str) else None
        if code is None or clock.now() >= code.until:
            raise CodeRefused(INVALID_CODE)
        if code.used:
            raise CodeRefused(USED_CODE)
        code.used = True
        return code.name
