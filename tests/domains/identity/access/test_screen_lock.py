"""The screen of an idle counter: locked, and opened again by a PIN of which there are five tries."""

from datetime import timedelta

import pytest

from prepaid.core.actor import Actor
from prepaid.core.errors import Refusal, Unauthenticated
from prepaid.domains.identity.commands.lock_screen import lock_screen
from prepaid.domains.identity.commands.set_pin import set_pin
from prepaid.domains.identity.commands.unlock_screen import unlock_screen
from prepaid.domains.identity.errors.access import PasswordWrong, PinMalformed, PinNotSet, PinTooSimple
from prepaid.kit import clock
from tests.domains.identity.access.world import PASSWORD, Person, World

PIN = "4821"


async def with_pin(world: World, person: Person) -> None:
    actor = await world.actor(person)
    await world.run(actor, lambda tx: set_pin(tx, actor, pin=PIN, password=PASSWORD))


async def unlock(world: World, actor: Actor, pin: str) -> str:
    try:
        await world.run(actor, lambda tx: unlock_screen(tx, actor, pin=pin))
    except Refusal as refusal:
        return refusal.code
    return "OPEN"


@pytest.mark.parametrize("pin", ["", "123", "1234567", "12a4", "１２３４", "48 21", "4821\n"])
async def test_a_pin_has_four_to_six_digits(world: World, pin: str) -> None:
    actor = await world.actor((await world.clerk())[0])
    with pytest.raises(PinMalformed):
        await world.run(actor, lambda tx: set_pin(tx, actor, pin=pin, password=PASSWORD))


@pytest.mark.parametrize("pin", ["0000", "1234", "9876", "7890", "1212", "121212", "654321"])
async def test_a_simple_pin_is_refused(world: World, pin: str) -> None:
    actor = await world.actor((await world.clerk())[0])
    with pytest.raises(PinTooSimple):
        await world.run(actor, lambda tx: set_pin(tx, actor, pin=pin, password=PASSWORD))


async def test_a_pin_is_set_against_the_password(world: World) -> None:
    actor = await world.actor((await world.clerk())[0])
    with pytest.raises(PasswordWrong):
        await world.run(actor, lambda tx: set_pin(tx, actor, pin=PIN, password="wrong"))
    with pytest.raises(PinNotSet):
        await world.run(actor, lambda tx: lock_screen(tx, actor))


async def test_a_locked_screen_is_locked_in_this_session_alone_and_opens_by_pin(world: World) -> None:
    person, _ = await world.clerk()
    await with_pin(world, person)
    counter, phone = (await world.signed_in(person)).issued, (await world.signed_in(person)).issued
    actor = await world.visit(counter)
    await world.run(actor, lambda tx: lock_screen(tx, actor))
    assert (await world.visit(counter)).locked
    assert not (await world.visit(phone)).locked
    assert await unlock(world, actor, "9999") == "PIN_WRONG"
    assert (await world.visit(counter)).locked
    assert await unlock(world, actor, PIN) == "OPEN"
    assert not (await world.visit(counter)).locked


async def test_a_locked_screen_outlives_the_idle_limit_but_not_the_day(world: World) -> None:
    person, _ = await world.clerk()
    await with_pin(world, person)
    issued = (await world.signed_in(person)).issued
    actor = await world.visit(issued)
    await world.run(actor, lambda tx: lock_screen(tx, actor))
    start = clock.now()
    with clock.freeze(start + timedelta(hours=3)):
        assert (await world.visit(issued)).locked
        assert await unlock(world, actor, PIN) == "OPEN"
        assert not (await world.visit(issued)).locked
    with clock.freeze(start + timedelta(hours=3, minutes=16)), pytest.raises(Unauthenticated):
        await world.visit(issued)
    with clock.freeze(start + timedelta(hours=9)), pytest.raises(Unauthenticated):
        await world.visit(issued)


async def test_the_fifth_wrong_pin_signs_out(world: World) -> None:
    person, _ = await world.clerk()
    await with_pin(world, person)
    issued, other = (await world.signed_in(person)).issued, (await world.signed_in(person)).issued
    actor = await world.visit(issued)
    await world.run(actor, lambda tx: lock_screen(tx, actor))
    answers = [await unlock(world, actor, f"999{n}") for n in range(5)]
    assert answers == ["PIN_WRONG"] * 4 + ["PIN_EXHAUSTED"]
    with pytest.raises(Unauthenticated):
        await world.visit(issued)
    assert await unlock(world, actor, PIN) == "PIN_EXHAUSTED"
    await world.visit(other)


async def test_wrong_pins_are_forgotten_after_the_right_one(world: World) -> None:
    person, _ = await world.clerk()
    await with_pin(world, person)
    actor = await world.actor(person)
    for _ in range(3):
        assert [await unlock(world, actor, "9999") for _ in range(3)] == ["PIN_WRONG"] * 3
        assert await unlock(world, actor, PIN) == "OPEN"
