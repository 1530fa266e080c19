"""Fixtures of custody's tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from tests.domains.custody.world import World, world


@pytest.fixture
async def shop(app_database_url: str, superuser: asyncpg.Connection, tmp_path: Path) -> AsyncIterator[World]:
    """A merchant whose custody account is open, over a sandbox of its own."""
    async with world(app_database_url, superuser, tmp_path) as made:
        yield made
