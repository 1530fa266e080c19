"""Words of stores and regions for the pages."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

_TYPES: Final = (("DIRECT", "直营", "Direct", None), ("FRANCHISE", "加盟", "Franchise", None))
DICTIONARIES: Final = (
    dictionary("StoreType", (*_TYPES, ("ONLINE", "线上", "Online", None))),
    dictionary("PhysicalStoreType", _TYPES),
    dictionary(
        "StoreStatus",
        (
            ("OPENING", "筹备中", "Opening", Tone.INFO),
            ("OPEN", "营业", "Open", Tone.SUCCESS),
            ("RELOCATED", "已搬迁", "Relocated", Tone.WARNING),
            ("CLOSED", "已关闭", "Closed", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "RegionStatus", (("ACTIVE", "使用中", "In use", Tone.SUCCESS), ("CLOSED", "已停用", "Closed", Tone.NEUTRAL))
    ),
    dictionary(
        "Weekday",
        (
            ("MONDAY", "周一", "Monday", None),
            ("TUESDAY", "周二", "Tuesday", None),
            ("WEDNESDAY", "周三", "Wednesday", None),
            ("THURSDAY", "周四", "Thursday", None),
            ("FRIDAY", "周五", "Friday", None),
            ("SATURDAY", "周六", "Saturday", None),
            ("SUNDAY", "周日", "Sunday", None),
        ),
    ),
)
