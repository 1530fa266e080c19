"""Stopping issuing at once by one person, and resuming it by two."""

from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.errors import Forbidden, NotFound, StaleObject
from prepaid.domains.custody.commands.switch_issuing import resume_issuing, stop_issuing
from prepaid.domains.custody.errors.issuing import BankStoppedIssuing, IssuingStopped, IssuingSwitchAsWished
from prepaid.domains.custody.reads.issuing import ensure_issuing_allowed, issuing_stops
from prepaid.domains.custody.rules.issuing import IssuingStop
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.errors.changes import ChangeIsOwn
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit.ids import PLATFORM_TENANT, uuid7
from tests.domains.custody.world import World
from tests.domains.identity.cast import do, document, member, node, platform, role

TRAIL = "SELECT action, reason FROM audit_event WHERE action LIKE 'issuing.%' ORDER BY id"
REASON = "监管要求暂停发卡"
RISK = document(
    "risk_desk",
    "BANK",
    [
        node("issuing.read", "PAGE"),
        node("issuing.switch", "ACTION", "issuing.read"),
        node("issuing.approve", "ACTION", "issuing.read"),
    ],
    [role("officer", "issuing.switch", "issuing.approve"), role("clerk", "issuing.read")],
)


@pytest.fixture
async def officers(shop: World) -> tuple[Actor, Actor]:
    desk = await platform(shop.db, RISK)
    first = await member(shop.db, desk, "officer", staff_number="B9001")
    return first, await member(shop.db, desk, "officer", staff_number="B9002")


async def stops(shop: World, merchant: UUID | None = None) -> list[IssuingStop]:
    return await shop.db.run(SYSTEM, lambda tx: issuing_stops(tx, merchant or shop.merchant_id))


async def approve(shop: World, checker: Actor, change: ChangeRequest) -> None:
    await do(
        shop.db,
        checker,
        approve_change,
        tenant=PLATFORM_TENANT,
        change_id=change.id,
        payload_hash=change.payload_hash,
    )


async def test_one_person_stops_a_merchant_and_two_resume_it(shop: World, officers: tuple[Actor, Actor]) -> None:
    first, second = officers
    await shop.do(stop_issuing, actor=first, reason=REASON)
    assert await stops(shop) == [IssuingStop.MERCHANT_SWITCH]
    with pytest.raises(IssuingStopped):
        await shop.db.run(SYSTEM, lambda tx: ensure_issuing_allowed(tx, shop.merchant_id))
    with pytest.raises(IssuingSwitchAsWished):
        await shop.do(stop_issuing, actor=second, reason=REASON)
    change = await shop.do(resume_issuing, actor=first, reason="监管要求已解除")
    assert await stops(shop) == [IssuingStop.MERCHANT_SWITCH]
    with pytest.raises(ChangeIsOwn):
        await approve(shop, first, change)
    await approve(shop, second, change)
    assert await stops(shop) == []
    with pytest.raises(IssuingSwitchAsWished):
        await shop.do(resume_issuing, actor=first, reason="监管要求已解除")
    trail = await shop.superuser.fetch(TRAIL)
    assert [tuple(row) for row in trail] == [("issuing.stopped", REASON), ("issuing.resumed", "监管要求已解除")]


async def test_the_banks_switch_stops_everybody(shop: World, officers: tuple[Actor, Actor]) -> None:
    first, second = officers
    await do(shop.db, first, stop_issuing, merchant_id=None, reason=REASON)
    assert await stops(shop) == [IssuingStop.BANK_SWITCH]
    assert await stops(shop, uuid7()) == [IssuingStop.BANK_SWITCH, IssuingStop.CUSTODY_NOT_OPEN]
    with pytest.raises(BankStoppedIssuing):
        await shop.db.run(SYSTEM, lambda tx: ensure_issuing_allowed(tx, shop.merchant_id))
    await approve(shop, second, await do(shop.db, first, resume_issuing, merchant_id=None, reason=REASON))
    assert await stops(shop) == []


async def test_an_approval_is_for_the_stop_that_was_shown(shop: World, officers: tuple[Actor, Actor]) -> None:
    first, second = officers
    await shop.do(stop_issuing, actor=first, reason=REASON)
    change = await shop.do(resume_issuing, actor=first, reason=REASON)
    await shop.superuser.execute("UPDATE issuing_switch SET changed_at = changed_at + interval '1 s'")
    with pytest.raises(StaleObject):
        await approve(shop, second, change)
    assert await stops(shop) == [IssuingStop.MERCHANT_SWITCH]


async def test_a_person_proposes_and_an_unknown_merchant_is_not_found(shop: World) -> None:
    await shop.do(stop_issuing, reason=REASON)
    with pytest.raises(Forbidden):
        await shop.do(resume_issuing, reason=REASON)
    with pytest.raises(NotFound):
        await do(shop.db, SYSTEM, stop_issuing, merchant_id=uuid7(), reason=REASON)
