"""Signing in through stored documents, tokens of integrators, and what ends a subscription."""

import asyncio
import json
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from graphql import build_client_schema, get_introspection_query, print_schema
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from prepaid.app import graph_schema
from prepaid.domains.identity.graph.sign_in_mutations import SOLITARY
from prepaid.kit import clock
from prepaid.seed.people import PASSWORD
from tests.http.product.conftest import Browser, Product

OWNER, MANAGER = ("owner@example.com", "林晓云"), ("manager@example.com", "周海")
ME = "query Me { me { template grants } }"
STEP_UP = "mutation StepUp($input: StepUpInput!) { stepUp(input: $input) { userErrors { code } } }"
PEOPLE = "query People { members(first: 50) { nodes { id displayName roles { id code } template { id } } } }"
CREATE_TOKEN = """
mutation CreateToken($input: CreateApiTokenInput!) { createApiToken(input: $input) { secret userErrors { code } } }
"""
CHANGE_ROLES = """
mutation ChangeRoles($input: ChangeMemberRolesInput!) { changeMemberRoles(input: $input) { userErrors { code } } }
"""
SUSPEND = "mutation Suspend($input: MemberStatusInput!) { suspendMember(input: $input) { userErrors { code } } }"
RESUME = "mutation Resume($input: MemberStatusInput!) { resumeMember(input: $input) { userErrors { code } } }"
QUEUE = "subscription Queue { reviewQueue { openCount } }"


async def done(browser: Browser, document: str, **given: Any) -> Any:
    """The payload of a mutation that is not refused."""
    (payload,) = (await browser.ask(document, input=given)).values()
    assert payload["userErrors"] == [], payload
    return payload


async def person(browser: Browser, name: str) -> dict[str, Any]:
    people: list[dict[str, Any]] = (await browser.ask(PEOPLE))["members"]["nodes"]
    return next(one for one in people if one["displayName"] == name)


async def token_of_owner(browser: Browser) -> str:
    """A token with the owner's role, issued by the owner."""
    owner = await person(browser, OWNER[1])
    await done(browser, STEP_UP, password=PASSWORD)
    payload = await done(
        browser,
        CREATE_TOKEN,
        name="Cash desk",
        templateId=owner["template"]["id"],
        roleIds=[role["id"] for role in owner["roles"]],
        expiresAt=(clock.now() + timedelta(days=30)).isoformat(),
    )
    return str(payload["secret"])


async def test_a_browser_in_production_signs_in_and_works_by_stored_documents(production: Product) -> None:
    async with production.browser(OWNER[0]) as browser:
        (cookie,) = browser.http.cookies.jar
        assert (cookie.name, cookie.secure) == ("__Host-sid", True)
        assert (await browser.ask(ME))["me"]["template"] == "merchant"
        answer = await browser.http.post("/graphql", json={"query": ME})
        assert answer.json()["errors"][0]["extensions"]["code"] == "STORED_DOCUMENT_REQUIRED"


async def test_a_dead_session_does_not_keep_its_browser_from_signing_in(production: Product) -> None:
    async with production.browser(OWNER[0]) as browser:
        browser.http.cookies.set("__Host-sid", "A" * 43, domain="prepaid.example")
        assert (await browser.send(ME)).status_code == 401
        assert "__Host-sid" not in browser.http.cookies
    async with production.browser(OWNER[0]) as browser:
        assert (await browser.ask(ME))["me"]["grants"]


async def test_the_public_audit_passes_with_an_integrators_token(production: Product, audit_script: Path) -> None:
    async with production.browser(OWNER[0]) as browser:
        token = await token_of_owner(browser)
    node = await asyncio.create_subprocess_exec(
        "node", str(audit_script), f"http://{production.address}/graphql", token, stdout=asyncio.subprocess.PIPE
    )
    written, _ = await node.communicate()
    results = json.loads(written)
    assert [result for result in results if result["status"] != "ok"] == []
    assert Counter(result["status"] for result in results) == {"ok": 61}


async def test_an_integrator_sees_the_schema_that_his_grants_open(production: Product) -> None:
    async with production.browser(OWNER[0]) as browser:
        token = await token_of_owner(browser)
    transport = httpx.ASGITransport(production.app)
    bearer = {"authorization": f"Bearer {token}"}
    async with httpx.AsyncClient(transport=transport, base_url=production.origin, headers=bearer) as program:
        answer = await program.post("/graphql", json={"query": get_introspection_query()})
        shown = print_schema(build_client_schema(answer.json()["data"]))
        assert "  members(" in shown
        assert "  createMerchant(" not in shown
        assert "CreateMerchantInput" not in shown
        people = await program.get("/graphql", params={"query": "{ members(first: 2) { nodes { displayName } } }"})
        assert len(people.json()["data"]["members"]["nodes"]) == 2
        refused = await program.post("/graphql", json={"query": "{ operators { nodes { name } } }"})
        assert refused.json()["errors"][0]["extensions"]["code"] == "FORBIDDEN"


async def hear(ws: ClientConnection) -> Any:
    return json.loads(await asyncio.wait_for(ws.recv(), 10))


async def watching(browser: Browser, product: Product) -> ClientConnection:
    """A connection of a signed-in browser that watches the review queue."""
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.http.cookies.jar)
    ws = await connect(
        f"ws://{product.address}/graphql",
        subprotocols=[Subprotocol("graphql-transport-ws")],
        additional_headers={"cookie": cookies},
        origin=product.origin,  # type: ignore[arg-type]
    )
    await ws.send(json.dumps({"type": "connection_init"}))
    assert (await hear(ws))["type"] == "connection_ack"
    document = product.documents.register(QUEUE)
    await ws.send(json.dumps({"type": "subscribe", "id": "1", "payload": {"documentId": document}}))
    assert (await hear(ws))["payload"] == {"data": {"reviewQueue": {"openCount": 0}}}
    return ws


async def test_a_role_that_is_taken_away_ends_the_subscription_at_once(development: Product) -> None:
    async with development.browser(MANAGER[0]) as managers, development.browser(OWNER[0]) as owners:
        ws = await watching(managers, development)
        manager = await person(owners, MANAGER[1])
        seller = await person(owners, "吴迪")
        await done(owners, CHANGE_ROLES, memberId=manager["id"], roleIds=[role["id"] for role in seller["roles"]])
        answer = await hear(ws)
        assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")
        await done(owners, CHANGE_ROLES, memberId=manager["id"], roleIds=[role["id"] for role in manager["roles"]])
        await ws.close()


async def test_a_member_who_is_suspended_loses_his_connection(development: Product) -> None:
    async with development.browser(MANAGER[0]) as managers, development.browser(OWNER[0]) as owners:
        ws = await watching(managers, development)
        manager = await person(owners, MANAGER[1])
        await done(owners, SUSPEND, memberId=manager["id"], reason="Lost his phone")
        await asyncio.wait_for(ws.wait_closed(), 10)
        assert ws.close_code == 4403
        await done(owners, RESUME, memberId=manager["id"], reason="Found his phone")


async def test_the_process_that_stops_closes_its_connections(development: Product) -> None:
    async with development.browser(OWNER[0]) as owners:
        ws = await watching(owners, development)
        await development.stop()
        with pytest.raises(ConnectionClosed):
            await hear(ws)
        assert ws.close_code in (1001, 1012)


def test_what_must_stand_alone_exists() -> None:
    mutations = graph_schema().core.mutation_type
    assert mutations is not None
    assert set(mutations.fields) >= SOLITARY
