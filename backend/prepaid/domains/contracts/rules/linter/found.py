"""A pattern's match with what stands around it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from prepaid.domains.contracts.rules.linter.classes import VoidClass
from prepaid.domains.contracts.rules.linter.concepts import grammar
from prepaid.domains.contracts.rules.linter.text import Seen, Sentence

SUBJECT: Final = grammar("(?P<merchant>{MERCHANT})|(?P<consumer>{CONSUMER})|(?P<bank>{BANK})")
_TOWARDS: Final = frozenset("向给对与和在到跟")
"""向本店反映: whom something is done to does nothing himself."""
_LEAD: Final = re.compile(r"([^。！!？?]*?):[^。:]*$")
"""What introduces a list: the text before the last colon, when no full stop stands in between."""


@dataclass(frozen=True)
class Found:
    """A match within a sentence; its group `neg` is the word that takes the right away."""

    seen: Seen
    number: int
    """Index of the sentence."""
    match: re.Match[str]

    @property
    def sentence(self) -> Sentence:
        return self.seen.sentences[self.number]

    @property
    def whole(self) -> str:
        """The sentence."""
        return self.seen.text[self.sentence.begin : self.sentence.end]

    @property
    def turn(self) -> int:
        """Where the word stands that takes the right away."""
        return self.match.start("neg")

    @property
    def ahead(self) -> str:
        """The sentence before that word."""
        return self.seen.text[self.sentence.begin : self.turn]

    @property
    def rest(self) -> str:
        """The sentence after the match."""
        return self.seen.text[self.match.end() : self.sentence.end]

    @property
    def following(self) -> str:
        """The next sentence."""
        after = self.seen.sentences[self.number + 1 : self.number + 2]
        return self.seen.text[after[0].begin : after[0].end] if after else ""

    @cached_property
    def lead(self) -> str:
        """What introduces the list that the match stands in."""
        found = _LEAD.search(self.seen.text[max(0, self.turn - 400) : self.turn])
        return found[1] if found else ""

    @cached_property
    def subject(self) -> str | None:
        """`merchant`, `consumer` or `bank`: whom the nearest word before names."""
        return subject_of(self.ahead)


def subject_of(text: str) -> str | None:
    """Whom the last subject in a text names."""
    last = None
    for found in SUBJECT.finditer(text):
        if text[found.start() - 1 : found.start()] not in _TOWARDS:
            last = found.lastgroup
    return last


Guard = Callable[[Found], bool]
"""Whether the words around a match make it harmless."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A grammar of one class; a match counts unless a guard holds."""

    void_class: VoidClass
    expression: re.Pattern[str]
    guards: tuple[Guard, ...] = ()


def patterns(void_class: VoidClass, *guards: Guard, of: tuple[str, ...]) -> tuple[Pattern, ...]:
    """Several grammars under the same guards."""
    return tuple(Pattern(void_class, grammar(each), guards) for each in of)
