"""Enums of the timetable in the schema, and their words for the pages and the audit trail."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.redemption.rules.timetable import ClassSessionStatus, ClassStatus
from prepaid.domains.stores.graph.dictionaries import DICTIONARIES as OF_STORES
from prepaid.graph.types import described_enum

described_enum(
    ClassStatus, {ClassStatus.ACTIVE: "开班中: meets at its times", ClassStatus.ENDED: "已结课: does not meet any more"}
)
described_enum(
    ClassSessionStatus,
    {
        ClassSessionStatus.PLANNED: "正常: held, or to be held",
        ClassSessionStatus.CANCELLED: "停课: not held",
    },
)
DICTIONARIES: Final = (
    dictionary(
        "ClassStatus",
        (("ACTIVE", "开班中", "Running", Tone.SUCCESS), ("ENDED", "已结课", "Ended", Tone.NEUTRAL)),
    ),
    dictionary(
        "ClassSessionStatus",
        (("PLANNED", "正常", "Planned", Tone.SUCCESS), ("CANCELLED", "停课", "Cancelled", Tone.DANGER)),
    ),
)
WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in (*DICTIONARIES, *OF_STORES)
}
CLASS: Final = field("班级", "Class", "timetableClass")

describe("TimetableClass", "班级", "Class", naming="timetableClass", fields={
    "number": field("班级号", "Number"),
    "store": field("店铺", "Store", "store"),
    "service": field("课程", "Service", "product"),
    "teacher": field("老师", "Teacher", "salesperson"),
    "weekday": field("每周", "Weekday", WORDS["Weekday"]),
    "starts": field("上课", "Starts"),
    "ends": field("下课", "Ends"),
    "firstOn": field("开课日期", "First day"),
    "lastOn": field("结课日期", "Last day"),
    "capacity": field("名额", "Places"),
    "status": field("状态", "State", WORDS["ClassStatus"]),
})  # fmt: skip
describe("ClassSession", "课次", "Class meeting", naming="classSession", fields={
    "status": field("状态", "State", WORDS["ClassSessionStatus"]),
    "heldOn": field("上课日期", "Day"),
    "class": CLASS,
})  # fmt: skip
describe("ClassEnrolment", "班级学员", "Class enrolment", naming="classEnrolment", fields={
    "class": CLASS,
    "card": field("卡号", "Card", "card"),
})  # fmt: skip
naming(
    "timetableClass",
    "SELECT id::text AS key, name AS zh, name AS en FROM timetable_class WHERE id = ANY ($1::uuid[])",
    permission="timetable.read",
)
naming(
    "classSession",
    "SELECT s.id::text AS key, c.name || ' ' || s.held_on AS zh, c.name || ' ' || s.held_on AS en FROM class_session s "
    "JOIN timetable_class c ON c.merchant_id = s.merchant_id AND c.id = s.class_id WHERE s.id = ANY ($1::uuid[])",
    permission="timetable.read",
)
naming(
    "classEnrolment",
    "SELECT e.id::text AS key, c.name AS zh, c.name AS en FROM class_enrolment e "
    "JOIN timetable_class c ON c.merchant_id = e.merchant_id AND c.id = e.class_id WHERE e.id = ANY ($1::uuid[])",
    permission="timetable.read",
)
