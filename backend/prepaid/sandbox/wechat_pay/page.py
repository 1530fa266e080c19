"""The page a person looks at: what waits for its payer, what the provider believes, what is switched on."""

from html import escape
from pathlib import Path
from typing import Final

from prepaid.kit.money import format_yuan
from prepaid.sandbox.page import table
from prepaid.sandbox.wechat_pay.books import Books
from prepaid.sandbox.wechat_pay.oddities import Oddity

PAGE: Final = Path(__file__).with_name("page.html").read_text("utf-8")
SHOWN: Final = 50
NONE: Final = "None · 无"


def page(books: Books, oddity: Oddity | None) -> str:
    """The page as HTML."""
    charges = list(books.charges.values())[::-1][:SHOWN]
    waiting = [each for each in charges if each.state in ("NOTPAY", "PAYERROR")]
    links = "".join(
        f'<li><a href="/wechat-pay/cashier/{each.token}">¥{format_yuan(each.amount_fen)} {escape(each.description)}'
        f"</a> <code>{escape(each.reference)}</code></li>"
        for each in waiting
    )
    parts = {
        "open": f"<ul>{links}</ul>" if links else f'<p class="none">{NONE}</p>',
        "charges": table(
            ("Reference · 单号", "Payee · 收款商户号", "Amount · 金额（元）", "State · 状态", "Paid at · 支付时间"),
            [(c.reference, c.payee, format_yuan(c.amount_fen), c.state, c.paid_at or "") for c in charges],
            NONE,
        ),
        "refunds": table(
            ("Reference · 单号", "Charge · 原单号", "Amount · 金额（元）", "State · 状态"),
            [
                (r.reference, r.charge_reference, format_yuan(r.amount_fen), r.state)
                for r in list(books.refunds.values())[::-1][:SHOWN]
            ],
            NONE,
        ),
        "payouts": table(
            ("Reference · 单号", "Way · 方式", "Merchant · 商户号", "Amount · 金额（元）", "State · 状态"),
            [
                (p.reference, p.way, p.payee, format_yuan(p.amount_fen), p.state)
                for p in list(books.payouts.values())[::-1][:SHOWN]
            ],
            NONE,
        ),
        "odd": escape(f"{oddity.way} × {oddity.times}") if oddity else NONE,
    }
    text = PAGE
    for name, part in parts.items():
        text = text.replace(f"<!-- {name} -->", part)
    return text
