"""The page on the payer's phone: what is to be paid, and the two things that may happen."""

from datetime import datetime
from html import escape
from pathlib import Path
from typing import Final

from prepaid.kit.clock import SHANGHAI
from prepaid.kit.money import format_yuan
from prepaid.sandbox.wechat_pay.records import Charge

PAGE: Final = Path(__file__).with_name("cashier.html").read_text("utf-8")
STATES: Final = {
    "NOTPAY": "待支付",
    "PAYERROR": "支付失败，可重新支付",
    "SUCCESS": "支付成功",
    "REFUND": "支付成功（已发生退款）",
    "CLOSED": "订单已关闭",
}
METHODS: Final = {"JSAPI": "小程序支付", "NATIVE": "扫码支付"}
ACT: Final = """<form method="post">
    <button class="pay" name="outcome" value="pay">支付</button>
    <button name="outcome" value="fail">失败</button>
  </form>"""


def cashier(charge: Charge) -> str:
    """The page as HTML."""
    until = datetime.fromisoformat(charge.expires_at).astimezone(SHANGHAI) if charge.expires_at else None
    texts = {
        "description": charge.description,
        "amount": format_yuan(charge.amount_fen),
        "payee": charge.payee,
        "reference": charge.reference,
        "method": METHODS[charge.trade_type],
        "until": until.strftime("%Y-%m-%d %H:%M") if until else "—",
    }
    page = PAGE
    for name, text in texts.items():
        page = page.replace(f"<!-- {name} -->", escape(text))
    return page.replace("<!-- act -->", _act(charge))


def _act(charge: Charge) -> str:
    state = f'<p class="state {charge.state}" role="status">{STATES[charge.state]}</p>'
    if charge.state == "NOTPAY":
        return ACT
    return state + ACT if charge.state == "PAYERROR" else state
