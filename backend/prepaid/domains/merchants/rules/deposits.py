"""What a merchant has to deposit, and what follows when it holds less (保证金)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from prepaid.kit.money import Fen, ceil_share

PAYABLE: Final = "DEPOSIT"
"""Kind of the payable that a payment into the deposit names."""


class DepositState(StrEnum):
    """How a merchant's deposit stands (保证金状态)."""

    NOT_REQUIRED = "NOT_REQUIRED"
    UNPAID = "UNPAID"
    SATISFIED = "SATISFIED"
    GRACE = "GRACE"
    PAUSED = "PAUSED"


class DepositPaymentKind(StrEnum):
    """What a payment into the deposit is (缴纳类型)."""

    INITIAL = "INITIAL"
    TOP_UP = "TOP_UP"


class DepositPaymentState(StrEnum):
    """Where a payment into the deposit stands (缴纳状态)."""

    REQUESTED = "REQUESTED"
    PAID = "PAID"
    CLOSED = "CLOSED"


class DeductionPurpose(StrEnum):
    """What is paid out of the deposit (扣划用途)."""

    COMPENSATION = "COMPENSATION"
    DEBT = "DEBT"


class DeductionState(StrEnum):
    """Where a deduction stands (扣划状态)."""

    FROZEN = "FROZEN"
    DONE = "DONE"
    RELEASED = "RELEASED"


ENOUGH: Final = frozenset({DepositState.NOT_REQUIRED, DepositState.SATISFIED, DepositState.GRACE})
"""States in which cards may be sold."""
SHORT: Final = frozenset({DepositState.GRACE, DepositState.PAUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class DepositRule:
    """The rule of a merchant type's version; amounts in fen, the share in basis points."""

    base_fen: Fen = 0
    per_store_fen: Fen = 0
    balance_bps: int = 0
    cap_fen: Fen | None = None
    grace_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What the rule asks for, by its parts; `required_fen` is their sum less `capped_fen`."""

    base_fen: Fen
    stores_fen: Fen
    balance_part_fen: Fen
    capped_fen: Fen

    @property
    def required_fen(self) -> Fen:
        return self.base_fen + self.stores_fen + self.balance_part_fen - self.capped_fen


def requirement(rule: DepositRule, *, stores: int, balance_fen: Fen) -> Requirement:
    """What a merchant with so many stores and so much unperformed prepaid money has to deposit.

    The share of the balance is rounded up to the fen: a fen too little would be a shortfall.
    """
    stores_fen, balance_part_fen = rule.per_store_fen * stores, ceil_share(balance_fen, rule.balance_bps)
    whole = rule.base_fen + stores_fen + balance_part_fen
    capped_fen = 0 if rule.cap_fen is None else max(whole - rule.cap_fen, 0)
    return Requirement(
        base_fen=rule.base_fen, stores_fen=stores_fen, balance_part_fen=balance_part_fen, capped_fen=capped_fen
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a deposit stands on a legal day."""

    state: DepositState
    short_since: date | None = None
    grace_until: date | None = None
    """Last day of grace."""


def standing(
    *, required_fen: Fen, due_fen: Fen, held_fen: Fen, satisfied_before: bool, short_since: date | None, today: date,
    grace_days: int,
) -> Standing:  # fmt: skip
    """How a deposit stands when `held_fen` of `due_fen` (required less waived) are there.

    A merchant that never had enough has no grace: it does not begin to sell. One that had runs short on
    `short_since` (today, when it was enough until now) and is paused on the day after the last one of grace.
    """
    if held_fen >= due_fen:
        free = required_fen == 0 or (due_fen == 0 and held_fen == 0)
        return Standing(state=DepositState.NOT_REQUIRED if free else DepositState.SATISFIED)
    if not satisfied_before:
        return Standing(state=DepositState.UNPAID)
    since = short_since or today
    until = since + timedelta(days=grace_days)
    state = DepositState.GRACE if today <= until else DepositState.PAUSED
    return Standing(state=state, short_since=since, grace_until=until)
