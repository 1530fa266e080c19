"""Signing in from the mini-program over HTTP at both ends: our endpoint, and WeChat's as the sandbox plays it."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest

from prepaid import domains
from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter, ensure_customer
from prepaid.domains.identity.reads.consumers import consumer_facts
from prepaid.kit.identifiers import fictitious
from prepaid.providers.mini_program import SANDBOX_SECRET
from prepaid.providers.wechat_pay.config import SANDBOX_APPID
from prepaid.seed.platforms import seed_platforms
from tests.domains.identity.access.server import Client, Server
from tests.domains.identity.access.world import BANKER, World
from tests.support.mini_program import Phones, phones

TOKENS = "tokens { accessToken accessExpiresAt refreshToken expiresAt }"
ME = "{ me { template scope grants account { displayName phone } } }"
PROFILE = "{ myProfile { id phone realName idCard identifiedAt } }"


@dataclass
class Town:
    """People with phones, and our server."""

    world: World
    server: Server
    phones: Phones
    superuser: asyncpg.Connection

    async def newcomer(self) -> tuple[str, str]:
        """A person whom nobody knows: name and number."""
        name, phone = uuid4().hex, fictitious.phone(uuid4().int)
        await self.phones.person(name, phone)
        return name, phone

    async def token(self, name: str) -> str:
        async with self.server.program("") as app:
            del app.http.headers["authorization"]
            given = {"appid": SANDBOX_APPID, "code": await self.phones.login_code(name)}
            payload = await app.do("signInByMiniProgram", TOKENS, **given)
        token: str = payload["tokens"]["accessToken"]
        return token

    async def refused(self, **given: Any) -> str:
        async with self.server.program("") as app:
            del app.http.headers["authorization"]
            return await app.refused("signInByMiniProgram", **given)

    async def bind(self, app: Client, name: str) -> Any:
        return await app.do("bindPhone", TOKENS, code=await self.phones.phone_code(name))

    async def account(self, name: str) -> UUID:
        sql = "SELECT account_id FROM consumer_openid WHERE openid = $1"
        openid = await self.phones.person(name, self.phones.provider.people.phones[name])
        found: UUID = await self.superuser.fetchval(sql, openid)
        return found


@pytest.fixture
async def town(world: World, superuser: asyncpg.Connection) -> AsyncIterator[Town]:
    domains.load()
    async with world.db.write(BANKER) as tx:
        await seed_platforms(tx)
    async with phones() as found, Server.of(world, mini_program_url=found.url) as server:
        yield Town(world, server, found, superuser)


async def test_who_was_never_here_becomes_a_consumer_and_is_the_same_one_next_time(town: Town) -> None:
    name, phone = await town.newcomer()
    async with town.server.program(await town.token(name)) as app:
        me = (await app.ask(ME))["me"]
        assert (me["template"], me["scope"]) == ("consumer", "SELF")
        assert "consumer.profile" in me["grants"]
        profile = (await app.ask(PROFILE))["myProfile"]
        assert (profile["phone"], profile["realName"]) == (None, None)
        await town.bind(app, name)
        assert (await app.ask(PROFILE))["myProfile"]["phone"] == f"{phone[:3]}****{phone[-4:]}"
    async with town.server.program(await town.token(name)) as again:
        assert (await again.ask(PROFILE))["myProfile"]["id"] == profile["id"]


async def test_a_code_is_good_once_and_only_for_our_application(town: Town) -> None:
    name, _ = await town.newcomer()
    code = await town.phones.login_code(name)
    assert await town.refused(appid="wx0000000000000009", code=code) == "MINI_PROGRAM_UNKNOWN"
    assert await town.refused(appid=SANDBOX_APPID, code="0invented") == "WECHAT_CODE_INVALID"
    async with town.server.program("") as app:
        del app.http.headers["authorization"]
        await app.do("signInByMiniProgram", TOKENS, appid=SANDBOX_APPID, code=code)
    assert await town.refused(appid=SANDBOX_APPID, code=code) == "WECHAT_CODE_INVALID"


async def test_wechat_that_does_not_answer_can_be_asked_again(town: Town) -> None:
    name, _ = await town.newcomer()
    async with town.server.program(await town.token(name)) as app:
        code = await town.phones.phone_code(name)
        await town.phones.tell("PUT", "/faults/wxa", {"status": 503})
        document = "mutation($c: String!) { bindPhone(input: {code: $c}) { userErrors { code } } }"
        assert await app.code(document, c=code) == "UNAVAILABLE"
        await app.do("bindPhone", TOKENS, code=code)


async def test_a_phone_number_that_was_given_to_another_application_binds_nothing(town: Town) -> None:
    name, _ = await town.newcomer()
    async with town.server.program(await town.token(name)) as app:
        town.phones.provider.watermark = "wx0000000000000009"
        assert await app.refused("bindPhone", code=await town.phones.phone_code(name)) == "WECHAT_CODE_INVALID"
        assert await app.refused("bindPhone", code="0invented") == "WECHAT_CODE_INVALID"
        assert (await app.ask(PROFILE))["myProfile"]["phone"] is None


async def test_an_expired_token_at_wechat_is_replaced_once(town: Town) -> None:
    name, _ = await town.newcomer()
    async with town.server.program(await town.token(name)) as app:
        await town.bind(app, name)
        town.phones.provider.token = "another one"
        await town.bind(app, name)


async def test_a_number_of_another_wechat_user_is_refused(town: Town) -> None:
    (first, phone), (second, _) = await town.newcomer(), await town.newcomer()
    async with town.server.program(await town.token(first)) as app:
        await town.bind(app, first)
    await town.phones.person(second, phone)
    async with town.server.program(await town.token(second)) as app:
        code = await town.phones.phone_code(second)
        assert await app.refused("bindPhone", code=code) == "PHONE_OF_OTHER_CONSUMER"


async def test_whoever_bought_at_a_counter_finds_himself_by_his_number(town: Town) -> None:
    name, phone = await town.newcomer()
    world, merchant = town.world, await town.world.merchant()

    async def sell(tx: WriteSession) -> UUID:
        account = await consumer_at_counter(tx, keyring=world.keyring, data_keys=world.data_keys, phone=phone)
        await ensure_customer(tx, merchant, await consumer_facts(tx, account))
        return account

    account = await world.run(SYSTEM, sell)
    assert await world.run(SYSTEM, sell) == account
    async with town.server.program(await town.token(name)) as app:
        tokens = (await town.bind(app, name))["tokens"]
        assert await app.code(PROFILE) == "UNAUTHENTICATED"
    async with town.server.program(tokens["accessToken"]) as app:
        assert (await app.ask(PROFILE))["myProfile"]["phone"] == f"{phone[:3]}****{phone[-4:]}"
    assert await town.account(name) == account


async def test_one_person_is_one_consumer_and_a_customer_of_two_merchants(town: Town) -> None:
    name, phone = await town.newcomer()
    async with town.server.program(await town.token(name)) as app:
        await town.bind(app, name)
    account = await town.account(name)
    merchants = [await town.world.merchant(), await town.world.merchant()]

    async def buys(tx: WriteSession) -> None:
        for merchant in (*merchants, merchants[0]):
            await ensure_customer(tx, merchant, await consumer_facts(tx, account))

    await town.world.run(SYSTEM, buys)
    rows = await town.superuser.fetch("SELECT * FROM merchant_customer WHERE account_id = $1", account)
    assert {row["merchant_id"] for row in rows} == set(merchants)
    assert {row["phone_masked"] for row in rows} == {f"{phone[:3]}****{phone[-4:]}"}


async def test_name_and_number_are_entered_once_and_nothing_of_them_leaks(
    town: Town, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    name, phone = await town.newcomer()
    number = fictitious.id_card(uuid4().int % 1_000_000)
    real_name = "欧阳惜诗"
    token = await town.token(name)
    async with town.server.program(token) as app:
        await town.bind(app, name)
        assert (
            await app.refused("enterIdentity", realName=real_name, idCard="11010119900101123X1") == "ID_CARD_MALFORMED"
        )
        await app.do("enterIdentity", realName=real_name, idCard=number)
        await app.do("enterIdentity", realName=real_name, idCard=number)
        assert await app.refused("enterIdentity", realName="王芳", idCard=fictitious.id_card(7)) == "IDENTITY_FIXED"
        profile = (await app.ask(PROFILE))["myProfile"]
    assert (profile["realName"], profile["idCard"]) == ("欧阳**", f"{number[:4]}**********{number[-4:]}")

    secrets = [number, real_name, phone, token, SANDBOX_SECRET]
    everything = caplog.text + "".join(capsys.readouterr())
    tables = await town.superuser.fetch("SELECT table_name FROM information_schema.tables WHERE table_schema='public'")
    for (table,) in tables:
        for row in await town.superuser.fetch(f"SELECT * FROM {table}"):
            everything += str(dict(row))
            everything += "".join(value.decode("utf-8", "ignore") for value in row.values() if isinstance(value, bytes))
    assert [secret for secret in secrets if secret in everything] == []
