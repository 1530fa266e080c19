"""Classes, meetings and rosters through GraphQL, as the demo's dance school, on a real database."""

from datetime import timedelta
from typing import Any

import pytest

from prepaid.core.database import Database
from prepaid.domains.redemption.jobs.timetable import plan_class_sessions
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

OWNER = "沈星"
STRANGER = "林晓云"
CLASS = "timetableClass { id number name status enrolled weekday coming { id heldOn starts status } }"


class School:
    """The owner at work."""

    def __init__(self, demo: Demo, merchant: Any) -> None:
        self.demo, self.merchant = demo, merchant

    async def act(self, name: str, fields: str, /, **inputs: Any) -> Any:
        return await self.demo.graph.act(await self.demo.person(OWNER), name, fields, **inputs)

    async def refused(self, name: str, /, who: str = OWNER, **inputs: Any) -> tuple[str, list[str]]:
        payload = await self.demo.graph.refused(await self.demo.person(who), name, "", **inputs)
        (error,) = payload["userErrors"]
        return error["code"], error["path"]

    async def first(self, table: str, type_name: str, where: str = "true", skip: int = 0) -> str:
        row = await self.demo.superuser.fetchval(
            f"SELECT id FROM {table} WHERE merchant_id = $1 AND {where} ORDER BY id OFFSET {skip} LIMIT 1",
            self.merchant,
        )
        return gid(type_name, row, self.merchant)

    async def details(self, **other: Any) -> dict[str, Any]:
        return {
            "name": "测试班",
            "storeId": await self.first("store", "Store", "type <> 'ONLINE'"),
            "serviceId": await self.first("service", "Service"),
            "teacherId": await self.first("salesperson", "Salesperson", "performs"),
            "weekday": "TUESDAY",
            "starts": "06:00",
            "ends": "07:00",
            "firstOn": clock.today_shanghai().isoformat(),
            "capacity": 2,
            **other,
        }

    async def open(self, **other: Any) -> dict[str, Any]:
        inputs = {**await self.details(**other), "idempotencyKey": str(uuid7())}
        made: dict[str, Any] = (await self.act("createTimetableClass", CLASS, **inputs))["timetableClass"]
        return made

    async def card(self, skip: int = 0) -> str:
        """A card that has lessons of the first service."""
        service = "(SELECT id FROM service s WHERE s.merchant_id = card.merchant_id ORDER BY id LIMIT 1)"
        has = f"EXISTS (SELECT FROM card_lot l WHERE l.card_id = card.id AND {service} = ANY (l.service_ids))"
        return await self.first("card", "Card", has, skip)


@pytest.fixture
async def school(demo: Demo) -> School:
    return School(demo, await demo.merchant("星河舞蹈培训"))


async def test_a_class_meets_four_weeks_ahead_and_moves_with_its_weekday(school: School) -> None:
    made = await school.open()
    assert [f"{each['heldOn']} {each['starts']}" for each in made["coming"]] == sorted(
        f"{clock.today_shanghai() + timedelta(days=n)} 06:00"
        for n in range(28)
        if (clock.today_shanghai() + timedelta(days=n)).weekday() == 1
    )
    changed = await school.act(
        "updateTimetableClass", CLASS, classId=made["id"], **await school.details(weekday="FRIDAY", starts="05:30")
    )
    days = changed["timetableClass"]["coming"]
    assert len(days) == 4
    assert {each["starts"] for each in days} == {"05:30"}
    ended = await school.act("endTimetableClass", CLASS, classId=made["id"], reason="学期结束不再开班")
    assert (ended["timetableClass"]["status"], ended["timetableClass"]["coming"]) == ("ENDED", [])
    again = await school.refused("endTimetableClass", classId=made["id"], reason="学期结束不再开班")
    assert again == ("CLASS_ENDED", ["classId"])


async def test_a_single_meeting_is_written_once_however_often_the_job_runs(school: School, demo: Demo) -> None:
    day = clock.today_shanghai() + timedelta(days=3)
    made = await school.open(weekday=None, firstOn=day.isoformat())
    assert [each["heldOn"] for each in made["coming"]] == [day.isoformat()]
    before = await demo.superuser.fetchval("SELECT count(*) FROM class_session")
    await run_job(demo.db)
    assert await demo.superuser.fetchval("SELECT count(*) FROM class_session") == before
    with clock.travel(timedelta(days=7)):
        await run_job(demo.db)
    assert await demo.superuser.fetchval("SELECT count(*) FROM class_session") > before


async def run_job(db: Database) -> None:
    from prepaid.core.actor import SYSTEM

    async with db.write(SYSTEM) as tx:
        await plan_class_sessions(JobOf(tx))  # type: ignore[arg-type]


class JobOf:
    """What the job needs of its context."""

    def __init__(self, tx: Any) -> None:
        self.tx = tx


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"name": " "}, "INVALID_VALUE"),
        ({"starts": "6点"}, "CLASS_TIMES_INVALID"),
        ({"ends": "06:00"}, "CLASS_TIMES_INVALID"),
        ({"lastOn": "2020-01-01"}, "CLASS_PERIOD_INVALID"),
        ({"capacity": 0}, "INVALID_VALUE"),
    ],
    ids=["name", "clock", "empty-span", "period", "capacity"],
)
async def test_what_is_wrong_with_a_class_is_said(school: School, change: dict[str, Any], code: str) -> None:
    inputs = {**await school.details(**change), "idempotencyKey": str(uuid7())}
    assert (await school.refused("createTimetableClass", **inputs))[0] == code


async def test_a_teacher_gives_one_class_at_a_time(school: School) -> None:
    await school.open()
    inputs = {**await school.details(starts="06:59", ends="08:00"), "idempotencyKey": str(uuid7())}
    assert await school.refused("createTimetableClass", **inputs) == ("TEACHER_BUSY", ["starts"])
    day = clock.today_shanghai() + timedelta(days=(1 - clock.today_shanghai().weekday()) % 7 + 7)
    once = {**inputs, "weekday": None, "firstOn": day.isoformat(), "idempotencyKey": str(uuid7())}
    assert await school.refused("createTimetableClass", **once) == ("TEACHER_BUSY", ["starts"])
    other = await school.first("salesperson", "Salesperson", "performs", 1)
    assert (await school.open(teacherId=other))["number"].startswith("K")


async def test_a_roster_holds_cards_that_can_be_used_up_to_its_places(school: School) -> None:
    made = await school.open(capacity=1)
    card = await school.card()
    enrolled = await school.act(
        "enrolInClass", "classEnrolment { id } timetableClass { enrolled }", classId=made["id"], cardId=card
    )
    assert enrolled["timetableClass"]["enrolled"] == 1
    twice = await school.refused("enrolInClass", classId=made["id"], cardId=card)
    assert twice == ("ALREADY_ENROLLED", ["cardId"])
    full = await school.refused("enrolInClass", classId=made["id"], cardId=await school.card(1))
    assert full == ("CLASS_FULL", ["classId"])
    fewer = {"classId": made["id"], **await school.details(capacity=0)}
    assert (await school.refused("updateTimetableClass", **fewer))[0] == "CLASS_CAPACITY_BELOW_ROSTER"
    which = {"enrolmentId": enrolled["classEnrolment"]["id"], "reason": "转到周末班学习"}
    await school.act("leaveClass", "timetableClass { enrolled }", **which)
    assert (await school.refused("leaveClass", **which))[0] == "CLASS_ENROLMENT_OVER"
    await school.act("enrolInClass", "", classId=made["id"], cardId=await school.card(1))


async def test_a_card_without_a_lesson_of_the_class_is_not_enrolled(school: School) -> None:
    other = await school.first("service", "Service", "true", 1)
    made = await school.open(serviceId=other)
    refused = await school.refused("enrolInClass", classId=made["id"], cardId=await school.card())
    assert refused == ("CARD_NOT_FOR_CLASS", ["cardId"])


async def test_a_cancelled_meeting_stays_cancelled_when_the_class_moves(school: School) -> None:
    made = await school.open()
    session = made["coming"][0]["id"]
    which = {"sessionId": session, "reason": "老师临时请假停课"}
    cancelled = await school.act("cancelClassSession", "classSession { status cancelReason }", **which)
    assert cancelled["classSession"] == {"status": "CANCELLED", "cancelReason": "老师临时请假停课"}
    assert (await school.refused("cancelClassSession", **which))[0] == "CLASS_SESSION_OVER"
    changed = await school.act(
        "updateTimetableClass", CLASS, classId=made["id"], **await school.details(starts="05:00")
    )
    kept = [each for each in changed["timetableClass"]["coming"] if each["id"] == session]
    assert [each["status"] for each in kept] == ["CANCELLED"]


async def test_another_merchant_finds_none_of_it(school: School, demo: Demo) -> None:
    made = await school.open()
    gone = await school.refused("endTimetableClass", who=STRANGER, classId=made["id"], reason="试着结束别家的班")
    assert gone == ("NOT_FOUND", ["classId"])
    data = await demo.ask(STRANGER, "query($id: ID!) { timetableClass(id: $id) { name } }", id=made["id"])
    assert data["timetableClass"] is None
