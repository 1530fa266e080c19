"""Enough custody or not: what is required, held and guaranteed, and what a shortage stops."""

from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound, Refusal
from prepaid.core.jobs import JobContext
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.commands.end_guarantee import end_guarantee
from prepaid.domains.custody.commands.register_guarantee import GuaranteeTerms, register_guarantee
from prepaid.domains.custody.commands.set_tier import set_tier
from prepaid.domains.custody.errors.sufficiency import (
    CustodyShort,
    GuaranteeEnded,
    GuaranteeRegistered,
    GuaranteeTermInvalid,
    RevenueOnlyForLocal,
)
from prepaid.domains.custody.errors.wallets import CustodyAccountNotOpen
from prepaid.domains.custody.jobs.sufficiency import custody_day
from prepaid.domains.custody.models import SufficiencyCheck
from prepaid.domains.custody.reads.issuing import ensure_drawing_allowed, ensure_issuing_allowed, issuing_stops
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.issuing import IssuingStop
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.commands.set_gate import set_gate
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.custody.world import World
from tests.domains.identity.cast import BANK

REASON = "按年度评级调整"
IN_MARCH = datetime(2027, 3, 20, 2, tzinfo=UTC)
IN_APRIL = datetime(2027, 4, 2, 2, tzinfo=UTC)


def letter(amount_fen: int, days: int = 30, **more: Any) -> GuaranteeTerms:
    today = clock.today_shanghai()
    values: dict[str, Any] = {
        "kind": GuaranteeKind.BANK_LETTER,
        "number": "BH-2027-001",
        "issuer": "某某银行",
        "amount_fen": amount_fen,
        "valid_from": today,
        "valid_until": today + timedelta(days=days),
    }
    return GuaranteeTerms(**(values | more))


async def checked(shop: World) -> SufficiencyCheck:
    return await shop.db.run(SYSTEM, lambda tx: check_sufficiency(tx, merchant_id=shop.merchant_id))


async def asked(shop: World, ensure: Callable[[WriteSession, UUID], Awaitable[None]]) -> None:
    await shop.db.run(SYSTEM, lambda tx: ensure(tx, shop.merchant_id))


async def stops(shop: World) -> list[IssuingStop]:
    return await shop.db.run(SYSTEM, lambda tx: issuing_stops(tx, shop.merchant_id))


async def gate(shop: World) -> str:
    found: str = await shop.superuser.fetchval("SELECT gate FROM merchant WHERE id = $1", shop.merchant_id)
    return found


async def set_to(shop: World, tier: CustodyTier, revenue: int | None = None) -> None:
    await shop.do(set_tier, actor=BANK, tier=tier, prior_year_revenue_fen=revenue, reason=REASON)


async def test_a_merchant_that_has_sold_nothing_needs_nothing(shop: World) -> None:
    check = await checked(shop)
    assert (check.required_fen, check.held_fen, check.shortfall_fen) == (0, 0, 0)
    assert await stops(shop) == []


async def test_a_share_of_the_last_quarter_is_compared_with_what_is_held_now(shop: World) -> None:
    with clock.freeze(IN_MARCH):
        await shop.sold(100_000, custody_bps=3_000)
        await shop.work()
    with clock.freeze(IN_APRIL):
        await shop.sold(900_000, custody_bps=0)
        await shop.work()
        await set_to(shop, CustodyTier.GROUP)
        check = await checked(shop)
        assert (check.quarter, check.quarter_end_fen, check.principal_fen) == ("2027Q1", 100_000, 1_000_000)
        assert (check.required_fen, check.held_fen, check.shortfall_fen) == (30_000, 30_000, 0)
        await set_to(shop, CustodyTier.BRAND)
        check = await checked(shop)
        assert (check.required_fen, check.shortfall_fen) == (40_000, 10_000)


async def test_the_snapshot_of_a_quarter_never_changes(shop: World) -> None:
    count = "SELECT count(*) FROM custody_quarter"
    at_opening = await shop.superuser.fetchval(count)
    with clock.freeze(IN_MARCH):
        card = await shop.sold(100_000)
        await shop.work()
    with clock.freeze(IN_APRIL):
        await checked(shop)
        await shop.redeemed(card, 50_000)
        assert (await checked(shop)).quarter_end_fen == 100_000
    assert await shop.superuser.fetchval(count) == at_opening + 1
    for statement in ("UPDATE custody_quarter SET principal_fen = 0", "DELETE FROM custody_sufficiency"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await shop.superuser.execute(statement)


async def test_money_on_its_way_counts(shop: World) -> None:
    await set_to(shop, CustodyTier.ECNY_FULL)
    await shop.sold(1_000, custody_bps=10_000)
    check = await checked(shop)
    assert (check.required_fen, check.held_fen, check.in_transit_fen, check.shortfall_fen) == (1_000, 0, 1_000, 0)
    await shop.work()
    check = await checked(shop)
    assert (check.held_fen, check.in_transit_fen) == (1_000, 0)


async def test_a_shortage_suspends_and_its_end_reopens(shop: World) -> None:
    await shop.sold(1_000)
    await set_to(shop, CustodyTier.ECNY_FULL)
    assert await stops(shop) == [IssuingStop.CUSTODY_SHORT]
    assert await gate(shop) == "SUSPENDED"
    for ensure in (ensure_issuing_allowed, ensure_drawing_allowed):
        with pytest.raises(CustodyShort) as refused:
            await asked(shop, ensure)
        assert "6.00" in refused.value.message("zh-CN")
    await set_to(shop, CustodyTier.SCALE)
    assert (await stops(shop), await gate(shop)) == ([], "OPEN")
    await shop.db.run(SYSTEM, lambda tx: ensure_drawing_allowed(tx, shop.merchant_id))


async def test_what_somebody_else_suspended_stays_suspended(shop: World) -> None:
    await shop.sold(1_000)
    await set_to(shop, CustodyTier.ECNY_FULL)
    await shop.do(set_gate, actor=BANK, gate=GateState.FRAUD_HOLD, reason="涉嫌欺诈核查")
    await set_to(shop, CustodyTier.SCALE)
    assert (await stops(shop), await gate(shop)) == ([], "FRAUD_HOLD")
    await set_to(shop, CustodyTier.ECNY_FULL)
    assert await gate(shop) == "FRAUD_HOLD"
    await set_to(shop, CustodyTier.SCALE)
    assert await gate(shop) == "FRAUD_HOLD"


async def test_redemption_goes_on_while_custody_is_short(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await set_to(shop, CustodyTier.ECNY_FULL)
    await shop.redeemed(card, 500)
    with clock.travel(timedelta(hours=2)):
        await shop.work()
    assert (await shop.wallet(card))["released_fen"] == 200


async def test_a_guarantee_makes_up_for_a_shortage_until_it_ends(shop: World) -> None:
    await shop.sold(1_000)
    await set_to(shop, CustodyTier.ECNY_FULL)
    guarantee = await shop.do(register_guarantee, actor=BANK, terms=letter(600))
    assert await stops(shop) == []
    with clock.travel(timedelta(days=30)):
        assert (await checked(shop)).shortfall_fen == 0
    with clock.travel(timedelta(days=31)):
        await run_day(shop)
        assert await stops(shop) == [IssuingStop.CUSTODY_SHORT]
    assert (await checked(shop)).shortfall_fen == 0
    await shop.do(end_guarantee, actor=BANK, guarantee_id=guarantee.id, reason=REASON)
    assert await stops(shop) == [IssuingStop.CUSTODY_SHORT]
    with pytest.raises(GuaranteeEnded):
        await shop.do(end_guarantee, actor=BANK, guarantee_id=guarantee.id, reason=REASON)


async def run_day(shop: World) -> None:
    async def day(tx: WriteSession) -> None:
        await custody_day(JobContext(tx, shop.services, 0, 1))

    await shop.db.run(SYSTEM, day)
    await shop.work()


async def test_every_day_tests_every_open_account_once(shop: World) -> None:
    await run_day(shop)
    with clock.travel(timedelta(days=1)):
        await run_day(shop)
    days = await shop.superuser.fetch("SELECT day FROM custody_sufficiency ORDER BY id")
    today = clock.today_shanghai()
    at_opening, *daily = [row["day"] for row in days]
    assert (at_opening, daily) == (today, [today, today + timedelta(days=1)])
    await shop.superuser.execute("UPDATE custody_account SET state = 'FAILED'")
    await run_day(shop)
    assert await shop.superuser.fetchval("SELECT count(*) FROM custody_sufficiency") == len(days)
    with pytest.raises(CustodyAccountNotOpen):
        await checked(shop)
    with pytest.raises(CustodyAccountNotOpen):
        await shop.db.run(SYSTEM, lambda tx: ensure_issuing_allowed(tx, shop.merchant_id))


WRONG_TERMS: dict[str, tuple[dict[str, Any], type[Refusal]]] = {
    "nothing guaranteed": ({"amount_fen": 0}, InvalidValue),
    "ends before it begins": ({"valid_until": date(2020, 1, 1)}, GuaranteeTermInvalid),
    "over already": ({"valid_from": date(2020, 1, 1), "valid_until": date(2020, 1, 2)}, GuaranteeTermInvalid),
    "no number": ({"number": " "}, InvalidValue),
}


@pytest.mark.parametrize("case", WRONG_TERMS)
async def test_a_guarantee_makes_sense(shop: World, case: str) -> None:
    wrong, refusal = WRONG_TERMS[case]
    with pytest.raises(refusal):
        await shop.do(register_guarantee, actor=BANK, terms=letter(**({"amount_fen": 600} | wrong)))


async def test_a_guarantee_is_registered_once(shop: World) -> None:
    await shop.do(register_guarantee, actor=BANK, terms=letter(600))
    with pytest.raises(GuaranteeRegistered):
        await shop.do(register_guarantee, actor=BANK, terms=letter(700))
    await shop.do(register_guarantee, actor=BANK, terms=letter(700, issuer="另一银行"))


async def test_a_tier_makes_sense(shop: World) -> None:
    with pytest.raises(RevenueOnlyForLocal):
        await set_to(shop, CustodyTier.SCALE, 5)
    with pytest.raises(InvalidValue):
        await set_to(shop, CustodyTier.LOCAL, -5)
    await set_to(shop, CustodyTier.LOCAL, 5)
    shop.merchant_id = uuid7()
    with pytest.raises(NotFound):
        await set_to(shop, CustodyTier.SCALE)
