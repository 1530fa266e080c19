"""Tables of commission."""

from prepaid.domains.commission.models.handover import CustomerKeeper, Handover, HandoverItem
from prepaid.domains.commission.models.lines import CommissionLine
from prepaid.domains.commission.models.payouts import (
    CommissionAccount,
    CommissionNetting,
    CommissionPayout,
    CommissionReceivable,
    CommissionRun,
    CommissionSetting,
)

__all__ = [
    "CommissionAccount",
    "CommissionLine",
    "CommissionNetting",
    "CommissionPayout",
    "CommissionReceivable",
    "CommissionRun",
    "CommissionSetting",
    "CustomerKeeper",
    "Handover",
    "HandoverItem",
]
