"""Root fields about commission, its payout, and handovers."""

from sqlalchemy import ColumnElement

from prepaid.domains.commission import models as m
from prepaid.domains.commission.graph.handover_types import Handover, HandoverItem
from prepaid.domains.commission.graph.line_types import CommissionLine, CommissionStatement
from prepaid.domains.commission.graph.payout_types import (
    CommissionPayout,
    CommissionReceivable,
    CommissionRun,
    CommissionSetting,
)
from prepaid.domains.commission.rules.lines import REVIEWABLE
from prepaid.domains.salesforce.models import Salesperson
from prepaid.graph.types import Argument, GlobalID, PlanContext, Row, root_connection, root_one

READ = "commission.read"
MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
PERSON = Argument(GlobalID | None, "Of this person", lambda row, value: row.salesperson_id == value)
OF = {"merchant": MERCHANT, "salesperson": PERSON, "statement": PERSON}


def _to_review(ctx: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.state.in_(REVIEWABLE) & (row.frozen_until <= ctx.now())


root_connection(
    "commissionLines",
    CommissionLine,
    "Lines of commission, newest first",
    permission=READ,
    search=[m.CommissionLine.order_number, m.CommissionLine.subject, m.CommissionLine.salesperson_name],
    order_by=["-earnedAt"],
    arguments={
        **OF,
        "payout": Argument(GlobalID | None, "Paid by this payout", lambda row, value: row.payout_id == value),
    },
)
root_connection(
    "commissionsToReview",
    CommissionLine,
    "Lines that wait for a review, the first earned first",
    permission="commission.review",
    where=_to_review,
    search=[m.CommissionLine.order_number, m.CommissionLine.subject, m.CommissionLine.salesperson_name],
    order_by=["earnedAt"],
    arguments=OF,
)
root_one("commissionLine", CommissionLine, "One line of commission", permission=READ)
root_connection(
    "commissionStatements",
    CommissionStatement,
    "What each person has earned, was paid and owes",
    permission=READ,
    search=[Salesperson.search, Salesperson.staff_number],
    order_by=["staffNumber"],
    arguments={"merchant": MERCHANT},
)
root_one("commissionStatement", CommissionStatement, "One person's statement", permission=READ)
root_connection(
    "commissionRuns",
    CommissionRun,
    "Payout runs, newest first",
    permission=READ,
    order_by=["-startedAt"],
    arguments={"merchant": MERCHANT},
)
root_one("commissionRun", CommissionRun, "One payout run", permission=READ)
root_connection(
    "commissionPayouts",
    CommissionPayout,
    "Payouts of commission, newest first",
    permission=READ,
    order_by=["-createdAt"],
    arguments={
        **OF,
        "run": Argument(GlobalID | None, "Of this run", lambda row, value: row.run_id == value),
    },
)
root_one("commissionPayout", CommissionPayout, "One payout of commission", permission=READ)
root_connection(
    "commissionReceivables",
    CommissionReceivable,
    "What people owe, newest first",
    permission=READ,
    order_by=["-aroseAt"],
    arguments=OF,
)
root_one("commissionReceivable", CommissionReceivable, "One receivable", permission=READ)
root_connection(
    "commissionSettings",
    CommissionSetting,
    "Versions of how merchants pay commission, newest first",
    permission="commission_setting.read",
    order_by=["-madeAt"],
    arguments={"merchant": MERCHANT},
)
root_one("commissionSetting", CommissionSetting, "One version of the settings", permission="commission_setting.read")
root_connection(
    "handovers",
    Handover,
    "Handovers, newest first",
    permission="handover.read",
    search=[m.Handover.number, m.Handover.leaver_name],
    order_by=["-createdAt"],
    arguments={"merchant": MERCHANT},
)
root_one("handover", Handover, "One handover", permission="handover.read")
root_connection(
    "handoverItems",
    HandoverItem,
    "Results of handovers",
    permission="handover.read",
    arguments={"handover": Argument(GlobalID | None, "Of this handover", lambda row, value: row.handover_id == value)},
)
