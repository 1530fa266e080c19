"""Mistakes in a definition that somebody wrote: each with its place."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from prepaid.core.errors import Locale


class MistakeCode(StrEnum):
    """What kind of mistake it is, for programs."""

    INVALID = "INVALID"
    UNKNOWN_FIELD = "UNKNOWN_FIELD"
    DUPLICATE_KEY = "DUPLICATE_KEY"
    DUPLICATE_PATH = "DUPLICATE_PATH"
    CYCLE = "CYCLE"


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake. `place` names it by keys, e.g. `fields.phone.visibleWhen`, so that an editor can point at it."""

    place: str
    zh: str
    en: str
    code: MistakeCode = MistakeCode.INVALID

    def message(self, locale: Locale) -> str:
        return self.en if locale == "en" else self.zh

    def within(self, outer: str) -> "Mistake":
        """The same mistake, seen from outside."""
        return replace(self, place=at(outer, self.place))

    def __str__(self) -> str:
        return f"{self.place}: {self.en}"


class InvalidDefinition(ValueError):
    """A definition is wrong; it names every mistake that was found."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("; ".join(map(str, self.mistakes)))

    def within(self, outer: str) -> "InvalidDefinition":
        return InvalidDefinition(mistake.within(outer) for mistake in self.mistakes)


def at(*parts: object) -> str:
    """A place from its parts, outermost first; empty parts are left out."""
    return ".".join(str(part) for part in parts if part != "")


def refuse(mistakes: Iterable[Mistake]) -> None:
    """Raise `InvalidDefinition` if there is any mistake."""
    found = tuple(mistakes)
    if found:
        raise InvalidDefinition(found)
