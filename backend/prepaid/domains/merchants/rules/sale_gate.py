"""Why a merchant may not sell: every reason at once (销售闸门)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.merchants.rules.deposits import ENOUGH, DepositState


class SaleStop(StrEnum):
    """A reason why a merchant sells and recharges no cards (停售原因)."""

    CONTRACT_NOT_IN_FORCE = "CONTRACT_NOT_IN_FORCE"
    CUSTODY_NOT_OPEN = "CUSTODY_NOT_OPEN"
    CUSTODY_SHORT = "CUSTODY_SHORT"
    DEPOSIT_UNPAID = "DEPOSIT_UNPAID"
    DEPOSIT_SHORT = "DEPOSIT_SHORT"
    DOCUMENT_EXPIRED = "DOCUMENT_EXPIRED"
    SUSPENDED = "SUSPENDED"
    FRAUD_HOLD = "FRAUD_HOLD"
    CLOSING = "CLOSING"
    CLOSED = "CLOSED"
    ISSUING_STOPPED = "ISSUING_STOPPED"
    BANK_STOPPED_ISSUING = "BANK_STOPPED_ISSUING"


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleFacts:
    """What the gate is decided by, of one merchant."""

    gate: str
    contract_in_force: bool
    custody_state: str | None
    custody_short: bool
    deposit_state: str | None
    """None: nobody has assessed it yet, so it is not satisfied."""
    documents_expired: int
    closing: bool
    issuing_stopped: bool
    bank_stopped: bool


_GATES: Final[Mapping[str, SaleStop]] = {
    GateState.SUSPENDED: SaleStop.SUSPENDED,
    GateState.FRAUD_HOLD: SaleStop.FRAUD_HOLD,
    GateState.CLOSED: SaleStop.CLOSED,
}


def stops_of(facts: SaleFacts) -> list[SaleStop]:
    """Every reason that stands in the way, in the order in which one clears them; empty: it may sell."""
    open_ = facts.custody_state == AccountState.OPEN
    paid = facts.deposit_state is not None and facts.deposit_state in ENOUGH
    paused = facts.deposit_state == DepositState.PAUSED
    found = (
        (SaleStop.CONTRACT_NOT_IN_FORCE, not facts.contract_in_force),
        (SaleStop.CUSTODY_NOT_OPEN, not open_),
        (SaleStop.CUSTODY_SHORT, open_ and facts.custody_short),
        (SaleStop.DEPOSIT_UNPAID, not paid and not paused),
        (SaleStop.DEPOSIT_SHORT, paused),
        (SaleStop.DOCUMENT_EXPIRED, facts.documents_expired > 0),
        *((stop, facts.gate == gate) for gate, stop in _GATES.items()),
        (SaleStop.CLOSING, facts.closing and facts.gate != GateState.CLOSED),
        (SaleStop.ISSUING_STOPPED, facts.issuing_stopped),
        (SaleStop.BANK_STOPPED_ISSUING, facts.bank_stopped),
    )
    return [stop for stop, stands in found if stands]


STOP_WORDS: Final[Mapping[SaleStop, tuple[str, str]]] = {
    SaleStop.CONTRACT_NOT_IN_FORCE: ("入驻合同未生效", "no agreement in force"),
    SaleStop.CUSTODY_NOT_OPEN: ("存管钱包未开立", "custody wallet not open"),
    SaleStop.CUSTODY_SHORT: ("存管资金不足", "custody is short"),
    SaleStop.DEPOSIT_UNPAID: ("保证金未缴足", "deposit not paid"),
    SaleStop.DEPOSIT_SHORT: ("保证金不足且宽限期已过", "deposit short, its grace over"),
    SaleStop.DOCUMENT_EXPIRED: ("资质证照已过期", "a document has expired"),
    SaleStop.SUSPENDED: ("商户已暂停经营", "merchant suspended"),
    SaleStop.FRAUD_HOLD: ("商户被风险冻结", "merchant on fraud hold"),
    SaleStop.CLOSING: ("商户清退中", "merchant is being closed"),
    SaleStop.CLOSED: ("商户已关闭", "merchant closed"),
    SaleStop.ISSUING_STOPPED: ("商户发卡已停止", "its issuing is stopped"),
    SaleStop.BANK_STOPPED_ISSUING: ("银行已暂停全部发卡", "the bank has stopped all issuing"),
}
"""What each reason is called, in Chinese and English."""
