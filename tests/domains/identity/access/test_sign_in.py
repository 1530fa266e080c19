"""Signing in by password: one answer for all that is wrong, the same time for it, and locks that hold."""

import asyncio
from datetime import timedelta
from typing import Any, Literal

import asyncpg
import pytest
from argon2 import PasswordHasher, extract_parameters
from sqlalchemy import Engine, event

from prepaid.core.attempts import TooManyAttempts
from prepaid.core.errors import Refusal
from prepaid.domains.identity.commands.open_session import Wish
from prepaid.domains.identity.commands.sign_in import SignInStep
from prepaid.domains.identity.errors.access import SignInFailed
from prepaid.domains.identity.rules import password_hash
from prepaid.domains.identity.rules.attempt_limits import PASSWORD_FROM_ADDRESS, PASSWORD_OF_ACCOUNT
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.access.world import PASSWORD, World, someone


async def test_a_person_signs_in_by_phone_and_by_email_in_any_spelling(world: World) -> None:
    person, merchant_id = await world.clerk("desk.read")
    for login in (person.phone, f"+86 {person.phone}", person.email, person.email.upper()):
        answer = await world.sign_in(login)
        assert answer.step is SignInStep.SIGNED_IN
        assert answer.opened is not None
        actor = await world.visit(answer.opened.issued)
        assert (actor.account_id, actor.merchant_id) == (person.account_id, merchant_id)
        assert actor.may("desk.read")


@pytest.mark.parametrize(
    "login", ["unknown@example.com", "13800000000", "", "x" * 5000, "a\x00b", "\udc00@x.y", "' OR 1=1"]
)
async def test_an_unknown_login_and_a_wrong_password_are_one_answer(world: World, login: str) -> None:
    person = await world.person()
    refusals = []
    for tried, password in ((login, PASSWORD), (person.phone, "wrong-" + PASSWORD), (person.phone, "\udc00\x00")):
        with pytest.raises(SignInFailed) as refused:
            await world.sign_in(tried, password)
        refusals.append((refused.value.message("zh-CN"), refused.value.path, dict(refused.value.data)))
    assert len({str(refusal) for refusal in refusals}) == 1


async def test_a_disabled_account_and_one_without_password_are_the_same_answer(
    world: World, fresh_database: str
) -> None:
    disabled, directory_only = await world.person(), await world.person(password=None)
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE account SET status = 'DISABLED' WHERE id = $1", disabled.account_id)
    await superuser.close()
    for person in (disabled, directory_only):
        with pytest.raises(SignInFailed):
            await world.sign_in(person.phone, PASSWORD)


async def test_unknown_accounts_cost_the_same_work_as_wrong_passwords(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same hash and the same note in the audit trail; what differs is one look-up by its index."""
    work: list[str] = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            work.append(f"hash {extract_parameters(str(hash))}")
            return super().verify(hash, password)

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        work.append(statement)

    async def work_of(login: str) -> list[str]:
        work.clear()
        with pytest.raises(SignInFailed):
            await world.sign_in(login, f"wrong {uuid7()}")
        return list(work)

    person = await world.person()
    monkeypatch.setattr(password_hash, "_hasher", Watched(time_cost=2, memory_cost=19_456, parallelism=1))
    event.listen(Engine, "before_cursor_execute", note)
    try:
        known = await work_of(person.phone)
        unknown = await work_of(f"nobody{uuid7().hex}@example.com")
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert known == unknown
    assert sum(each.startswith("hash ") for each in known) == 1
    assert any("INSERT INTO audit" in each for each in known)


async def test_five_wrong_passwords_lock_the_account_and_the_lock_ends(world: World) -> None:
    person = await world.person()
    for _ in range(PASSWORD_OF_ACCOUNT.limit):
        with pytest.raises(SignInFailed):
            await world.sign_in(person.phone, "wrong password 1")
    with pytest.raises(TooManyAttempts) as locked:
        await world.sign_in(person.phone)
    assert 0 < locked.value.data["retry_after_seconds"] <= 900
    with clock.travel(PASSWORD_OF_ACCOUNT.lock_for + timedelta(seconds=1)):
        await world.sign_in(person.phone)


async def test_an_unknown_login_locks_in_the_same_way(world: World) -> None:
    answers = []
    for _ in range(7):
        with pytest.raises(Refusal) as refused:
            await world.sign_in("nobody@example.com", "wrong password 1")
        answers.append(refused.value.code)
    assert answers == ["SIGN_IN_FAILED"] * 5 + ["TOO_MANY_ATTEMPTS"] * 2


async def test_the_right_password_forgets_the_wrong_ones(world: World) -> None:
    person = await world.person()
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(SignInFailed):
                await world.sign_in(person.phone, "wrong password 1")
        await world.sign_in(person.phone)


async def test_fifty_wrong_passwords_at_once_try_no_more_than_five(world: World) -> None:
    person = await world.person()
    outcomes = await asyncio.gather(
        *(world.sign_in(person.phone, f"wrong password {n}") for n in range(50)), return_exceptions=True
    )
    assert sum(isinstance(outcome, SignInFailed) for outcome in outcomes) == PASSWORD_OF_ACCOUNT.limit
    assert sum(isinstance(outcome, TooManyAttempts) for outcome in outcomes) == 50 - PASSWORD_OF_ACCOUNT.limit


async def test_a_spray_over_many_accounts_is_stopped_by_its_address(world: World) -> None:
    sprayer, bystander = someone(), await world.person()
    answers = []
    for number in range(PASSWORD_FROM_ADDRESS.limit + 5):
        with pytest.raises(Refusal) as refused:
            await world.sign_in(f"victim{number}.{uuid7().hex}@example.com", "Spring2026!spring", by=sprayer)
        answers.append(refused.value.code)
    assert answers == ["SIGN_IN_FAILED"] * PASSWORD_FROM_ADDRESS.limit + ["TOO_MANY_ATTEMPTS"] * 5
    await world.sign_in(bystander.phone)


async def test_an_old_hash_is_replaced_at_the_next_sign_in(world: World, fresh_database: str) -> None:
    person = await world.person()
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    superuser = await asyncpg.connect(fresh_database)
    await superuser.execute("UPDATE account SET password_hash = $2 WHERE id = $1", person.account_id, weak)
    await world.sign_in(person.phone)
    stored = await superuser.fetchval("SELECT password_hash FROM account WHERE id = $1", person.account_id)
    await superuser.close()
    assert "m=19456,t=2,p=1" in stored
    await world.sign_in(person.phone)


async def test_signing_in_chooses_the_wanted_the_last_used_or_the_first_membership(world: World) -> None:
    person = await world.person()
    platform, other = await world.platform(), await world.platform()
    first = await world.member(person, platform, tenant=await world.merchant())
    second = await world.member(person, platform, tenant=await world.merchant())
    third = await world.member(person, other, tenant=await world.merchant())

    async def chosen(wish: Wish | None = None) -> object:
        opened = await world.signed_in(person, wish=wish)
        assert opened.membership is not None
        assert {choice.id for choice in opened.choices} == {first, second, third}
        return opened.membership.id

    assert await chosen() == first
    assert await chosen(Wish(membership_id=second)) == second
    assert await chosen() == second
    assert await chosen(Wish(template=other.code)) == third
    assert await chosen(Wish(membership_id=uuid7())) == third


async def test_a_person_without_membership_is_signed_in_without_rights(world: World) -> None:
    person = await world.person()
    actor = await world.actor(person)
    assert actor.account_id == person.account_id
    assert (actor.template, actor.grants.codes) == (None, frozenset())


async def test_the_session_that_the_browser_held_before_ends(world: World) -> None:
    person, _ = await world.clerk()
    before = await world.signed_in(person)
    holder = await world.visit(before.issued)
    after = await world.sign_in(person.phone, by=holder)
    assert after.opened is not None
    assert (await world.visit(after.opened.issued)).session_id != holder.session_id
    with pytest.raises(Exception, match="Sign in first"):
        await world.visit(before.issued)


async def test_only_hashes_of_secrets_and_no_personal_data_are_stored(world: World, fresh_database: str) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    superuser = await asyncpg.connect(fresh_database)
    tables = ("account", "user_session", "audit_event", "attempt_counter", "idempotency_key", "pgqueuer")
    stored = "".join([str(await superuser.fetch(f"SELECT x::text FROM {table} x")) for table in tables])
    await superuser.close()
    for canary in (issued.secret, person.password, person.phone, person.email):
        assert canary not in stored
        assert canary.encode().hex() not in stored
