"""Kinds of notices: declared once, beside the domain whose reactions send them."""

import string
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias


class NoticeTone(StrEnum):
    """How a notice looks."""

    NEUTRAL = "NEUTRAL"
    INFO = "INFO"
    SUCCESS = "SUCCESS"
    WARNING = "WARNING"
    DANGER = "DANGER"


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages."""

    zh: str
    en: str


Value: TypeAlias = str | int | Words
"""What fills a brace of a notice's text: the same in both languages, or words of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeKind:
    """One kind, e.g. `change.waiting`. Texts name values in braces, e.g. `{what}`."""

    code: str
    title: Words
    body: Words | None = None
    tone: NoticeTone = NoticeTone.INFO
    page_key: str | None = None
    """Page that the notice leads to; its path takes the notice's target."""

    def texts(self, data: Mapping[str, Value]) -> tuple[Words, Words | None]:
        """Title and body with their values.

        Raises:
            KeyError: a text names a value that is not given.
        """
        return _filled(self.title, data), _filled(self.body, data) if self.body else None


KINDS: Final[dict[str, NoticeKind]] = {}


def notice_kind(kind: NoticeKind) -> NoticeKind:
    """Declare a kind of notice.

    Raises:
        ValueError: its code is declared already, or its languages name different values.
    """
    if kind.code in KINDS:
        raise ValueError(f"two kinds of notices are called {kind.code}")
    for words in filter(None, (kind.title, kind.body)):
        if _names(words.zh) != _names(words.en):
            raise ValueError(f"the texts of {kind.code} name different values")
    KINDS[kind.code] = kind
    return kind


def _filled(words: Words, data: Mapping[str, Value]) -> Words:
    zh = {name: value.zh if isinstance(value, Words) else value for name, value in data.items()}
    en = {name: value.en if isinstance(value, Words) else value for name, value in data.items()}
    return Words(words.zh.format_map(zh), words.en.format_map(en))


def _names(text: str) -> set[str]:
    return {name for _, name, *_ in string.Formatter().parse(text) if name is not None}
