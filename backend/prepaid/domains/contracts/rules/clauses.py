"""Clauses with variables: what may stand in a body, what it reads as in one contract."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from prepaid.domains.contracts.rules.parameters import SPECS
from prepaid.kit.codec import fingerprint
from prepaid.kit.text import InvalidText, clean_text

VARIABLE: Final = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
KEY: Final = re.compile(r"[a-z][A-Za-z0-9]{0,63}")
LONGEST_TITLE: Final = 80
LONGEST_BODY: Final = 8_000
MOST_CLAUSES: Final = 120
PARTY_FACTS: Final = ("name", "code", "representative", "address", "phone")
BUILT_IN: Final = frozenset(
    {
        *(f"{party}.{fact}" for party in ("merchant", "bank") for fact in PARTY_FACTS),
        *("contract.number", "contract.title", "contract.validFrom", "contract.validTo"),
        *(f"rule.{spec.name}" for spec in SPECS),
    }
)
"""Variables that every contract has; a template's own are the fields of its form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """One clause (条款); where it stands in the list is its order."""

    key: str
    title_zh: str
    title_en: str
    body: str

    def as_json(self) -> dict[str, str]:
        """As a version stores it."""
        return {"key": self.key, "title_zh": self.title_zh, "title_en": self.title_en, "body": self.body}


@dataclass(frozen=True, slots=True)
class ClauseMistake:
    """What is wrong with a clause, by its place in the list."""

    index: int
    part: str
    problem: str
    detail: str = ""


def read_clauses(values: Sequence[Mapping[str, Any]]) -> tuple[list[Clause], list[ClauseMistake]]:
    """Clauses from plain values with clean texts, and every mistake."""
    clauses: list[Clause] = []
    mistakes: list[ClauseMistake] = []
    if not 1 <= len(values) <= MOST_CLAUSES:
        mistakes.append(ClauseMistake(0, "clauses", "COUNT", str(MOST_CLAUSES)))
    seen: set[str] = set()
    for index, value in enumerate(values[:MOST_CLAUSES]):
        key = value.get("key")
        if not isinstance(key, str) or KEY.fullmatch(key) is None:
            mistakes.append(ClauseMistake(index, "key", "KEY"))
        elif key in seen:
            mistakes.append(ClauseMistake(index, "key", "REPEATED", key))
        else:
            seen.add(key)
        texts = {}
        for part, longest in (("title_zh", LONGEST_TITLE), ("title_en", LONGEST_TITLE), ("body", LONGEST_BODY)):
            try:
                texts[part] = clean_text(value.get(part), max_length=longest, multiline=part == "body")
                if not texts[part]:
                    mistakes.append(ClauseMistake(index, part, "EMPTY"))
            except InvalidText as error:
                mistakes.append(ClauseMistake(index, part, error.reason.value))
                texts[part] = ""
        clauses.append(Clause(key=str(key), **texts))
    return clauses, mistakes


def check_variables(clauses: Sequence[Clause], own: Collection[str]) -> Iterator[ClauseMistake]:
    """Variables that nothing fills, and braces that are none."""
    for index, clause in enumerate(clauses):
        for name in variables_of(clause.body):
            if name not in BUILT_IN and name not in own:
                yield ClauseMistake(index, "body", "VARIABLE", name)
        if re.search(r"\{\{|\}\}", VARIABLE.sub("", clause.body)):
            yield ClauseMistake(index, "body", "BRACES")


def variables_of(body: str) -> list[str]:
    """Names of the variables in a body, in their order."""
    return [match[1] for match in VARIABLE.finditer(body)]


def content_hash(
    clauses: Iterable[Clause], variables: Mapping[str, Any], parameters: Mapping[str, Any], ranges: Mapping[str, Any]
) -> bytes:
    """SHA-256 of a version's contents: what a checker approves, and what a consumer's agreement is known by."""
    return fingerprint([[clause.as_json() for clause in clauses], variables, parameters, ranges])


def filled(clauses: Iterable[Clause], values: Mapping[str, str]) -> list[dict[str, Any]]:
    """The clauses as they read in one contract: title and paragraphs."""
    return [
        {"key": clause.key, "title": clause.title_zh, "paragraphs": paragraphs(fill(clause.body, values))}
        for clause in clauses
    ]


def fill(body: str, values: Mapping[str, str]) -> str:
    """A body with its variables replaced; one without a value reads as a blank to be filled in by hand."""
    return VARIABLE.sub(lambda match: values.get(match[1]) or "＿＿＿＿", body)


def paragraphs(text: str) -> list[str]:
    """The lines of a text that say something."""
    return [line.strip() for line in text.split("\n") if line.strip()]


def text_hash(title: str, text: Iterable[Mapping[str, Any]], parameters: Mapping[str, Any]) -> bytes:
    """SHA-256 of what was read: the evidence of an acceptance."""
    return fingerprint([title, [[each["title"], each["paragraphs"]] for each in text], parameters])
