"""The composed server: configurations over HTTP, their documents by hash, the revision on every answer."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from tests.domains.pages.asking import APP_CONFIG, PAGE_CONFIG
from tests.http.product.conftest import Browser, Product, configured, product_of

REVISION = "x-config-revision"


@pytest.fixture
async def served(demo_database: str) -> AsyncIterator[Product]:
    url = app_url(demo_database, settings().app_database_password.get_secret_value())
    async with product_of(configured(url)) as product:
        yield product


async def by_hash(browser: Browser, document_id: str, **variables: Any) -> Any:
    answer = (await browser.http.post("/graphql", json={"documentId": document_id, "variables": variables})).json()
    assert "errors" not in answer, answer
    return answer["data"]


async def test_a_page_is_fetched_run_by_hash_and_carries_its_revision(served: Product) -> None:
    async with served.browser("owner@example.com") as browser:
        before = await browser.send("{ me { template } }")
        assert REVISION not in before.headers, "nobody has asked for this configuration in this process"
        shell = await browser.ask(APP_CONFIG)
        after = await browser.send("{ me { template } }")
        assert after.headers[REVISION] == shell["appConfig"]["revision"]
        page = (await browser.ask(PAGE_CONFIG, key="members"))["pageConfig"]
        assert page["title"] == "Coaches and staff"
        rows = await by_hash(browser, page["source"]["id"], first=20, offset=0)
        assert rows["members"]["totalCount"] == len(rows["members"]["nodes"])
    async with served.browser() as stranger:
        answer = (await stranger.send(APP_CONFIG)).json()
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_publishing_reaches_a_running_server(served: Product, superuser_of_demo: Any) -> None:
    async with served.browser("owner@example.com") as browser:
        revision = (await browser.ask(APP_CONFIG))["appConfig"]["revision"]
        await superuser_of_demo.execute(
            """UPDATE page_overlay SET state = 'RETIRED' WHERE merchant_type = 'ice_rink' AND page_key = 'members'"""
        )
        assert (await browser.ask(APP_CONFIG))["appConfig"]["revision"] != revision
        assert (await browser.ask(PAGE_CONFIG, key="members"))["pageConfig"]["title"] == "Members"
