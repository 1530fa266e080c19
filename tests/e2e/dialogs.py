"""Opens what a page keeps closed: dialogs of actions, menus, folded parts; looks at each and closes it again."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from playwright.sync_api import Error, Locator, expect

from tests.e2e.texts import text
from tests.e2e.visit import Visit

Config = Mapping[str, Any]
TRIED_ROWS: Final = 3
TRIED_BUTTONS: Final = 25
BUTTON_MS: Final = 10_000
PLAIN_CELL: Final = "td:not(.ant-table-selection-column):not(:has(a, button))"
"""A cell of a row in which nothing else waits for the click."""
OVERLAYS: Final = "[role=dialog], .ant-dropdown, .ant-popover, .ant-select-dropdown"
OPENED: Final = """([path, overlays]) => location.pathname !== path
  || [...document.querySelectorAll(overlays)].some((each) => each.checkVisibility())"""
"""Something has opened: over the page, or instead of it."""


class Inspect(Protocol):
    """Notes what is wrong with what is shown now."""

    def __call__(self, where: str, *, thorough: bool = False) -> None: ...


@dataclass
class Dialogs:
    """The closed parts of one person's pages. `paths` gathers where buttons lead."""

    visit: Visit
    known: set[str]
    inspect: Inspect
    locale: str = "zh-CN"
    paths: list[str] = field(default_factory=list)

    def frame(self) -> None:
        """What the frame around every page keeps closed."""
        for key in ("palette.open", "task.centre", "help.title"):
            button = self._button(self.visit.page.locator("header.ant-layout-header"), self._text(key))
            if button.count():
                self._look_behind(button, f"frame {key}", thorough=True)
        user = self.visit.page.locator("header.ant-layout-header").get_by_role("button").last
        self._look_behind(user, "frame user menu", thorough=True)

    def unfold(self) -> None:
        """Open the parts of a record that are only loaded when somebody wants them, and the filters at the back."""
        page = self.visit.page.locator("#page")
        closed = page.locator("section").get_by_role("button", name=self._text("detail.open"), exact=True)
        filters = page.get_by_role("button", name=self._text("list.moreFilters").split("{{")[0], expanded=False)
        for button in (closed, filters):
            for _ in range(button.count()):
                button.first.click()
                self.visit.settle()

    def first_row(self) -> Locator | None:
        """The first row of the page's list, at a place where nothing else waits for the click."""
        cell = self.visit.page.locator(f"#page .ant-table-row {PLAIN_CELL}").first
        return cell if cell.count() else None

    def open_all(self, name: str, config: Config | None, *, thorough: bool) -> None:
        """Everything that a page keeps closed and that nobody has opened yet."""
        if config is None or config["__typename"] == "CustomPage":
            self._buttons(name, thorough=thorough)
            return
        if config["__typename"] == "ListPage":
            self._open_tools(name, thorough=thorough)
        for action in config.get("actions", []):
            if self._sign(name, action) not in self.known and self._open(name, action, thorough=thorough):
                self.known.add(self._sign(name, action))

    def _open_tools(self, name: str, *, thorough: bool) -> None:
        """What every list has: each in Chinese, for its texts; in English and for axe-core the first will do."""
        for key in ("list.columns", "export.button"):
            button = self._button(self.visit.page.locator("#page"), self._text(key))
            if not button.count() or not self._new(name, key):
                continue
            first = self._new("any list", key)
            if first or self.locale == "zh-CN":
                self._look_behind(button, f"{name} {key}", thorough=thorough and first)

    def _open(self, name: str, action: Config, *, thorough: bool) -> bool:
        """Open an action's dialog; False when nothing here offers it now."""
        leads = action["goto"] and not action["submit"]
        if not (action["form"] or action["confirm"] or leads):
            return True  # it would act at once
        where = f"{name} {action['key']}"
        for button in self._offers(action):
            if leads:
                self._follow(button)
            else:
                self._look_behind(button, where, thorough=thorough)
            self._clear_selection()
            return True
        return False

    def _offers(self, action: Config) -> Iterator[Locator]:
        """Buttons of an action that may be pressed, one after another of the places where it stands."""
        page, label = self.visit.page.locator("#page"), action["label"]
        placement = set(action["placement"])
        if placement & {"TOOLBAR", "DETAIL"}:
            yield from self._in(page.locator("header").first, label)
        if "ROW" in placement:
            rows = page.locator(".ant-table-row")
            inside = rows.filter(has=page.page.get_by_role("button"))
            for index in range(min(inside.count(), TRIED_ROWS)):
                yield from self._in(inside.nth(index), label)
        box = page.locator(".ant-table-row").get_by_role("checkbox").first
        if "BULK" in placement and box.count():
            box.check()
            yield from self._in(page.get_by_role("region", name=self._text("list.bulk")), label)
            self._clear_selection()

    def _in(self, place: Locator, label: str) -> Iterator[Locator]:
        button = self._button(place, label)
        if button.count():
            yield button
        more = self._button(place, self._text("action.more"))
        if more.count():
            more.click()
            self.visit.settle()
            entry = self.visit.page.locator(".ant-dropdown:visible").get_by_role("menuitem", name=label, exact=True)
            entry = entry.and_(self.visit.page.locator(":not([aria-disabled=true])"))
            if entry.count():
                yield entry.first
            self._close()

    def _buttons(self, name: str, *, thorough: bool) -> None:
        """Press each button of a hand-written page once, and look at what it opens."""
        path = self.visit.page.evaluate("location.pathname")
        buttons = self.visit.page.locator("#page").get_by_role("button", disabled=False).locator("visible=true")
        labels = [each.get_attribute("aria-label") or each.inner_text() for each in buttons.all()]
        for label in list(dict.fromkeys(filter(None, map(str.strip, labels))))[:TRIED_BUTTONS]:
            button = self._button(self.visit.page.locator("#page"), label)
            if not button.count() or not self._new(name, label):
                continue
            self._look_behind(button, f"{name} “{label}”", thorough=thorough, opens=False)
            if self.visit.page.evaluate("location.pathname") != path:
                self.paths.append(self.visit.page.evaluate("location.pathname"))
                self.visit.go(path)

    def _follow(self, button: Locator) -> None:
        path = self.visit.page.evaluate("location.pathname")
        button.click()
        self.visit.settle()
        self.paths.append(self.visit.page.evaluate("location.pathname"))
        self.visit.go(path)

    def _look_behind(self, button: Locator, where: str, *, thorough: bool, opens: bool = True) -> None:
        page = self.visit.page
        before = [page.evaluate("location.pathname"), OVERLAYS]
        try:
            button.click(timeout=BUTTON_MS)
            if opens:
                # What is opened for the first time comes with code of its own: a page at rest has not opened it yet.
                page.wait_for_function(OPENED, arg=before, timeout=BUTTON_MS)
        except Error as error:
            raise AssertionError(f"{where} cannot be pressed, or opens nothing: {error.message[:400]}") from error
        self.visit.settle()
        self.inspect(where, thorough=thorough)
        self._close()

    def _close(self) -> None:
        """Leave whatever is open as somebody does who changed his mind."""
        page = self.visit.page
        overlays = page.locator(OVERLAYS).locator("visible=true")
        for _ in range(3):
            if not overlays.count():
                return
            page.keyboard.press("Escape")
            self.visit.settle()
            leave = page.get_by_role("button", name=self._text("form.leave"), exact=True)
            if leave.count():
                leave.click()
                self.visit.settle()
        expect(overlays).to_have_count(0)

    def _clear_selection(self) -> None:
        clear = self._button(self.visit.page.locator("#page"), self._text("list.clearSelection"))
        if clear.count():
            clear.click()

    def _button(self, place: Locator, label: str) -> Locator:
        button = place.get_by_role("button", name=label, exact=True)
        usable = self.visit.page.locator(":not([aria-disabled=true]):not([disabled])")
        return button.and_(usable).locator("visible=true").first

    def _text(self, key: str) -> str:
        return text(self.locale, key)

    def _new(self, name: str, part: str) -> bool:
        sign = f"{self.locale} {name} {part}"
        if sign in self.known:
            return False
        self.known.add(sign)
        return True

    def _sign(self, name: str, action: Config) -> str:
        content = hashlib.sha256(json.dumps(action, sort_keys=True).encode()).hexdigest()
        return f"{self.locale} {name} {action['key']} {content}"
