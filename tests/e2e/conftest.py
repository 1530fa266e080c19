"""A running site and a browser for the tests of the web admin."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from prepaid.core.settings import settings
from prepaid.kit.ids import uuid7
from tests.e2e.people import People
from tests.e2e.site import Site, running_site
from tests.support.postgres import PostgresServer

OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-audio-output"]


@pytest.fixture(scope="session")
def shared_site(
    postgres: PostgresServer, demo_database: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Site]:
    """The site of all tests that leave the demo as it is."""
    with cloned_site(postgres, demo_database, tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="module")
def own_site(postgres: PostgresServer, demo_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of this module alone, whose tests may change what they like."""
    with cloned_site(postgres, demo_database, tmp_path_factory.mktemp("site")) as site:
        yield site


@contextmanager
def cloned_site(postgres: PostgresServer, demo_database: str, folder: Path) -> Iterator[Site]:
    name = f"site_{uuid7().hex}"
    postgres.execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, demo_database.rsplit("/", 1)[1])
    shutil.copytree(settings().data_dir / "files", folder / "files")
    with running_site(postgres.admin_url(name), folder) as site:
        yield site
    postgres.drop(name)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for a module: the library's own loop must be gone before asynchronous tests of others run."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def shared_sessions() -> dict[str, StorageState]:
    """Who has signed in to the shared site."""
    return {}


@pytest.fixture
def people(shared_site: Site, browser: Browser, shared_sessions: dict[str, StorageState]) -> People:
    """The people of the shared site."""
    return People(shared_site, browser, shared_sessions)


@pytest.fixture(scope="module")
def own_people(own_site: Site, browser: Browser) -> People:
    """The people of this module's own site."""
    return People(own_site, browser, {})
