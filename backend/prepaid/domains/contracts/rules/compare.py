"""Comparing two versions of a template: which clauses came, went or moved, and which words changed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

from prepaid.domains.contracts.rules.clauses import Clause

_WORD: Final = re.compile(r"\{\{[^{}]*\}\}|[A-Za-z0-9.%]+|\s+|.", re.DOTALL)
"""A variable, a number or a Latin word is one; of Chinese, each character."""


class ClauseChange(StrEnum):
    """What became of a clause (条款变化)."""

    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"
    CHANGED = "CHANGED"
    MOVED = "MOVED"


class WordChange(StrEnum):
    """What became of some words (文字变化)."""

    SAME = "SAME"
    ADDED = "ADDED"
    REMOVED = "REMOVED"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words."""

    change: WordChange
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseDifference:
    """A clause in both versions, by its key."""

    key: str
    title: str
    change: ClauseChange
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ValueDifference:
    """A rule parameter that differs."""

    name: str
    before: Any
    after: Any


def compare_clauses(before: Sequence[Clause], after: Sequence[Clause]) -> list[ClauseDifference]:
    """Every clause of the later version in its order, removed ones where they stood."""
    old = {clause.key: clause for clause in before}
    new = {clause.key: clause for clause in after}
    stayed = [clause.key for clause in before if clause.key in new]
    order = [clause.key for clause in after if clause.key in old]
    moved = _moved(stayed, order)
    found = [_difference(old.get(clause.key), clause, moved=clause.key in moved) for clause in after]
    for index, clause in enumerate(before):
        if clause.key not in new:
            found.insert(min(index, len(found)), _gone(clause))
    return found


def compare_parameters(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[ValueDifference]:
    """Parameters that differ, by name."""
    names = sorted(before.keys() | after.keys())
    return [ValueDifference(n, before.get(n), after.get(n)) for n in names if before.get(n) != after.get(n)]


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """Keys outside the longest order that both have in common."""
    kept = {
        key
        for tag, begin, end, _, _ in SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        if tag == "equal"
        for key in before[begin:end]
    }
    return set(after) - kept


def _difference(old: Clause | None, new: Clause, *, moved: bool) -> ClauseDifference:
    if old is None:
        words: tuple[Words, ...] = (Words(WordChange.ADDED, new.body),)
        return ClauseDifference(key=new.key, title=new.title_zh, change=ClauseChange.ADDED, words=words)
    same = (old.body, old.title_zh) == (new.body, new.title_zh)
    change = ClauseChange.MOVED if same and moved else ClauseChange.SAME if same else ClauseChange.CHANGED
    return ClauseDifference(
        key=new.key, title=new.title_zh, change=change, words=tuple(compare_words(old.body, new.body))
    )


def _gone(clause: Clause) -> ClauseDifference:
    words = (Words(WordChange.REMOVED, clause.body),)
    return ClauseDifference(key=clause.key, title=clause.title_zh, change=ClauseChange.REMOVED, words=words)


def compare_words(before: str, after: str) -> Iterator[Words]:
    """The later text with what was taken out of the earlier one."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    for tag, old_begin, old_end, new_begin, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Words(WordChange.SAME, "".join(new[new_begin:new_end]))
            continue
        if old_end > old_begin:
            yield Words(WordChange.REMOVED, "".join(old[old_begin:old_end]))
        if new_end > new_begin:
            yield Words(WordChange.ADDED, "".join(new[new_begin:new_end]))
