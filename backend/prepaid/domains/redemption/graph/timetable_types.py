"""Classes, rosters and meetings as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, any_, func, select

from prepaid.core.obstacles import Asker
from prepaid.domains.cards.graph.card_types import Card
from prepaid.domains.catalog.graph.service_types import Service
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.redemption.graph import timetable_words as _words  # noqa: F401 - names the enums
from prepaid.domains.redemption.models.redemptions import Redemption, RedemptionItem
from prepaid.domains.redemption.models.timetable import ClassEnrolment as E
from prepaid.domains.redemption.models.timetable import ClassSession as S
from prepaid.domains.redemption.models.timetable import TimetableClass as C
from prepaid.domains.redemption.reads.timetable_obstacles import CANCELLING, EDITING, ENROLLING, LEAVING
from prepaid.domains.redemption.rules import timetable_permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.redemption.rules.timetable import ClassSessionStatus, ClassStatus
from prepaid.domains.salesforce.graph.people_types import Salesperson
from prepaid.domains.salesforce.models import Salesperson as PersonRow
from prepaid.domains.stores.graph.types import Store
from prepaid.domains.stores.rules.stores import Weekday
from prepaid.graph.types import (
    ActionState,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    column,
    expr,
    graph_type,
    many,
    one,
)


def _own_teacher(ctx: PlanContext, row: Row) -> ColumnElement[bool]:
    return (
        select(PersonRow.id)
        .where(
            PersonRow.merchant_id == row.merchant_id,
            PersonRow.id == row.teacher_id,
            PersonRow.membership_id == ctx.actor_param("membership_id"),
        )
        .exists()
    )


def _own(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees what is held there; whoever sees only his own, what he gives."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    return [_own_teacher(ctx, row)] if ctx.scope == "SELF" else []


def _of_own_class(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    if ctx.scope not in (*WITHIN_STORES, "SELF"):
        return []
    mine = _own(ctx, C)  # type: ignore[arg-type]
    return [select(C.id).where(C.merchant_id == row.merchant_id, C.id == row.class_id, *mine).exists()]


def _on_roster(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.left_at.is_(None)


def _of_class(course: Row, row: Row) -> ColumnElement[bool]:
    return (row.merchant_id == course.merchant_id) & (row.class_id == course.id)


def _roster_of(meeting: Row, row: Row) -> ColumnElement[bool]:
    return (row.merchant_id == meeting.merchant_id) & (row.class_id == meeting.class_id)


def _coming(ctx: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.held_on >= func.date(func.timezone("Asia/Shanghai", ctx.now()))


def _running(_: Asker) -> ColumnElement[bool]:
    return C.status == "ACTIVE"


def _came(_: PlanContext) -> ColumnElement[Any]:
    """Redemptions for the meeting that were not undone."""
    own = (Redemption.merchant_id == S.merchant_id) & (Redemption.class_session_id == S.id)
    return select(func.count()).where(own, Redemption.status != "UNDONE").scalar_subquery()


def _came_cards(_: PlanContext) -> ColumnElement[Any]:
    own = (Redemption.merchant_id == S.merchant_id) & (Redemption.class_session_id == S.id)
    numbers = (
        select(RedemptionItem.card_number)
        .join(
            Redemption,
            (Redemption.merchant_id == RedemptionItem.merchant_id) & (Redemption.id == RedemptionItem.redemption_id),
        )
        .where(own, Redemption.status != "UNDONE", RedemptionItem.card_number.is_not(None))
        .distinct()
        .order_by(RedemptionItem.card_number)
    )
    return func.array(numbers.scalar_subquery())


def _teacher_name(row: type[C] | type[S]) -> Any:
    def named(_: PlanContext) -> ColumnElement[Any]:
        return (
            select(PersonRow.name)
            .where(PersonRow.merchant_id == row.merchant_id, PersonRow.id == row.teacher_id)
            .scalar_subquery()
        )

    return named


@graph_type(C, permission="timetable.read", scope=_own)
class TimetableClass:
    """A class (班级): one service, given by one teacher in one store, every week at a time or once."""

    number: str = column(C.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(C.name, "Name", filterable=True, sortable=True)
    status: ClassStatus = column(C.status, "Whether it runs", filterable=True)
    weekday: Weekday | None = column(C.weekday, "Day of the week; null: once, on the first day", filterable=True)
    starts: str = column(C.starts, "When it begins, HH:MM, Shanghai", sortable=True)
    ends: str = column(C.ends, "When it ends, HH:MM, Shanghai")
    first_on: date = column(C.first_on, "First day", filterable=True, sortable=True)
    last_on: date | None = column(C.last_on, "Last day; null: open", filterable=True, sortable=True)
    capacity: int = column(C.capacity, "Places", sortable=True)
    note: str = column(C.note, "Remark")
    created_at: datetime = column(C.created_at, "When it was entered", sortable=True)
    available_actions: list[ActionState] = actions(
        action("updateTimetableClass", *EDITING, offered=_running),
        action("enrolInClass", *ENROLLING, offered=_running),
        action("endTimetableClass", *EDITING, offered=_running),
    )
    merchant: Merchant | None = of_merchant("Whose class it is")
    store: Store | None = one(
        "Store",
        "Where it is held",
        on=lambda course, store: (store.merchant_id == course.merchant_id) & (store.id == course.store_id),
        permission="store.read",
    )
    service: Service | None = one(
        "Service",
        "What is given, and redeemed for it",
        on=lambda course, service: (service.merchant_id == course.merchant_id) & (service.id == course.service_id),
        permission="product.read",
    )
    teacher_name: str = expr(_teacher_name(C), "Who gives it, by name")
    teacher: Salesperson | None = one(
        "Salesperson",
        "Who gives it",
        on=lambda course, person: (person.merchant_id == course.merchant_id) & (person.id == course.teacher_id),
        permission="salesperson.read",
    )
    enrolled: int = aggregate("count", "ClassEnrolment", "Cards on its roster", on=_of_class, where=_on_roster)
    roster: list["ClassEnrolment"] = many(
        "ClassEnrolment",
        "Its roster, in the order of enrolment",
        on=_of_class,
        where=_on_roster,
        order_by=lambda row: [row.enrolled_at, row.id],
    )
    coming: list["ClassSession"] = many(
        "ClassSession",
        "Its coming meetings, four weeks ahead",
        on=_of_class,
        where=_coming,
        order_by=lambda row: [row.held_on],
    )


@graph_type(E, permission="timetable.read", scope=_of_own_class)
class ClassEnrolment:
    """A card on the roster of a class (学员名册)."""

    enrolled_at: datetime = column(E.enrolled_at, "Since when", filterable=True, sortable=True)
    left_at: datetime | None = column(E.left_at, "When it left; null: it is on the roster", filterable=True)
    leave_reason: str | None = column(E.leave_reason, "Why it left")
    available_actions: list[ActionState] = actions(
        action("leaveClass", *LEAVING, offered=lambda ask: E.left_at.is_(None))
    )
    card: Card | None = one(
        "Card",
        "The card",
        on=lambda row, card: (card.merchant_id == row.merchant_id) & (card.id == row.card_id),
        permission="card.read",
    )


@graph_type(S, permission="timetable.read", scope=_own)
class ClassSession:
    """One meeting of a class (课次)."""

    held_on: date = column(S.held_on, "Day", filterable=True, sortable=True)
    starts: str = column(S.starts, "When it begins, HH:MM, Shanghai", sortable=True)
    ends: str = column(S.ends, "When it ends, HH:MM, Shanghai")
    status: ClassSessionStatus = column(S.status, "Whether it is held", filterable=True)
    cancel_reason: str | None = column(S.cancel_reason, "Why it is not held")
    attended: int = expr(_came, "Redemptions for it that stand")
    available_actions: list[ActionState] = actions(
        action("cancelClassSession", *CANCELLING, offered=lambda ask: S.status == "PLANNED")
    )
    timetable_class: TimetableClass | None = one(
        "TimetableClass",
        "The class",
        on=lambda row, course: (course.merchant_id == row.merchant_id) & (course.id == row.class_id),
    )
    store: Store | None = one(
        "Store",
        "Where it is held",
        on=lambda row, store: (store.merchant_id == row.merchant_id) & (store.id == row.store_id),
        permission="store.read",
    )
    teacher_name: str = expr(_teacher_name(S), "Who gives it, by name")
    teacher: Salesperson | None = one(
        "Salesperson",
        "Who gives it",
        on=lambda row, person: (person.merchant_id == row.merchant_id) & (person.id == row.teacher_id),
        permission="salesperson.read",
    )
    enrolled: int = aggregate(
        "count", "ClassEnrolment", "Cards on the roster of the class", on=_roster_of, where=_on_roster
    )
    roster: list[ClassEnrolment] = many(
        "ClassEnrolment",
        "The roster of the class, in the order of enrolment",
        on=_roster_of,
        where=_on_roster,
        order_by=lambda row: [row.enrolled_at, row.id],
    )
    attended_cards: list[str] = expr(_came_cards, "Numbers of the cards that came")
