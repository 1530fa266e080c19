"""Kinds of values, and what a condition may ask of each."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class ValueKind(StrEnum):
    """Kind of a value (值类型): how it travels, how it is shown and how conditions read it."""

    TEXT = "TEXT"
    LONG_TEXT = "LONG_TEXT"
    INTEGER = "INTEGER"
    DECIMAL = "DECIMAL"
    FEN = "FEN"
    REGION = "REGION"
    DOCUMENT = "DOCUMENT"
    PERCENT = "PERCENT"
    BOOLEAN = "BOOLEAN"
    DATE = "DATE"
    DATETIME = "DATETIME"
    DATE_RANGE = "DATE_RANGE"
    ENUM = "ENUM"
    TAGS = "TAGS"
    REFERENCE = "REFERENCE"
    FILE = "FILE"
    IMAGE = "IMAGE"
    PHONE = "PHONE"
    URL = "URL"
    JSON = "JSON"


class TestOp(StrEnum):
    """What a test asks of a field (条件运算)."""

    EQ = "EQ"
    NE = "NE"
    IN = "IN"
    NOT_IN = "NOT_IN"
    EMPTY = "EMPTY"
    NOT_EMPTY = "NOT_EMPTY"
    GT = "GT"
    GTE = "GTE"
    LT = "LT"
    LTE = "LTE"


NUMERIC: Final = frozenset({ValueKind.INTEGER, ValueKind.DECIMAL, ValueKind.FEN, ValueKind.PERCENT})
WHOLE: Final = NUMERIC - {ValueKind.DECIMAL}
ORDERED: Final = NUMERIC | {ValueKind.DATE, ValueKind.DATETIME}
UPLOADED: Final = frozenset({ValueKind.FILE, ValueKind.IMAGE, ValueKind.DOCUMENT})

PRESENCE: Final = frozenset({TestOp.EMPTY, TestOp.NOT_EMPTY})
EQUALITY: Final = frozenset({TestOp.EQ, TestOp.NE})
MEMBERSHIP: Final = EQUALITY | {TestOp.IN, TestOp.NOT_IN}
ORDERING: Final = frozenset({TestOp.GT, TestOp.GTE, TestOp.LT, TestOp.LTE})

_COMPARED: Final = (
    *(ValueKind.TEXT, ValueKind.PHONE, ValueKind.ENUM),
    *(ValueKind.TAGS, ValueKind.REFERENCE, ValueKind.REGION),
)

OPERATORS: Final[Mapping[ValueKind, frozenset[TestOp]]] = {
    **dict.fromkeys(ValueKind, PRESENCE),
    **dict.fromkeys(_COMPARED, PRESENCE | MEMBERSHIP),
    **dict.fromkeys(ORDERED, PRESENCE | MEMBERSHIP | ORDERING),
    ValueKind.BOOLEAN: PRESENCE | EQUALITY,
}
"""Uploads, ranges, long texts and lists are only there or not: they have no one text to compare."""
