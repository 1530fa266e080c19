"""Structures as rows of words, for tables in the admin."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from prepaid.core.errors import Locale
from prepaid.domains.contracts.rules.linter import Hit
from prepaid.domains.contracts.rules.parameters import SPECS, ParameterSpec, shown
from prepaid.domains.contracts.rules.parties import LABELS
from prepaid.domains.contracts.rules.scenes import Party


def clause_rows(clauses: Sequence[Mapping[str, Any]], locale: Locale) -> list[dict[str, Any]]:
    """Clauses: number, title, body."""
    title = "title_en" if locale == "en" else "title_zh"
    names = ("No.", "Key", "Title", "Text") if locale == "en" else ("序号", "标识", "标题", "条款内容")
    return [
        dict(zip(names, (index, clause["key"], clause[title], clause["body"]), strict=True))
        for index, clause in enumerate(clauses, 1)
    ]


def text_rows(text: Sequence[Mapping[str, Any]], locale: Locale) -> list[dict[str, Any]]:
    """Clauses of a contract as they read."""
    names = ("No.", "Title", "Text") if locale == "en" else ("序号", "标题", "条款内容")
    return [
        dict(zip(names, (index, each["title"], "\n".join(each["paragraphs"])), strict=True))
        for index, each in enumerate(text, 1)
    ]


def party_rows(parties: Sequence[Mapping[str, str]], locale: Locale) -> list[dict[str, Any]]:
    """Parties: who, name, code, representative."""
    names = ("Party", "Name", "Code", "Representative", "Address")
    if locale != "en":
        names = ("签约方", "名称", "统一社会信用代码", "法定代表人", "住所")
    rows = []
    for party in parties:
        label = LABELS[Party(party["party"])]
        who = party["party"].title() if locale == "en" else f"{label[0]}（{label[1]}）"
        facts = (who, party["name"], party["code"], party["representative"], party["address"])
        rows.append(dict(zip(names, facts, strict=True)))
    return rows


def parameter_rows(
    parameters: Mapping[str, Any], ranges: Mapping[str, Any] | None, locale: Locale
) -> list[dict[str, Any]]:
    """Rule parameters: name, value, range, source."""
    en = locale == "en"
    names = ("Parameter", "Value", "May be agreed", "Source") if en else ("参数", "取值", "可协商范围", "依据")
    rows = []
    for spec in SPECS:
        value = shown(spec, parameters.get(spec.name), en=en)
        cells = (spec.en if en else spec.zh, value, _range(spec, ranges or {}, en=en), spec.source)
        row = dict(zip(names, cells, strict=True))
        if ranges is None:
            del row[names[2]]
        rows.append(row)
    return rows


def hit_rows(hits: Iterable[Hit], locale: Locale) -> list[dict[str, Any]]:
    """Void clauses: where, which words, why."""
    en = locale == "en"
    names = ("Clause", "Character", "Words", "Why", "Source") if en else ("条款", "位置", "问题文字", "原因", "依据")
    return [
        dict(
            zip(
                names,
                (
                    hit.clause_key,
                    hit.begin + 1,
                    hit.words,
                    hit.explanation.en if en else hit.explanation.zh,
                    hit.explanation.source,
                ),
                strict=True,
            )
        )
        for hit in hits
    ]


def _range(spec: ParameterSpec, ranges: Mapping[str, Any], *, en: bool) -> str:
    bounds = ranges.get(spec.name)
    return "–" if bounds is None else f"{shown(spec, bounds[0], en=en)} ~ {shown(spec, bounds[1], en=en)}"
