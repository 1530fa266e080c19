"""Sessions: what a request's credentials are worth, until when, and who may end them."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta

import asyncpg
import pytest

from prepaid.core.actor import ANONYMOUS, DbRole, ScopeKind, Via
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound, Unauthenticated
from prepaid.core.signals import Signals
from prepaid.domains.identity.commands.change_password import change_password
from prepaid.domains.identity.commands.open_session import IssuedSession, Wish
from prepaid.domains.identity.commands.revoke_session import revoke_other_sessions, revoke_session
from prepaid.domains.identity.commands.rotate_secret import own_locked_session, rotate_secret
from prepaid.domains.identity.commands.sign_out import sign_out
from prepaid.domains.identity.commands.step_up import step_up
from prepaid.domains.identity.commands.switch_membership import switch_membership
from prepaid.domains.identity.errors.access import PasswordWrong, SecondFactorWrong, SessionRotated, TotpNotEnrolled
from prepaid.domains.identity.reads.authenticator import Authenticator
from prepaid.domains.identity.reads.known_callers import BELIEVED_SECONDS, Caller, KnownCallers, announce
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.rules.session_life import Life, SessionKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.access.world import PASSWORD, World, request

MINUTE = timedelta(minutes=1)


@asynccontextmanager
async def second_process(world: World, *, production: bool = False) -> AsyncIterator[Authenticator]:
    """Another server on the same database, with caches of its own."""
    database, signals = Database(world.db.url), Signals(world.db.url)
    await database.open()
    await signals.open()
    authenticator = Authenticator(database, signals, PolicyStore(), production=production)
    yield authenticator
    await authenticator.close()
    await signals.close()
    await database.close()


async def test_without_credentials_nobody_asks(world: World) -> None:
    assert await world.authenticator.authenticate(request()) is ANONYMOUS


@pytest.mark.parametrize(
    "secret",
    ["", "x", "A" * 43, "A" * 42, "A" * 44, "'; DROP TABLE account; --", "é" * 43, "../../etc/passwd", "0" * 100_000],
)
async def test_a_forged_secret_is_refused_and_never_anonymous(world: World, secret: str) -> None:
    for connection in (request(cookie=secret.encode("ascii", "ignore").decode()), request(bearer=secret)):
        with pytest.raises(Unauthenticated):
            await world.authenticator.authenticate(connection)


@pytest.mark.parametrize("header", ["", "Bearer", "Basic YTpi", "Negotiate x", "bearer  ", "Bearer a b"])
async def test_another_authorization_is_refused(world: World, header: str) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    with pytest.raises(Unauthenticated):
        await world.authenticator.authenticate(request(cookie=issued.secret, authorization=header))


async def test_a_token_of_one_kind_is_nothing_where_another_is_expected(world: World) -> None:
    person, _ = await world.clerk()
    cookie = (await world.signed_in(person)).issued
    bearer = (await world.signed_in(person, wish=Wish(SessionKind.BEARER))).issued
    assert (await world.visit(cookie)).via is Via.COOKIE
    assert (await world.visit(bearer)).via is Via.BEARER
    assert bearer.refresh_token is not None
    for wrong in (request(bearer=cookie.secret), request(cookie=bearer.secret), request(bearer=bearer.refresh_token)):
        with pytest.raises(Unauthenticated):
            await world.authenticator.authenticate(wrong)


async def test_production_takes_the_host_cookie_alone(world: World) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    async with second_process(world, production=True) as production:
        assert production.session_cookie == "__Host-sid"
        assert await production.authenticate(request(cookie=issued.secret)) is ANONYMOUS
        actor = await production.authenticate(request(cookie=issued.secret, cookie_name="__Host-sid"))
        assert actor.signed_in


async def test_bank_staff_is_signed_out_after_five_idle_minutes_and_merchants_after_fifteen(world: World) -> None:
    platform = await world.platform("BANK", idle_minutes=5)
    plain = await world.person()
    await world.member(plain, platform, scope=ScopeKind.BANK_ALL)
    clerk, _ = await world.clerk()
    for person, idle in ((plain, 5 * MINUTE), (clerk, 15 * MINUTE)):
        issued = (await world.signed_in(person)).issued
        start = clock.now()
        with clock.freeze(start + idle - MINUTE):
            await world.visit(issued)
        with clock.freeze(start + 2 * idle - 2 * MINUTE):
            await world.visit(issued)
        with clock.freeze(start + 3 * idle - MINUTE), pytest.raises(Unauthenticated):
            await world.visit(issued)


async def test_a_session_ends_after_eight_hours_however_busy_it_is(world: World) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    start = clock.now()
    for minutes in range(10, 8 * 60, 10):
        with clock.freeze(start + minutes * MINUTE):
            await world.visit(issued)
    with clock.freeze(start + timedelta(hours=8)), pytest.raises(Unauthenticated):
        await world.visit(issued)


async def test_the_last_request_is_written_once_a_minute(world: World, fresh_database: str) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    superuser = await asyncpg.connect(fresh_database)
    start = clock.now()

    async def written() -> timedelta:
        await world.authenticator.close()
        sql = "SELECT last_seen_at FROM user_session WHERE id = $1"
        last_seen: datetime = await superuser.fetchval(sql, issued.id)
        return last_seen - start

    for seconds, expected in ((20, 0), (59, 0), (65, 65), (100, 65), (126, 126)):
        with clock.freeze(start + timedelta(seconds=seconds)):
            await world.visit(issued)
            assert abs(await written() - timedelta(seconds=expected)) < timedelta(seconds=1)
    await superuser.close()


async def test_the_hot_path_asks_the_database_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    first = await world.visit(issued)

    def asked(*_: object) -> None:
        raise AssertionError("the database was asked")

    monkeypatch.setattr(world.db, "read", asked)
    assert await world.visit(issued) == first


async def test_what_is_known_is_believed_for_five_seconds(
    world: World, fresh_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    issued = (await world.signed_in((await world.clerk())[0])).issued
    await world.visit(issued)
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE user_session SET revoked_at = now() WHERE id = $1", issued.id)
    await superuser.close()
    await world.visit(issued)  # nobody announced it
    later = time.monotonic() + BELIEVED_SECONDS
    monkeypatch.setattr("prepaid.domains.identity.reads.known_callers.time.monotonic", lambda: later)
    with pytest.raises(Unauthenticated):
        await world.visit(issued)


async def eventually_refused(authenticator: Authenticator, issued: IssuedSession) -> None:
    """Within a second a process that did not make the change refuses the secret."""
    async with asyncio.timeout(1):
        while True:
            try:
                await authenticator.authenticate(request(cookie=issued.secret))
            except Unauthenticated:
                return
            await asyncio.sleep(0.005)


async def test_signing_out_ends_the_session_here_at_once_and_everywhere_within_a_second(world: World) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    other = (await world.signed_in(person)).issued
    async with second_process(world) as second:
        await second.authenticate(request(cookie=issued.secret))
        actor = await world.visit(issued)
        await world.run(actor, lambda tx: sign_out(tx, actor))
        with pytest.raises(Unauthenticated):
            await world.visit(issued)
        await eventually_refused(second, issued)
    await world.visit(other)


async def test_a_person_ends_one_of_his_sessions_or_all_others_and_nobody_elses(world: World) -> None:
    person, _ = await world.clerk()
    stranger = await world.actor((await world.clerk())[0])
    first, second, third = [(await world.signed_in(person)).issued for _ in range(3)]
    actor = await world.visit(first)
    with pytest.raises(NotFound):
        await world.run(stranger, lambda tx: revoke_session(tx, stranger, session_id=second.id))
    with pytest.raises(NotFound):
        await world.run(actor, lambda tx: revoke_session(tx, actor, session_id=uuid7()))
    await world.run(actor, lambda tx: revoke_session(tx, actor, session_id=second.id))
    await world.visit(third)
    with pytest.raises(Unauthenticated):
        await world.visit(second)
    assert await world.run(actor, lambda tx: revoke_other_sessions(tx, actor)) == 1
    with pytest.raises(Unauthenticated):
        await world.visit(third)
    assert (await world.visit(first)).session_id == first.id


async def test_a_session_that_ended_during_a_request_changes_nothing(world: World) -> None:
    person, _ = await world.clerk()
    actor = await world.actor(person)
    await world.run(actor, lambda tx: sign_out(tx, actor))
    with pytest.raises(Unauthenticated):
        await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, password=PASSWORD))


async def test_a_disabled_account_is_out_of_every_session(world: World, fresh_database: str) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE account SET status = 'DISABLED' WHERE id = $1", person.account_id)
    await superuser.close()
    with pytest.raises(Unauthenticated):
        await world.visit(issued)


async def test_step_up_counts_under_a_new_secret(world: World) -> None:
    person, _ = await world.clerk()
    before = (await world.signed_in(person)).issued
    actor = await world.visit(before)
    assert actor.stepped_up_at is None
    with pytest.raises(PasswordWrong):
        await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, password="wrong"))
    with pytest.raises(TotpNotEnrolled):
        await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, code="123456"))
    after = await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, password=PASSWORD))
    assert (await world.visit(after)).stepped_up_at is not None
    with pytest.raises(SessionRotated):
        await world.visit(before)
    with clock.travel(2 * MINUTE), pytest.raises(Unauthenticated) as refused:
        await world.visit(before)
    assert not refused.value.retryable


async def test_step_up_by_the_authenticator(world: World) -> None:
    person = await world.with_totp((await world.clerk())[0])
    actor = await world.actor(person)
    with pytest.raises(SecondFactorWrong):
        await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, code=person.code()))
    with clock.travel(timedelta(seconds=30)):
        issued = await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, code=person.code()))
        assert (await world.visit(issued)).stepped_up_at is not None


async def test_switching_needs_no_second_sign_in_and_gives_up_the_old_secret_and_step_up(world: World) -> None:
    person = await world.person()
    rink, pool = await world.merchant(), await world.merchant()
    seller, viewer = await world.platform("MERCHANT", "desk.sell"), await world.platform("MERCHANT", "desk.read")
    await world.member(person, seller, tenant=rink)
    second = await world.member(person, viewer, tenant=pool)
    actor = await world.actor(person)
    stepped = await world.visit(
        await world.run(actor, lambda tx: step_up(tx, actor, keyring=world.keyring, password=PASSWORD))
    )
    assert (stepped.merchant_id, stepped.may("desk.sell")) == (rink, True)
    opened = await world.run(stepped, lambda tx: switch_membership(tx, stepped, membership_id=second))
    switched = await world.visit(opened.issued)
    assert (switched.merchant_id, switched.membership_id, switched.stepped_up_at) == (pool, second, None)
    assert (switched.may("desk.read"), switched.may("desk.sell")) == (True, False)
    assert switched.session_id == actor.session_id
    foreign = await world.member((await world.clerk())[0], viewer, tenant=pool)
    with pytest.raises(NotFound):
        await world.run(switched, lambda tx: switch_membership(tx, switched, membership_id=foreign))


async def test_switching_into_a_platform_with_second_factor_allows_its_enrolment_alone(world: World) -> None:
    person, _ = await world.clerk("desk.read")
    bank = await world.platform("BANK", "audit.read", second_factor="REQUIRED")
    membership = await world.member(person, bank, scope=ScopeKind.BANK_ALL)
    actor = await world.actor(person)
    opened = await world.run(actor, lambda tx: switch_membership(tx, actor, membership_id=membership))
    assert opened.second_factor_due
    limited = await world.visit(opened.issued)
    assert (limited.second_factor_due, limited.grants.codes) == (True, frozenset())


async def test_a_member_who_was_suspended_keeps_the_session_without_rights(world: World, fresh_database: str) -> None:
    person = await world.person()
    merchant = await world.merchant()
    membership = await world.member(person, await world.platform("MERCHANT", "desk.read"), tenant=merchant)
    issued = (await world.signed_in(person)).issued
    assert (await world.visit(issued)).may("desk.read")
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE membership SET status = 'SUSPENDED' WHERE id = $1", membership)
    await superuser.close()
    async with world.db.write() as tx:
        await announce(tx, membership=membership)
    async with asyncio.timeout(1):
        while (actor := await world.visit(issued)).may("desk.read"):
            await asyncio.sleep(0.005)
    assert (actor.merchant_id, actor.membership_id, actor.db_role) == (None, None, DbRole.CONSUMER)


@pytest.mark.parametrize(
    ("audience", "scope", "role", "sees_one"),
    [
        ("MERCHANT", ScopeKind.SELF, DbRole.MERCHANT, True),
        ("MERCHANT", ScopeKind.STORE, DbRole.MERCHANT, True),
        ("MERCHANT", ScopeKind.MERCHANT, DbRole.MERCHANT, True),
        ("MERCHANT", ScopeKind.OPERATOR, DbRole.OPERATOR, False),
        ("MERCHANT", ScopeKind.CUSTOM, DbRole.OPERATOR, False),
        ("BANK", ScopeKind.CUSTOM, DbRole.OPERATOR, False),
        ("BANK", ScopeKind.BANK_ALL, DbRole.BANK, False),
        ("CONSUMER", ScopeKind.SELF, DbRole.CONSUMER, False),
    ],
)
async def test_the_database_role_and_the_merchants_follow_from_audience_and_scope(
    world: World, audience: str, scope: ScopeKind, role: DbRole, sees_one: bool
) -> None:
    operator = await world.operator() if scope is ScopeKind.OPERATOR else None
    merchants = [await world.merchant(operator_id=operator) for _ in range(2)]
    person, platform = await world.person(), await world.platform(audience)
    custom = merchants if scope is ScopeKind.CUSTOM else []
    tenant = {"tenant": merchants[0]} if sees_one else {}
    await world.member(person, platform, scope=scope, operator_id=operator, merchants=custom, **tenant)
    actor = await world.actor(person)
    assert (actor.db_role, actor.scope) == (role, scope)
    assert actor.merchant_id == (merchants[0] if sees_one else None)
    several = scope in (ScopeKind.OPERATOR, ScopeKind.CUSTOM)
    assert set(actor.merchant_ids) == ({merchants[0]} if sees_one else set(merchants) if several else set())


async def test_a_subscription_asks_again_whether_its_caller_still_counts(world: World) -> None:
    person, _ = await world.clerk("desk.read")
    actor = replace(await world.actor(person), address="192.0.2.9", request_id="r1")
    still = await world.authenticator.still_valid(actor)
    assert still == actor
    assert await world.authenticator.still_valid(ANONYMOUS) is ANONYMOUS
    await world.run(actor, lambda tx: sign_out(tx, actor))
    assert await world.authenticator.still_valid(actor) is None


async def test_a_session_read_while_it_is_being_revoked_is_not_kept(world: World) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    actor = await world.visit(issued)

    async def rotate(tx: WriteSession) -> IssuedSession:
        async with tx.under(DbRole.IDENTITY):
            session = await own_locked_session(tx, actor)
            fresh = await rotate_secret(tx, session)
            await tx.flush()
            # Before the commit the old secret is still good; what is read now must be forgotten with it.
            await world.visit(issued)
            return fresh

    fresh = await world.run(actor, rotate)
    with pytest.raises(SessionRotated):
        await world.visit(issued)
    await world.visit(fresh)


async def test_a_new_password_ends_all_other_sessions(world: World) -> None:
    person, _ = await world.clerk()
    here, elsewhere = (await world.signed_in(person)).issued, (await world.signed_in(person)).issued
    actor = await world.visit(here)
    await world.run(
        actor,
        lambda tx: change_password(
            tx, actor, data_keys=world.data_keys, current_password=PASSWORD, new_password="another-tulip-77"
        ),
    )
    await world.visit(here)
    with pytest.raises(Unauthenticated):
        await world.visit(elsewhere)
    await world.sign_in(person.phone, "another-tulip-77")


def test_a_caller_who_was_read_before_a_signal_is_not_kept_after_it() -> None:
    known, secret = KnownCallers(), b"hash"
    life = Life(clock.now() + MINUTE, None, clock.now(), MINUTE, locked=False)
    caller = Caller(replace(ANONYMOUS, session_id=uuid7()), life)
    known.put(secret, 1, caller, known.mark())
    assert known.get(secret, 1) is caller
    assert known.get(secret, 2) is None
    read_before = known.mark()
    known.forget({"session": str(caller.actor.session_id)})
    known.put(secret, 1, caller, read_before)
    assert known.get(secret, 1) is None
    for payload, kept in (({"session": str(uuid7())}, True), ({"merchant": str(uuid7())}, False)):
        known.put(secret, 1, caller, known.mark())
        known.forget(payload)
        assert (known.get(secret, 1) is caller) is kept
