"""The payment provider (支付渠道): charges payers, refunds, pays out, and tells what it did.

Every order carries our own reference, bank-wide unique. The provider carries each reference out once, however
often it is asked; after an answer that was lost the same reference is asked for again, never a new one. Amounts
are fen. Who is paid is the merchant's own number at the provider (`payee`): the platform collects for nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Protocol, TypeAlias


class PaymentMethod(StrEnum):
    """How the payer is reached (支付方式)."""

    JSAPI = "JSAPI"
    """In the mini-program, by parameters that its pay call takes."""
    NATIVE = "NATIVE"
    """By a QR code at the counter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeOrder:
    """What one payer is to pay; the provider takes nothing after `expires_at`."""

    reference: str
    payee: str
    amount_fen: int
    description: str
    method: PaymentMethod
    payer: str | None
    """The payer's openid at our application, of a JSAPI charge."""
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeOffer:
    """What a payer pays with."""

    pay_parameters: Mapping[str, str] | None = None
    """Of JSAPI: the arguments of the mini-program's pay call, signed."""
    code_url: str | None = None
    """Of NATIVE: what the QR code holds. The sandbox gives its cashier page, for JSAPI as well."""


class ChargeState(StrEnum):
    """What the provider says of a charge."""

    UNPAID = "UNPAID"
    PAID = "PAID"
    FAILED = "FAILED"
    """The payer's last try failed; he may try again."""
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeStatus:
    """A charge as the provider has it; whoever reads it compares every field with his own order."""

    reference: str
    state: ChargeState
    partner: str
    """Number of the partner (the bank) at the provider."""
    payee: str
    application: str
    """Application id that the charge was made with."""
    amount_fen: int | None = None
    currency: str | None = None
    provider_reference: str | None = None
    payer: str | None = None
    """Openid of who paid."""
    paid_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundOrder:
    """A part, or the whole, of a paid charge that goes back the way it came."""

    reference: str
    charge_reference: str
    payee: str
    amount_fen: int
    charged_fen: int
    reason: str


class RefundState(StrEnum):
    """What the provider says of a refund."""

    PROCESSING = "PROCESSING"
    SUCCEEDED = "SUCCEEDED"
    CLOSED = "CLOSED"
    """Given up by the provider: nothing moved."""
    ABNORMAL = "ABNORMAL"
    """The payer's account does not take it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundStatus:
    """A refund as the provider has it."""

    reference: str
    charge_reference: str
    state: RefundState
    payee: str | None = None
    """Told by notifications only; a query asks in the payee's name."""
    partner: str | None = None
    amount_fen: int | None = None
    provider_reference: str | None = None
    settled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletPayee:
    """A person's wallet. With `real_name` the provider pays only to a wallet of that verified name."""

    openid: str
    real_name: str | None = None


@dataclass(frozen=True, slots=True)
class SettlementAccount:
    """The bank account that the merchant has registered at the provider: always in its own name (同名账户)."""


Payee: TypeAlias = WalletPayee | SettlementAccount


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutOrder:
    """An amount that leaves a merchant's money at the provider."""

    reference: str
    source: str
    """The merchant's number, whose money it is."""
    payee: Payee
    amount_fen: int
    remark: str


class PayoutState(StrEnum):
    """What the provider says of a payout."""

    PROCESSING = "PROCESSING"
    AWAITING_PAYEE = "AWAITING_PAYEE"
    """The payee has to accept it in his wallet."""
    SUCCEEDED = "SUCCEEDED"
    FAILED = "FAILED"
    RETURNED = "RETURNED"
    """It succeeded and the payee's bank sent it back (退票)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutStatus:
    """A payout as the provider has it."""

    reference: str
    state: PayoutState
    source: str | None = None
    partner: str | None = None
    payee: str | None = None
    """Openid of the wallet, where the provider tells it."""
    amount_fen: int | None = None
    provider_reference: str | None = None
    failure: str | None = None
    """The provider's code for why it failed."""
    acceptance: str | None = None
    """What the payee's mini-program opens the acceptance with."""
    settled_at: datetime | None = None


class BillLineKind(StrEnum):
    """Kind of a line of the provider's bill."""

    CHARGE = "CHARGE"
    REFUND = "REFUND"


@dataclass(frozen=True, slots=True, kw_only=True)
class BillLine:
    """One line of the day's bill. A refund's fee is negative: the provider gives it back."""

    kind: BillLineKind
    reference: str
    charge_reference: str
    payee: str
    amount_fen: int
    fee_fen: int
    provider_reference: str
    at: datetime


NotifiedStatus: TypeAlias = ChargeStatus | RefundStatus | PayoutStatus


class ProviderUnreachable(Exception):
    """No answer, or one that says "later": the outcome is unknown. Ask again with the same reference."""


class ProviderUntrusted(ProviderUnreachable):
    """An answer whose signature or contents are not the provider's: believed in nothing, the outcome is unknown."""


class ProviderRefused(Exception):
    """The provider will never do this; `code` is its own."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class UnknownReference(ProviderRefused):
    """The provider has nothing under this reference."""


class ChargeAlreadyPaid(ProviderRefused):
    """A charge cannot be closed any more: it has been paid."""


class NotificationRefused(Exception):
    """A notification that nothing is believed of; `code` says why, for the answer and the alert."""

    def __init__(self, code: "NotificationFault") -> None:
        super().__init__(code.value)
        self.code = code


class NotificationFault(StrEnum):
    """Why a notification is refused before its contents are looked at."""

    MALFORMED = "MALFORMED"
    UNKNOWN_KEY = "UNKNOWN_KEY"
    STALE = "STALE"
    FORGED_SIGNATURE = "FORGED_SIGNATURE"
    UNDECRYPTABLE = "UNDECRYPTABLE"
    UNEXPECTED_EVENT = "UNEXPECTED_EVENT"


class PaymentProvider(Protocol):
    """All calls are safe to repeat. Each may raise `ProviderUnreachable` and `ProviderRefused`."""

    @property
    def partner(self) -> str:
        """Our own number at the provider."""
        ...

    @property
    def application(self) -> str:
        """The application id that charges are made with."""
        ...

    async def charge(self, order: ChargeOrder) -> ChargeOffer:
        """Offer a charge to its payer."""
        ...

    async def query_charge(self, reference: str, payee: str) -> ChargeStatus:
        """How a charge stands. Raises `UnknownReference`."""
        ...

    async def close_charge(self, reference: str, payee: str) -> None:
        """Make a charge unpayable. Raises `ChargeAlreadyPaid`; closing twice or the unknown is done already."""
        ...

    async def refund(self, order: RefundOrder) -> RefundStatus:
        """Give money of a charge back."""
        ...

    async def query_refund(self, reference: str, payee: str) -> RefundStatus:
        """How a refund stands. Raises `UnknownReference`."""
        ...

    async def pay_out(self, order: PayoutOrder) -> PayoutStatus:
        """Send money to a wallet or to the merchant's own bank account."""
        ...

    async def query_payout(self, reference: str, source: str, payee: Payee) -> PayoutStatus:
        """How a payout stands. Raises `UnknownReference`."""
        ...

    async def bill(self, day: date) -> list[BillLine]:
        """Everything charged and refunded on a past legal day, of all merchants; ready at ten the next morning."""
        ...

    def read_notification(self, headers: Mapping[str, str], body: bytes) -> NotifiedStatus:
        """What a notification says, proven to be the provider's and fresh. Raises `NotificationRefused`."""
        ...


JsonObject: TypeAlias = dict[str, Any]
