"""What the provider keeps: charges, refunds, payouts. Kinds and states are spelled as in its protocol."""

from dataclasses import dataclass, field
from typing import ClassVar
from uuid import uuid4


def _number(prefix: str) -> str:
    return f"{prefix}{uuid4().int % 10**24:024d}"


@dataclass(slots=True, kw_only=True)
class Charge:
    """An order (订单) of a sub-merchant. Times are ISO texts with their zone."""

    kind: ClassVar = "charges"
    reference: str
    partner: str
    payee: str
    application: str
    amount_fen: int
    description: str
    trade_type: str
    payer: str | None
    expires_at: str | None
    notify_url: str
    state: str = "NOTPAY"
    token: str = field(default_factory=lambda: f"wx{uuid4().hex}")
    """The prepay id, and the path of the cashier page."""
    transaction_id: str | None = None
    paid_at: str | None = None

    def terms(self) -> tuple[object, ...]:
        """What a repeated order has to repeat."""
        return (self.payee, self.application, self.amount_fen, self.description, self.trade_type, self.payer)


@dataclass(slots=True, kw_only=True)
class Refund:
    """A refund (退款单) of a charge."""

    kind: ClassVar = "refunds"
    reference: str
    charge_reference: str
    payee: str
    amount_fen: int
    charged_fen: int
    notify_url: str | None
    created_at: str
    state: str = "PROCESSING"
    refund_id: str = field(default_factory=lambda: _number("50"))
    settled_at: str | None = None

    def terms(self) -> tuple[object, ...]:
        return (self.charge_reference, self.payee, self.amount_fen, self.charged_fen)


@dataclass(slots=True, kw_only=True)
class Payout:
    """A transfer to a wallet (TRANSFER, 商家转账) or to the sub-merchant's bank account (WITHDRAWAL, 提现)."""

    kind: ClassVar = "payouts"
    reference: str
    way: str
    payee: str
    """Number of the sub-merchant whose money it is."""
    openid: str | None
    amount_fen: int
    notify_url: str | None
    created_at: str
    updated_at: str
    state: str
    payout_id: str = field(default_factory=lambda: _number("13"))
    failure: str | None = None

    def terms(self) -> tuple[object, ...]:
        return (self.way, self.payee, self.openid, self.amount_fen)


Record = Charge | Refund | Payout
CLASSES: dict[str, type[Charge] | type[Refund] | type[Payout]] = {each.kind: each for each in (Charge, Refund, Payout)}
