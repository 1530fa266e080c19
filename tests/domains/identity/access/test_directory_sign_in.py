"""Signing in at the bank's directory, as a browser does: there, back, and into a session."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import asyncpg
import httpx
import pytest
from starlette.applications import Starlette

from prepaid.core.actor import ScopeKind
from prepaid.core.services import open_services
from prepaid.core.settings import settings
from prepaid.domains.identity.graph.directory_routes import CALLBACK, START, directory_routes
from prepaid.graph.caller import Callers
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.directory import OidcDirectory
from tests.domains.identity.access.world import Person, World
from tests.support.http_server import running
from tests.support.openid_provider import User, openid_provider, visit_as


@dataclass
class Desk:
    """Our server, and browsers that come to it."""

    address: str

    def browser(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.address, trust_env=False)


@asynccontextmanager
async def desk(world: World, issuer: str) -> AsyncIterator[Desk]:
    configured = settings().model_copy(update={"database_url": world.db.url})
    directory = OidcDirectory(issuer, "prepaid", "secret")
    async with open_services(configured) as services:
        app = Starlette(routes=[*directory_routes(services, Callers(world.authenticator), directory)])
        async with running(app) as address:
            services.settings.public_url = address
            yield Desk(address)
    await directory.close()


def user(email: str, *, subject: str | None = None, verified: bool = True, **claims: Any) -> User:
    return User(sub=subject or uuid7().hex, claims={"email": email, "email_verified": verified, **claims})


async def come_back(browser: httpx.AsyncClient, who: User, **changes: str) -> httpx.Response:
    """Leave to the directory, sign in there, and return with what it gave, except for `changes`."""
    away = await browser.get(START)
    assert away.status_code == 303
    answer = await visit_as(who.sub, away.headers["location"])
    return await browser.get(CALLBACK, params={**answer, **changes})


async def staff(world: World, **more: Any) -> Person:
    """A person on the bank's staff who has an account and no password here."""
    person = await world.person(password=None)
    platform = await world.platform("BANK", "audit.read", **more)
    await world.member(person, platform, scope=ScopeKind.BANK_ALL)
    return person


async def test_the_first_visit_links_the_account_of_the_verified_address_and_later_ones_find_it(
    world: World, fresh_database: str
) -> None:
    person = await staff(world)
    wang = user(person.email)
    with openid_provider([wang]) as issuer:
        async with desk(world, issuer) as ours, ours.browser() as browser:
            back = await come_back(browser, wang)
            assert (back.status_code, back.headers["location"]) == (303, "/")
            assert "httponly" in back.headers["set-cookie"].lower()
            actor = await world.visit_cookie(browser.cookies["sid"])
            assert actor.account_id == person.account_id
            assert actor.may("audit.read")
            assert "visit" not in browser.cookies

            superuser = await asyncpg.connect(fresh_database)
            await superuser.execute("UPDATE account SET email_index = NULL WHERE id = $1", person.account_id)
            await superuser.close()
            first = browser.cookies["sid"]
            back = await come_back(browser, wang)
            assert back.headers["location"] == "/"
            assert browser.cookies["sid"] != first


@pytest.mark.parametrize("verified", [True, False])
async def test_who_has_no_account_here_gets_none(world: World, verified: bool) -> None:
    person = await staff(world)
    email = "nobody@bank.example" if verified else person.email
    stranger = user(email, verified=verified)
    with openid_provider([stranger]) as issuer:
        async with desk(world, issuer) as ours, ours.browser() as browser:
            back = await come_back(browser, stranger)
            assert back.headers["location"] == "/sign-in?error=DIRECTORY_ACCOUNT_UNKNOWN"
            assert "sid" not in browser.cookies


async def test_an_address_that_was_given_to_another_person_does_not_give_him_the_account(world: World) -> None:
    person = await staff(world)
    before, after = user(person.email, subject="1001"), user(person.email, subject="1002")
    with openid_provider([before, after]) as issuer:
        async with desk(world, issuer) as ours, ours.browser() as browser, ours.browser() as other:
            assert (await come_back(browser, before)).headers["location"] == "/"
            back = await come_back(other, after)
            assert back.headers["location"] == "/sign-in?error=DIRECTORY_ACCOUNT_UNKNOWN"


async def test_the_directorys_second_factor_counts_and_without_it_ours_is_asked_for(world: World) -> None:
    strong, weak = await staff(world, second_factor="REQUIRED"), await staff(world, second_factor="REQUIRED")
    enrolled = await world.with_totp(await world.banker("audit.read"))
    one, two = user(strong.email, amr=["pwd", "otp"]), user(weak.email, amr=["pwd"])
    three = user(enrolled.email)
    with openid_provider([one, two, three]) as issuer:
        async with desk(world, issuer) as ours:
            for who, may in ((one, True), (two, False)):
                async with ours.browser() as browser:
                    assert (await come_back(browser, who)).headers["location"] == "/"
                    actor = await world.visit_cookie(browser.cookies["sid"])
                    assert (actor.may("audit.read"), actor.second_factor_due) == (may, not may)
            async with ours.browser() as browser:
                location = urlsplit((await come_back(browser, three)).headers["location"])
                assert location.path == "/sign-in"
                assert "sid" not in browser.cookies
                ticket = parse_qs(location.fragment)["ticket"][0]
                with clock.travel(timedelta(seconds=30)):
                    assert (await world.verify(ticket, code=enrolled.code())).opened is not None


@pytest.mark.parametrize("changes", [{"state": "other"}, {"state": ""}, {"state": "\udc00"}, {"code": "forged"}])
async def test_an_answer_to_another_visit_opens_nothing(world: World, changes: dict[str, str]) -> None:
    person = await staff(world)
    wang = user(person.email)
    with openid_provider([wang]) as issuer:
        async with desk(world, issuer) as ours, ours.browser() as browser:
            sent = {name: value.encode("utf-8", "replace").decode() for name, value in changes.items()}
            back = await come_back(browser, wang, **sent)
            assert back.headers["location"] == "/sign-in?error=DIRECTORY_SIGN_IN_FAILED"
            assert "sid" not in browser.cookies


async def test_a_browser_that_never_left_and_one_that_left_too_long_ago_get_nothing(world: World) -> None:
    person = await staff(world)
    wang = user(person.email)
    failed = "/sign-in?error=DIRECTORY_SIGN_IN_FAILED"
    with openid_provider([wang]) as issuer:
        async with desk(world, issuer) as ours:
            async with ours.browser() as victim, ours.browser() as attacker:
                away = await attacker.get(START)
                answer = await visit_as(wang.sub, away.headers["location"])
                back = await victim.get(CALLBACK, params=answer)
                assert back.headers["location"] == failed
                attacker.cookies.set("visit", "forged.visit.cookie")
                assert (await attacker.get(CALLBACK, params=answer)).headers["location"] == failed
            async with ours.browser() as late:
                away = await late.get(START)
                answer = await visit_as(wang.sub, away.headers["location"])
                with clock.travel(timedelta(minutes=11)):
                    assert (await late.get(CALLBACK, params=answer)).headers["location"] == failed


async def test_a_refusal_of_the_directory_and_its_silence_are_told(world: World) -> None:
    with openid_provider([]) as issuer:
        async with desk(world, issuer) as ours, ours.browser() as browser:
            state = parse_qs(urlsplit((await browser.get(START)).headers["location"]).query)["state"][0]
            back = await browser.get(CALLBACK, params={"error": "access_denied", "state": state})
            assert back.headers["location"] == "/sign-in?error=DIRECTORY_SIGN_IN_FAILED"
    async with desk(world, "http://127.0.0.1:9") as ours, ours.browser() as browser:
        away = await browser.get(START)
        assert (away.status_code, away.headers["location"]) == (303, "/sign-in?error=DIRECTORY_SIGN_IN_FAILED")
