"""What editors give for a version, read and checked as a whole."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from prepaid.core.errors import Path, Refusal
from prepaid.domains.contracts.errors.templates import (
    ClauseVoid,
    ParameterOutOfRange,
    TemplateContentInvalid,
    TypeCodeMalformed,
)
from prepaid.domains.contracts.rules.clauses import Clause, ClauseMistake, check_variables, content_hash, read_clauses
from prepaid.domains.contracts.rules.linter import Hit, LintClause, lint
from prepaid.domains.contracts.rules.parameters import BY_NAME, ParameterMisfit, check_ranges, read_parameters
from prepaid.domains.pages.commands.refusing import refusal_of_definition, together
from prepaid.domains.pages.rules.check.form import check_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.plain import read, write

TYPE_CODE: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
READABLE: Final = frozenset(
    {
        *(ValueKind.TEXT, ValueKind.LONG_TEXT, ValueKind.INTEGER, ValueKind.DECIMAL, ValueKind.FEN, ValueKind.PERCENT),
        *(ValueKind.BOOLEAN, ValueKind.DATE, ValueKind.ENUM, ValueKind.TAGS, ValueKind.PHONE, ValueKind.URL),
    }
)
"""Kinds of values that read as words in a clause."""
_PROBLEMS: Final[Mapping[str, tuple[str, str]]] = {
    "COUNT": ("条款数量应为 1 至 {detail} 条", "there must be 1 to {detail} clauses"),
    "KEY": ("标识须为小写字母开头的字母和数字", "a key is a lower-case letter, then letters and digits"),
    "REPEATED": ("标识 {detail} 重复", "the key {detail} stands there twice"),
    "EMPTY": ("不能为空", "must not be empty"),
    "VARIABLE": ("变量 {detail} 没有定义", "the variable {detail} is not defined"),
    "BRACES": ("变量括号不成对", "braces of a variable do not match"),
    "TOO_LONG": ("文字过长", "the text is too long"),
    "TYPE": ("格式不正确", "has the wrong form"),
    "KIND": ("变量 {detail} 的类型不能写入条款", "the variable {detail} is of a kind that no clause can show"),
}
_OTHER: Final = ("含有不能使用的字符", "contains characters that cannot be used")


@dataclass(frozen=True, slots=True)
class TemplateContent:
    """A version's contents, sound."""

    clauses: tuple[Clause, ...]
    form: Form
    parameters: Mapping[str, Any]
    ranges: Mapping[str, Any]

    def columns(self) -> dict[str, Any]:
        """As a version's row holds them."""
        variables = write(self.form)
        return {
            "clauses": [clause.as_json() for clause in self.clauses],
            "variables": variables,
            "parameters": dict(self.parameters),
            "ranges": dict(self.ranges),
            "content_hash": content_hash(self.clauses, variables, self.parameters, self.ranges),
        }


def read_content(
    clauses: Sequence[Mapping[str, Any]],
    variables: Mapping[str, Any],
    parameters: Mapping[str, Any],
    ranges: Mapping[str, Any],
) -> TemplateContent:
    """Contents from plain values.

    Raises:
        TemplateContentInvalid, DefinitionInvalid, ParameterOutOfRange: one for each mistake, with its place.
    """
    form = _form(variables)
    found, mistakes = read_clauses(clauses)
    mistakes += check_variables(found, form.by_key.keys())
    refusals: list[Refusal] = [_mistaken(mistake) for mistake in mistakes]
    refusals += [
        _content(("variables", "fields", field.key), field.key, "KIND", field.key)
        for field in form.fields
        if field.kind not in READABLE
    ]
    agreed, misfits = read_parameters(parameters)
    refusals += [out_of_range(misfit, ("parameters",)) for misfit in misfits]
    if not misfits:
        refusals += [out_of_range(misfit, ("ranges",)) for misfit in check_ranges(ranges, agreed)]
    if refusals:
        raise together(refusals)
    return TemplateContent(tuple(found), form, agreed.as_json(), dict(ranges))


def read_types(codes: Iterable[str]) -> list[str]:
    """Codes of merchant types, each once. Raises `TypeCodeMalformed`."""
    found = sorted(set(codes))
    for index, code in enumerate(found):
        if TYPE_CODE.fullmatch(code) is None:
            raise TypeCodeMalformed(path=("typeCodes", str(index)))
    return found


def stored_clauses(rows: Sequence[Mapping[str, Any]]) -> list[Clause]:
    """Clauses as a version stores them."""
    return [Clause(**row) for row in rows]


def hits_of(clauses: Iterable[Clause]) -> list[Hit]:
    """Void clauses among them."""
    return lint([LintClause(clause.key, clause.body) for clause in clauses])


def refuse_void(clauses: Collection[Clause]) -> None:
    """Raises `ClauseVoid`, one for each void clause."""
    hits = hits_of(clauses)
    if hits:
        raise together([_void(hit) for hit in hits])


def out_of_range(misfit: ParameterMisfit, path: Path) -> Refusal:
    """A parameter that cannot be as given."""
    spec = BY_NAME.get(misfit.name)
    bounds = "" if misfit.lowest is None else f" [{misfit.lowest}, {misfit.highest}]"
    return ParameterOutOfRange(
        path=(*path, misfit.name),
        name=misfit.name,
        problem=misfit.problem,
        name_zh=spec.zh if spec else misfit.name,
        name_en=spec.en if spec else misfit.name,
        range=bounds,
        lowest=misfit.lowest,
        highest=misfit.highest,
    )


def _form(variables: Mapping[str, Any]) -> Form:
    try:
        form = read(Form, variables)
        mistakes = check_form(form)
        if mistakes:
            raise InvalidDefinition(mistakes)
    except InvalidDefinition as error:
        raise refusal_of_definition(error, "variables") from error
    return form


def _void(hit: Hit) -> Refusal:
    explanation = hit.explanation
    return ClauseVoid(
        path=("clauses", hit.clause_key, "body"),
        clause_key=hit.clause_key,
        position=hit.begin + 1,
        begin=hit.begin,
        end=hit.end,
        words=hit.words,
        void_class=hit.void_class.value,
        explanation_zh=explanation.zh,
        explanation_en=explanation.en,
        source=explanation.source,
    )


def _mistaken(mistake: ClauseMistake) -> Refusal:
    place = ("clauses",) if mistake.part == "clauses" else ("clauses", str(mistake.index), _camel(mistake.part))
    return _content(place, str(mistake.index + 1), mistake.problem, mistake.detail)


def _content(path: Path, place: str, problem: str, detail: str) -> Refusal:
    zh, en = _PROBLEMS.get(problem, _OTHER)
    return TemplateContentInvalid(
        path=path,
        place=place,
        problem=problem,
        problem_zh=zh.format(detail=detail),
        problem_en=en.format(detail=detail),
    )


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.title() for part in rest)
