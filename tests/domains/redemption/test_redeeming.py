"""What a redemption moves, and that undoing moves it back."""

from datetime import timedelta

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.domains.cards.errors import Insufficient, TakenSince
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.ordering.commands.tenders import Balance
from prepaid.domains.redemption.commands.settle import settle_redemption
from prepaid.domains.redemption.errors import RedemptionSettledAlready, RedemptionUndoneAlready, UndoWindowOver
from prepaid.domains.redemption.jobs.checks import verify_commission, verify_redemptions
from prepaid.domains.redemption.models import Redemption
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.kit import clock
from tests.domains.ordering.market import SKATING, TEN_VISITS
from tests.domains.ordering.test_balance import STORED
from tests.domains.redemption.desk import Desk


async def in_step(desk: Desk) -> None:
    """`prepaid verify` has nothing to say."""
    assert await verify_redemptions(desk.superuser) == []
    assert await verify_commission(desk.superuser) == []


async def settle(desk: Desk, redemption: Redemption) -> int:
    return await desk.market.run(
        SYSTEM,
        lambda tx: settle_redemption(tx, merchant_id=desk.merchant, redemption_id=redemption.id),
    )


async def test_a_visit_is_performed_and_undone(desk: Desk) -> None:
    order = await desk.buy()
    before = await desk.market.balances()
    shown = await desk.code()
    prepared = await desk.prepare(code=shown.code)
    (card,) = prepared.cards
    assert (card.refusal, [(e.available, e.name) for e in card.entries]) == (None, [(10, SKATING)])
    redemption = await desk.redeem(desk.visit(order["card_id"]), session=prepared.session)
    (item,) = await desk.items(redemption)
    assert (item["principal_fen"], item["units_left"], item["status"]) == (6_800, 9, "PENDING")
    moved = await desk.market.balances()
    assert moved["CARD_LIABILITY"] == before["CARD_LIABILITY"] - 6_800
    assert moved["MERCHANT_PENDING"] == item["pending_fen"] > 0
    (record,) = await desk.market.rows("sales_order", kind="CARD_CONSUMPTION", account_id=desk.consumer.account_id)
    assert (record["number"], record["total_fen"], record["payment_status"]) == (redemption.number, 6_800, "PAID")
    await in_step(desk)
    await desk.undo(redemption)
    assert await desk.market.balances() == before
    assert await desk.lots(order["card_id"]) == [("VISIT", 10, 0, 10)]
    (record,) = await desk.market.rows("sales_order", kind="CARD_CONSUMPTION", account_id=desk.consumer.account_id)
    assert record["payment_status"] == "REFUNDED"
    await in_step(desk)
    with pytest.raises(RedemptionUndoneAlready):
        await desk.undo(redemption)


async def test_undoing_is_last_in_first_out(desk: Desk) -> None:
    order = await desk.buy()
    first = await desk.redeem(desk.visit(order["card_id"], 2))
    second = await desk.redeem(desk.visit(order["card_id"], 3))
    with pytest.raises(TakenSince):
        await desk.undo(first)
    await desk.undo(second)
    await desk.undo(first)
    assert await desk.lots(order["card_id"]) == [("VISIT", 10, 0, 10)]
    await in_step(desk)


async def test_custody_goes_out_after_the_window_and_undoing_is_over(desk: Desk) -> None:
    order = await desk.buy()
    redemption = await desk.redeem(desk.visit(order["card_id"]))
    (item,) = await desk.items(redemption)
    await desk.market.work()
    (release,) = await desk.market.rows("custody_operation", subject_id=item["id"])
    assert release["state"] == "REQUESTED"
    with clock.travel(timedelta(hours=1, minutes=1)):
        with pytest.raises(UndoWindowOver):
            await desk.undo(redemption)
        await desk.market.work()
    (release,) = await desk.market.rows("custody_operation", subject_id=item["id"])
    assert (release["state"], release["amount_fen"]) == ("DONE", item["pending_fen"])


async def test_what_custody_released_already_comes_back_with_an_undo(desk: Desk) -> None:
    order = await desk.buy()
    before = await desk.market.balances()
    redemption = await desk.redeem(desk.visit(order["card_id"]))
    (item,) = await desk.items(redemption)
    # The window of this one stays open beyond the release, as after a bank's decision to send it early.
    await desk.superuser.execute("UPDATE redemption SET undo_until = undo_until + interval '2 hours'")
    with clock.travel(timedelta(hours=1, minutes=1)):
        await desk.market.work()
        await desk.undo(redemption)
        await desk.market.work()
    acts = await desk.market.rows("custody_operation", subject_id=item["id"])
    assert [(row["act"], row["state"], row["amount_fen"]) for row in acts] == [
        ("RELEASE", "DONE", item["pending_fen"]),
        ("REVERSE", "DONE", item["pending_fen"]),
    ]
    assert await desk.market.balances() == before
    await in_step(desk)


async def test_what_nobody_disputes_settles_once_and_is_never_undone(desk: Desk) -> None:
    order = await desk.buy()
    redemption = await desk.redeem(desk.visit(order["card_id"], 2))
    (item,) = await desk.items(redemption)
    assert await settle(desk, redemption) == 0
    with clock.travel(item["settle_at"] - clock.now()):
        assert await settle(desk, redemption) == item["pending_fen"]
        assert await settle(desk, redemption) == 0
        with pytest.raises(RedemptionSettledAlready):
            await desk.undo(redemption)
    balances = await desk.market.balances()
    assert (balances.get("MERCHANT_PENDING", 0), balances["MERCHANT_SETTLED"]) == (0, item["pending_fen"])
    assert (await desk.row(redemption))["status"] == "SETTLED"
    await in_step(desk)


async def test_all_or_nothing(desk: Desk) -> None:
    order = await desk.buy()
    with pytest.raises(Insufficient) as refused:
        await desk.redeem(desk.visit(order["card_id"], 4), desk.visit(order["card_id"], 7))
    assert (refused.value.data, refused.value.path) == ({"available": 6}, ("items", "1"))
    assert await desk.lots(order["card_id"]) == [("VISIT", 10, 0, 10)]
    assert await desk.market.rows("redemption", account_id=desk.consumer.account_id) == []


async def test_services_that_a_card_paid_in_part_are_performed_piece_by_piece(desk: Desk) -> None:
    await desk.superuser.execute(STORED, desk.merchant, TEN_VISITS)
    card = (await desk.buy())["card_id"]
    order = await desk.buy(SKATING, pieces=3, balance=Balance(card, 10_000))
    (line,) = await desk.market.rows("order_line", order_id=order["id"])
    (tender,) = [row for row in await desk.market.rows("order_tender", order_id=order["id"]) if row["card_id"]]
    owed = (await desk.market.balances())["ORDER_LIABILITY"]
    await in_step(desk)
    pieces = WantedItem(order_line_id=line["id"], quantity=2)
    prepared = await desk.prepare(order_number=order["number"])
    assert [(each.available, each.value_fen) for each in prepared.lines] == [(3, 8_800)]
    first = await desk.redeem(pieces, session=prepared.session)
    await desk.undo(first)
    assert (await desk.market.balances())["ORDER_LIABILITY"] == owed
    first = await desk.redeem(pieces)
    await in_step(desk)
    with pytest.raises(Insufficient):
        await desk.redeem(pieces)
    second = await desk.redeem(WantedItem(order_line_id=line["id"]))
    assert "ORDER_LIABILITY" not in await desk.market.balances()
    with clock.travel(timedelta(days=8)):
        await settle(desk, first)
        await settle(desk, second)
    balances = await desk.market.balances()
    kept = await desk.superuser.fetchval(
        "SELECT amount_fen FROM ledger_transfer WHERE kind = 'CUSTODY_RELEASE' AND reference = $1", str(tender["id"])
    )
    assert (balances.get("MERCHANT_PENDING", 0), balances["MERCHANT_SETTLED"]) == (0, owed + kept)
    await in_step(desk)


async def test_stored_value_is_spent_by_the_fen(desk: Desk) -> None:
    await desk.superuser.execute(STORED, desk.merchant, TEN_VISITS)
    card = (await desk.buy())["card_id"]
    total = 0
    for face in (1, 99, 12_345, 67_555):
        redemption = await desk.redeem(WantedItem(card_id=card, unit=LotUnit.MONEY, quantity=face))
        (item,) = await desk.items(redemption)
        total += item["principal_fen"]
        assert (item["name"], item["quantity"]) == ("储值消费", face)
    assert (total, await desk.lots(card)) == (68_000, [("MONEY", 80_000, 80_000, 0)])
    balances = await desk.market.balances()
    assert "CARD_LIABILITY" not in balances
    await in_step(desk)


async def test_the_consumer_is_told(desk: Desk) -> None:
    card = (await desk.buy())["card_id"]
    await desk.superuser.execute("DELETE FROM notice")
    redemption = await desk.redeem(desk.visit(card))
    await desk.undo(redemption)
    sql = "SELECT kind, title_zh FROM notice WHERE account_id = $1 ORDER BY id"
    told = [tuple(row) for row in await desk.superuser.fetch(sql, desk.consumer.account_id)]
    assert told == [("redemption.redeemed", f"核销成功：{SKATING}"), ("redemption.undone", f"核销已撤销：{SKATING}")]
