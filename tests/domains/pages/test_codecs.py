"""One value by one field: what is taken, in which spelling, and why the rest is refused."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.pages.rules.codecs import Decoding, decode
from prepaid.domains.pages.rules.problems import Unreadable
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from tests.domains.pages.forms import field, form

TODAY = date(2026, 3, 15)
DECODING = Decoding(options={"letters": ["A", "B", "C"]}, today=TODAY)
MERCHANT = GlobalId("Merchant", PLATFORM_TENANT, UUID(int=1)).encode()
MEMBER = GlobalId("Membership", PLATFORM_TENANT, UUID(int=2)).encode()


def taken(value: Any, kind: str = "TEXT", decoding: Decoding = DECODING, **rest: Any) -> Any:
    return decode(form(field("x", kind, **rest)).fields[0], value, decoding)


@pytest.mark.parametrize(
    ("value", "kind", "rest", "clean"),
    [
        ("  滑冰场 ", "TEXT", {}, "滑冰场"),
        ("a\r\nb", "LONG_TEXT", {}, "a\nb"),
        (" secret ", "TEXT", {"secret": True}, " secret "),
        ("+86 138-1234-5678", "PHONE", {}, "13812345678"),
        ("200030", "TEXT", {"pattern": "POSTCODE"}, "200030"),
        ("https://example.com/a?b=c", "URL", {}, "https://example.com/a?b=c"),
        (fictitious.uscc(7).lower(), "TEXT", {"pattern": "USCC"}, fictitious.uscc(7)),
        (fictitious.organisation_code(7), "TEXT", {"pattern": "ORG_CODE"}, fictitious.organisation_code(7)),
        (fictitious.business_licence(7), "TEXT", {"pattern": "OLD_LICENCE"}, fictitious.business_licence(7)),
        (fictitious.bank_card(7), "TEXT", {"pattern": "BANK_CARD"}, fictitious.bank_card(7)),
        (fictitious.wechat_appid(7), "TEXT", {"pattern": "WECHAT_APPID"}, fictitious.wechat_appid(7)),
        (0, "INTEGER", {}, 0),
        (2**53 - 1, "FEN", {}, 2**53 - 1),
        (-5, "PERCENT", {}, -5),
        ("0012.50", "DECIMAL", {}, "12.5"),
        (3, "DECIMAL", {}, "3"),
        ("-0.00", "DECIMAL", {}, "0"),
        ("A", "ENUM", {}, "A"),
        (["C", "A"], "TAGS", {}, ["C", "A"]),
        (False, "BOOLEAN", {}, False),
        ("2026-02-28", "DATE", {}, "2026-02-28"),
        ("2026-03-15", "DATE", {"notBefore": "today", "notAfter": "today+30"}, "2026-03-15"),
        ("2026-03-15T08:00:00+08:00", "DATETIME", {}, "2026-03-15T00:00:00Z"),
        ({"from": "2026-01-01", "to": None}, "DATE_RANGE", {}, {"from": "2026-01-01", "to": None}),
        (MERCHANT, "REFERENCE", {}, MERCHANT),
        ([MERCHANT], "REFERENCE", {"multiple": True}, [MERCHANT]),
        ("310101", "REGION", {}, "310101"),
        (["token-1"], "FILE", {}, ["token-1"]),
        (
            {"files": ["t"], "number": " 8 ", "expiresOn": "2026-03-15"},
            "DOCUMENT",
            {"expiry": "REQUIRED"},
            {"files": ["t"], "number": "8", "expiresOn": "2026-03-15", "longTerm": False},
        ),
        (
            {"files": ["t"], "longTerm": True},
            "DOCUMENT",
            {"expiry": "REQUIRED", "longTerm": True},
            {"files": ["t"], "number": None, "expiresOn": None, "longTerm": True},
        ),
        ({"files": [], "longTerm": False}, "DOCUMENT", {}, None),
    ],
)
def test_taken(value: Any, kind: str, rest: dict[str, Any], clean: Any) -> None:
    assert taken(value, kind, **rest) == clean


@pytest.mark.parametrize(
    ("value", "kind", "rest", "code", "path"),
    [
        (1, "TEXT", {}, "FIELD_TYPE", ()),
        ("a\x00b", "TEXT", {}, "TEXT_INVALID", ()),
        ("a\nb", "TEXT", {}, "TEXT_INVALID", ()),
        ("x" * 201, "TEXT", {}, "TEXT_TOO_LONG", ()),
        ("xx", "TEXT", {"minLength": 3}, "TEXT_TOO_SHORT", ()),
        ("x" * 201, "TEXT", {"secret": True}, "TEXT_TOO_LONG", ()),
        ("12345", "PHONE", {}, "FORMAT_INVALID", ()),
        ("20003", "TEXT", {"pattern": "POSTCODE"}, "FORMAT_INVALID", ()),
        ("javascript:alert(1)", "URL", {}, "FORMAT_INVALID", ()),
        ("https://a@b.example", "URL", {}, "FORMAT_INVALID", ()),
        ("https://例.example", "URL", {}, "FORMAT_INVALID", ()),
        ("http://[", "URL", {}, "FORMAT_INVALID", ()),
        ("http://a.example:99999", "URL", {}, "FORMAT_INVALID", ()),
        (fictitious.uscc(7)[:-1] + "1", "TEXT", {"pattern": "USCC"}, "CHECK_DIGIT_WRONG", ()),
        (fictitious.id_card(7), "TEXT", {"pattern": "CN_ID_CARD"}, "FORMAT_INVALID", ()),
        (True, "INTEGER", {}, "FIELD_TYPE", ()),
        (1.0, "INTEGER", {}, "FIELD_TYPE", ()),
        ("1", "FEN", {}, "FIELD_TYPE", ()),
        (2**53, "FEN", {}, "FIELD_TYPE", ()),
        (99, "FEN", {"min": "100"}, "NUMBER_TOO_SMALL", ()),
        (10_001, "PERCENT", {"max": "10000"}, "NUMBER_TOO_LARGE", ()),
        ("1.005", "DECIMAL", {"scale": 2}, "NUMBER_TOO_PRECISE", ()),
        ("1e3", "DECIMAL", {}, "FIELD_TYPE", ()),
        ("NaN", "DECIMAL", {}, "FIELD_TYPE", ()),
        ("D", "ENUM", {}, "OPTION_UNKNOWN", ()),
        (["A", "D"], "TAGS", {}, "OPTION_UNKNOWN", (1,)),
        (["A", "A"], "TAGS", {}, "REPEATED", ()),
        ("A", "TAGS", {}, "FIELD_TYPE", ()),
        (1, "BOOLEAN", {}, "FIELD_TYPE", ()),
        ("2026-02-30", "DATE", {}, "FIELD_TYPE", ()),
        ("20260228", "DATE", {}, "FIELD_TYPE", ()),
        ("2026-03-14", "DATE", {"notBefore": "today"}, "DATE_TOO_EARLY", ()),
        ("2026-03-16", "DATE", {"notAfter": "2026-03-15"}, "DATE_TOO_LATE", ()),
        ("2026-03-15T08:00:00", "DATETIME", {}, "FIELD_TYPE", ()),
        ("2026-03-15T16:00:00Z", "DATETIME", {"notAfter": "today"}, "DATE_TOO_LATE", ()),
        ({"from": "2026-01-02", "to": "2026-01-01"}, "DATE_RANGE", {}, "RANGE_REVERSED", ()),
        ({"from": "x"}, "DATE_RANGE", {}, "FIELD_TYPE", ("from",)),
        ({"since": "2026-01-01"}, "DATE_RANGE", {}, "FIELD_UNKNOWN", ("since",)),
        (MEMBER, "REFERENCE", {}, "FORMAT_INVALID", ()),
        ("M000123", "REFERENCE", {}, "FORMAT_INVALID", ()),
        ([MERCHANT, MERCHANT], "REFERENCE", {"multiple": True}, "REPEATED", ()),
        ("Shanghai", "REGION", {}, "FORMAT_INVALID", ()),
        (["a", "b"], "FILE", {}, "TOO_MANY", ()),
        (["../x"], "FILE", {}, "FIELD_TYPE", (0,)),
        ({"files": ["t"]}, "DOCUMENT", {"expiry": "REQUIRED"}, "DOCUMENT_EXPIRY_MISSING", ("expiresOn",)),
        ({"files": ["t"], "expiresOn": "2026-03-14"}, "DOCUMENT", {"expiry": "OPTIONAL"}, "DOCUMENT_EXPIRED", None),
        ({"files": ["t"], "expiresOn": "2026-03-16"}, "DOCUMENT", {}, "FIELD_UNKNOWN", ("expiresOn",)),
        ({"files": ["t"], "longTerm": True}, "DOCUMENT", {}, "FIELD_UNKNOWN", ("longTerm",)),
        ({"files": [], "number": "8"}, "DOCUMENT", {}, "FIELD_REQUIRED", ("files",)),
        ({"files": [1]}, "DOCUMENT", {}, "FIELD_TYPE", ("files", 0)),
    ],
)
def test_refused(value: Any, kind: str, rest: dict[str, Any], code: str, path: tuple[Any, ...] | None) -> None:
    with pytest.raises(Unreadable) as refusal:
        taken(value, kind, **rest)
    assert refusal.value.code == code
    assert path is None or refusal.value.path == path


def test_numbers_of_nobody_are_taken_where_the_system_says_so() -> None:
    number = fictitious.id_card(7)
    demo = Decoding(today=TODAY, accept_fictitious=True)
    assert taken(number, decoding=demo, pattern="CN_ID_CARD") == number


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
KINDS = ["TEXT", "LONG_TEXT", "PHONE", "URL", "INTEGER", "DECIMAL", "FEN", "PERCENT", "ENUM", "TAGS", "DATE"]
MORE = ["DATETIME", "DATE_RANGE", "BOOLEAN", "REFERENCE", "REGION", "FILE", "IMAGE", "DOCUMENT"]


@given(ANYTHING, st.sampled_from(KINDS + MORE))
def test_whatever_is_sent_is_taken_or_refused_and_what_was_taken_is_taken_again(value: Any, kind: str) -> None:
    try:
        clean = taken(value, kind)
    except Unreadable:
        return
    assert clean is None or taken(clean, kind) == clean
