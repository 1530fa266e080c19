"""Signing in through the schema, as browsers and programs do."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from prepaid.core.actor import ScopeKind
from prepaid.core.errors import REFUSALS
from prepaid.domains.identity.graph.sign_in_mutations import SOLITARY
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from tests.domains.identity.access.server import Client, Server, mutation, schema
from tests.domains.identity.access.world import PASSWORD, Person, World

ME = """{ me {
  account { displayName phone email hasPassword hasPin secondFactor { enrolled due recoveryCodesLeft }
    memberships { id template templateName placeName merchantId scope secondFactorRequired } }
  membership { id placeName } template scope grants locked steppedUpUntil } }"""
STEP = "step ticket tokens { accessToken refreshToken accessExpiresAt expiresAt } membership { id } memberships { id }"


@pytest.fixture
async def server(world: World) -> AsyncIterator[Server]:
    async with Server.of(world) as server:
        yield server


async def sign_in(client: Client, person: Person, **more: object) -> dict[str, Any]:
    payload: dict[str, Any] = await client.do("signIn", STEP, login=person.phone, password=person.password, **more)
    return payload


async def test_a_browser_signs_in_asks_who_it_is_and_signs_out(world: World, server: Server) -> None:
    person, merchant = await world.clerk("desk.read")
    async with server.browser(**{"accept-language": "en"}) as browser:
        assert await browser.code(ME) == "UNAUTHENTICATED"
        payload = await sign_in(browser, person)
        assert (payload["step"], payload["tokens"], payload["ticket"]) == ("SIGNED_IN", None, None)
        cookie = browser.last.headers["set-cookie"].lower()
        assert all(part in cookie for part in ("sid=", "httponly", "samesite=lax", "path=/"))

        me = (await browser.ask(ME))["me"]
        assert (me["grants"], me["scope"], me["locked"]) == (["desk.read"], "MERCHANT", False)
        (membership,) = me["account"]["memberships"]
        assert membership["merchantId"] == GlobalId("Merchant", PLATFORM_TENANT, merchant).encode()
        assert me["membership"]["id"] == membership["id"]
        assert me["account"]["phone"] == f"{person.phone[:3]}****{person.phone[-4:]}"
        assert person.phone not in browser.last.text

        await browser.do("signOut")
        assert "sid" not in browser.http.cookies
        assert await browser.code(ME) == "UNAUTHENTICATED"


async def test_a_refused_sign_in_says_the_same_in_both_languages_and_sets_no_cookie(
    world: World, server: Server
) -> None:
    person = await world.person()
    for language, words in (("zh-CN", "账号或密码不正确"), ("en", "The account or the password is not right")):
        async with server.browser(**{"accept-language": language}) as browser:
            answers = []
            for login in (person.phone, "nobody@example.com", "not a login"):
                answer = await browser.send(mutation("signIn"), input={"login": login, "password": "wrong"})
                answers.append(answer.json()["data"])
                assert "set-cookie" not in answer.headers
            assert all(answer == answers[0] for answer in answers)
            assert answers[0]["signIn"]["userErrors"][0]["message"] == words


async def test_a_dead_cookie_keeps_nobody_from_signing_in(world: World, server: Server) -> None:
    person, _ = await world.clerk()
    async with server.browser() as browser:
        browser.http.cookies.set("sid", "A" * 43, domain="prepaid.example", path="/")
        assert await browser.code(ME) == "UNAUTHENTICATED"
        assert browser.last.status_code == 401
        assert "sid" not in browser.http.cookies
        await sign_in(browser, person)


async def test_a_cookie_is_worth_nothing_from_a_foreign_page(world: World, server: Server) -> None:
    person, _ = await world.clerk()
    async with server.browser() as browser:
        await sign_in(browser, person)
        request = {"query": mutation("signOut", with_input=False)}
        foreign = await browser.http.post("/graphql/", json=request, headers={"origin": "https://evil.example"})
        own_header = browser.http.headers.pop("x-requested-with")
        plain = await browser.http.post("/graphql/", json=request)
        assert (foreign.status_code, plain.status_code) == (403, 403)
        browser.http.headers["x-requested-with"] = own_header
        await browser.ask(ME)


async def test_bank_staff_enrols_and_then_signs_in_with_both_factors(world: World, server: Server) -> None:
    person = await world.banker("audit.read")
    async with server.browser() as browser:
        assert (await sign_in(browser, person))["step"] == "SECOND_FACTOR_ENROLMENT"
        me = (await browser.ask(ME))["me"]
        assert (me["grants"], me["account"]["secondFactor"]["due"]) == ([], True)
        assert me["membership"] is not None
        assert await browser.code(mutation("setPin"), input={"pin": "4821", "password": PASSWORD}) == "FORBIDDEN"
        person.totp = (await browser.do("enrollTotp", "secret address"))["secret"]
        codes = (await browser.do("confirmTotp", "recoveryCodes", code=person.code()))["recoveryCodes"]
        me = (await browser.ask(ME))["me"]
        assert (me["grants"], me["account"]["secondFactor"]) == (
            ["audit.read"],
            {"enrolled": True, "due": False, "recoveryCodesLeft": 10},
        )
    async with server.browser() as browser:
        payload = await sign_in(browser, person)
        assert (payload["step"], payload["membership"]) == ("SECOND_FACTOR", None)
        assert await browser.code(ME) == "UNAUTHENTICATED"
        ticket = payload["ticket"]
        assert await browser.refused("verifySecondFactor", ticket=ticket, code="000000") == "SECOND_FACTOR_WRONG"
        assert (await browser.do("verifySecondFactor", STEP, ticket=ticket, recoveryCode=codes[0]))[
            "step"
        ] == "SIGNED_IN"
        assert (await browser.ask(ME))["me"]["account"]["secondFactor"]["recoveryCodesLeft"] == 9


async def test_a_program_signs_in_refreshes_and_is_found_out_with_a_stolen_token(world: World, server: Server) -> None:
    person, _ = await world.clerk("desk.read")
    async with server.browser() as anonymous:
        payload = await sign_in(anonymous, person, kind="BEARER")
        assert "set-cookie" not in anonymous.last.headers
        tokens = payload["tokens"]
        async with server.program(tokens["accessToken"]) as program:
            assert (await program.ask(ME))["me"]["grants"] == ["desk.read"]
        first = tokens["refreshToken"]
        payload = await anonymous.do("refreshSession", "tokens { accessToken refreshToken }", refreshToken=first)
        fresh = payload["tokens"]
        async with server.program(fresh["accessToken"]) as program:
            await program.ask(ME)
            assert await anonymous.refused("refreshSession", refreshToken=first) == "REFRESH_TOKEN_INVALID"
            assert await program.code(ME) == "UNAUTHENTICATED"
        async with server.program(fresh["refreshToken"]) as thief:
            assert await thief.code(ME) == "UNAUTHENTICATED"


async def test_sessions_are_listed_and_ended(world: World, server: Server) -> None:
    person, _ = await world.clerk()
    sessions = "{ mySessions { id current device address kind placeName locked } }"
    async with server.browser(**{"user-agent": "Here"}) as here, server.browser(**{"user-agent": "There"}) as there:
        await sign_in(here, person)
        await sign_in(there, person)
        listed = (await here.ask(sessions))["mySessions"]
        assert {(entry["device"], entry["current"]) for entry in listed} == {("Here", True), ("There", False)}
        other = next(entry["id"] for entry in listed if not entry["current"])
        await here.do("revokeSession", sessionId=other)
        assert await there.code(ME) == "UNAUTHENTICATED"
        foreign = GlobalId("Session", PLATFORM_TENANT, person.account_id).encode()
        wrong_kind = GlobalId("Account", PLATFORM_TENANT, person.account_id).encode()
        for session_id in (foreign, wrong_kind):
            assert await here.refused("revokeSession", sessionId=session_id) == "NOT_FOUND"
        assert await here.code(mutation("revokeSession"), input={"sessionId": "nonsense"}) == "BAD_USER_INPUT"
        assert (await here.do("revokeOtherSessions", "ended"))["ended"] == 0


async def test_a_locked_screen_answers_unlocking_and_signing_out_alone(world: World, server: Server) -> None:
    person, _ = await world.clerk("desk.read")
    async with server.browser() as browser:
        await sign_in(browser, person)
        assert await browser.refused("lockScreen") == "PIN_NOT_SET"
        await browser.do("setPin", pin="4821", password=PASSWORD)
        await browser.do("lockScreen")
        me = (await browser.ask(ME))["me"]
        assert (me["locked"], me["grants"]) == (True, [])
        assert await browser.code("{ mySessions { id } }") == "SCREEN_LOCKED"
        assert await browser.code(mutation("stepUp"), input={"password": PASSWORD}) == "SCREEN_LOCKED"
        assert await browser.refused("unlockScreen", pin="9999") == "PIN_WRONG"
        await browser.do("unlockScreen", pin="4821")
        assert (await browser.ask(ME))["me"]["grants"] == ["desk.read"]
        await browser.do("lockScreen")
        await browser.do("signOut")


async def test_switching_and_stepping_up_go_on_in_the_same_browser(world: World, server: Server) -> None:
    person, _ = await world.clerk("desk.read")
    second = await world.member(person, await world.platform("MERCHANT", "desk.sell"), tenant=await world.merchant())
    async with server.browser() as browser:
        payload = await sign_in(browser, person)
        memberships = payload["memberships"]
        await browser.do("stepUp", password=PASSWORD)
        assert (await browser.ask(ME))["me"]["steppedUpUntil"] is not None
        other = next(entry["id"] for entry in memberships if GlobalId.decode(entry["id"]).id == second)
        await browser.do("switchMembership", "membership { id }", membershipId=other)
        me = (await browser.ask(ME))["me"]
        assert (me["membership"]["id"], me["grants"], me["steppedUpUntil"]) == (other, ["desk.sell"], None)
        await browser.do("changePassword", currentPassword=PASSWORD, newPassword="harbour-lantern-42")
        await browser.ask(ME)


async def test_a_wish_for_a_membership_is_taken_and_nonsense_ignored(world: World, server: Server) -> None:
    person, _ = await world.clerk()
    second = await world.member(person, await world.platform(), tenant=(merchant := await world.merchant()))
    wish = GlobalId("Member", merchant, second).encode()
    async with server.browser() as browser:
        assert (await sign_in(browser, person, membershipId=wish))["membership"] == {"id": wish}
        foreign = GlobalId("Merchant", PLATFORM_TENANT, second).encode()
        assert (await sign_in(browser, person, membershipId=foreign))["membership"] == {"id": wish}


async def test_a_token_is_issued_after_a_step_up_used_and_revoked(world: World, server: Server) -> None:
    person, merchant = await world.person(), await world.merchant()
    platform = await world.platform("MERCHANT", "token.read", "token.issue", "token.revoke")
    await world.member(person, platform, tenant=merchant)
    wanted = {
        "name": "收银系统",
        "templateId": GlobalId("PlatformTemplate", PLATFORM_TENANT, platform.template_id).encode(),
        "roleIds": [GlobalId("Role", PLATFORM_TENANT, platform.role_id).encode()],
        "expiresAt": (clock.now() + timedelta(days=30)).isoformat(),
        "allowedAddresses": "127.0.0.1\n10.0.0.0/8, 2001:db8::/32",
    }
    shown = "token { id name prefix scope allowedAddresses template { code } roles { code } } secret"
    async with server.browser() as browser:
        await sign_in(browser, person)
        assert await browser.code(mutation("createApiToken"), input=wanted) == "STEP_UP_REQUIRED"
        await browser.do("stepUp", password=PASSWORD)
        issued = await browser.do("createApiToken", shown, **wanted)
        assert issued["secret"].startswith(issued["token"]["prefix"])
        assert issued["token"]["allowedAddresses"] == ["127.0.0.1/32", "10.0.0.0/8", "2001:db8::/32"]
        async with server.program(issued["secret"]) as program:
            me = (await program.ask(ME))["me"]
            assert (me["account"], me["scope"]) == (None, "MERCHANT")
            assert "token.read" in me["grants"]
            listed = (await program.ask("{ apiTokens { nodes { id lastUsedAt } } }"))["apiTokens"]["nodes"]
            assert [entry["id"] for entry in listed] == [issued["token"]["id"]]
            assert issued["secret"] not in program.last.text
            for document in ("{ mySessions { id } }", mutation("stepUp")):
                given = {"input": {"password": PASSWORD}} if "stepUp" in document else {}
                assert await program.code(document, **given) == "FORBIDDEN"
            await browser.do("revokeApiToken", "token { revokedAt }", id=issued["token"]["id"])
            assert await program.code(ME) == "UNAUTHENTICATED"
            assert program.last.status_code == 401


async def test_a_document_holds_one_try_so_that_aliases_multiply_none(world: World, server: Server) -> None:
    person = await world.person()
    given = f'(input: {{login: "{person.phone}", password: "wrong"}}) {{ step }}'
    tries = " ".join(f"try{n}: signIn{given}" for n in range(20))
    two = f"mutation {{ one: signIn{given} two: signIn{given} }}"
    async with server.browser() as browser:
        for document in (f"mutation {{ {tries} }}", two):
            for _ in range(6):
                assert await browser.code(document) == "QUERY_TOO_COMPLEX"
        await sign_in(browser, person)


def test_the_mutations_that_stand_alone_exist() -> None:
    mutations = schema().core.mutation_type
    assert mutations is not None
    assert set(mutations.fields) > SOLITARY


async def test_without_the_permission_there_are_no_tokens(world: World, server: Server) -> None:
    person, _ = await world.clerk("desk.read")
    async with server.browser() as browser:
        await sign_in(browser, person)
        assert await browser.code("{ apiTokens { nodes { id } } }") == "FORBIDDEN"


@pytest.mark.parametrize("bad", ["a\u0000b", "a\u0007b"])
async def test_text_that_no_column_holds_is_refused_before_the_command(world: World, server: Server, bad: str) -> None:
    async with server.browser() as browser:
        given = {"login": bad, "password": "x"}
        assert await browser.code(mutation("signIn"), input=given) == "BAD_USER_INPUT"


async def test_bank_scopes_are_shown(world: World, server: Server) -> None:
    person = await world.person()
    await world.member(person, await world.platform("BANK", "audit.read"), scope=ScopeKind.BANK_ALL)
    async with server.browser() as browser:
        await sign_in(browser, person)
        me = (await browser.ask(ME))["me"]
        assert (me["scope"], me["membership"]["placeName"]) == ("BANK_ALL", None)


def test_every_refusal_of_access_has_both_texts() -> None:
    ours = [refusal for refusal in REFUSALS.values() if refusal.__module__.endswith("identity.errors.access")]
    assert len(ours) > 20
    assert all(refusal.zh and refusal.en and refusal.zh != refusal.en for refusal in ours)
