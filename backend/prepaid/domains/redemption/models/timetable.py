"""The timetable: classes with their roster, and the days on which they meet."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from prepaid.core.access import FULL, tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"
DAYS = "'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'"
CLOCK = "'^([01][0-9]|2[0-3]):[0-5][0-9]$'"


def of_class() -> SchemaItem:
    """Foreign key to the class of the same merchant."""
    return ForeignKeyConstraint(["merchant_id", "class_id"], ["timetable_class.merchant_id", "timetable_class.id"])


class TimetableClass(TenantRow, Recorded, Base):
    """A class (班级): one service, given by one teacher in one store, every week at a time or once."""

    __tablename__ = "timetable_class"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "service_id"], ["service.merchant_id", "service.id"]),
        ForeignKeyConstraint(["merchant_id", "teacher_id"], ["salesperson.merchant_id", "salesperson.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index("ix_timetable_class_search", "search", postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"}),
        Index(None, "merchant_id", "store_id"),
        Index(None, "merchant_id", "service_id"),
        Index(None, "merchant_id", "teacher_id"),
        CheckConstraint("status IN ('ACTIVE', 'ENDED')", name="status"),
        CheckConstraint(f"weekday IN ({DAYS})", name="weekday"),
        CheckConstraint(f"starts ~ {CLOCK} AND ends ~ {CLOCK} AND starts < ends", name="hours"),
        CheckConstraint("capacity BETWEEN 1 AND 500", name="capacity"),
        CheckConstraint("weekday IS NOT NULL OR last_on = first_on", name="once"),
        CheckConstraint("last_on IS NULL OR last_on >= first_on", name="period"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant, e.g. `K003`."""
    name: Mapped[str]
    search: Mapped[str]
    status: Mapped[str] = mapped_column(default="ACTIVE")
    store_id: Mapped[UUID]
    service_id: Mapped[UUID]
    teacher_id: Mapped[UUID]
    """The salesperson who gives it."""
    weekday: Mapped[str | None]
    """None: it meets once, on `first_on`."""
    starts: Mapped[str]
    ends: Mapped[str]
    """HH:MM in Shanghai time, on one day."""
    first_on: Mapped[date]
    last_on: Mapped[date | None]
    capacity: Mapped[int]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class ClassEnrolment(TenantRow, Recorded, Base):
    """A card on the roster of a class (学员名册)."""

    __tablename__ = "class_enrolment"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        of_class(),
        ForeignKeyConstraint(["merchant_id", "card_id"], ["card.merchant_id", "card.id"]),
        Index(
            "uq_class_enrolment_open",
            "merchant_id",
            "class_id",
            "card_id",
            unique=True,
            postgresql_where="left_at IS NULL",
        ),
        Index(None, "merchant_id", "card_id"),
        CheckConstraint("(left_at IS NULL) = (leave_reason IS NULL)", name="left"),
    )

    class_id: Mapped[UUID]
    card_id: Mapped[UUID]
    enrolled_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    leave_reason: Mapped[str | None]


class ClassSession(TenantRow, Recorded, Base):
    """One meeting of a class (课次); the coming four weeks are written ahead."""

    __tablename__ = "class_session"
    __access__ = tenant_rows(FULL)
    __table_args__ = (
        of_class(),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "teacher_id"], ["salesperson.merchant_id", "salesperson.id"]),
        UniqueConstraint("merchant_id", "class_id", "held_on"),
        Index(None, "merchant_id", "store_id", "held_on"),
        Index(None, "merchant_id", "teacher_id", "held_on"),
        CheckConstraint("status IN ('PLANNED', 'CANCELLED')", name="status"),
        CheckConstraint("(status = 'CANCELLED') = (cancel_reason IS NOT NULL)", name="cancelled"),
    )

    class_id: Mapped[UUID]
    held_on: Mapped[date]
    store_id: Mapped[UUID]
    teacher_id: Mapped[UUID]
    starts: Mapped[str]
    ends: Mapped[str]
    """As the class was when the day was written, or changed since: a day that is over keeps its own."""
    status: Mapped[str] = mapped_column(default="PLANNED")
    cancel_reason: Mapped[str | None]
