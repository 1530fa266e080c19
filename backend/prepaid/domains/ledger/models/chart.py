"""The chart as the database knows it."""

from sqlalchemy import DDL, event
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule
from prepaid.core.actor import DbRole
from prepaid.core.model import Base
from prepaid.domains.ledger.rules.chart import CHART

READERS = (DbRole.MERCHANT, DbRole.OPERATOR, DbRole.BANK, DbRole.WORKER)


class LedgerChart(Base):
    """A line of the chart of accounts: what new accounts of its code are like. Filled by migrations."""

    __tablename__ = "ledger_chart"
    __access__ = RowAccess(tuple(Rule(role, "SELECT", ALL) for role in READERS))

    code: Mapped[str] = mapped_column(primary_key=True)
    account_class: Mapped[str]
    side: Mapped[str]
    owner: Mapped[str]
    floor_rule: Mapped[str]
    zh: Mapped[str]
    en: Mapped[str]


def rows() -> list[tuple[str, ...]]:
    """The chart of `rules.chart` as rows of this table."""
    return [
        (code, kind.account_class, kind.side, kind.owner, kind.floor, kind.zh, kind.en) for code, kind in CHART.items()
    ]


_VALUES = ",\n".join("(" + ", ".join(f"'{value}'" for value in row) + ")" for row in rows())
event.listen(
    LedgerChart.__table__,
    "after_create",
    DDL(f"INSERT INTO ledger_chart (code, account_class, side, owner, floor_rule, zh, en) VALUES\n{_VALUES}"),  # type: ignore[no-untyped-call]
)
