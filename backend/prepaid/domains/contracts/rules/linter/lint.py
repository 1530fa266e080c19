"""Runs every pattern over every clause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from prepaid.domains.contracts.rules.linter import change, dispute, liability, refund, replacement, transfer, unfair
from prepaid.domains.contracts.rules.linter.classes import EXPLANATIONS, Explanation, VoidClass
from prepaid.domains.contracts.rules.linter.found import Found, Pattern
from prepaid.domains.contracts.rules.linter.text import Seen

PATTERNS: Final[tuple[Pattern, ...]] = (
    *refund.PATTERNS,
    *transfer.PATTERNS,
    *replacement.PATTERNS,
    *change.PATTERNS,
    *liability.PATTERNS,
    *dispute.PATTERNS,
    *unfair.PATTERNS,
)


@dataclass(frozen=True, slots=True)
class LintClause:
    """A clause to look at."""

    key: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A void clause: where it stands, in which words, why."""

    clause_key: str
    begin: int
    """First character in the clause's body, from 0."""
    end: int
    words: str
    void_class: VoidClass

    @property
    def explanation(self) -> Explanation:
        return EXPLANATIONS[self.void_class]


def lint(clauses: Iterable[LintClause]) -> list[Hit]:
    """Every void clause, in the order of the text; of several hits of one class in the same words, the first."""
    return [hit for clause in clauses for hit in _in_clause(clause)]


def _in_clause(clause: LintClause) -> list[Hit]:
    hits = sorted(_hits(clause, Seen(clause.body)), key=lambda hit: (hit.begin, -hit.end, hit.void_class))
    kept: list[Hit] = []
    for hit in hits:
        if not any(other.void_class == hit.void_class and hit.begin < other.end for other in kept):
            kept.append(hit)
    return kept


def _hits(clause: LintClause, seen: Seen) -> Iterator[Hit]:
    for number, sentence in enumerate(seen.sentences):
        for pattern in PATTERNS:
            for match in pattern.expression.finditer(seen.text, sentence.begin, sentence.end):
                found = Found(seen, number, match)
                if any(guard(found) for guard in pattern.guards):
                    continue
                begin, end = seen.place(match.start(), match.end())
                words = clause.body[begin:end]
                yield Hit(clause_key=clause.key, begin=begin, end=end, words=words, void_class=pattern.void_class)
