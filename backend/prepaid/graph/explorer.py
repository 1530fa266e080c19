"""A page to try GraphQL by hand, during development only; it loads nothing from elsewhere."""

import base64
import hashlib
import re
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse

_INLINE: Final = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


class Explorer:
    """`/explorer`. Its policy admits exactly the script and the style that the page was shipped with."""

    def __init__(self) -> None:
        self._page = (files("prepaid.graph") / "explorer.html").read_text("utf-8")
        hashes = {kind: _sha256(text) for kind, text in _INLINE.findall(self._page)}
        self._policy = (
            f"default-src 'none'; connect-src 'self'; script-src {hashes['script']}; style-src {hashes['style']}; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        )

    async def answer(self, _: Request) -> HTMLResponse:
        return HTMLResponse(self._page, headers={"content-security-policy": self._policy})


def _sha256(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
