"""Cards through GraphQL, as the people of the demo: search, masked data, what can be done and why not."""

from dataclasses import replace
from typing import Any

import pytest

from prepaid.domains.cards.jobs.checks import verify_cards
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.kit.ids import uuid7
from tests.domains.catalog.shop import Shop
from tests.domains.demo import Demo

FOUND = "nodes { id number currentStatus holds holderName holderPhone availableActions { key enabled reason } }"


@pytest.fixture
async def desk(demo: Demo) -> Shop:
    return await Shop.of(demo, "merchant", "owner", "ice_rink")


async def cards(shop: Shop, arguments: str = "") -> list[dict[str, Any]]:
    document = f"{{ cards(first: 50{arguments}) {{ {FOUND} totalCount }} }}"
    found: list[dict[str, Any]] = (await shop.demo.ask(shop.name, document))["cards"]["nodes"]
    return found


async def test_the_demo_has_cards_in_every_state_and_nothing_is_wrong(demo: Demo, desk: Shop) -> None:
    found = await cards(desk)
    assert {card["currentStatus"] for card in found} >= {"ACTIVE", "EXPIRED", "REPLACED"}
    assert {hold for card in found for hold in card["holds"]} >= {"LOSS", "RISK"}
    assert await verify_cards(demo.superuser) == []


async def test_cards_are_found_by_number_type_store_phone_and_name(desk: Shop) -> None:
    every = await cards(desk)
    named = next(card for card in every if card["holderPhone"])
    number = await desk.demo.superuser.fetchval(
        "SELECT holder_name_masked FROM card WHERE number = $1", named["number"]
    )
    assert number == named["holderName"]
    assert [card["number"] for card in await cards(desk, f', search: "{named["number"]}"')] == [named["number"]]
    for text in ("体验冰卡", "tiyanbing", "tybk"):
        assert await cards(desk, f', search: "{text}"'), text
    assert len(await cards(desk, ', search: "滨江"')) == len(every)
    assert await cards(desk, ', search: "没有这样的卡"') == []
    phone = fictitious.phone(315)
    assert {card["holderPhone"][-4:] for card in await cards(desk, f', phone: "{phone}"')} == {phone[-4:]}
    assert {card["holderName"] for card in await cards(desk, ', holder: "秦思远"')} == {"秦**"}
    assert await cards(desk, ', phone: "无此号码"') == []
    assert all(card["holds"] == ["LOSS"] for card in await cards(desk, ', hold: "LOSS"'))


async def test_a_disabled_action_says_why_and_the_command_refuses_the_same(desk: Shop) -> None:
    held = next(card for card in await cards(desk) if card["holds"] == ["RISK"])
    offered = {each["key"]: each for each in held["availableActions"]}
    assert not offered["setCardPin"]["enabled"]
    assert offered["setCardPin"]["reason"] == "该卡已被冻结，暂不能使用"
    assert await desk.refused("setCardPin", cardId=held["id"], pin="730416") == ["CARD_FROZEN"]
    assert "replaceCard" not in offered


async def test_a_lost_card_is_replaced_with_all_that_was_on_it(desk: Shop) -> None:
    lost = next(card for card in await cards(desk) if card["holds"] == ["LOSS"])
    store = await desk.demo.ask(desk.name, '{ stores(search: "滨江") { nodes { id } } }')
    fields = "card { id number holds origin { number } lots { available granted } history { kind } }"
    replaced = {"cardId": lost["id"], "storeId": store["stores"]["nodes"][0]["id"], "idempotencyKey": str(uuid7())}
    new = (await desk.act("replaceCard", fields, **replaced))["card"]
    assert new["origin"]["number"] == lost["number"]
    assert new["lots"][0]["available"] > 0
    old = await desk.demo.ask(desk.name, "query($id: ID!) { card(id: $id) { status lots { id } } }", id=lost["id"])
    assert old["card"] == {"status": "REPLACED", "lots": []}
    assert await desk.refused("replaceCard", **{**replaced, "idempotencyKey": str(uuid7())}) == ["CARD_NOT_ACTIVE"]
    assert await verify_cards(desk.demo.superuser) == []


async def test_an_anonymous_card_gets_a_name_and_keeps_its_history(desk: Shop) -> None:
    anonymous = next(
        card for card in await cards(desk, ", filter: { kind: { eq: ANONYMOUS }, status: { eq: ACTIVE } }")
    )
    person = {"phone": fictitious.phone(777), "realName": "白若溪", "idCard": fictitious.id_card(777)}
    fields = "card { kind holderName expiresAt number history { kind } lots { available } }"
    card = (await desk.typed("registerCard", "CardHolderInput", fields, cardId=anonymous["id"], **person))["card"]
    assert (card["kind"], card["holderName"], card["expiresAt"]) == ("REGISTERED", "白**", None)
    assert card["number"] == anonymous["number"]
    assert "OPENED" in {each["kind"] for each in card["history"]}
    assert await desk.refused("registerCard", "CardHolderInput", cardId=anonymous["id"], **person) == [
        "CARD_REGISTERED"
    ]
    other = {"phone": fictitious.phone(778), "realName": "贺兰亭", "idCard": fictitious.id_card(778)}
    renamed = await desk.typed(
        "renameCard", "CardHolderInput", "card { holderName hasPin }", cardId=anonymous["id"], **other
    )
    assert renamed["card"] == {"holderName": "贺**", "hasPin": False}
    assert await verify_cards(desk.demo.superuser) == []


async def test_an_expired_card_is_reactivated_free_of_charge(desk: Shop) -> None:
    expired = next(card for card in await cards(desk) if card["currentStatus"] == "EXPIRED")
    card = (await desk.typed("reactivateCard", "CardInput", "card { status expiresAt }", cardId=expired["id"]))["card"]
    assert card["status"] == "ACTIVE"
    assert card["expiresAt"]
    assert await desk.refused("reactivateCard", "CardInput", cardId=expired["id"]) == ["CARD_NOT_EXPIRED"]


async def test_a_holder_is_revealed_with_a_reason_that_stays(desk: Shop) -> None:
    card = (await cards(desk, ', holder: "秦思远"'))[0]
    actor = replace(await desk.demo.person(desk.name), stepped_up_at=clock.now())
    asked = {"id": card["id"], "field": "holderName", "reason": "核对持卡人身份"}
    assert (await desk.demo.graph.act(actor, "revealField", "value", **asked))["value"] == "秦思远"
    told = "SELECT reason FROM audit_event WHERE action = 'personal_data.revealed' AND object_type = 'Card'"
    assert await desk.demo.superuser.fetchval(told) == "核对持卡人身份"


async def test_the_bank_holds_and_the_merchant_cannot(desk: Shop) -> None:
    risk = await Shop.of(desk.demo, "bank", "risk")
    active = next(card for card in await cards(risk) if card["currentStatus"] == "ACTIVE" and not card["holds"])
    asked = {"cardId": active["id"], "kind": "FRAUD", "reason": "疑似盗刷，核实中"}
    held = (await risk.typed("holdCard", "CardHoldInput", "card { holds }", **asked))["card"]
    assert held["holds"] == ["FRAUD"]
    assert await risk.refused("liftCardHold", "CardHoldInput", **{**asked, "kind": "LOSS"}) == ["INVALID_VALUE"]
    lifted = await risk.typed("liftCardHold", "CardHoldInput", "card { holds }", **asked)
    assert lifted["card"]["holds"] == []
    assert "holdCard" not in {each["key"] for card in await cards(desk) for each in card["availableActions"]}
