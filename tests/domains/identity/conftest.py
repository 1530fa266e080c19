"""A merchant with staff of its own."""

import pytest

from prepaid.core.database import Database
from tests.domains.identity.staff import Rink, rink_with_staff


@pytest.fixture
async def rink(db: Database) -> Rink:
    return await rink_with_staff(db)
