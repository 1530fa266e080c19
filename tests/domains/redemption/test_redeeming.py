"""What a redemption moves, and that undoing moves it back."""

from tests.domains.redemption.desk import Desk


async def test_a_visit_is_performed_and_undone(desk: Desk) -> None:
    order = await desk.buy()
    before = await desk.market.balances()
    shown = await desk.code()
    prepared = await desk.prepare(code=shown.code)
    (card,) = prepared.cards
    assert (card.refusal, [(e.available, e.name) for e in card.entries]) == (None, [(10, "单次滑冰")])
    redemption = await desk.redeem(desk.visit(order["card_id"]), session=prepared.session)
    (item,) = await desk.items(redemption)
    assert (item["principal_fen"], item["units_left"], item["status"]) == (6_800, 9, "PENDING")
    moved = await desk.market.balances()
    assert moved["CARD_LIABILITY"] == before["CARD_LIABILITY"] - 6_800
    assert moved["MERCHANT_PENDING"] == item["pending_fen"] > 0
    (record,) = await desk.market.rows("sales_order", kind="CARD_CONSUMPTION")
    assert (record["number"], record["total_fen"], record["payment_status"]) == (redemption.number, 6_800, "PAID")
    await desk.undo(redemption)
    assert await desk.market.balances() == before
    assert await desk.lots(order["card_id"]) == [("VISIT", 10, 0, 10)]
    (record,) = await desk.market.rows("sales_order", kind="CARD_CONSUMPTION")
    assert record["payment_status"] == "REFUNDED"
