"""Cost per minute and caller."""

import httpx

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.graph.rate_limit import payer
from tests.http.support.app import AS_INTEGRATOR, AS_STAFF, OWN_ORIGIN, app_settings, build

ORDERS = {"query": "{ orders(first: 100) { nodes { id } } }"}


async def test_a_caller_who_spent_his_minute_waits_and_others_do_not(db: Database) -> None:
    settings = app_settings(environment="development", rate_limit_cost_per_minute=250)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(build(db, settings=settings)), base_url=OWN_ORIGIN
    ) as client:
        remaining = []
        for _ in range(2):
            answer = await client.post("/graphql", json=ORDERS, headers=AS_INTEGRATOR)
            remaining.append(answer.json()["extensions"]["cost"]["remaining"])
        assert remaining == [148, 46]

        answer = await client.post("/graphql", json=ORDERS, headers=AS_INTEGRATOR)
        assert answer.status_code == 429
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        extensions = answer.json()["errors"][0]["extensions"]
        assert (extensions["code"], extensions["retryable"]) == ("RATE_LIMITED", True)

        cheap = {"query": "{hello}"}
        assert (await client.post("/graphql", json=cheap, headers=AS_INTEGRATOR)).status_code == 200
        assert (await client.post("/graphql", json=ORDERS, headers=AS_STAFF)).status_code == 200
        assert (await client.post("/graphql", json=ORDERS)).status_code == 200


async def test_refused_documents_cost_too(db: Database) -> None:
    settings = app_settings(rate_limit_cost_per_minute=100)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(build(db, settings=settings)), base_url=OWN_ORIGIN
    ) as client:
        statuses = [
            (
                await client.post("/graphql", json={"query": "{" + "hello " * 800 + "}"}, headers=AS_INTEGRATOR)
            ).status_code
            for _ in range(7)
        ]
    assert statuses == [200] * 5 + [429] * 2


def test_a_whole_ipv6_network_pays_as_one() -> None:
    def of(address: str) -> str:
        return payer(Actor(address=address))

    assert of("2001:db8::1") == of("2001:db8::ffff") != of("2001:db8:0:1::1")
    assert of("192.0.2.1") != of("192.0.2.2")
    assert of("") == of("testclient") == "address:unknown"
