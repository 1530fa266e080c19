"""What the sign-in page and the idle screen ask of the server."""

import pytest

from tests.http.product.conftest import Product, configured, product_of

OPTIONS = "{ signInOptions { directory } }"
PLACES = "{ me { membership { template idleMinutes } account { memberships { idleMinutes } } } }"


@pytest.mark.parametrize(("issuer", "offered"), [(None, False), ("https://login.bank.example", True)])
async def test_a_stranger_learns_whether_there_is_a_directory(
    demo_database: str, issuer: str | None, offered: bool
) -> None:
    chosen = configured(demo_database, oidc_issuer=issuer, oidc_client_id="admin" if issuer else None)
    async with product_of(chosen) as product, product.browser() as browser:
        assert (await browser.ask(OPTIONS))["signInOptions"] == {"directory": offered}


async def test_a_browser_knows_when_its_session_will_end(development: Product) -> None:
    async with development.browser("owner@example.com") as browser:
        me = (await browser.ask(PLACES))["me"]
        assert me["membership"] == {"template": "merchant", "idleMinutes": 15}
        assert me["account"]["memberships"] == [{"idleMinutes": 15}]
