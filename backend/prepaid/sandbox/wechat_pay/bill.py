"""The trade bill of a day, as the provider writes it: all charges and refunds of all sub-merchants."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from prepaid.kit.clock import SHANGHAI
from prepaid.kit.money import format_yuan
from prepaid.sandbox.wechat_pay.books import Books
from prepaid.sandbox.wechat_pay.records import Charge, Refund

FEE_BPS: Final = 60
HEADER: Final = (
    "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
    "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,"
    "手续费,费率,订单金额,申请退款金额,费率备注"
)
SUMMARY: Final = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额"


def trade_bill(books: Books, day: date) -> str | None:
    """The bill's text; None when nothing happened on that legal day."""
    lines = [*_charges(books, day), *_refunds(books, day)]
    if not lines:
        return None
    rows = [",".join(f"`{value}" for value in line) for line in lines]
    total = ",".join(f"`{value}" for value in (len(lines), "0.00", "0.00", "0.00", "0.00000", "0.00", "0.00"))
    return "\r\n".join(("\ufeff" + HEADER, *rows, SUMMARY, total, ""))


def fee_of(amount_fen: int) -> int:
    """What the provider charges for an amount: 0.6 %, rounded half up as it does."""
    return (amount_fen * FEE_BPS + 5_000) // 10_000


def _charges(books: Books, day: date) -> Iterator[list[str]]:
    for charge in books.charges.values():
        at = _moment(charge.paid_at)
        if at is not None and at.date() == day:
            yield _line(at, charge, None, "SUCCESS", fee_of(charge.amount_fen))


def _refunds(books: Books, day: date) -> Iterator[list[str]]:
    for refund in books.refunds.values():
        at = _moment(refund.created_at)
        if at is not None and at.date() == day:
            yield _line(at, books.charges[refund.charge_reference], refund, "REFUND", -fee_of(refund.amount_fen))


def _line(at: datetime, charge: Charge, refund: Refund | None, state: str, fee_fen: int) -> list[str]:
    charged = _yuan(charge.amount_fen)
    refunded = _yuan(refund.amount_fen) if refund else "0.00"
    return [
        at.strftime("%Y-%m-%d %H:%M:%S"),
        charge.application,
        charge.partner,
        charge.payee,
        "",
        charge.transaction_id or "",
        charge.reference,
        charge.payer or "",
        charge.trade_type,
        state,
        "OTHERS",
        "CNY",
        "0.00" if refund else charged,
        "0.00",
        refund.refund_id if refund else "0",
        refund.reference if refund else "0",
        refunded,
        "0.00",
        "ORIGINAL" if refund else "",
        refund.state if refund else "",
        charge.description.replace(",", " "),
        "",
        f"{_yuan(fee_fen)}000",
        "0.60%",
        "0.00" if refund else charged,
        refunded,
        "",
    ]


def _yuan(fen: int) -> str:
    return format_yuan(fen).replace(",", "")


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text).astimezone(SHANGHAI) if text else None
