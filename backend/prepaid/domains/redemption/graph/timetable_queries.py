"""Root fields of the timetable."""

from datetime import date

from prepaid.domains.redemption.graph.timetable_types import ClassEnrolment, ClassSession, TimetableClass
from prepaid.domains.redemption.models.timetable import TimetableClass as ClassRow
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

READ = "timetable.read"
MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
STORE = Argument(GlobalID | None, "Held in this store", lambda row, value: row.store_id == value)
TEACHER = Argument(GlobalID | None, "Given by this person", lambda row, value: row.teacher_id == value)
OF_CLASS = Argument(GlobalID | None, "Of this class", lambda row, value: row.class_id == value)

root_connection(
    "timetableClasses",
    TimetableClass,
    "Classes within the caller's data scope, newest first",
    permission=READ,
    search=[ClassRow.search, ClassRow.number],
    arguments={"merchant": MERCHANT, "store": STORE, "teacher": TEACHER},
)
root_one("timetableClass", TimetableClass, "One class", permission=READ)
root_connection(
    "classSessions",
    ClassSession,
    "Meetings of classes, by day and time",
    permission=READ,
    order_by=["heldOn", "starts"],
    arguments={
        "merchant": MERCHANT,
        "store": STORE,
        "teacher": TEACHER,
        "class": OF_CLASS,
        "on": Argument(date | None, "Held on this day", lambda row, value: row.held_on == value),
    },
)
root_one("classSession", ClassSession, "One meeting", permission=READ)
root_connection(
    "classEnrolments",
    ClassEnrolment,
    "Entries of rosters, newest first",
    permission=READ,
    arguments={"merchant": MERCHANT, "class": OF_CLASS},
)
