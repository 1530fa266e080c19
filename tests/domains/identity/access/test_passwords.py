"""Passwords: what is accepted, changing them, and the code for a forgotten one that reaches its owner alone."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import asyncpg
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.core.attempts import TooManyAttempts
from prepaid.core.errors import Refusal, Unauthenticated
from prepaid.core.jobs import enqueue, run_due
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.domains.identity import jobs
from prepaid.domains.identity.commands.change_password import change_password
from prepaid.domains.identity.commands.request_password_reset import request_password_reset
from prepaid.domains.identity.commands.reset_password import reset_password
from prepaid.domains.identity.errors.access import PasswordWrong, ResetCodeWrong, SignInFailed
from prepaid.domains.identity.rules.attempt_limits import RESET_CODE, RESET_REQUEST
from prepaid.domains.identity.rules.credentials import LONGEST_PASSWORD, Weakness, password_weakness
from prepaid.domains.identity.rules.password_hash import NOBODYS_HASH, hash_password, verify_password
from prepaid.kit import clock
from prepaid.sandbox.app import create_app
from tests.domains.identity.access.world import PASSWORD, Person, World, someone
from tests.support.http_server import running

NEW = "harbour-lantern-42"


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("", Weakness.TOO_SHORT),
        ("elevenchars", Weakness.TOO_SHORT),
        ("x" * (LONGEST_PASSWORD + 1), Weakness.TOO_LONG),
        ("Password1234", Weakness.COMMON),
        ("p a s s w o r d 1 2 3 4", Weakness.COMMON),
        ("Ｐａｓｓｗｏｒｄ１２３４", Weakness.COMMON),
        ("aaaaaaaaaaaa", Weakness.COMMON),
        ("abcabcabcabc", Weakness.COMMON),
        ("abcdefghijkl", Weakness.COMMON),
        ("123456789012", Weakness.COMMON),
        ("098765432109", Weakness.COMMON),
        ("my13812345678!", Weakness.CONTAINS_LOGIN),
        ("LI.LEI@example.com", Weakness.CONTAINS_LOGIN),
        ("i-am-LI.LEI-77", Weakness.CONTAINS_LOGIN),
        ("tulip-river-9-lamp", None),
        ("花开富贵春风得意马蹄疾一", None),
        ("correct horse battery", None),
    ],
)
def test_a_password_is_long_uncommon_and_not_the_login(password: str, weakness: Weakness | None) -> None:
    assert password_weakness(password, ["13812345678", "li.lei@example.com"]) is weakness


@given(st.text(max_size=200))
def test_every_text_is_judged(password: str) -> None:
    assert password_weakness(password, ["13812345678"]) in (None, *Weakness)


async def test_one_password_has_one_hash_in_any_spelling_and_nobodys_fits_nothing() -> None:
    known = await hash_password("Ａｃｃent-é-12345")
    assert (await verify_password(known, "Accent-e\u0301-12345")).right
    assert not (await verify_password(known, "Accent-e-12345")).right
    for nobody in (None, NOBODYS_HASH, "not a hash", ""):
        assert not (await verify_password(nobody, PASSWORD)).right


async def test_a_weak_new_password_is_refused_and_changes_nothing(world: World) -> None:
    person, _ = await world.clerk()
    actor = await world.actor(person)
    for new, code in (
        ("short", "PASSWORD_TOO_SHORT"),
        ("x" * 200, "PASSWORD_TOO_LONG"),
        ("password1234", "PASSWORD_TOO_COMMON"),
        (f"my-{person.phone}-x", "PASSWORD_CONTAINS_LOGIN"),
        (f"my-{person.email}", "PASSWORD_CONTAINS_LOGIN"),
    ):
        with pytest.raises(Refusal) as refused:
            await world.run(
                actor,
                lambda tx, new=new: change_password(  # type: ignore[misc]
                    tx, actor, data_keys=world.data_keys, current_password=PASSWORD, new_password=new
                ),
            )
        assert (refused.value.code, refused.value.path) == (code, ("newPassword",))
        assert "None" not in refused.value.message("zh-CN") + refused.value.message("en")
    await world.sign_in(person.phone)


async def test_changing_takes_the_current_password_five_tries_long(world: World) -> None:
    person, _ = await world.clerk()
    actor = await world.actor(person)

    async def change(current: str) -> None:
        await world.run(
            actor,
            lambda tx: change_password(
                tx, actor, data_keys=world.data_keys, current_password=current, new_password=NEW
            ),
        )

    for _ in range(5):
        with pytest.raises(PasswordWrong):
            await change("wrong password 1")
    with pytest.raises(TooManyAttempts):
        await change(PASSWORD)
    await world.sign_in(person.phone)  # a stranger at the counter does not lock the account


@dataclass
class Post:
    """The services of a worker, and the inbox of the message gateway."""

    services: Services
    inbox: httpx.AsyncClient

    async def deliver(self) -> None:
        await run_due(self.services)

    async def texts_to(self, address: str) -> list[str]:
        return [message["text"] for message in (await self.inbox.get("/messages", params={"to": address})).json()]

    async def code_for(self, address: str) -> str:
        await self.deliver()
        match = re.search(r"\d{8}", (await self.texts_to(address))[0])
        assert match is not None
        return match[0]


@asynccontextmanager
async def gateway(world: World) -> AsyncIterator[Post]:
    async with running(create_app()) as address:
        configured = settings().model_copy(update={"database_url": world.db.url, "messages_url": address})
        async with (
            open_services(configured) as services,
            httpx.AsyncClient(base_url=address, trust_env=False) as inbox,
        ):
            yield Post(services, inbox)


@pytest.fixture
async def post(world: World) -> AsyncIterator[Post]:
    async with gateway(world) as post:
        yield post


async def request_code(world: World, login: str) -> None:
    caller = someone()
    await world.run(caller, lambda tx: request_password_reset(tx, caller, keyring=world.keyring, login=login))


async def reset(world: World, login: str, code: str, password: str = NEW) -> None:
    caller = someone()
    await world.run(
        caller,
        lambda tx: reset_password(
            tx,
            caller,
            keyring=world.keyring,
            data_keys=world.data_keys,
            login=login,
            code=code,
            new_password=password,
        ),
    )


async def test_a_forgotten_password_is_replaced_by_a_code_and_every_session_ends(world: World, post: Post) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    await request_code(world, person.phone)
    code = await post.code_for(person.phone)
    await reset(world, person.phone, code)
    with pytest.raises(Unauthenticated):
        await world.visit(issued)
    with pytest.raises(SignInFailed):
        await world.sign_in(person.phone)
    await world.sign_in(person.phone, NEW)
    with pytest.raises(ResetCodeWrong):
        await reset(world, person.phone, code, "yet-another-harbour-1")


async def test_a_code_asked_by_mail_comes_by_mail_in_the_language_of_the_account(world: World, post: Post) -> None:
    person = await world.person(locale="en")
    await request_code(world, person.email.upper())
    code = await post.code_for(person.email)
    assert (await post.texts_to(person.email))[0].startswith("Your code")
    await reset(world, person.email, code)


async def test_asking_for_an_unknown_login_is_the_same_answer_and_sends_nothing(world: World, post: Post) -> None:
    for login in ("nobody@example.com", "13900000000", "", "\udc00", "x" * 5000):
        await request_code(world, login)
    await post.deliver()
    assert (await post.inbox.get("/messages")).json() == []
    with pytest.raises(ResetCodeWrong):
        await reset(world, "nobody@example.com", "12345678")


async def test_a_lock_of_the_account_ends_with_the_reset_and_the_second_factor_stays(world: World, post: Post) -> None:
    person = await world.with_totp(await world.banker())
    for _ in range(5):
        with pytest.raises(SignInFailed):
            await world.sign_in(person.phone, "wrong password 1")
    await request_code(world, person.phone)
    await reset(world, person.phone, await post.code_for(person.phone))
    assert (await world.sign_in(person.phone, NEW)).ticket is not None


async def test_five_wrong_codes_lock_and_a_code_lasts_fifteen_minutes(world: World, post: Post) -> None:
    hasty, late = await world.person(), await world.person()
    for person in (hasty, late):
        await request_code(world, person.phone)
    code = await post.code_for(hasty.phone)
    wrong = f"{(int(code) + 1) % 10**8:08d}"
    for _ in range(RESET_CODE.limit):
        with pytest.raises(ResetCodeWrong):
            await reset(world, hasty.phone, wrong)
    with pytest.raises(TooManyAttempts):
        await reset(world, hasty.phone, code)
    code = await post.code_for(late.phone)
    with clock.travel(timedelta(minutes=15, seconds=1)), pytest.raises(ResetCodeWrong):
        await reset(world, late.phone, code)


async def test_a_code_is_good_for_its_account_alone_and_the_newest_one_counts(world: World, post: Post) -> None:
    one, other = await world.person(), await world.person()
    await request_code(world, one.phone)
    first = await post.code_for(one.phone)
    await request_code(world, one.phone)
    second = await post.code_for(one.phone)
    await request_code(world, other.phone)
    await post.deliver()
    with pytest.raises(ResetCodeWrong):
        await reset(world, other.phone, second)
    with pytest.raises(ResetCodeWrong):
        await reset(world, one.phone, first)
    await reset(world, one.phone, second)


async def test_codes_are_not_asked_for_without_end(world: World) -> None:
    person = await world.person()
    for _ in range(RESET_REQUEST.limit):
        await request_code(world, person.phone)
    with pytest.raises(TooManyAttempts):
        await request_code(world, person.phone)


async def test_a_message_whose_answer_was_lost_is_sent_once_and_its_code_works(world: World, post: Post) -> None:
    person: Person = await world.person()
    await request_code(world, person.phone)
    await post.inbox.put("/faults/messages", json={"status": 504, "after_effect": True})
    await post.deliver()
    with clock.travel(timedelta(minutes=1)):
        code = await post.code_for(person.phone)
    assert len(await post.texts_to(person.phone)) == 1
    await reset(world, person.phone, code)


async def test_ended_sign_ins_are_cleared_after_ninety_days(world: World, post: Post, fresh_database: str) -> None:
    person, _ = await world.clerk()
    issued = (await world.signed_in(person)).issued
    superuser = await asyncpg.connect(fresh_database)
    count = "SELECT count(*) FROM user_session WHERE id = $1"
    for days, left in ((89, 1), (91, 0)):
        with clock.travel(timedelta(days=days)):
            async with world.db.write() as tx:
                await enqueue(tx, jobs.sign_in.CLEAR_SIGN_INS, payload={})
            await post.deliver()
        assert await superuser.fetchval(count, issued.id) == left
    await superuser.close()
