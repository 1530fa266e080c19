"""The page a person looks at: what each sub-wallet holds, the last moves, what is switched on."""

from html import escape
from pathlib import Path
from typing import Final

from prepaid.kit.money import format_yuan
from prepaid.sandbox.custody.books import Books, SubWallet
from prepaid.sandbox.custody.oddities import Oddity
from prepaid.sandbox.page import table

PAGE: Final = Path(__file__).with_name("page.html").read_text("utf-8")
SHOWN: Final = 100


def page(books: Books, oddity: Oddity | None) -> str:
    """The page as HTML."""
    wallets = table(
        ("Sub-wallet · 子钱包", "Merchant · 商户", "Held · 余额（元）", "State · 状态"),
        [
            (str(wallet_id), str(wallet.account), format_yuan(wallet.held_fen), _state(wallet))
            for wallet_id, wallet in reversed(list(books.wallets.items())[-SHOWN:])
        ],
        "No sub-wallet yet · 暂无子钱包",
    )
    moves = table(
        ("No. · 序号", "Act · 指令", "From → to · 划转", "Amount · 金额（元）", "Sub-wallet · 子钱包"),
        [
            (str(m.sequence), m.act, f"{m.source} → {m.target}", format_yuan(m.amount_fen), str(m.wallet))
            for m in reversed(books.moves[-SHOWN:])
        ],
        "No money has moved · 暂无划转",
    )
    odd = f"{oddity.answer} × {oddity.times}" if oddity else "None · 无"
    return (
        PAGE.replace("<!-- wallets -->", wallets).replace("<!-- moves -->", moves).replace("<!-- odd -->", escape(odd))
    )


def _state(wallet: SubWallet) -> str:
    if wallet.closed:
        return "Closed · 已关闭"
    return "Frozen · 已冻结" if wallet.frozen else "Open · 正常"
