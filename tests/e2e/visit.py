"""A person's browser page that is watched: nothing may be said on the console, and no request may fail."""

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

from tests.e2e.site import FRONTEND, ROOT
from tests.e2e.texts import NAMES, raw_words, text_keys

SCAN: Final = (Path(__file__).parent / "scan.js").read_text()
SETTLE_MS: Final = 15_000
WCAG: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")


@dataclass
class Visit:
    """One page of a browser. `problems` gathers what its console and its requests said since it was last asked."""

    page: Page
    allowed: Sequence[str] = ()
    """What may be said or fail, as regular expressions."""
    _problems: list[str] = field(default_factory=list)
    _open: set[Request] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._problems.append(f"uncaught: {error}"))
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._done)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self._problems.append(f"console {message.type}: {message.text} {message.location.get('url', '')}")

    def _asked(self, request: Request) -> None:
        self._open.add(request)

    def _done(self, request: Request) -> None:
        self._open.discard(request)

    def _failed(self, request: Request) -> None:
        self._open.discard(request)
        # The app itself gives up a request when its page is left.
        if request.failure != "net::ERR_ABORTED":
            self._problems.append(f"failed: {request.method} {request.url} {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self._problems.append(f"{response.status}: {response.url} {response.request.post_data or ''}"[:400])

    def problems(self) -> list[str]:
        """What was said or failed since the last time, without what is allowed."""
        found = [*self._problems, *(f"refused: {each}" for each in self.page.evaluate("scan.refused()"))]
        self._problems.clear()
        return [each for each in found if not any(re.search(pattern, each) for pattern in self.allowed)]

    def settle(self) -> None:
        """Wait until nothing loads, nothing is asked and nothing moves."""
        end = time.monotonic() + SETTLE_MS / 1000
        while time.monotonic() < end:
            stuck = self.page.evaluate("limit => scan.settled(limit)", SETTLE_MS)
            if stuck is not None:
                raise AssertionError(f"{self.page.url} is not done after {SETTLE_MS} ms: {stuck}")
            if not self._open:
                return
            self.page.wait_for_timeout(10)
        unanswered = [f"{request.url} {request.post_data}" for request in self._open]
        raise AssertionError(f"{self.page.url} is not done after {SETTLE_MS} ms, unanswered: {unanswered}")

    def open(self, address: str) -> None:
        """Load an address of the admin anew."""
        self.page.goto(address)
        self.settle()

    def go(self, path: str) -> None:
        """Follow the menu's link to a path, or change the address as a link inside of a page does."""
        self.page.evaluate("([path, limit]) => scan.go(path, limit)", [path, SETTLE_MS])
        self.settle()

    def look(self, locale: str) -> list[str]:
        """What is wrong with the texts and boxes that are shown."""
        rules = {"locale": locale, "keys": text_keys(), "enums": raw_words(), "names": sorted(NAMES)}
        found: list[str] = self.page.evaluate("rules => scan.look(rules)", rules)
        return found

    def wide(self) -> list[str]:
        """What sticks out of the window."""
        found: list[str] = self.page.evaluate("scan.wide()")
        return found

    def violations(self, *rules: str) -> list[str]:
        """What axe-core finds against WCAG A and AA, or against `rules` alone."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(axe_source())
        found = self._asked_of_axe(rules)
        if not found:
            return []
        # A list that was just asked for anew is paler for a moment: what is wrong with the page is there again.
        self.settle()
        again = set(self._asked_of_axe(rules))
        return [each for each in found if each in again]

    def _asked_of_axe(self, rules: Sequence[str]) -> list[str]:
        found: list[str] = self.page.evaluate("([tags, rules]) => scan.violations(tags, rules)", [WCAG, rules or None])
        return found

    def config(self, key: str) -> dict[str, Any] | None:
        """A page's configuration as the server last sent it."""
        found: dict[str, Any] | None = self.page.evaluate("key => scan.page(key)", key)
        return found

    def picture(self, name: str) -> Path:
        """Save what is shown, for whoever looks into a failure."""
        file = ROOT / "test-results" / "e2e" / (re.sub(r"[^\w.-]+", "-", name) + ".png")
        try:
            self.page.screenshot(path=file)
        except Error as error:
            return Path(f"(no picture: {error.message.splitlines()[0]})")
        return file


@cache
def axe_source() -> str:
    return (FRONTEND / "node_modules" / "axe-core" / "axe.min.js").read_text()
