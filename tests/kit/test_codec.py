"""Canonical JSON and fingerprints."""

import hashlib
import json
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum, IntEnum, StrEnum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit.codec import Unencodable, canonical_json, fingerprint


class Colour(StrEnum):
    RED = "red"


class Size(IntEnum):
    BIG = 3


class Point(Enum):
    ORIGIN = (0, 0)


scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text()
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


def test_the_bytes_of_every_supported_type() -> None:
    value = {
        "b": [1, 2.5, True, None, "卡"],
        "a": {"z": UUID(int=1), "y": date(2026, 1, 2), "é": b"\x00\xff"},
        "t": datetime(2026, 1, 2, 8, tzinfo=timezone(timedelta(hours=8))),
        "e": (Colour.RED, Size.BIG, Point.ORIGIN),
        Colour.RED: "key",
    }
    assert canonical_json(value).decode() == (
        '{"a":{"y":"2026-01-02","z":"00000000-0000-0000-0000-000000000001","é":"AP8="},'
        '"b":[1,2.5,true,null,"卡"],"e":["red",3,[0,0]],"red":"key","t":"2026-01-02T00:00:00.000000Z"}'
    )


def test_a_fingerprint_is_sha_256_of_the_bytes() -> None:
    assert fingerprint({}) == hashlib.sha256(b"{}").digest()
    assert fingerprint({}).hex().startswith("44136fa355b3678a1146ad16f7e8649e")


@given(st.dictionaries(st.text(), values), st.randoms(use_true_random=False))
def test_the_order_of_keys_makes_no_difference(value: dict[str, object], random: object) -> None:
    items = list(value.items())
    random.shuffle(items)  # type: ignore[attr-defined]
    assert fingerprint(dict(items)) == fingerprint(value)


@given(values)
def test_the_bytes_are_json_of_the_value(value: object) -> None:
    try:
        encoded = canonical_json(value)
    except Unencodable:
        return
    assert json.loads(encoded) == value
    assert canonical_json(json.loads(encoded)) == encoded


def test_one_instant_in_two_time_zones_is_one_value() -> None:
    there = datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    assert fingerprint(there) == fingerprint(datetime(2026, 1, 1, tzinfo=UTC))
    assert canonical_json(datetime(7, 1, 1, tzinfo=UTC)) == b'"0007-01-01T00:00:00.000000Z"'


def circle() -> list[object]:
    value: list[object] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    "value",
    [
        float("nan"),
        float("inf"),
        [-float("inf")],
        datetime(2026, 1, 1),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=8))),
        {1: "a"},
        {None: "a"},
        {Colour.RED: 1, b"red": 2},
        {"set": {1}},
        object(),
        "\ud800",
        circle(),
    ],
    ids=lambda value: "object" if type(value) is object else repr(value),
)
def test_what_has_no_single_form_is_refused(value: object) -> None:
    with pytest.raises(Unencodable):
        canonical_json(value)


class Key(Enum):
    A = "a"


def test_two_keys_that_would_be_written_alike_are_refused() -> None:
    with pytest.raises(Unencodable, match="two keys"):
        canonical_json({Key.A: 1, "a": 2})
