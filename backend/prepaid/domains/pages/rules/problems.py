"""What is wrong with a value that somebody filled in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

Path = tuple[str | int, ...]


class ProblemCode(StrEnum):
    """Each is also the code of a refusal in `errors`, where its texts are."""

    FIELD_REQUIRED = "FIELD_REQUIRED"
    FIELD_UNKNOWN = "FIELD_UNKNOWN"
    FIELD_HIDDEN = "FIELD_HIDDEN"
    FIELD_READ_ONLY = "FIELD_READ_ONLY"
    FIELD_TYPE = "FIELD_TYPE"
    TEXT_TOO_SHORT = "TEXT_TOO_SHORT"
    TEXT_TOO_LONG = "TEXT_TOO_LONG"
    TEXT_INVALID = "TEXT_INVALID"
    FORMAT_INVALID = "FORMAT_INVALID"
    CHECK_DIGIT_WRONG = "CHECK_DIGIT_WRONG"
    NUMBER_TOO_SMALL = "NUMBER_TOO_SMALL"
    NUMBER_TOO_LARGE = "NUMBER_TOO_LARGE"
    NUMBER_TOO_PRECISE = "NUMBER_TOO_PRECISE"
    OPTION_UNKNOWN = "OPTION_UNKNOWN"
    DATE_TOO_EARLY = "DATE_TOO_EARLY"
    DATE_TOO_LATE = "DATE_TOO_LATE"
    RANGE_REVERSED = "RANGE_REVERSED"
    TOO_FEW = "TOO_FEW"
    TOO_MANY = "TOO_MANY"
    REPEATED = "REPEATED"
    DOCUMENT_EXPIRED = "DOCUMENT_EXPIRED"
    DOCUMENT_EXPIRY_MISSING = "DOCUMENT_EXPIRY_MISSING"


@dataclass(frozen=True, slots=True)
class Problem:
    """One value's problem. `path` points into the values; `data` holds what its text names."""

    path: Path
    code: ProblemCode
    data: Mapping[str, Any] = field(default_factory=dict)


class Unreadable(ValueError):
    """A value that its field does not take; `path` leads to the part of it that is wrong."""

    def __init__(self, code: ProblemCode, *, path: Path = (), **data: Any) -> None:
        super().__init__(code.value)
        self.code = code
        self.path = path
        self.data = data

    def problem(self, path: Path) -> Problem:
        return Problem((*path, *self.path), self.code, self.data)
