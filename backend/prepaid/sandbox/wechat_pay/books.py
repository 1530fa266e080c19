"""The provider's books and its rules: what it takes, pays back and pays out."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any, Final, TypeVar

from prepaid.kit import clock
from prepaid.kit.clock import SHANGHAI
from prepaid.sandbox.custody.journal import Journal
from prepaid.sandbox.wechat_pay.records import CLASSES, Charge, Payout, Record, Refund

REFUNDABLE_FOR: Final = timedelta(days=365)
MOST_REFUNDS: Final = 50
NAME_REQUIRED_FROM_FEN: Final = 200_000

R = TypeVar("R", bound=Record)


class Refused(Exception):
    """An answer with an error code of the protocol."""

    def __init__(self, status: int, code: str, message: str = "") -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message or code


@dataclass(slots=True)
class Behaviour:
    """What happens by itself: a person presses at the cashier, refunds and payouts go through."""

    charges: str = "PERSON"
    """PERSON, or PAY: every charge is paid at once."""
    refunds: str = "SUCCESS"
    """SUCCESS, PROCESSING (until it is told otherwise), CLOSED, ABNORMAL."""
    transfers: str = "SUCCESS"
    """SUCCESS, WAIT_USER_CONFIRM (a person accepts), PROCESSING, FAIL."""
    withdrawals: str = "SUCCESS"
    """SUCCESS, CREATE_SUCCESS (until it is told otherwise), FAIL."""


class Books:
    """Everything this provider knows; what is journalled outlives the process."""

    def __init__(self, journal: Journal) -> None:
        self.charges: dict[str, Charge] = {}
        self.refunds: dict[str, Refund] = {}
        self.payouts: dict[str, Payout] = {}
        self.names: dict[str, str] = {}
        """Verified names of wallets by openid; a wallet without one takes any name."""
        self.behaviour = Behaviour()
        self._journal = journal
        for line in journal.lines():
            record = CLASSES[line.pop("kind")](**line)
            self._shelf(record)[record.reference] = record

    def open_charge(self, wanted: Charge) -> Charge:
        """Take an order; the same order again is the same charge."""
        known = self.charges.get(wanted.reference)
        if known is None:
            return self.keep(wanted)
        if known.terms() != wanted.terms():
            raise Refused(400, "INVALID_REQUEST", "商户订单号重复，参数与首次请求不一致")
        self.expire(known)
        if known.state in ("SUCCESS", "REFUND"):
            raise Refused(400, "ORDERPAID", "订单已支付")
        if known.state == "CLOSED":
            raise Refused(400, "ORDER_CLOSED", "订单已关闭")
        return known

    def charge_of(self, reference: str, payee: str) -> Charge:
        charge = self.charges.get(reference)
        if charge is None or charge.payee != payee:
            raise Refused(404, "ORDER_NOT_EXIST", "订单不存在")
        self.expire(charge)
        return charge

    def pay(self, charge: Charge) -> None:
        """The payer confirms. Nothing happens to a charge that is closed or paid."""
        self.expire(charge)
        if charge.state in ("NOTPAY", "PAYERROR"):
            charge.state, charge.paid_at = "SUCCESS", now_text()
            charge.transaction_id = f"42{charge.token[2:28]}"
            self.keep(charge)

    def fail(self, charge: Charge) -> None:
        """The payer's bank says no; he may try again."""
        if charge.state == "NOTPAY":
            charge.state = "PAYERROR"
            self.keep(charge)

    def close(self, charge: Charge) -> None:
        if charge.state in ("SUCCESS", "REFUND"):
            raise Refused(400, "ORDERPAID", "订单已支付")
        charge.state = "CLOSED"
        self.keep(charge)

    def expire(self, charge: Charge) -> None:
        """Nobody can pay after the time that the order names."""
        late = charge.expires_at is not None and clock.now() >= datetime.fromisoformat(charge.expires_at)
        if late and charge.state in ("NOTPAY", "PAYERROR"):
            charge.state = "CLOSED"
            self.keep(charge)

    def open_refund(self, wanted: Refund) -> Refund:
        """Take a refund: of a paid charge, within a year, no more than was paid, at most 50 times."""
        known = self.refunds.get(wanted.reference)
        if known is not None:
            if known.terms() != wanted.terms():
                raise Refused(400, "INVALID_REQUEST", "退款单号重复，参数与首次请求不一致")
            return known
        charge = self.charge_of(wanted.charge_reference, wanted.payee)
        others = [each for each in self.refunds.values() if each.charge_reference == charge.reference]
        standing = sum(each.amount_fen for each in others if each.state != "CLOSED")
        if charge.paid_at is None or wanted.charged_fen != charge.amount_fen:
            raise Refused(400, "INVALID_REQUEST", "订单未支付或金额不一致")
        if clock.now() > datetime.fromisoformat(charge.paid_at) + REFUNDABLE_FOR:
            raise Refused(400, "INVALID_REQUEST", "交易时间超过一年的订单无法提交退款")
        if len(others) >= MOST_REFUNDS:
            raise Refused(400, "INVALID_REQUEST", "部分退款次数超过 50 次")
        if wanted.amount_fen <= 0 or standing + wanted.amount_fen > charge.amount_fen:
            raise Refused(403, "NOT_ENOUGH", "退款金额超过可退金额")
        charge.state = "REFUND"
        self.keep(charge)
        return self.keep(wanted)

    def open_payout(self, wanted: Payout, name: str | None) -> Payout:
        """Take a payout; a transfer of 2,000.00 or more names its receiver."""
        known = self.payouts.get(wanted.reference)
        if known is not None:
            if known.terms() != wanted.terms():
                raise Refused(400, "INVALID_REQUEST", "商户单号重复，参数与首次请求不一致")
            return known
        if wanted.amount_fen <= 0:
            raise Refused(400, "PARAM_ERROR", "金额不正确")
        if wanted.way == "TRANSFER" and name is None and wanted.amount_fen >= NAME_REQUIRED_FROM_FEN:
            raise Refused(400, "PARAM_ERROR", "转账金额不低于 2,000 元时收款用户姓名必填")
        if name is not None and self.names.get(wanted.openid or "", name) != name:
            wanted.state, wanted.failure = "FAIL", "NAME_NOT_CORRECT"
        return self.keep(wanted)

    def settle(self, record: Refund | Payout, state: str, failure: str | None = None) -> None:
        """Bring a refund or payout to a state."""
        record.state = state
        if isinstance(record, Refund):
            record.settled_at = now_text()
        else:
            record.updated_at, record.failure = now_text(), failure
        self.keep(record)

    def keep(self, record: R) -> R:
        """Note a record as it is now."""
        self._shelf(record)[record.reference] = record
        self._journal.append({"kind": record.kind, **asdict(record)})
        return record

    def _shelf(self, record: Record) -> dict[str, Any]:
        shelf: dict[str, Any] = getattr(self, record.kind)
        return shelf


def now_text() -> str:
    """The present instant as the protocol writes it."""
    return clock.now().astimezone(SHANGHAI).replace(microsecond=0).isoformat()
