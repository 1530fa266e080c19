"""Finding sensitive words in texts (敏感词), also where somebody hides them."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import ahocorasick


class WordCategory(StrEnum):
    """Why a word is sensitive (敏感词类别)."""

    ABSOLUTE = "ABSOLUTE"
    FINANCE = "FINANCE"
    MEDICAL = "MEDICAL"
    ILLEGAL = "ILLEGAL"
    OTHER = "OTHER"


_SKIPPED: Final = frozenset({"P", "S", "Z", "C", "M"})


@dataclass(frozen=True, slots=True, order=True)
class WordHit:
    """A word in a text, from `starts_at` up to but without `ends_at`, in code points."""

    starts_at: int
    ends_at: int
    word: str


class WordFinder:
    """All words at once, in one pass over a text (Aho and Corasick, 1975)."""

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = ahocorasick.Automaton()
        for word in words:
            if plain := _plain(word)[0]:
                self._automaton.add_word(plain, word)
        self._empty = len(self._automaton) == 0
        if not self._empty:
            self._automaton.make_automaton()

    def find(self, text: str) -> list[WordHit]:
        """Every hit in the order of the text: any width and case, blanks and signs in between ignored."""
        return [] if self._empty else sorted(self._hits(text))

    def _hits(self, text: str) -> Iterator[WordHit]:
        plain, places = _plain(text)
        for end, word in self._automaton.iter(plain):
            length = len(_plain(word)[0])
            yield WordHit(places[end - length + 1], places[end] + 1, word)


def _plain(text: str) -> tuple[str, list[int]]:
    """Letters and digits in one width and case, each with its place in the text."""
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for one in unicodedata.normalize("NFKC", character).lower():
            if unicodedata.category(one)[0] not in _SKIPPED:
                letters.append(one)
                places.append(place)
    return "".join(letters), places
