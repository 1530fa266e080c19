"""What an order is refused for, and that nothing of a refused one stays."""

from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Refusal
from prepaid.core.idempotency import IdempotencyKeyReused
from prepaid.domains.cards.errors import CardFaceOverLimit, IdentityRequired
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.contracts.errors.templates import AgreementTextChanged
from prepaid.domains.identity.errors.consumers import PhoneNotBound
from prepaid.domains.ordering.commands.close_order import close_order
from prepaid.domains.ordering.commands.quote import CartItem
from prepaid.domains.ordering.errors import (
    AgreementNeeded,
    CartInvalid,
    MerchantNotSelling,
    OrderClosed,
    OrderPaid,
    OrderPending,
    PriceChanged,
    ProductNotOnSale,
)
from tests.domains.ordering.market import MIXED, SKATING, TEN_VISITS, Market


async def refused(market: Market, kind: type[Refusal], **more: Any) -> Refusal:
    buyer = more.pop("buyer", None) or await market.buyer()
    before = await market.rows("sales_order")
    with pytest.raises(kind) as found:
        await market.place(buyer, **more)
    assert await market.rows("sales_order") == before
    return found.value


async def test_a_price_that_changed_is_refused_with_both(market: Market) -> None:
    refusal = await refused(market, PriceChanged, expected_total_fen=60_000)
    assert (refusal.data["expected_fen"], refusal.data["current_fen"]) == (60_000, 68_000)
    assert refusal.path == ("expectedTotalFen",)


async def test_a_key_is_good_for_one_order(market: Market) -> None:
    buyer, key = await market.buyer(), uuid4().hex
    first = await market.place(buyer, SKATING, idempotency_key=key)
    again = await market.place(buyer, SKATING, idempotency_key=key)
    assert again.order.id == first.order.id
    await refused(market, IdempotencyKeyReused, buyer=buyer, name=SKATING, pieces=2, idempotency_key=key)


async def test_a_cart_is_one_package_or_services(market: Market) -> None:
    package, service = await market.product(TEN_VISITS), await market.product(SKATING)
    for items in (
        [],
        [CartItem(package, 2)],
        [CartItem(package), CartItem(service)],
        [CartItem(service, 0)],
        [CartItem(service, 100)],
        [CartItem(service), CartItem(service)],
    ):
        await refused(market, CartInvalid, items=items)
    await refused(market, NotFound, items=[CartItem(ProductRef(ProductKind.PACKAGE, uuid4()))])
    card_type = (await market.rows("card_type"))[0]["id"]
    await refused(market, NotFound, items=[CartItem(ProductRef(ProductKind.CARD_TYPE, card_type))])


async def test_what_went_off_sale_cannot_be_bought(market: Market) -> None:
    wanted = {"expected_total_fen": 68_000}
    await market.superuser.execute("UPDATE package SET on_sale_version_id = NULL WHERE name = $1", TEN_VISITS)
    await refused(market, ProductNotOnSale, **wanted)


async def test_a_registered_card_needs_name_and_number_and_a_phone(market: Market) -> None:
    await refused(market, IdentityRequired, buyer=await market.buyer(identified=False))
    buyer = await market.buyer()
    sql = "UPDATE consumer SET phone_index = NULL, phone_masked = NULL, phone_bound_at = NULL WHERE id = $1"
    await market.superuser.execute(sql, buyer.account_id)
    await refused(market, PhoneNotBound, buyer=buyer)


async def test_a_card_needs_the_agreement_that_is_in_force(market: Market) -> None:
    await refused(market, AgreementNeeded, agreement_sha256=None)
    await refused(market, AgreementTextChanged, agreement_sha256=b"\0" * 32)


async def test_anonymous_cards_of_ten_thousand_in_a_day_need_a_name_however_they_are_split(market: Market) -> None:
    await _anonymous(market, price_fen=90_000, face_fen=10_000_000)
    buyer = await market.buyer(identified=False)
    for place in range(11):
        order = await market.bought(buyer, expected_total_fen=90_000)
        assert order["kind"] == ("CARD_PURCHASE" if place == 0 else "CARD_RECHARGE")
    refusal = await refused(market, IdentityRequired, buyer=buyer, expected_total_fen=90_000)
    assert refusal.data["within_fen"] == 12 * 90_000

    async def identify(tx: WriteSession) -> None:
        assert buyer.account_id is not None
        await market.identify(tx, buyer.account_id)

    await market.run(SYSTEM, identify)
    await market.place(buyer, expected_total_fen=90_000)


async def test_orders_that_wait_to_be_paid_count_as_split_purchases(market: Market) -> None:
    await _anonymous(market, price_fen=600_000, face_fen=10_000_000)
    buyer = await market.buyer(identified=False)
    await market.place(buyer, expected_total_fen=600_000)
    await refused(market, IdentityRequired, buyer=buyer, name=MIXED, expected_total_fen=600_000)


async def _anonymous(market: Market, *, price_fen: int, face_fen: int) -> None:
    """All cards of the merchant are anonymous; packages cost that much, of two card types."""
    sql = "UPDATE card_type_version SET kind = 'ANONYMOUS', face_limit_fen = $2 WHERE merchant_id = $1"
    await market.superuser.execute(sql, market.merchant, face_fen)
    await market.superuser.execute("UPDATE merchant_type_version SET anonymous_face_limit_fen = $1", face_fen)
    sql = "UPDATE package_version SET sale_price_fen = $2, list_value_fen = $2 WHERE merchant_id = $1"
    await market.superuser.execute(sql, market.merchant, price_fen)
    other = """
    WITH t AS (INSERT INTO card_type SELECT (jsonb_populate_record(c, jsonb_build_object(
        'id', gen_random_uuid(), 'number', 'C0099', 'name', '第二种卡'))).* FROM card_type c
        WHERE merchant_id = $1 AND name = '滑冰次卡'
        RETURNING *),
    v AS (INSERT INTO card_type_version SELECT (jsonb_populate_record(x, jsonb_build_object(
        'id', gen_random_uuid(), 'product_id', t.id))).* FROM card_type_version x, t
        WHERE x.merchant_id = $1 AND x.name = '滑冰次卡' AND x.state = 'ON_SALE'
        RETURNING product_id)
    UPDATE package_version p SET card_type_id = v.product_id FROM v WHERE p.merchant_id = $1 AND p.name = $2
    """
    await market.superuser.execute(other, market.merchant, MIXED)


async def test_a_card_holds_no_more_than_its_face_also_by_recharges(market: Market) -> None:
    buyer = await market.buyer()
    for _ in range(7):
        await market.bought(buyer)
    refusal = await refused(market, CardFaceOverLimit, buyer=buyer)
    assert (refusal.data["limit_fen"], refusal.data["held_fen"]) == (500_000, 476_000)


@pytest.mark.parametrize("gate", ["SUSPENDED", "FRAUD_HOLD", "CLOSED"])
async def test_a_merchant_whose_sales_are_closed_sells_nothing(market: Market, gate: str) -> None:
    await market.superuser.execute("UPDATE merchant SET gate = $2 WHERE id = $1", market.merchant, gate)
    await refused(market, MerchantNotSelling)
    await refused(market, MerchantNotSelling, name=SKATING)


async def test_another_merchants_store_card_and_salesperson_are_not_there(market: Market) -> None:
    other = await market.superuser.fetchval("SELECT id FROM store WHERE merchant_id <> $1 LIMIT 1", market.merchant)
    await refused(market, NotFound, store_id=other)
    await refused(market, NotFound, card_id=uuid4())
    await refused(market, NotFound, salesperson_id=uuid4())


async def test_another_order_for_the_same_card_waits_until_the_first_is_paid_or_cancelled(market: Market) -> None:
    buyer = await market.buyer()
    first = (await market.place(buyer)).order
    again = await market.place(buyer)
    assert (again.order.id, again.resumed) == (first.id, True)
    refusal = await refused(market, OrderPending, buyer=buyer, name=MIXED)
    assert refusal.data["number"] == first.number


async def test_a_closed_order_is_not_paid_and_a_paid_one_not_closed(market: Market) -> None:
    buyer = await market.buyer()
    order = (await market.place(buyer)).order
    which = {"merchant_id": market.merchant, "order_id": order.id}
    await market.run(buyer, lambda tx: close_order(tx, buyer, **which))
    await market.run(buyer, lambda tx: close_order(tx, buyer, **which))
    with pytest.raises(OrderClosed):
        await market.offer(buyer, order.id)
    paid = await market.bought(buyer)
    for act in (market.offer(buyer, paid["id"]), market.run(buyer, _closing(market, buyer, paid["id"]))):
        with pytest.raises(OrderPaid):
            await act


async def test_nobody_pays_or_closes_the_order_of_another(market: Market) -> None:
    order = (await market.place(await market.buyer())).order
    stranger = await market.buyer()
    for act in (market.offer(stranger, order.id), market.run(stranger, _closing(market, stranger, order.id))):
        with pytest.raises(NotFound):
            await act
    lost = replace(stranger, account_id=uuid4())
    with pytest.raises(NotFound):
        await market.offer(lost, order.id)


def _closing(market: Market, actor: Any, order_id: Any) -> Any:
    return lambda tx: close_order(tx, actor, merchant_id=market.merchant, order_id=order_id)
