"""States of physical cards and of the batches in which they come."""

from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine


class StockState(StrEnum):
    """Where a physical card is (实体卡状态)."""

    IN_STOCK = "IN_STOCK"
    ALLOCATED = "ALLOCATED"
    SOLD = "SOLD"
    BLOCKED = "BLOCKED"


STOCK_STATES: Final = StateMachine(
    {
        StockState.IN_STOCK: frozenset({StockState.ALLOCATED, StockState.BLOCKED}),
        StockState.ALLOCATED: frozenset({StockState.SOLD, StockState.IN_STOCK, StockState.BLOCKED}),
        StockState.SOLD: frozenset({StockState.BLOCKED}),
        StockState.BLOCKED: frozenset(),
    }
)


class BatchState(StrEnum):
    """State of a batch (批次状态)."""

    WAITING = "WAITING"
    READING = "READING"
    DONE = "DONE"
    FAILED = "FAILED"


class RowCode(StrEnum):
    """Why a row of a file was not loaded (导入错误)."""

    EMPTY = "EMPTY"
    PRECISION_LOST = "PRECISION_LOST"
    MALFORMED = "MALFORMED"
    WRONG_PREFIX = "WRONG_PREFIX"
    CHECK_DIGIT = "CHECK_DIGIT"
    DUPLICATE_IN_FILE = "DUPLICATE_IN_FILE"
    NUMBER_TAKEN = "NUMBER_TAKEN"


class FileFault(StrEnum):
    """Why a file as a whole was refused (文件错误)."""

    ENCODING = "ENCODING"
    UNREADABLE = "UNREADABLE"
    NO_NUMBER_COLUMN = "NO_NUMBER_COLUMN"
    NO_ROWS = "NO_ROWS"
    TOO_MANY_ROWS = "TOO_MANY_ROWS"
    CANCELLED = "CANCELLED"
