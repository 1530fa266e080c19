"""Inputs of the mutations of the timetable."""

from datetime import date

import strawberry

from prepaid.domains.redemption.rules.timetable_details import ClassDetails
from prepaid.domains.stores.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.stores.rules.stores import Weekday
from prepaid.graph.types import GlobalID


@strawberry.input(description="What is said of a class.")
class ClassDetailsInput:
    """Shared by creating and editing."""

    name: str = strawberry.field(description="Name")
    store_id: GlobalID = strawberry.field(description="Where it is held")
    service_id: GlobalID = strawberry.field(description="What is given, and redeemed for it")
    teacher_id: GlobalID = strawberry.field(description="The salesperson who gives it")
    weekday: Weekday | None = strawberry.field(default=None, description="Day of the week; absent: once")
    starts: str = strawberry.field(description="When it begins, HH:MM, Shanghai")
    ends: str = strawberry.field(description="When it ends, HH:MM, on the same day")
    first_on: date = strawberry.field(description="First day; of a single meeting its day")
    last_on: date | None = strawberry.field(default=None, description="Last day; absent: open")
    capacity: int = strawberry.field(description="Places, 1 to 500")
    note: str | None = strawberry.field(default=None, description="Remark")

    def read(self) -> ClassDetails:
        """As the commands take it."""
        return ClassDetails(
            name=self.name,
            store_id=self.store_id.of("Store", path=("storeId",)).id,
            service_id=self.service_id.of("Service", path=("serviceId",)).id,
            teacher_id=self.teacher_id.of("Salesperson", path=("teacherId",)).id,
            weekday=self.weekday,
            starts=self.starts,
            ends=self.ends,
            first_on=self.first_on,
            last_on=self.last_on,
            capacity=self.capacity,
            note=self.note or "",
        )


@strawberry.input(description="A new class.")
class CreateTimetableClassInput(ClassDetailsInput):
    """Input of `createTimetableClass`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description="Merchant; absent: the caller's own")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A class as it is to be.")
class UpdateTimetableClassInput(ClassDetailsInput):
    """Input of `updateTimetableClass`."""

    class_id: GlobalID = strawberry.field(description="The class")


@strawberry.input(description="A class, and why it ends.")
class EndTimetableClassInput:
    """Input of `endTimetableClass`."""

    class_id: GlobalID = strawberry.field(description="The class")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A card for a roster.")
class EnrolInClassInput:
    """Input of `enrolInClass`."""

    class_id: GlobalID = strawberry.field(description="The class")
    card_id: GlobalID = strawberry.field(description="The card")


@strawberry.input(description="An entry of a roster, and why it ends.")
class LeaveClassInput:
    """Input of `leaveClass`."""

    enrolment_id: GlobalID = strawberry.field(description="The entry")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A meeting, and why it is not held.")
class CancelClassSessionInput:
    """Input of `cancelClassSession`."""

    session_id: GlobalID = strawberry.field(description="The meeting")
    reason: str = strawberry.field(description="Reason, at least 5 characters")
