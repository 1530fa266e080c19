"""What a card may hold, who must be identified, PINs, and which card exists already."""

from datetime import timedelta

import pytest

from prepaid.core.attempts import TooManyAttempts
from prepaid.core.database import WriteSession
from prepaid.domains.cards.commands.card_pin import check_card_pin, set_card_pin
from prepaid.domains.cards.commands.grant_lots import Payer, grant_lots
from prepaid.domains.cards.commands.holds import place_hold
from prepaid.domains.cards.commands.open_card import CardSale, open_card
from prepaid.domains.cards.commands.thresholds import ensure_face_limit, ensure_identified
from prepaid.domains.cards.errors import CardFaceOverLimit, CardPinWrong, IdentityRequired
from prepaid.domains.cards.reads.cards import card_of, existing_card
from prepaid.domains.cards.reads.holders import Holder
from prepaid.domains.cards.rules.cards import HoldKind
from prepaid.domains.catalog.rules.products import CardKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.cards.counter import TERMS, Counter


async def limit(counter: Counter, card_id: object, added_fen: int) -> None:
    async def ensure(tx: WriteSession) -> None:
        card = await card_of(tx, counter.merchant, card_id) if card_id else None  # type: ignore[arg-type]
        await ensure_face_limit(tx, counter.merchant, await counter.card_type(tx), card=card, added_fen=added_fen)

    await counter.run(ensure)


async def test_a_registered_card_holds_five_thousand_yuan_recharges_included(counter: Counter) -> None:
    await limit(counter, None, 500_000)
    with pytest.raises(CardFaceOverLimit):
        await limit(counter, None, 500_001)
    card = await counter.open(counter.visits(10, 400_000))
    await limit(counter, card, 100_000)
    with pytest.raises(CardFaceOverLimit) as refused:
        await limit(counter, card, 100_001)
    assert refused.value.data["held_fen"] == 400_000
    await counter.use(card, counter.visit(5))
    await limit(counter, card, 300_000)


async def buys_anonymous(counter: Counter, buyer: Holder, amount_fen: int) -> None:
    async def buying(tx: WriteSession) -> None:
        await ensure_identified(tx, kind=CardKind.ANONYMOUS, buyer=buyer, amount_fen=amount_fen)
        version = await counter.card_type(tx, kind="ANONYMOUS")
        card = await open_card(
            tx,
            merchant_id=counter.merchant,
            card_type=version,
            holder=buyer,
            sale=CardSale(store_id=counter.store, purchaser_account_id=buyer.account_id),
            terms=TERMS,
        )
        await grant_lots(tx, card, [counter.money(amount_fen, amount_fen)], payer=Payer(order_id=uuid7()), buyer=buyer)

    await counter.run(buying)


async def test_ten_thousand_yuan_of_anonymous_cards_in_a_day_need_a_name(counter: Counter) -> None:
    buyer = await counter.run(lambda tx: counter.person(tx, real_name=None))
    await buys_anonymous(counter, buyer, 499_900)
    await buys_anonymous(counter, buyer, 500_000)
    with pytest.raises(IdentityRequired) as refused:
        await buys_anonymous(counter, buyer, 100)
    assert refused.value.data["within_fen"] == 1_000_000
    with clock.travel(timedelta(hours=25)):
        await buys_anonymous(counter, buyer, 100)


async def test_a_registered_card_always_needs_a_name(counter: Counter) -> None:
    async def asked(tx: WriteSession, real_name: str | None) -> None:
        buyer = await counter.person(tx, real_name=real_name)
        await ensure_identified(tx, kind=CardKind.REGISTERED, buyer=buyer, amount_fen=1)

    await counter.run(lambda tx: asked(tx, "林晓岚"))
    with pytest.raises(IdentityRequired):
        await counter.run(lambda tx: asked(tx, None))


async def test_a_held_card_exists_and_a_usable_one_comes_first(counter: Counter) -> None:
    card_id = await counter.open()
    card = await counter.card(card_id)
    assert card.holder_account_id is not None
    holder = card.holder_account_id
    await counter.run(lambda tx: place_hold(tx, counter.merchant, card_id, HoldKind.LOSS, reason="遗失"))
    found = await counter.run(lambda tx: existing_card(tx, counter.merchant, holder, card.card_type_id))
    assert found is not None
    assert (found.id, found.holds) == (card_id, ["LOSS"])


async def test_five_wrong_pins_lock_the_card_s_pin_also_when_the_command_is_rolled_back(counter: Counter) -> None:
    card_id = await counter.open()
    which = {"merchant_id": counter.merchant, "card_id": card_id}
    await counter.run(lambda tx: set_card_pin(tx, tx.actor, **which, pin="730415"))

    async def attempt(tx: WriteSession, pin: str) -> None:
        await check_card_pin(tx, await card_of(tx, counter.merchant, card_id), pin)

    await counter.run(lambda tx: attempt(tx, "730415"))
    for _ in range(5):
        with pytest.raises(CardPinWrong):
            await counter.run(lambda tx: attempt(tx, "730416"))
    with pytest.raises(TooManyAttempts):
        await counter.run(lambda tx: attempt(tx, "730415"))
    await counter.run(lambda tx: set_card_pin(tx, tx.actor, **which, pin="551928"))
    await counter.run(lambda tx: attempt(tx, "551928"))
