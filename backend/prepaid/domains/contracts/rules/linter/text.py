"""The text as patterns see it: one width, no blanks or quotes, variables as what they stand for, places kept."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import Final

_VARIABLE: Final = re.compile(r"\{\{\s*([A-Za-z][\w.]*)\s*\}\}")
_STANDS_FOR: Final = {"merchant": "商户", "bank": "银行", "consumer": "消费者"}
_SKIPPED: Final = frozenset(" \t\u3000\u200b\u200c\u200d\ufeff\u00a0“”‘’\"'「」『』【】*_`")
_SENTENCE_ENDS: Final = frozenset("。！？；!?;\n")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A part of the text between two ends; `begin` and `end` are places in the seen text."""

    begin: int
    end: int


class Seen:
    """A text for matching, with the way back to where each character stands."""

    def __init__(self, original: str) -> None:
        self.original = original
        characters: list[str] = []
        places: list[int] = []
        at = 0
        while at < len(original):
            variable = _VARIABLE.match(original, at)
            if variable is not None:
                word = _STANDS_FOR.get(variable[1].partition(".")[0].lower(), "某")
                characters += word
                places += [at] * len(word)
                at = variable.end()
                continue
            for character in unicodedata.normalize("NFKC", original[at]):
                if character not in _SKIPPED:
                    characters.append(character)
                    places.append(at)
            at += 1
        self.text = "".join(characters)
        self._places = places

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """In order, without empty ones."""
        found, begin = [], 0
        for index, character in enumerate(self.text + "\n"):
            if character in _SENTENCE_ENDS:
                if index > begin:
                    found.append(Sentence(begin, index))
                begin = index + 1
        return tuple(found)

    def place(self, begin: int, end: int) -> tuple[int, int]:
        """Begin and end in the original text of a part of the seen one."""
        first, last = self._places[begin], self._places[end - 1]
        variable = _VARIABLE.match(self.original, last)
        return first, variable.end() if variable else last + 1
