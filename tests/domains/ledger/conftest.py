"""Fixtures of the ledger's tests."""

import asyncpg
import pytest

from prepaid.core.database import Database
from tests.domains.ledger.books import Books


@pytest.fixture
def books(db: Database, superuser: asyncpg.Connection) -> Books:
    return Books(db, superuser)
