"""The table of domain/60, with figures: three kinds of card refund, commission unpaid and paid."""

from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.commission.commands.refund_commission import on_service_return
from prepaid.domains.commission.rules.refunds import RefundCase, Visit
from prepaid.domains.salesforce.rules.commission import Occasion
from prepaid.kit.ids import uuid7
from tests.domains.commission.team import Team
from tests.domains.ordering.market import SKATING

OPENING = 3_400
"""5 % of 680.00."""
VISIT = 204
"""3 % of 68.00."""


async def two_visits(team: Team, order: UUID) -> list[Visit]:
    service = (await team.market.product(SKATING)).id
    return [
        Visit(
            redemption_item_id=uuid7(),
            order_id=order,
            service=ProductRef(ProductKind.SERVICE, service),
            name=SKATING,
            count=1,
            list_fen=8_000,
            value_fen=6_800,
        )
        for _ in range(2)
    ]


@pytest.mark.parametrize("paid", [False, True], ids=["unpaid", "paid"])
@pytest.mark.parametrize(
    ("case", "visited", "reversed_fen", "visits_fen"),
    [
        pytest.param(RefundCase.NOT_CONSUMED, False, OPENING, 0, id="not-consumed"),
        pytest.param(RefundCase.ORDINARY, True, OPENING, 2 * VISIT, id="ordinary"),
        pytest.param(RefundCase.FULL, True, OPENING, 0, id="full"),
    ],
)
async def test_a_card_refund(
    team: Team, paid: bool, case: RefundCase, visited: bool, reversed_fen: int, visits_fen: int
) -> None:
    seller = await team.person()
    order = await (team.paid_sale(seller) if paid else team.sale(seller))
    visits = await two_visits(team, order["id"]) if visited else []
    before = (await team.market.order(order["id"]))["refunded_fen"]
    refund_id = uuid7()
    done = await team.refund(case, order["id"], visits=visits, refund_id=refund_id)
    assert (done.reversed_fen, done.visits_fen) == (reversed_fen, visits_fen)
    assert done.receivable_fen == (reversed_fen if paid else 0)
    assert await team.owed(seller) == (0, reversed_fen if paid else 0)
    (sold, *rest) = await team.lines(order_id=order["id"])
    assert (sold["state"], sold["reversed_fen"]) == ("PAID" if paid else "REVERSED", OPENING)
    assert [(line["kind"], line["amount_fen"]) for line in rest if line["reverses_id"] == sold["id"]] == [
        ("OPENING", -OPENING)
    ]
    earned = [line["amount_fen"] for line in rest if line["reverses_id"] is None]
    assert earned == ([VISIT, VISIT] if visits_fen else [])
    after = await team.market.order(order["id"])
    assert (after["commission_status"], after["refunded_fen"]) == ("REVERSED", before)
    again = await team.refund(case, order["id"], visits=visits, refund_id=refund_id)
    assert (again.reversed_fen, again.visits_fen) == (0, 0)
    assert len(await team.lines(order_id=order["id"])) == 1 + len(rest)


async def test_a_full_refund_after_an_ordinary_one_takes_the_visits_back(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    visits = await two_visits(team, order["id"])
    await team.refund(RefundCase.ORDINARY, order["id"], visits=visits)
    done = await team.refund(RefundCase.FULL, order["id"], visits=visits)
    assert done.reversed_fen == 2 * VISIT
    assert sum(line["amount_fen"] for line in await team.lines(order_id=order["id"])) == 0


async def test_visits_earn_by_the_rules_of_the_day_of_the_sale(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    await team.superuser.execute(
        "UPDATE commission_rule SET retired_at = now() WHERE merchant_id = $1 AND name = 'SERVICE'", team.merchant
    )
    await team.rule(Occasion.SERVICE, 9_000)
    done = await team.refund(RefundCase.ORDINARY, order["id"], visits=await two_visits(team, order["id"]))
    assert done.visits_fen == 2 * VISIT


async def test_what_was_approved_and_is_not_paid_goes_back_to_the_merchant(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    before = await team.market.sums()
    await team.refund(RefundCase.NOT_CONSUMED, order["id"])
    after = await team.market.sums()
    assert await team.owed(seller) == (0, 0)
    assert after.get("MERCHANT_SETTLED", 0) - before.get("MERCHANT_SETTLED", 0) == OPENING


async def test_a_return_of_services_takes_its_share_back(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller, SKATING)
    (sold,) = await team.lines(order_id=order["id"])
    (line,) = await team.market.rows("order_line", order_id=order["id"])

    async def back(fen: int) -> int:
        done = await team.market.run(
            SYSTEM,
            lambda tx: on_service_return(
                tx, merchant_id=team.merchant, refund_id=uuid7(), line_id=line["id"], returned_fen=fen
            ),
        )
        return done.reversed_fen

    assert await back(line["net_fen"] // 3) == -(-sold["amount_fen"] * (line["net_fen"] // 3) // line["net_fen"])
    await back(line["net_fen"])
    (sold, *reversals) = await team.lines(order_id=order["id"])
    assert (sold["state"], sum(each["amount_fen"] for each in reversals)) == ("REVERSED", -sold["amount_fen"])


async def test_what_cannot_be(team: Team) -> None:
    order = await team.sale(await team.person())
    with pytest.raises(ValueError, match="consumed"):
        await team.refund(RefundCase.NOT_CONSUMED, order["id"], visits=await two_visits(team, order["id"]))
    with pytest.raises(NotFound):
        await team.refund(RefundCase.FULL, uuid7(), visits=[])
