"""The provider's JSON as facts: of answers, and of what notifications hold."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from prepaid.providers.payments import (
    ChargeState,
    ChargeStatus,
    JsonObject,
    PayoutState,
    PayoutStatus,
    ProviderUntrusted,
    RefundState,
    RefundStatus,
)

F = TypeVar("F")

CHARGE_STATES: Final[Mapping[str, ChargeState]] = {
    "SUCCESS": ChargeState.PAID,
    "REFUND": ChargeState.PAID,
    "NOTPAY": ChargeState.UNPAID,
    "USERPAYING": ChargeState.UNPAID,
    "PAYERROR": ChargeState.FAILED,
    "CLOSED": ChargeState.CLOSED,
    "REVOKED": ChargeState.CLOSED,
}
"""REFUND: paid, and something of it has been refunded; the refunds themselves are asked for by their references."""

REFUND_STATES: Final[Mapping[str, RefundState]] = {
    "PROCESSING": RefundState.PROCESSING,
    "SUCCESS": RefundState.SUCCEEDED,
    "CLOSED": RefundState.CLOSED,
    "ABNORMAL": RefundState.ABNORMAL,
}

PAYOUT_STATES: Final[Mapping[str, PayoutState]] = {
    "ACCEPTED": PayoutState.PROCESSING,
    "PROCESSING": PayoutState.PROCESSING,
    "TRANSFERING": PayoutState.PROCESSING,
    "CANCELING": PayoutState.PROCESSING,
    "WAIT_USER_CONFIRM": PayoutState.AWAITING_PAYEE,
    "SUCCESS": PayoutState.SUCCEEDED,
    "FAIL": PayoutState.FAILED,
    "CANCELLED": PayoutState.FAILED,
}
"""States of a transfer to a wallet; the spelling is the provider's."""

WITHDRAWAL_STATES: Final[Mapping[str, PayoutState]] = {
    "INIT": PayoutState.PROCESSING,
    "CREATE_SUCCESS": PayoutState.PROCESSING,
    "SUCCESS": PayoutState.SUCCEEDED,
    "FAIL": PayoutState.FAILED,
    "CLOSE": PayoutState.FAILED,
    "REFUND": PayoutState.RETURNED,
}


def understood(read: Callable[[JsonObject], F], value: Any) -> F:
    """What `read` makes of a JSON object.

    Raises:
        ProviderUntrusted: it is none, or not of the agreed form.
    """
    try:
        return read(value)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ProviderUntrusted(f"an answer of an unknown form: {type(error).__name__}") from None


def charge_status(value: JsonObject) -> ChargeStatus:
    """Of a query, or of a notification TRANSACTION.SUCCESS."""
    amount = value.get("amount") or {}
    return ChargeStatus(
        reference=_text(value["out_trade_no"]),
        state=CHARGE_STATES[value["trade_state"]],
        partner=_text(value["sp_mchid"]),
        payee=_text(value["sub_mchid"]),
        application=_text(value["sp_appid"]),
        amount_fen=_optional(amount.get("total"), _fen),
        currency=_optional(amount.get("currency"), _text),
        provider_reference=_optional(value.get("transaction_id"), _text),
        payer=_optional((value.get("payer") or {}).get("sp_openid"), _text),
        paid_at=_optional(value.get("success_time"), _instant),
    )


def refund_status(value: JsonObject) -> RefundStatus:
    """Of an answer, or of a notification REFUND.*, which names the state differently."""
    return RefundStatus(
        reference=_text(value["out_refund_no"]),
        charge_reference=_text(value["out_trade_no"]),
        state=REFUND_STATES[value["status"] if "status" in value else value["refund_status"]],
        payee=_optional(value.get("sub_mchid"), _text),
        partner=_optional(value.get("sp_mchid"), _text),
        amount_fen=_optional((value.get("amount") or {}).get("refund"), _fen),
        provider_reference=_optional(value.get("refund_id"), _text),
        settled_at=_optional(value.get("success_time"), _instant),
    )


def transfer_status(value: JsonObject) -> PayoutStatus:
    """Of a transfer to a wallet: the answer to an order, a query, or a notification MCHTRANSFER.BILL.FINISHED."""
    return PayoutStatus(
        reference=_text(value["out_bill_no"]),
        state=PAYOUT_STATES[value["state"]],
        source=_optional(value.get("sub_mchid"), _text),
        partner=_optional(value.get("sp_mchid"), _text),
        payee=_optional(value.get("openid"), _text),
        amount_fen=_optional(value.get("transfer_amount"), _fen),
        provider_reference=_optional(value.get("transfer_bill_no"), _text),
        failure=_optional(value.get("fail_reason") or None, _text),
        acceptance=_optional(value.get("package_info") or None, _text),
        settled_at=_optional(value.get("update_time") or value.get("create_time"), _instant),
    )


def withdrawal_status(value: JsonObject) -> PayoutStatus:
    """Of a withdrawal to the merchant's own bank account."""
    return PayoutStatus(
        reference=_text(value["out_request_no"]),
        state=WITHDRAWAL_STATES[value["status"]] if "status" in value else PayoutState.PROCESSING,
        source=_text(value["sub_mchid"]),
        partner=_optional(value.get("sp_mchid"), _text),
        amount_fen=_optional(value.get("amount"), _fen),
        provider_reference=_optional(value.get("withdraw_id"), _text),
        failure=_optional(value.get("reason") or None, _text),
        settled_at=_optional(value.get("update_time"), _instant),
    )


def _optional(value: Any, read: Callable[[Any], F]) -> F | None:
    return None if value is None else read(value)


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= 512:
        raise TypeError("a short text is expected")
    return value


def _fen(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("an amount is an integer")
    return value


def _instant(value: Any) -> datetime:
    at = datetime.fromisoformat(_text(value))
    if at.tzinfo is None:
        raise ValueError("an instant has a time zone")
    return at
