"""What a counter refuses, with its code and data; nothing is consumed by it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.attempts import TooManyAttempts
from prepaid.core.errors import NotFound, Refusal
from prepaid.domains.cards.commands.card_pin import set_card_pin
from prepaid.domains.cards.commands.holds import place_hold
from prepaid.domains.cards.errors import CardExpired, CardFrozen, CardPinNotSet, Insufficient
from prepaid.domains.cards.rules.cards import HoldKind
from prepaid.domains.redemption.errors import (
    CardOrPinWrong,
    CodeUnknown,
    MerchantBlocked,
    OutOfHours,
    StaffNotAllowed,
    TokenExpired,
    TokenUsed,
    WrongStore,
)
from prepaid.kit import clock
from tests.domains.redemption.desk import Desk

EVERYWHERE = '{"kind": "ALL_STORES", "ids": []}'
ONE_STORE = """
UPDATE card_type_version SET redemption_scope = jsonb_build_object('kind', 'STORES', 'ids', jsonb_build_array($1::text))
"""


async def bought_card(desk: Desk) -> UUID:
    card: UUID = (await desk.buy())["card_id"]
    return card


async def refused(desk: Desk, card: UUID, refusal: type[Refusal], **more: Any) -> Refusal:
    """Redeeming one visit is refused, and nothing of the card is used."""
    before = await desk.lots(card)
    with pytest.raises(refusal) as caught:
        await desk.redeem(desk.visit(card), **more)
    assert await desk.lots(card) == before
    return caught.value


async def test_a_code_is_used_once_and_lives_a_minute(desk: Desk) -> None:
    card = await bought_card(desk)
    first, second = await desk.code(), await desk.code()
    done = await desk.redeem(desk.visit(card), code=first.code)
    used = await refused(desk, card, TokenUsed, code=first.manual_code)
    assert used.data["number"] == done.number
    await desk.redeem(desk.visit(card), code=f"{second.manual_code[:4]} {second.manual_code[4:]}")
    third = await desk.code()
    with clock.travel(timedelta(seconds=61)):
        await refused(desk, card, TokenExpired, code=third.code)


async def test_a_session_outlives_its_code_for_the_same_cashier_only(desk: Desk) -> None:
    card = await bought_card(desk)
    session = (await desk.prepare(code=(await desk.code()).code)).session
    somebody = replace(desk, cashier=replace(desk.cashier, account_id=uuid4()))
    await refused(somebody, card, CodeUnknown, session=session)
    with clock.travel(timedelta(minutes=4)):
        await desk.redeem(desk.visit(card), session=session)
        await refused(desk, card, TokenUsed, session=session)
    late = (await desk.prepare(code=(await desk.code()).code)).session
    with clock.travel(timedelta(minutes=6)):
        await refused(desk, card, TokenExpired, session=late)


async def test_codes_of_others_are_unknown_in_the_same_words(desk: Desk) -> None:
    card = await bought_card(desk)
    code = (await desk.code()).code
    forged = code[:-2] + ("AA" if code[-2:] != "AA" else "BB")
    for wrong in (forged, "A" * 43, "not a code", "00000000"):
        await refused(desk, card, CodeUnknown, code=wrong)
    other = await desk.superuser.fetchval("SELECT id FROM merchant WHERE id <> $1 LIMIT 1", desk.merchant)
    elsewhere = await desk.market.run(desk.consumer, lambda tx: _code_for(tx, desk, other))
    await refused(desk, card, CodeUnknown, code=elsewhere)
    stranger = await desk.market.buyer()
    await refused(desk, card, NotFound, code=(await desk.code(stranger)).code)
    with pytest.raises(NotFound):
        await desk.code(stranger, card=card)


async def _code_for(tx: Any, desk: Desk, merchant: UUID) -> str:
    from prepaid.domains.redemption.commands.codes import issue_code

    return (await issue_code(tx, desk.consumer, merchant_id=merchant)).code


async def test_typed_digits_are_counted(desk: Desk) -> None:
    card = await bought_card(desk)
    for _ in range(20):
        await refused(desk, card, CodeUnknown, code="00000000")
    await refused(desk, card, TooManyAttempts, code="00000000")
    await desk.redeem(desk.visit(card), code=(await desk.code()).code)


async def test_a_card_with_its_pin(desk: Desk) -> None:
    card = await bought_card(desk)
    number = await desk.superuser.fetchval("SELECT number FROM card WHERE id = $1", card)
    with pytest.raises(CardPinNotSet):
        await desk.prepare(card_number=number, pin="135790")
    await desk.market.run(
        desk.cashier, lambda tx: set_card_pin(tx, SYSTEM, merchant_id=desk.merchant, card_id=card, pin="135792")
    )
    for wrong in ({"card_number": number, "pin": "246810"}, {"card_number": "9999", "pin": "135792"}):
        with pytest.raises(CardOrPinWrong):
            await desk.prepare(**wrong)
    prepared = await desk.prepare(card_number=number, pin="135792")
    redemption = await desk.redeem(desk.visit(card), session=prepared.session)
    assert (redemption.means, redemption.status) == ("CARD_PIN", "PENDING")
    await refused(desk, card, TokenUsed, session=prepared.session)


async def test_the_state_of_the_card(desk: Desk) -> None:
    card = await bought_card(desk)
    await desk.market.run(SYSTEM, lambda tx: place_hold(tx, desk.merchant, card, HoldKind.LOSS, reason="顾客来电挂失"))
    frozen = await refused(desk, card, CardFrozen)
    assert (frozen.data, frozen.path) == ({"holds": ["LOSS"]}, ("items", "0"))
    (shown,) = (await desk.prepare(code=(await desk.code()).code)).cards
    assert shown.refusal is not None
    assert (shown.refusal.code, shown.refusal.data["holds"]) == ("CARD_FROZEN", ["LOSS"])
    await desk.superuser.execute("UPDATE card_hold SET lifted_at = now()")
    await desk.superuser.execute("UPDATE card SET holds = '{}', expires_at = $1", clock.now())
    await refused(desk, card, CardExpired)


async def test_more_than_there_is(desk: Desk) -> None:
    card = await bought_card(desk)
    with pytest.raises(Insufficient) as caught:
        await desk.redeem(desk.visit(card, 11))
    assert caught.value.data == {"available": 10}


async def test_the_store_and_its_hours(desk: Desk) -> None:
    card = await bought_card(desk)
    sql = "SELECT id, name FROM store WHERE merchant_id = $1 AND type = 'FRANCHISE' LIMIT 1"
    other = await desk.superuser.fetchrow(sql, desk.merchant)
    await desk.superuser.execute(ONE_STORE, str(other["id"]))
    assert (await refused(desk, card, WrongStore)).data == {"allowed": other["name"]}
    (shown,) = (await desk.prepare(code=(await desk.code()).code)).cards
    assert shown.refusal is not None
    assert shown.refusal.code == "WRONG_STORE"
    await desk.superuser.execute("UPDATE card_type_version SET redemption_scope = $1::jsonb", EVERYWHERE)
    hours = "UPDATE store SET opens = '09:00', closes = '21:30' WHERE id = $1"
    await desk.superuser.execute(hours, desk.store)
    await desk.redeem(desk.visit(card))
    with clock.travel(timedelta(hours=12)):
        closed = await refused(desk, card, OutOfHours)
    assert closed.data["hours"] == "09:00–21:30"
    await refused(desk, card, NotFound, store_id=uuid4())


async def test_staff_and_merchant(desk: Desk) -> None:
    card = await bought_card(desk)
    elsewhere = replace(desk, cashier=replace(desk.cashier, store_ids=(uuid4(),)))
    if desk.cashier.store_ids:
        await refused(elsewhere, card, StaffNotAllowed)
    sql = "SELECT id FROM salesperson WHERE merchant_id = $1 AND NOT performs LIMIT 1"
    seller = await desk.superuser.fetchval(sql, desk.merchant)
    with pytest.raises(StaffNotAllowed):
        await desk.redeem(desk.visit(card, performer_id=seller))
    gate = "UPDATE merchant SET gate = $2 WHERE id = $1"
    await desk.superuser.execute(gate, desk.merchant, "FRAUD_HOLD")
    await refused(desk, card, MerchantBlocked)
    await desk.superuser.execute(gate, desk.merchant, "SUSPENDED")
    await desk.redeem(desk.visit(card))
