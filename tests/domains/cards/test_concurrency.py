"""Takes at the same time, on a committed database."""

import asyncio

from prepaid.domains.cards.commands.consume import Taken
from prepaid.domains.cards.errors import Insufficient
from prepaid.domains.cards.jobs.checks import verify_cards
from prepaid.domains.cards.rules.cards import Source
from prepaid.kit.ids import uuid7
from tests.domains.cards.counter import Counter


async def outcomes(counter: Counter, card: object, count: int) -> tuple[list[list[Taken]], list[BaseException]]:
    tries = [counter.use(card, counter.visit()) for _ in range(count)]  # type: ignore[arg-type]
    answers = await asyncio.gather(*tries, return_exceptions=True)
    taken = [each for each in answers if not isinstance(each, BaseException)]
    return taken, [each for each in answers if isinstance(each, BaseException)]


async def test_two_takes_on_one_remaining_visit(counter: Counter) -> None:
    card = await counter.open(counter.visits(1, 8_000))
    taken, refused = await outcomes(counter, card, 2)
    assert [each.principal_fen for each in taken[0]] == [8_000]
    assert (len(taken), [type(each) for each in refused]) == (1, [Insufficient])


async def test_many_takes_empty_a_lot_exactly(counter: Counter) -> None:
    card = await counter.open(counter.visits(7, 50_000))
    taken, refused = await outcomes(counter, card, 12)
    assert sum(each.principal_fen for one in taken for each in one) == 50_000
    assert (len(taken), {type(each) for each in refused}) == (7, {Insufficient})
    assert await verify_cards(counter.demo.superuser) == []


async def test_two_undoings_of_one_use_give_it_back_once(counter: Counter) -> None:
    card = await counter.open(counter.visits(3, 30_000))
    source = Source("REDEMPTION", uuid7())
    await counter.use(card, counter.visit(), source=source)
    answers = await asyncio.gather(*(counter.undo(card, source) for _ in range(3)), return_exceptions=True)
    assert len([each for each in answers if not isinstance(each, BaseException)]) == 1
    assert await counter.lots(card) == [("VISIT", 3, 0, 0, 3)]
