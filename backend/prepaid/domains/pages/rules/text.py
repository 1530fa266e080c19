"""A text in both languages of the product."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

from prepaid.core.errors import Locale
from prepaid.domains.pages.rules.plain import PLAIN, Label


@dataclass(frozen=True, slots=True)
class Text:
    """What a user reads; both languages are always there."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    zh: Label
    en: Label

    def of(self, locale: Locale) -> str:
        return self.en if locale == "en" else self.zh
