"""Walks through everything that a person is offered, and notes what is wrong with it.

Each page is looked at for each person, but for those who see the same configuration in the same scope as somebody
before them. Its dialogs are opened by the first person who gets to that configuration of it; its English, its dark
face and its smaller windows are looked at once.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from prepaid.seed.people import PEOPLE
from tests.e2e.dialogs import PLAIN_CELL, Dialogs
from tests.e2e.people import DESKTOP, PHONE, TABLET, People
from tests.e2e.visit import Visit

ACCOUNT: Final = "/account"
"""A page of the frame itself, which no configuration names."""
SILENT: Final = "() => !document.querySelector('.ant-message-notice')"
"""What was said in passing has gone."""
TRANSLATED: Final = "() => !/\\p{Script=Han}/u.test(document.querySelector('nav').innerText)"
"""The menu has come in English."""
CHINESE, ENGLISH = "zh-CN", "en"


@dataclass
class Tour:
    """What one person was offered, which of it was reached, and what is wrong with it."""

    login: str
    offered: frozenset[str] = frozenset()
    reached: dict[str, str] = field(default_factory=dict)
    """Path of a page, by its key."""
    findings: list[str] = field(default_factory=list)


@dataclass
class Crawler:
    """Remembers between tours what has been looked at."""

    people: People
    tours: dict[str, Tour] = field(default_factory=dict)
    _known: set[str] = field(default_factory=set)

    def tour(self, login: str) -> Tour:
        """The tour of a person, made once."""
        if login not in self.tours:
            self.tours[login] = Tour(login)
            with self.people.visit(login) as visit:
                Walk(self.tours[login], visit, self._known).walk()
        return self.tours[login]


def scope_of(login: str) -> str:
    """Whose records a person sees."""
    return next(person.scope for person in PEOPLE if person.login == login)


class Walk:
    """One person's way through the admin."""

    def __init__(self, tour: Tour, visit: Visit, known: set[str]) -> None:
        self.tour, self.visit, self._known = tour, visit, known
        self._dialogs = Dialogs(visit, known, self._inspect)
        self._locale = CHINESE
        self._paths: dict[str, str] = {}
        self._news: dict[str, str] = {}

    def walk(self) -> None:
        """All pages in Chinese by day; those that are new once more in English by night and in smaller windows."""
        self.visit.open("/")
        app = self.visit.page.evaluate("scan.app()")
        self._paths = {page["key"]: page["path"] for page in app["pages"]}
        self.tour.offered = frozenset(self._paths)
        if not self._new("app", f"{app['revision']} {scope_of(self.tour.login)}"):
            self._inspect("landing")
            return
        if self._new("frame", app["template"]):
            self._dialogs.frame()
        for path in [ACCOUNT, *(path for path in self._paths.values() if ":" not in path)]:
            self._see(path)
        if self._news:
            self._translate()
            for name, path in self._news.items():
                self._see_by_night(name, path)

    def _see(self, path: str) -> None:
        """One page and, from there, each kind of page behind it that has not been seen."""
        name = self._key(path)
        if name in self.tour.reached:
            return
        self.tour.reached[name] = path
        self.visit.go(path)
        config = self.visit.config(name)
        self._dialogs.unfold()
        if self._new(name, config["revision"] if config else ""):
            self._news.setdefault(name, path)
            self._inspect(name, thorough=self._new("axe", name))
            self._dialogs.open_all(name, config, thorough=True)
            self._see_embedded(config)
        else:
            self._inspect(name)
        for further in self._further(config):
            self._see(further)
            self.visit.go(path)

    def _see_embedded(self, config: dict[str, Any] | None) -> None:
        """The lists inside of a record's page are pages, too."""
        for section in (config or {}).get("sections", []):
            embedded = self.visit.config(section["list"]) if section.get("list") else None
            if embedded:
                self.tour.reached.setdefault(embedded["key"], "")
                self._dialogs.open_all(embedded["key"], embedded, thorough=self._locale == CHINESE)

    def _further(self, config: dict[str, Any] | None) -> list[str]:
        """Paths to records: of the first row, and of whatever the page links to."""
        links: list[str] = self.visit.page.evaluate("scan.links()")
        paths = [re.sub(r"[?#].*", "", link) for link in [*links, *self._dialogs.paths]]
        self._dialogs.paths.clear()
        row = self._dialogs.first_row() if config and config.get("rowLink") else None
        if row:
            row.click()
            self.visit.settle()
            paths.insert(0, self.visit.page.evaluate("location.pathname"))
        if config and config["__typename"] == "DetailPage":
            paths += self._behind_embedded_rows()
        found = {self._key(path): path for path in reversed(paths)}
        return [path for key, path in found.items() if key in self._paths and key not in self.tour.reached]

    def _behind_embedded_rows(self) -> list[str]:
        """Where the first row of each list inside of a record's page leads."""
        here, paths = self.visit.page.evaluate("location.pathname"), []
        tables = self.visit.page.locator("#page .ant-table-wrapper").filter(
            has=self.visit.page.locator(".ant-table-row")
        )
        for number in range(tables.count()):
            cell = tables.nth(number).locator(f".ant-table-row {PLAIN_CELL}").first
            if not cell.count():
                continue
            cell.click()
            self.visit.settle()
            if (there := self.visit.page.evaluate("location.pathname")) != here:
                paths.append(there)
                self.visit.go(here)
                self._dialogs.unfold()
        return paths

    def _see_by_night(self, name: str, path: str) -> None:
        self.visit.go(path)
        self._dialogs.unfold()
        self._inspect(name, thorough=self._new("dark", name))
        for window in (TABLET, PHONE):
            self.visit.page.set_viewport_size(window)
            self.visit.settle()
            self._inspect(name, thorough=window is PHONE and self._new("phone", name))
        self.visit.page.set_viewport_size(DESKTOP)
        self.visit.settle()
        config = self.visit.config(name)
        self._dialogs.open_all(name, config, thorough=False)
        self._see_embedded(config)

    def _translate(self) -> None:
        self.visit.page.wait_for_function(SILENT)
        self.visit.page.get_by_role("button", name="English", exact=True).click()
        self.visit.page.wait_for_function(TRANSLATED)
        self._locale = self._dialogs.locale = ENGLISH
        self.visit.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        self.visit.settle()

    def _inspect(self, where: str, *, thorough: bool = False) -> None:
        """Note what is wrong with what is shown now; `thorough` asks axe-core too."""
        visit = self.visit
        found = [*visit.problems(), *visit.look(self._locale), *visit.wide()]
        if thorough:
            found += visit.violations()
        size = visit.page.viewport_size or DESKTOP
        place = f"{' '.join(where.split())} [{self._locale} {size['width']}]"
        found = [each for each in found if self._new("finding", f"{where.split()[0]} {each}")]
        if found:
            picture = visit.picture(f"{self.tour.login}-{place}")
            self.tour.findings += [f"{place} {each} ({picture.name})" for each in found]

    def _new(self, kind: str, what: str) -> bool:
        sign = json.dumps([self._locale, kind, what])
        if sign in self._known:
            return False
        self._known.add(sign)
        return True

    def _key(self, path: str) -> str:
        """The page at a path; a path without a parameter goes before one that would take it for one."""
        patterns = sorted(self._paths.items(), key=lambda each: each[1].count(":"))
        for key, pattern in patterns:
            if re.fullmatch(re.sub(r":\w+", r"[^/]+", pattern), path):
                return key
        return path
