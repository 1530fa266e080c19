"""Custody at a glance (存管概览)."""

from typing import Final

from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.operations import Operation
from prepaid.domains.pages.rules.layout.pages import DashboardPage, PageKind
from prepaid.domains.pages.rules.layout.widgets import Chart, Series, Stat, Widget, WidgetKind
from prepaid.domains.pages.rules.text import Text


def _stat(key: str, zh: str, en: str, field: str, path: str, kind: ValueKind, link: str) -> Widget:
    return Widget(
        key=key,
        title=Text(zh, en),
        kind=WidgetKind.STAT,
        span=6,
        source=Operation(field=field),
        stat=Stat(value_path=path, kind=kind),
        link_page=link,
    )


OVERVIEW: Final = DashboardPage(
    kind=PageKind.DASHBOARD,
    key="custodyOverview",
    path="/custody",
    title=Text("存管概览", "Custody at a glance"),
    widgets=(
        _stat("held", "存管余额", "Held", "custodyFigures", "heldFen", ValueKind.FEN, "custodyWallets"),
        _stat("loaded", "累计入金", "Loaded", "custodyFigures", "loadedFen", ValueKind.FEN, "custodyWallets"),
        _stat("released", "累计释放", "Released", "custodyFigures", "releasedFen", ValueKind.FEN, "custodyWallets"),
        _stat("refunded", "累计退款", "Refunded", "custodyFigures", "refundedFen", ValueKind.FEN, "custodyWallets"),
        _stat(
            "queue",
            "待处理指令",
            "Instructions to decide",
            "walletOperationFigures",
            "inQueue",
            ValueKind.INTEGER,
            "walletOperations",
        ),
        _stat(
            "underWay",
            "进行中指令",
            "Instructions under way",
            "walletOperationFigures",
            "underWay",
            ValueKind.INTEGER,
            "walletOperations",
        ),
        Widget(
            key="byState",
            title=Text("子钱包状态", "Wallets by state"),
            kind=WidgetKind.PIE,
            span=12,
            source=Operation(field="custodyFigures"),
            chart=Chart(
                list_path="byState",
                category_path="key",
                category_kind=ValueKind.ENUM,
                category_dictionary="CustodyWalletState",
                series=(
                    Series(
                        key="wallets", label=Text("子钱包数", "Wallets"), value_path="count", kind=ValueKind.INTEGER
                    ),
                ),
            ),
        ),
    ),
)
