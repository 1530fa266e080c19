"""Every act that the code records, and every kind of object it is done to, has a name in both languages."""

import ast
from collections.abc import Iterator
from pathlib import Path

import prepaid.app
from prepaid.core.audit.words import DESCRIBED
from prepaid.domains.pages.graph.base.audit_actions import AUDIT_ACTION

DOMAINS = Path(prepaid.app.__file__).parent / "domains"


def recorded(what: str, position: int | None) -> Iterator[tuple[str, str]]:
    """Constants that `audit.record(...)` is given as `what`, each with where that is."""
    for file in sorted(DOMAINS.rglob("*.py")):
        for call in ast.walk(ast.parse(file.read_text())):
            if not isinstance(call, ast.Call) or ast.unparse(call.func) != "audit.record":
                continue
            given = [keyword.value for keyword in call.keywords if keyword.arg == what]
            given += call.args[position : position + 1] if position is not None else []
            for value in given:
                branches = [value.body, value.orelse] if isinstance(value, ast.IfExp) else [value]
                for branch in branches:
                    if isinstance(branch, ast.Constant):
                        yield str(branch.value), f"{file.relative_to(DOMAINS)}:{call.lineno}"


def test_every_act_has_a_name() -> None:
    named = {option.value for option in AUDIT_ACTION.options}
    acts = list(recorded("action", 1))
    assert len(acts) > 50
    assert [(act, where) for act, where in acts if act not in named] == []


def test_every_object_of_an_act_is_described() -> None:
    objects = list(recorded("object_type", None))
    assert len(objects) > 50
    assert [(kind, where) for kind, where in objects if kind not in DESCRIBED] == []
