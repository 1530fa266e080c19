"""Lessons that are redeemed for a meeting of a class: who came, by whom it was given, and what is refused."""

from typing import Any

import pytest

from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid

OWNER, CARD, PIN = "沈星", "860200000000047", "730415"
MEETINGS = """query($on: Date, $class: ID) { classSessions(on: $on, class: $class, first: 40) { nodes {
  id heldOn starts status attended attendedCards teacherName timetableClass { id name service { id } } } } }"""
DONE = "redemption { id items { name performerName } }"


class Lesson:
    """The school's counter with a pupil's card shown."""

    def __init__(self, demo: Demo) -> None:
        self.demo = demo
        self.store = ""
        self.item: dict[str, Any] = {}

    async def meetings(self, **which: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = (await self.demo.ask(OWNER, MEETINGS, **which))["classSessions"]["nodes"]
        return found

    async def session(self) -> str:
        inputs = {"storeId": self.store, "cardNumber": CARD, "pin": PIN}
        fields = "prepared { session cards { cardId entries { serviceId unit } } }"
        payload = await self.demo.graph.act(await self.demo.person(OWNER), "prepareRedemption", fields, **inputs)
        card = payload["prepared"]["cards"][0]
        entry = card["entries"][0]
        self.item = {"cardId": card["cardId"], "serviceId": entry["serviceId"], "unit": entry["unit"]}
        return str(payload["prepared"]["session"])

    async def redeem(self, meeting: str | None) -> Any:
        session = await self.session()
        inputs = {"storeId": self.store, "session": session, "items": [self.item], "classSessionId": meeting}
        who = await self.demo.person(OWNER)
        return await self.demo.graph.refused(who, "redeem", DONE, **inputs, idempotencyKey=str(uuid7()))

    async def refused(self, meeting: str) -> tuple[str, list[str]]:
        (error,) = (await self.redeem(meeting))["userErrors"]
        return error["code"], error["path"]


@pytest.fixture
async def lesson(demo: Demo) -> Lesson:
    found = Lesson(demo)
    merchant = await demo.merchant("星河舞蹈培训")
    await demo.superuser.execute("UPDATE store SET opens = NULL, closes = NULL, closed_weekdays = '{}'")
    store = await demo.superuser.fetchval(
        "SELECT id FROM store WHERE merchant_id = $1 AND type <> 'ONLINE' ORDER BY number LIMIT 1", merchant
    )
    found.store = gid("Store", store, merchant)
    return found


async def today(lesson: Lesson, *, fits: bool = True) -> dict[str, Any]:
    """A meeting of today that takes the card's lesson, or one that does not."""
    await lesson.session()
    day = str(await lesson.demo.superuser.fetchval("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text"))
    meetings = await lesson.meetings(on=day)
    return next(
        each for each in meetings if (each["timetableClass"]["service"]["id"] == lesson.item["serviceId"]) is fits
    )


async def test_a_lesson_marks_its_card_present_and_earns_its_teacher_until_it_is_undone(lesson: Lesson) -> None:
    meeting = await today(lesson)
    made = await lesson.redeem(meeting["id"])
    assert made["userErrors"] == []
    assert [item["performerName"] for item in made["redemption"]["items"]] == [meeting["teacherName"]]
    after = await today(lesson)
    assert (after["attended"], after["attendedCards"]) == (1, [CARD])
    undo = {"redemptionId": made["redemption"]["id"], "reason": "选错了核销项目", "idempotencyKey": str(uuid7())}
    await lesson.demo.graph.act(await lesson.demo.person(OWNER), "undoRedemption", "", **undo)
    after = await today(lesson)
    assert (after["attended"], after["attendedCards"]) == (0, [])


async def test_a_class_whose_lesson_was_taken_moves_without_that_meeting(lesson: Lesson) -> None:
    meeting = await today(lesson)
    assert (await lesson.redeem(meeting["id"]))["userErrors"] == []
    ended = {"classId": meeting["timetableClass"]["id"], "reason": "学期结束不再开班"}
    await lesson.demo.graph.act(await lesson.demo.person(OWNER), "endTimetableClass", "", **ended)
    left = await lesson.meetings(**{"class": meeting["timetableClass"]["id"]})
    assert [each["id"] for each in left] == [meeting["id"]]


async def test_a_lesson_without_a_class_names_nobody(lesson: Lesson) -> None:
    made = await lesson.redeem(None)
    assert [item["performerName"] for item in made["redemption"]["items"]] == [None]


async def test_a_meeting_of_another_day_service_or_store_takes_nothing(lesson: Lesson) -> None:
    meeting = await today(lesson)
    other = await today(lesson, fits=False)
    later = (await lesson.meetings(**{"class": meeting["timetableClass"]["id"]}))[-1]
    assert later["heldOn"] > meeting["heldOn"]
    assert await lesson.refused(later["id"]) == ("CLASS_SESSION_NOT_NOW", ["classSessionId"])
    assert await lesson.refused(other["id"]) == ("NOT_OF_THIS_CLASS", ["classSessionId"])
    cancel = {"sessionId": meeting["id"], "reason": "老师临时请假停课"}
    await lesson.demo.graph.act(await lesson.demo.person(OWNER), "cancelClassSession", "", **cancel)
    assert await lesson.refused(meeting["id"]) == ("CLASS_SESSION_CANCELLED", ["classSessionId"])
    assert (
        await lesson.demo.superuser.fetchval("SELECT count(*) FROM redemption WHERE class_session_id IS NOT NULL") == 0
    )
