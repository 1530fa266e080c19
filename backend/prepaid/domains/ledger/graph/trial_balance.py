"""The trial balance (试算平衡) of a day or at any past instant."""

from datetime import date, datetime
from typing import Annotated

import strawberry

from prepaid.core.errors import BadUserInput
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.ledger.reads.figures import TrialLine
from prepaid.domains.ledger.reads.figures import trial_balance as read_trial_balance
from prepaid.domains.ledger.rules.chart import CHART, AccountClass, AccountCode, Side
from prepaid.graph.types import Fen, GlobalID, Info, query_field
from prepaid.kit import clock

LINES_COST = 50
"""A trial balance has as many lines as the chart has codes, whoever asks."""


@strawberry.type(description="An account code in a trial balance: sums over all its accounts.")
class TrialBalance:
    """One line, on the normal side of its code."""

    code: AccountCode = strawberry.field(description="What the accounts hold")
    account_class: AccountClass = strawberry.field(description="What the accounts are, seen from the bank")
    side: Side = strawberry.field(description="Normal side")
    opening_fen: Fen = strawberry.field(description="Balance before the period")
    debits_fen: Fen = strawberry.field(description="Posted debits of the period")
    credits_fen: Fen = strawberry.field(description="Posted credits of the period")
    closing_fen: Fen = strawberry.field(description="Balance after the period")

    @classmethod
    def of(cls, line: TrialLine) -> "TrialBalance":
        kind = CHART[line.code]
        return cls(
            code=line.code,
            account_class=kind.account_class,
            side=kind.side,
            opening_fen=Fen(line.opening_fen),
            debits_fen=Fen(line.debits_fen),
            credits_fen=Fen(line.credits_fen),
            closing_fen=Fen(line.closing_fen),
        )


@query_field(permission="trial_balance.read", cost=LINES_COST)
async def trial_balance(
    info: Info,
    day: Annotated[date | None, strawberry.argument(description="Accounting day; today when nothing is given")] = None,
    at: Annotated[
        datetime | None, strawberry.argument(description="Instead: from the day's begin up to this instant")
    ] = None,
    merchant: Annotated[GlobalID | None, strawberry.argument(description="Of this merchant alone")] = None,
) -> list[TrialBalance]:
    """Opening, movement and closing of every account code, over all merchants that the caller sees or of one."""
    if day is not None and at is not None:
        raise BadUserInput("ask for a day or for an instant")
    since, until = clock.day_bounds(clock.shanghai_day(at) if at else day or clock.today_shanghai())
    lines = await read_trial_balance(
        await info.context.read(),
        since=since,
        until=at or until,
        merchant_id=optional_id(merchant, "Merchant", "merchant"),
    )
    return [TrialBalance.of(line) for line in lines]
