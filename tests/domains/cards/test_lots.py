"""Taking from lots and giving back, on the real database."""

import random
from datetime import timedelta

import pytest

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.commands.freeze_lots import empty_lots, freeze_lots, perform_period, unfreeze_lots
from prepaid.domains.cards.commands.grant_lots import LotGrant
from prepaid.domains.cards.commands.holds import lift_hold, place_hold
from prepaid.domains.cards.errors import CardExpired, CardFrozen, HoldNotPlaced, HoldPlaced, Insufficient, TakenSince
from prepaid.domains.cards.jobs.checks import verify_cards
from prepaid.domains.cards.reads.cards import card_of, lots_of
from prepaid.domains.cards.rules.cards import Funding, HoldKind, LotUnit, Source
from prepaid.domains.cards.rules.consumption import Wanted
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.cards.counter import Counter


async def test_seven_visits_are_used_up_and_the_eighth_is_refused(counter: Counter) -> None:
    card = await counter.open(counter.visits(7, 50_000))
    worth = [(await counter.use(card, counter.visit()))[0].principal_fen for _ in range(7)]
    assert worth == [7_142] + [7_143] * 6
    with pytest.raises(Insufficient) as refused:
        await counter.use(card, counter.visit())
    assert refused.value.data["available"] == 0


async def test_all_or_nothing(counter: Counter) -> None:
    card = await counter.open(counter.visits(2, 10_000))
    with pytest.raises(Insufficient):
        await counter.use(card, counter.visit(), counter.visit(2))
    assert await counter.lots(card) == [("VISIT", 2, 0, 0, 2)]


async def test_principal_then_bonus_and_back_again(counter: Counter) -> None:
    bonus = counter.money(20_000, 0, funding=Funding.BONUS)
    card = await counter.open(counter.money(100_000, 90_000), bonus)
    source = Source("REDEMPTION", uuid7())
    money = Wanted(unit=LotUnit.MONEY, quantity=110_000)
    taken = await counter.use(card, money, source=source)
    assert [(each.units, each.principal_fen, each.bonus_fen) for each in taken] == [
        (100_000, 90_000, 0),
        (10_000, 0, 10_000),
    ]
    back = await counter.undo(card, source)
    assert [(each.principal_fen, each.bonus_fen) for each in back] == [(0, 10_000), (90_000, 0)]
    assert await counter.lots(card) == [("MONEY", 100_000, 0, 0, 100_000), ("MONEY", 20_000, 0, 0, 20_000)]
    with pytest.raises(NotFound):
        await counter.undo(card, source)


async def test_undoing_goes_from_the_last_use(counter: Counter) -> None:
    card = await counter.open(counter.visits(7, 50_000))
    first, second = Source("REDEMPTION", uuid7()), Source("REDEMPTION", uuid7())
    await counter.use(card, counter.visit(), source=first)
    await counter.use(card, counter.visit(), source=second)
    with pytest.raises(TakenSince):
        await counter.undo(card, first)
    assert [each.principal_fen for each in await counter.undo(card, second)] == [7_143]
    assert [each.principal_fen for each in await counter.undo(card, first)] == [7_142]


async def test_any_order_of_uses_and_undoings_keeps_every_fen(counter: Counter) -> None:
    chance = random.Random(20260301)
    bonus = counter.visits(3, 0, funding=Funding.BONUS, list_fen=26_400)
    card = await counter.open(counter.visits(7, 50_000), counter.visits(11, 70_001), bonus)
    stack: list[tuple[Source, int]] = []
    for _ in range(60):
        if stack and chance.random() < 0.4:
            source, worth = stack.pop()
            assert sum(each.list_fen for each in await counter.undo(card, source)) == worth
            continue
        source = Source("REDEMPTION", uuid7())
        try:
            taken = await counter.use(card, counter.visit(chance.randint(1, 4)), source=source)
        except Insufficient:
            continue
        stack.append((source, sum(each.list_fen for each in taken)))
    assert await verify_cards(counter.demo.superuser) == []
    while stack:
        await counter.undo(card, stack.pop()[0])
    assert [lot[2] for lot in await counter.lots(card)] == [0, 0, 0]


async def test_a_period_takes_no_units_for_a_visit_and_is_performed_by_days(counter: Counter) -> None:
    year = LotGrant(
        unit=LotUnit.PERIOD,
        funding=Funding.PAID,
        quantity=365,
        paid_fen=365_000,
        list_fen=365_000,
        service_ids=(counter.service,),
    )
    card_id = await counter.open(year)
    visit = Wanted(unit=LotUnit.PERIOD, quantity=1, service_id=counter.service)
    assert [(each.units, each.principal_fen) for each in await counter.use(card_id, visit)] == [(0, 0)]

    async def perform(tx: WriteSession) -> int | None:
        card = await card_of(tx, counter.merchant, card_id, lock=True)
        lot = (await lots_of(tx, card))[0]
        taken = await perform_period(tx, card, lot.id, source=Source("PERIOD", uuid7()))
        return taken.principal_fen if taken else None

    with clock.travel(timedelta(days=99)):
        assert await counter.run(perform) == 100_000
        assert await counter.run(perform) is None
    with clock.travel(timedelta(days=365)), pytest.raises(Insufficient):
        await counter.use(card_id, visit)


async def test_a_period_from_its_first_use(counter: Counter) -> None:
    month = LotGrant(
        unit=LotUnit.PERIOD,
        funding=Funding.PAID,
        quantity=30,
        paid_fen=30_000,
        service_ids=(counter.service,),
        from_first_use=True,
    )
    card_id = await counter.open(month)
    visit = Wanted(unit=LotUnit.PERIOD, quantity=1, service_id=counter.service)
    dates = "SELECT starts_on IS NOT NULL FROM card_lot WHERE card_id = $1"
    with clock.travel(timedelta(days=200)):
        source = Source("REDEMPTION", uuid7())
        await counter.use(card_id, visit, source=source)
        assert await counter.demo.superuser.fetchval(dates, card_id)
        await counter.undo(card_id, source)
        assert not await counter.demo.superuser.fetchval(dates, card_id)


async def test_a_held_card_is_unusable_until_every_hold_is_lifted(counter: Counter) -> None:
    card = await counter.open(counter.visits(7, 50_000))

    async def hold(kind: HoldKind) -> None:
        await counter.run(lambda tx: place_hold(tx, counter.merchant, card, kind, reason="测试"))

    async def lift(kind: HoldKind) -> None:
        await counter.run(lambda tx: lift_hold(tx, counter.merchant, card, kind, reason="测试"))

    await hold(HoldKind.RISK)
    await hold(HoldKind.REFUND)
    with pytest.raises(HoldPlaced):
        await hold(HoldKind.RISK)
    with pytest.raises(CardFrozen) as refused:
        await counter.use(card, counter.visit())
    assert refused.value.data["holds"] == ["REFUND", "RISK"]
    await lift(HoldKind.REFUND)
    with pytest.raises(CardFrozen):
        await counter.use(card, counter.visit())
    await lift(HoldKind.RISK)
    with pytest.raises(HoldNotPlaced):
        await lift(HoldKind.RISK)
    assert await counter.use(card, counter.visit())


async def test_a_card_is_unusable_from_the_instant_it_expires(counter: Counter) -> None:
    card = await counter.open(
        counter.visits(7, 50_000), kind="ANONYMOUS", validity="FROM_PURCHASE", validity_days=1_095
    )
    with clock.travel(timedelta(days=1_095)):
        await counter.use(card, counter.visit())
    with clock.travel(timedelta(days=1_097)), pytest.raises(CardExpired):
        await counter.use(card, counter.visit())


async def test_frozen_units_wait_and_leave_only_with_the_lot(counter: Counter) -> None:
    card_id = await counter.open(counter.visits(7, 50_000))

    async def freeze(tx: WriteSession) -> None:
        card = await card_of(tx, counter.merchant, card_id, lock=True)
        lot = (await lots_of(tx, card))[0]
        await freeze_lots(tx, card, {lot.id: 6})
        with pytest.raises(Insufficient):
            await freeze_lots(tx, card, {lot.id: 2})
        await unfreeze_lots(tx, card, {lot.id: 1})

    await counter.run(freeze)
    assert await counter.lots(card_id) == [("VISIT", 7, 0, 5, 2)]
    with pytest.raises(Insufficient):
        await counter.use(card_id, counter.visit(3))

    async def empty(tx: WriteSession) -> int:
        card = await card_of(tx, counter.merchant, card_id, lock=True)
        taken = await empty_lots(tx, card, source=Source("REFUND", uuid7()))
        return sum(each.principal_fen for each in taken)

    await counter.use(card_id, counter.visit())
    assert await counter.run(empty) == 50_000 - 7_142
    assert await counter.lots(card_id) == [("VISIT", 7, 7, 0, 0)]
