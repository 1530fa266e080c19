"""Mistakes and problems as refusals that point at the input."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from prepaid.core.errors import Path, Refusal
from prepaid.domains.pages.errors.definitions import DefinitionInvalid
from prepaid.domains.pages.errors.values import FIELD_REFUSALS
from prepaid.domains.pages.rules.codecs.numbers import shortest
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.mistakes import InvalidDefinition, Mistake
from prepaid.domains.pages.rules.problems import Problem

MOST_TOLD = 50


def refusal_of_definition(error: InvalidDefinition, argument: str) -> Refusal:
    """Every mistake of a definition that stands in an argument of the input."""
    return together([_mistaken(mistake, argument) for mistake in error.mistakes[:MOST_TOLD]])


def refusal_of_values(problems: Sequence[Problem], path: Path) -> Refusal:
    """Every problem of values that stand at a path of the input."""
    return together([_problem(problem, path) for problem in problems[:MOST_TOLD]])


def together(refusals: Sequence[Refusal]) -> Refusal:
    """The first refusal, with the others."""
    first, *others = refusals
    first.also = tuple(others)
    return first


def _mistaken(mistake: Mistake, argument: str) -> Refusal:
    # A mistake of what came out has its place in the page, not in the input.
    steps: Iterable[str] = mistake.place.split(".") if mistake.place else ()
    return DefinitionInvalid(
        path=(argument, *steps),
        place=mistake.place,
        problem_zh=mistake.zh,
        problem_en=mistake.en,
        kind=mistake.code.value,
    )


def _problem(problem: Problem, path: Path) -> Refusal:
    data = dict(problem.data)
    bound = data.get("min", data.get("max"))
    if isinstance(bound, str) and "kind" in data:
        data["shown"] = _shown(bound, ValueKind(data["kind"]))
    return FIELD_REFUSALS[problem.code](path=(*path, *map(str, problem.path)), **data)


def _shown(bound: str, kind: ValueKind) -> str:
    """A bound as people read it: yuan and percent, not fen and basis points."""
    if kind is ValueKind.FEN:
        return shortest(Decimal(bound) / 100)
    return f"{shortest(Decimal(bound) / 100)}%" if kind is ValueKind.PERCENT else bound
