"""Quarters of the legal calendar."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """A quarter, e.g. `2026Q1`."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def before(cls, day: date) -> Self:
        """The last quarter that is over on that day."""
        this = cls.of(day)
        return cls.of(date(this.year, this.number * 3 - 2, 1) - timedelta(days=1))

    @property
    def last_day(self) -> date:
        """Its last day."""
        following = date(self.year + self.number // 4, self.number % 4 * 3 + 1, 1)
        return following - timedelta(days=1)

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"
