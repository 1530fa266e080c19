"""Forms without mistakes and values that may fit them, for properties."""

from typing import Any

from hypothesis import strategies as st

from prepaid.domains.pages.rules.fields import ListField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import OPERATORS, PRESENCE, ValueKind
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId, uuid7
from tests.domains.pages.forms import field, form

MERCHANT = GlobalId("Merchant", PLATFORM_TENANT, uuid7()).encode()
GOOD: dict[str, st.SearchStrategy[Any]] = {
    "TEXT": st.sampled_from(["A", "B", " A ", "滑冰"]),
    "LONG_TEXT": st.sampled_from(["a\nb", "x"]),
    "PHONE": st.sampled_from(["13812345678", "+86 138 1234 5678"]),
    "INTEGER": st.integers(-3, 3),
    "DECIMAL": st.sampled_from(["1", "1.50", "-2", 3]),
    "FEN": st.integers(0, 300),
    "ENUM": st.sampled_from(["A", "B", "C"]),
    "TAGS": st.lists(st.sampled_from(["A", "B", "C"]), unique=True),
    "BOOLEAN": st.booleans(),
    "DATE": st.sampled_from(["2026-01-01", "2026-06-30"]),
    "DATETIME": st.sampled_from(["2026-01-01T00:00:00Z", "2026-01-01T08:00:00+08:00"]),
    "DATE_RANGE": st.sampled_from([{"from": "2026-01-01", "to": None}, {"from": None, "to": ""}]),
    "REFERENCE": st.just(MERCHANT),
    "REGION": st.just("310101"),
    "FILE": st.sampled_from([["t"], []]),
    "DOCUMENT": st.sampled_from([{"files": ["t"]}, {"files": []}, {"files": ["t"], "number": "8"}]),
}
TESTED = {
    "TEXT": ["A", "B"],
    "PHONE": ["13812345678"],
    "INTEGER": ["0", "1", "-1", "1.0"],
    "DECIMAL": ["1", "1.5"],
    "FEN": ["0", "100"],
    "ENUM": ["A", "B"],
    "TAGS": ["A", "B"],
    "BOOLEAN": ["true", "false"],
    "DATE": ["2026-01-01", "2026-03-01"],
    "DATETIME": ["2026-01-01T00:00:00Z"],
    "REFERENCE": [MERCHANT],
    "REGION": ["310101"],
}
BLANK: st.SearchStrategy[Any] = st.sampled_from([None, "", " ", []])
WRONG: st.SearchStrategy[Any] = st.sampled_from([7, "?", ["?"], {"x": 1}, True])


@st.composite
def conditions(draw: st.DrawFn, fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """A condition on some of the fields, or none."""
    if not fields or not draw(st.booleans()):
        return []
    groups = draw(st.integers(1, 2))
    return [{"all": [draw(_tests(fields)) for _ in range(draw(st.integers(1, 2)))]} for _ in range(groups)]


@st.composite
def _tests(draw: st.DrawFn, fields: list[dict[str, Any]]) -> dict[str, Any]:
    one = draw(st.sampled_from(fields))
    op = draw(st.sampled_from(sorted(OPERATORS[ValueKind(one["kind"])])))
    values: list[str] = []
    if op not in PRESENCE:
        most = 2 if op in {"IN", "NOT_IN"} else 1
        values = draw(st.lists(st.sampled_from(TESTED[one["kind"]]), min_size=1, max_size=most, unique=True))
    return {"field": one["key"], "op": op.value, "values": values}


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """A form of a few fields, one list of items among them at times, with conditions that look back."""
    fields: list[dict[str, Any]] = []
    for number in range(draw(st.integers(1, 6))):
        kind = draw(st.sampled_from(sorted(GOOD)))
        prefix = draw(st.sampled_from(["", "", f"group{number % 2}."]))
        fields.append(draw(_fields(f"f{number}", kind, f"{prefix}f{number}", fields)))
    for one in fields:
        # What asks for a value may look ahead, also in a circle: phone or e-mail.
        one["requiredWhen"] = draw(conditions([other for other in fields if other is not one]))
    if draw(st.booleans()):
        first = draw(_fields("i0", draw(st.sampled_from(sorted(GOOD))), "i0", fields))
        second = draw(_fields("i1", draw(st.sampled_from(sorted(GOOD))), "i1", [first]))
        fields += [first, second, field("list", "JSON", itemFieldKeys=["i0", "i1"], required=draw(st.booleans()))]
    return form(*draw(st.permutations(fields)))


@st.composite
def _fields(draw: st.DrawFn, key: str, kind: str, path: str, before: list[dict[str, Any]]) -> dict[str, Any]:
    return field(
        key,
        kind,
        inputPath=path,
        required=draw(st.booleans()),
        visibleWhen=draw(conditions(before)),
        requiredWhen=draw(conditions(before)),
        **({"expiry": "OPTIONAL"} if kind == "DOCUMENT" else {}),
    )


@st.composite
def values_for(draw: st.DrawFn, form: Form, *, wrong: bool = False) -> dict[str, Any]:
    """Values at the paths of a form's fields, some absent, some blank, with `wrong` some that do not fit."""
    values: dict[str, Any] = draw(_level(form, list(form.outer), wrong))
    return values


@st.composite
def _level(draw: st.DrawFn, form: Form, fields: list[Any], wrong: bool) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for one in fields:
        if isinstance(one, ListField):
            some: st.SearchStrategy[Any] = st.lists(_level(form, list(form.items_of(one)), wrong), max_size=2)
        else:
            some = GOOD[one.kind] | BLANK if not wrong else GOOD[one.kind] | BLANK | WRONG
        if draw(st.integers(0, 3)):
            *steps, last = one.path
            parent = values
            for step in steps:
                parent = parent.setdefault(step, {})
            parent[last] = draw(some)
    return values
