"""Bearer sessions: short access, a refresh token that is good once, and its theft."""

import asyncio
from datetime import timedelta

import pytest

from prepaid.core.crypto import SecretBox
from prepaid.core.errors import Unauthenticated
from prepaid.domains.identity.commands.open_session import REFRESH_PURPOSE, IssuedSession, Wish
from prepaid.domains.identity.commands.refresh_bearer import refresh_bearer
from prepaid.domains.identity.commands.sign_out import sign_out
from prepaid.domains.identity.errors.access import RefreshTokenInvalid, SessionRotated
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.kit import clock
from tests.domains.identity.access.world import World, someone

MINUTE = timedelta(minutes=1)


async def bearer(world: World) -> IssuedSession:
    person, _ = await world.clerk(idle_minutes=60)
    return (await world.signed_in(person, wish=Wish(SessionKind.BEARER))).issued


async def refresh(world: World, token: str | None) -> IssuedSession:
    assert token is not None
    caller = someone()
    return await world.run(caller, lambda tx: refresh_bearer(tx, caller, box=world.box, refresh_token=token))


async def test_access_lasts_fifteen_minutes_and_is_refreshed_up_to_eight_hours(world: World) -> None:
    issued = await bearer(world)
    start = clock.now()
    with clock.freeze(start + 14 * MINUTE):
        await world.visit(issued)
    with clock.freeze(start + 15 * MINUTE), pytest.raises(Unauthenticated):
        await world.visit(issued)
    for minutes in range(15, 8 * 60, 15):
        with clock.freeze(start + minutes * MINUTE):
            issued = await refresh(world, issued.refresh_token)
            await world.visit(issued)
    with clock.freeze(start + timedelta(hours=8)):
        with pytest.raises(Unauthenticated):
            await world.visit(issued)
        with pytest.raises(RefreshTokenInvalid):
            await refresh(world, issued.refresh_token)


async def test_an_idle_bearer_session_is_not_refreshed(world: World) -> None:
    issued = await bearer(world)
    with clock.travel(61 * MINUTE), pytest.raises(RefreshTokenInvalid):
        await refresh(world, issued.refresh_token)


async def test_a_refresh_replaces_access_and_refresh(world: World) -> None:
    first = await bearer(world)
    second = await refresh(world, first.refresh_token)
    assert {first.secret, first.refresh_token}.isdisjoint({second.secret, second.refresh_token})
    with pytest.raises(SessionRotated):
        await world.visit(first)
    assert (await world.visit(second)).session_id == first.id


@pytest.mark.parametrize("rounds", [1, 2, 3])
async def test_a_stolen_refresh_token_ends_the_session_for_both_however_old_it_is(world: World, rounds: int) -> None:
    stolen = await bearer(world)
    newest = stolen
    for _ in range(rounds):
        newest = await refresh(world, newest.refresh_token)
    with pytest.raises(RefreshTokenInvalid):
        await refresh(world, stolen.refresh_token)
    with pytest.raises(Unauthenticated):
        await world.visit(newest)
    with pytest.raises(RefreshTokenInvalid):
        await refresh(world, newest.refresh_token)


async def test_one_token_used_by_two_at_once_is_taken_for_stolen(world: World) -> None:
    issued = await bearer(world)
    outcomes = await asyncio.gather(*(refresh(world, issued.refresh_token) for _ in range(2)), return_exceptions=True)
    assert sorted(type(outcome).__name__ for outcome in outcomes) == ["IssuedSession", "RefreshTokenInvalid"]
    winner = next(outcome for outcome in outcomes if isinstance(outcome, IssuedSession))
    with pytest.raises(Unauthenticated):
        await world.visit(winner)


async def test_a_signed_out_session_is_not_refreshed(world: World) -> None:
    issued = await bearer(world)
    actor = await world.visit(issued)
    await world.run(actor, lambda tx: sign_out(tx, actor))
    with pytest.raises(RefreshTokenInvalid):
        await refresh(world, issued.refresh_token)


async def test_forged_and_foreign_tokens_are_refused_and_harm_nobody(world: World) -> None:
    issued, other = await bearer(world), await bearer(world)
    payload = {"s": issued.id.hex, "n": "x"}
    forgeries = [
        "",
        "x.y.z",
        issued.secret,
        str(issued.refresh_token)[:-3] + "abc",
        SecretBox(b"another signing key of 32 bytes!").sign(REFRESH_PURPOSE, payload, MINUTE),
        world.box.sign("sign_in.second_factor", payload, MINUTE),
        "\udc00.\udc00.\udc00",
    ]
    for forged in forgeries:
        with pytest.raises(RefreshTokenInvalid):
            await refresh(world, forged)
    await world.visit(issued)
    await world.visit(other)
