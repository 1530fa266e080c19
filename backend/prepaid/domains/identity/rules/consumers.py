"""Where consumers come from."""

from enum import StrEnum


class ConsumerOrigin(StrEnum):
    """How the bank came to know a consumer (消费者来源)."""

    MINI_PROGRAM = "MINI_PROGRAM"
    COUNTER = "COUNTER"
