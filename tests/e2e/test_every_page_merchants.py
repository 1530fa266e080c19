"""The pages of merchants, operators and consumers: nothing fails or is half said, everybody can read them."""

import pytest
from playwright.sync_api import Browser

from prepaid.seed.people import PEOPLE
from tests.e2e.crawl import Crawler
from tests.e2e.people import People
from tests.e2e.site import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NO_RECORD_YET = {"custodyWallet", "custodyWalletOperations"}
"""Pages of records that the demo does not hold: a wallet is opened by the first card that is sold."""
LOGINS = [person.login for person in PEOPLE if person.template in ("merchant", "consumer")]


@pytest.fixture(scope="module")
def crawler(own_site: Site, browser: Browser) -> Crawler:
    return Crawler(People(own_site, browser, {}))


@pytest.mark.parametrize("login", LOGINS)
def test_every_page_of(crawler: Crawler, login: str) -> None:
    findings = crawler.tour(login).findings
    assert not findings, "\n".join(findings)


def test_every_page_is_reached_by_somebody(crawler: Crawler) -> None:
    tours = [crawler.tour(login) for login in LOGINS]
    reached = {key for tour in tours for key in tour.reached}
    assert {key for tour in tours for key in tour.offered} - reached == NO_RECORD_YET
