"""Log lines carry ids and codes, never what people typed or rows hold."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import asyncpg
import httpx
import pytest
import structlog

from prepaid.core import logs
from tests.http.support.app import AS_STAFF, STAFF, app_settings

CANARY = "310101199003071234"


@pytest.fixture
def lines() -> Iterator[Callable[[], list[dict[str, Any]]]]:
    """Log as JSON; a call returns what was logged."""
    root, written = logging.getLogger(), io.StringIO()
    level = root.level
    structlog.reset_defaults()
    logs.configure(app_settings(log_json=True))
    (own,) = root.handlers
    assert isinstance(own, logging.StreamHandler)
    own.setStream(written)
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    root.removeHandler(own)
    root.setLevel(level)
    structlog.reset_defaults()


def test_telling_fields_are_hidden(lines: Callable[[], list[dict[str, Any]]]) -> None:
    structlog.get_logger("x").info("tried", phone=CANARY, variables={"id": CANARY}, code="OK")
    logging.getLogger("library").warning("plain line")
    first, second = lines()
    assert (first["phone"], first["variables"], first["code"]) == ("[hidden]", "[hidden]", "OK")
    assert (second["event"], second["level"], second["logger"]) == ("plain line", "warning", "library")


async def test_an_error_of_the_database_is_logged_without_its_row(
    lines: Callable[[], list[dict[str, Any]]], database: str
) -> None:
    connection = await asyncpg.connect(database)
    try:
        await connection.execute("CREATE TEMP TABLE person (id_number text PRIMARY KEY)")
        await connection.execute("INSERT INTO person VALUES ($1)", CANARY)
        try:
            await connection.execute("INSERT INTO person VALUES ($1)", CANARY)
        except asyncpg.UniqueViolationError:
            structlog.get_logger("x").exception("failed")
    finally:
        await connection.close()
    (line,) = lines()
    assert "UniqueViolationError" in line["exception"]
    assert CANARY not in json.dumps(line)


async def test_a_request_binds_its_id_and_its_actor(
    lines: Callable[[], list[dict[str, Any]]], client: httpx.AsyncClient
) -> None:
    answer = await client.post("/graphql", json={"query": f'{{ greet(name: "{CANARY}") }}'}, headers=AS_STAFF)
    assert answer.status_code == 400
    answer = await client.post("/graphql", json={"query": "{ broken }"}, headers={"authorization": "Bearer integrator"})
    (line,) = (line for line in lines() if line["level"] == "error")
    assert line["request_id"] == answer.headers["x-request-id"]
    assert (line["event"], line["via"], line["level"]) == ("operation_failed", "API_TOKEN", "error")
    assert str(STAFF.account_id) not in json.dumps(line)
