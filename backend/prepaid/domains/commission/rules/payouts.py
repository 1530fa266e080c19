"""When commission is paid by itself, and what of it leaves."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.kit import clock
from prepaid.kit.money import Fen
from prepaid.kit.states import StateMachine


class Cadence(StrEnum):
    """How often commission is paid by itself (发放周期)."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"


class RunKind(StrEnum):
    """Why a payout run was made (发放方式)."""

    AUTOMATIC = "AUTOMATIC"
    MANUAL = "MANUAL"
    HANDOVER = "HANDOVER"


class PayoutState(StrEnum):
    """Where the payout of one person in a run stands (发放状态)."""

    PAYING = "PAYING"
    FAILED = "FAILED"
    PAID = "PAID"


PAYOUT_STATES: Final = StateMachine(
    {
        PayoutState.PAYING: frozenset({PayoutState.PAID, PayoutState.FAILED}),
        PayoutState.FAILED: frozenset({PayoutState.PAYING, PayoutState.PAID}),
        PayoutState.PAID: frozenset({PayoutState.FAILED}),
    }
)
"""A failed one that is set off as a whole is paid at once; a paid one fails when its money comes back."""


class ReceivableState(StrEnum):
    """Where a receivable against a salesperson stands (应收状态)."""

    OPEN = "OPEN"
    SETTLED = "SETTLED"
    WRITTEN_OFF = "WRITTEN_OFF"


class LeaverPolicy(StrEnum):
    """Who bears what a leaver's refunded sales had earned him (离职冲回政策)."""

    LEAVER_RECEIVABLE = "LEAVER_RECEIVABLE"
    MERCHANT_BEARS = "MERCHANT_BEARS"
    SUCCESSOR = "SUCCESSOR"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutTerms:
    """How a merchant pays commission; a version of its settings."""

    automatic: bool = False
    order_kinds: frozenset[OrderKind] = frozenset(OrderKind)
    """What is paid by itself."""
    cadence: Cadence = Cadence.MONTHLY
    weekday: int | None = None
    """Of WEEKLY: 1 Monday to 7 Sunday."""
    month_day: int | None = 10
    """Of MONTHLY: 1 to 28."""
    pay_at: time = time(10)
    """Time of that day in Shanghai."""
    minimum_fen: Fen = 0
    """Less waits for a later run, for each person."""
    freeze_days: int = 7
    """How long after it is earned a line cannot be reviewed."""

    @property
    def complete(self) -> bool:
        """Whether it says on which day, and nothing that contradicts it."""
        weekly, monthly = self.cadence is Cadence.WEEKLY, self.cadence is Cadence.MONTHLY
        return (
            weekly == (self.weekday is not None)
            and monthly == (self.month_day is not None)
            and (self.weekday is None or 1 <= self.weekday <= 7)
            and (self.month_day is None or 1 <= self.month_day <= 28)
            and bool(self.order_kinds)
        )

    def last_due(self, now: datetime) -> datetime:
        """The latest instant up to `now` at which commission is to be paid."""
        day = clock.shanghai_day(now)
        for back in range(32):
            candidate = day - timedelta(days=back)
            start, _ = clock.day_bounds(candidate)
            due = start + timedelta(hours=self.pay_at.hour, minutes=self.pay_at.minute)
            fits = {
                Cadence.DAILY: True,
                Cadence.WEEKLY: candidate.isoweekday() == self.weekday,
                Cadence.MONTHLY: candidate.day == self.month_day,
            }
            if fits[self.cadence] and due <= now:
                return due
        raise ValueError("every month has such a day")


DEFAULT: Final = PayoutTerms()


@dataclass(frozen=True, slots=True)
class Debt:
    """What a person owes still, under one receivable."""

    receivable_id: UUID
    open_fen: Fen


def set_off(amount_fen: Fen, debts: Iterable[Debt]) -> list[tuple[UUID, Fen]]:
    """How much of each receivable, oldest first, is netted from an amount that is to be paid."""
    parts = []
    for debt in debts:
        part = min(amount_fen, debt.open_fen)
        if part > 0:
            parts.append((debt.receivable_id, part))
            amount_fen -= part
    return parts
