"""Fixtures of the tests of contracts."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from tests.domains.contracts.world import World


@pytest.fixture
async def services(app_database_url: str, tmp_path: Path) -> AsyncIterator[Services]:
    chosen = settings().model_copy(update={"database_url": app_database_url, "data_dir": tmp_path})
    async with open_services(chosen) as found:
        yield found


@pytest.fixture
async def world(services: Services) -> World:
    return await World.make(services)
