"""What is said over the wire: orders in; charges, refunds and payouts out, as answers and as notifications."""

from typing import Any

from prepaid.sandbox.wechat_pay.books import Refused, now_text
from prepaid.sandbox.wechat_pay.records import Charge, Payout, Refund


def charge_order(body: Any, trade_type: str) -> Charge:
    """Read an order for a charge."""
    return Charge(
        reference=_text(body, "out_trade_no", 32),
        partner=_text(body, "sp_mchid", 32),
        payee=_text(body, "sub_mchid", 32),
        application=_text(body, "sp_appid", 32),
        amount_fen=_fen(body["amount"], "total"),
        description=_text(body, "description", 127),
        trade_type=trade_type,
        payer=_text(body["payer"], "sp_openid", 128) if trade_type == "JSAPI" else None,
        expires_at=body.get("time_expire"),
        notify_url=_text(body, "notify_url", 256),
    )


def refund_order(body: Any) -> Refund:
    """Read an order for a refund."""
    return Refund(
        reference=_text(body, "out_refund_no", 64),
        charge_reference=_text(body, "out_trade_no", 32),
        payee=_text(body, "sub_mchid", 32),
        amount_fen=_fen(body["amount"], "refund"),
        charged_fen=_fen(body["amount"], "total"),
        notify_url=body.get("notify_url"),
        created_at=now_text(),
    )


def transfer_order(body: Any, state: str) -> Payout:
    """Read an order for a transfer to a wallet."""
    _text(body, "transfer_scene_id", 36)
    _text(body, "transfer_remark", 32)
    reference = _text(body, "out_bill_no", 32)
    if not reference.isalnum():
        raise Refused(400, "PARAM_ERROR", "商户单号只能由数字、大小写字母组成")
    return _payout("TRANSFER", reference, body, _text(body, "openid", 64), _fen(body, "transfer_amount"), state)


def withdrawal_order(body: Any, state: str) -> Payout:
    """Read an order for a withdrawal to the sub-merchant's bank account."""
    return _payout("WITHDRAWAL", _text(body, "out_request_no", 32), body, None, _fen(body, "amount"), state)


def _payout(way: str, reference: str, body: Any, openid: str | None, amount_fen: int, state: str) -> Payout:
    return Payout(
        reference=reference,
        way=way,
        payee=_text(body, "sub_mchid", 32),
        openid=openid,
        amount_fen=amount_fen,
        notify_url=body.get("notify_url"),
        created_at=now_text(),
        updated_at=now_text(),
        state=state,
    )


def charge_json(charge: Charge) -> dict[str, Any]:
    """Of a query and of a notification."""
    body: dict[str, Any] = {
        "sp_appid": charge.application,
        "sp_mchid": charge.partner,
        "sub_mchid": charge.payee,
        "out_trade_no": charge.reference,
        "trade_state": charge.state,
        "trade_state_desc": charge.state,
    }
    if charge.paid_at is None:
        return body
    amount = {"total": charge.amount_fen, "payer_total": charge.amount_fen}
    return body | {
        "transaction_id": charge.transaction_id,
        "trade_type": charge.trade_type,
        "bank_type": "OTHERS",
        "success_time": charge.paid_at,
        "payer": {"sp_openid": charge.payer or "o-sandbox-payer"},
        "amount": {**amount, "currency": "CNY", "payer_currency": "CNY"},
    }


def refund_json(refund: Refund) -> dict[str, Any]:
    """Of an answer."""
    return {
        "refund_id": refund.refund_id,
        "out_refund_no": refund.reference,
        "out_trade_no": refund.charge_reference,
        "channel": "ORIGINAL",
        "user_received_account": "支付用户零钱",
        "create_time": refund.created_at,
        "status": refund.state,
        "amount": {"total": refund.charged_fen, "refund": refund.amount_fen, "currency": "CNY"},
    } | ({"success_time": refund.settled_at} if refund.state == "SUCCESS" else {})


def refund_notice(refund: Refund, partner: str) -> dict[str, Any]:
    """What a notification holds of a refund: it names the state differently, and both numbers."""
    body = refund_json(refund)
    return body | {"refund_status": body.pop("status"), "sp_mchid": partner, "sub_mchid": refund.payee}


def payout_json(payout: Payout, partner: str) -> dict[str, Any]:
    """Of an answer and of a notification."""
    whose = {"sp_mchid": partner, "sub_mchid": payout.payee}
    times = {"create_time": payout.created_at, "update_time": payout.updated_at}
    if payout.way == "WITHDRAWAL":
        numbers = {"out_request_no": payout.reference, "withdraw_id": payout.payout_id}
        return {**whose, **times, **numbers, "status": payout.state, "amount": payout.amount_fen} | (
            {"reason": payout.failure} if payout.failure else {}
        )
    body = {
        **whose,
        **times,
        "out_bill_no": payout.reference,
        "transfer_bill_no": payout.payout_id,
        "state": payout.state,
        "transfer_amount": payout.amount_fen,
        "openid": payout.openid,
    }
    if payout.state == "WAIT_USER_CONFIRM":
        body["package_info"] = f"sandbox-{payout.payout_id}"
    if payout.failure:
        body["fail_reason"] = payout.failure
    return body


def _text(body: Any, name: str, longest: int) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not 0 < len(value) <= longest:
        raise Refused(400, "PARAM_ERROR", f"{name} 不正确")
    return value


def _fen(body: Any, name: str) -> int:
    value = body.get(name)
    if type(value) is not int or value <= 0:
        raise Refused(400, "PARAM_ERROR", f"{name} 不正确")
    return value
