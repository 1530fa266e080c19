"""Tables of redemption."""

from prepaid.domains.redemption.models.codes import RedemptionCode
from prepaid.domains.redemption.models.disputes import RedemptionDispute
from prepaid.domains.redemption.models.redemptions import OrderLineUse, Redemption, RedemptionItem
from prepaid.domains.redemption.models.timetable import ClassEnrolment, ClassSession, TimetableClass

__all__ = [
    "ClassEnrolment",
    "ClassSession",
    "OrderLineUse",
    "Redemption",
    "RedemptionCode",
    "RedemptionDispute",
    "RedemptionItem",
    "TimetableClass",
]
