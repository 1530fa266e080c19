"""What performers earn by visits, takes back with them, and what visits earn the seller after a refund."""

from collections.abc import AsyncIterator
from datetime import date
from uuid import UUID

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession, app_url
from prepaid.core.settings import settings
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.commission.commands.refund_commission import RefundedCommission, on_card_refund
from prepaid.domains.commission.jobs.checks import verify_lines, verify_money
from prepaid.domains.commission.reads.visits import visits_of
from prepaid.domains.commission.rules.refunds import RefundCase
from prepaid.domains.salesforce.commands.grant_sales import grant_sales
from prepaid.domains.salesforce.commands.save_commission_rule import save_commission_rule
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.commands.set_salesperson_status import leave_salesperson
from prepaid.domains.salesforce.rules.commission import Occasion, Rate, RateKind
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.redemption.desk import Desk, next_noon, open_desk


@pytest.fixture
async def desk(demo_database: str) -> AsyncIterator[Desk]:
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    with clock.travel(next_noon() - clock.now()):
        async with open_desk(url, demo_database) as found:
            yield found


async def person(desk: Desk, number: str) -> UUID:
    async def make(tx: WriteSession) -> UUID:
        details = PersonDetails(
            name="顾小霜", staff_number=number, store_id=desk.store, hired_on=date(2026, 1, 1), performs=True
        )
        made = await save_salesperson(tx, SYSTEM, merchant_id=desk.merchant, details=details)
        which = {"merchant_id": desk.merchant, "salesperson_id": made.id}
        for kind in (ProductKind.PACKAGE, ProductKind.SERVICE):
            await grant_sales(tx, SYSTEM, **which, kind=kind, product_id=None)
        found: UUID = made.id
        return found

    return await desk.market.run(SYSTEM, make)


async def rule(desk: Desk, seller: UUID) -> None:
    """What the demo's rules give nothing for on purpose earns this person 3 %."""
    rate = Rate(kind=RateKind.PERCENT, bps=300)
    details = CommissionDetails(occasion=Occasion.SERVICE, rate=rate, salesperson_id=seller)
    await desk.market.run(
        SYSTEM,
        lambda tx: save_commission_rule(
            tx, SYSTEM, merchant_id=desk.merchant, name="退卡后按次", position=1, details=details
        ),
    )


async def lines(desk: Desk, who: UUID) -> list[asyncpg.Record]:
    return await desk.market.rows("commission_line", salesperson_id=who)


async def in_step(desk: Desk) -> None:
    assert [found for verify in (verify_lines, verify_money) for found in await verify(desk.superuser)] == []


@pytest.mark.parametrize("departed", [False, True], ids=["there", "departed"])
async def test_a_visit_earns_its_performer_and_undone_it_does_not(desk: Desk, departed: bool) -> None:
    coach = await person(desk, "T001")
    order = await desk.buy()
    redemption = await desk.redeem(desk.visit(order["card_id"], performer_id=coach))
    (line,) = await lines(desk, coach)
    assert (line["kind"], line["amount_fen"], line["state"]) == ("PERFORMANCE", 6_000, "FROZEN")
    recorded = await desk.market.order(line["order_id"])
    assert (recorded["kind"], recorded["commission_status"]) == ("CARD_CONSUMPTION", "PENDING")
    if departed:
        which = {"merchant_id": desk.merchant, "salesperson_id": coach}
        today = clock.today_shanghai()
        await desk.market.run(
            SYSTEM, lambda tx: leave_salesperson(tx, SYSTEM, **which, on=today, reason="合同到期离职")
        )
    await desk.undo(redemption)
    (line, reversal) = await lines(desk, coach)
    assert (line["state"], reversal["amount_fen"], reversal["cause_kind"]) == ("REVERSED", -6_000, "REDEMPTION_UNDONE")
    assert (await desk.market.order(line["order_id"]))["commission_status"] == "REVERSED"
    await in_step(desk)


@pytest.mark.parametrize(
    ("case", "visits", "taken"),
    [
        pytest.param(RefundCase.ORDINARY, 2, False, id="ordinary"),
        pytest.param(RefundCase.FULL, 0, True, id="full"),
    ],
)
async def test_a_refund_of_a_card_that_was_really_visited_with(
    desk: Desk, case: RefundCase, visits: int, taken: bool
) -> None:
    seller, coach = await person(desk, "T001"), await person(desk, "T002")
    await rule(desk, seller)
    order = await desk.buy(salesperson_id=seller)
    for _ in range(2):
        await desk.redeem(desk.visit(order["card_id"], performer_id=coach))
    undone = await desk.redeem(desk.visit(order["card_id"]))
    await desk.undo(undone)

    async def refund(tx: WriteSession) -> RefundedCommission:
        found = await visits_of(tx, desk.merchant, [order["id"]])
        assert len(found) == 2
        return await on_card_refund(
            tx, merchant_id=desk.merchant, refund_id=uuid7(), case=case, order_ids=[order["id"]], visits=found
        )

    done = await desk.market.run(SYSTEM, refund)
    earned = [line for line in await lines(desk, seller) if line["kind"] == "VISIT"]
    assert (len(earned), done.visits_fen) == (visits, sum(line["amount_fen"] for line in earned))
    assert sum(line["amount_fen"] for line in await lines(desk, seller) if line["kind"] == "OPENING") == 0
    coached = [line for line in await lines(desk, coach) if line["reverses_id"] is None]
    assert {line["state"] for line in coached} == ({"REVERSED"} if taken else {"FROZEN"})
    await in_step(desk)
