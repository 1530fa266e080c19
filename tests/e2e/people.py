"""The demo's people at their browsers. Each signs in through the page once a site; later visits find him signed in."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from playwright.sync_api import Browser, StorageState, ViewportSize, expect

from tests.e2e.site import Site
from tests.e2e.visit import SCAN, Visit
from tests.support.served import account_of

DESKTOP: Final[ViewportSize] = {"width": 1440, "height": 900}
TABLET: Final[ViewportSize] = {"width": 1024, "height": 768}
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
NOBODY_YET: Final = r"401.*/graphql|UNAUTHENTICATED"
"""The question who is signed in, asked before anybody is."""
WHO_IS_THERE: Final = "STEP_UP_REQUIRED"
"""An answer that a page turns into a question: who has been there for long proves it again."""


@dataclass(frozen=True)
class People:
    """Whoever uses a site through one browser."""

    site: Site
    browser: Browser
    signed_in: dict[str, StorageState]

    @contextmanager
    def anybody(
        self, *, locale: str = "zh-CN", window: ViewportSize = DESKTOP, state: StorageState | None = None
    ) -> Iterator[Visit]:
        """A browser page without a past, or with that of `state`; what it says at the end fails the test."""
        context = self.browser.new_context(
            base_url=self.site.url,
            locale=locale,
            timezone_id="Asia/Shanghai",
            viewport=window,
            reduced_motion="reduce",
            storage_state=state,
        )
        context.set_default_timeout(10_000)
        context.add_init_script(SCAN)
        try:
            visit = Visit(context.new_page(), allowed=[WHO_IS_THERE] if state else [WHO_IS_THERE, NOBODY_YET])
            yield visit
            problems = visit.problems()
            assert not problems, "\n".join(problems)
        finally:
            context.close()

    @contextmanager
    def visit(self, login: str, *, locale: str = "zh-CN", window: ViewportSize = DESKTOP) -> Iterator[Visit]:
        """A person's browser page, signed in; nothing is loaded yet."""
        if login not in self.signed_in:
            with self.anybody() as visit:
                sign_in(self.site, visit, login)
                self.signed_in[login] = visit.page.context.storage_state()
        with self.anybody(locale=locale, window=window, state=self.signed_in[login]) as visit:
            yield visit
            # Whoever proved who he is has a new session: the old cookie is no longer any good.
            self.signed_in[login] = visit.page.context.storage_state()


def sign_in(site: Site, visit: Visit, login: str) -> None:
    """Sign in through the page, with the authenticator's code where one is asked for."""
    account, page = account_of(login), visit.page
    visit.open("/sign-in")
    page.get_by_label("手机号或邮箱").fill(login)
    page.get_by_label("密码", exact=True).fill(account.password)
    page.get_by_role("button", name="登录", exact=True).click()
    if account.note.startswith("TOTP"):
        code = page.get_by_label("动态口令")
        code.wait_for()
        code.fill(site.api.fresh_code(login))
    expect(page).not_to_have_url(re.compile("/sign-in"))
    visit.settle()
