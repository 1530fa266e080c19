"""A backup holds every row of every tenant, and restores into a database that passes all checks."""

import asyncio
import uuid
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

import prepaid.tables
from prepaid.core import audit, verify
from prepaid.core.actor import Actor
from prepaid.core.backup import _without_password, backup, restore
from prepaid.core.database import Database
from prepaid.core.jobs import enqueue
from prepaid.core.setup_error import SetupError
from tests.support.postgres import PostgresServer

TABLES = (*prepaid.tables.metadata.tables, "pgqueuer", "alembic_version")


@pytest.fixture
def empty_database(postgres: PostgresServer) -> Iterator[str]:
    name = f"restored_{uuid.uuid4().hex}"
    postgres.execute("CREATE DATABASE {} TEMPLATE template0", name)
    yield postgres.admin_url(name)
    postgres.drop(name)


async def counts(url: str) -> dict[str, int]:
    connection = await asyncpg.connect(url)
    try:
        return {table: await connection.fetchval(f"SELECT count(*) FROM {table}") for table in TABLES}
    finally:
        await connection.close()


async def test_dump_restore_verify(
    db: Database, cashier: Actor, neighbour: Actor, fresh_database: str, empty_database: str, tmp_path: Path
) -> None:
    for actor in (cashier, neighbour):
        async with db.write(actor) as tx:
            await audit.record(tx, "store.renamed", object_type="Store", object_id=None, after={"name": "滑冰场"})
            await enqueue(tx, "audit.seal", payload={})
    await audit.seal(db)
    steps: list[tuple[str, int, int]] = []
    file = tmp_path / "prepaid.backup"
    size = await asyncio.to_thread(backup, fresh_database, file, lambda *step: steps.append(step))
    assert size == file.stat().st_size
    await asyncio.to_thread(restore, empty_database, file, lambda *step: steps.append(step))
    assert {what for what, _, _ in steps} == {"tables"}
    before, after = await counts(fresh_database), await counts(empty_database)
    assert before == after
    assert before["audit_event"] == 2
    assert [str(finding) for finding in await verify.run_checks(empty_database)] == []
    assert list(tmp_path.iterdir()) == [file]


async def test_nothing_is_overwritten_and_every_failure_is_a_sentence(
    fresh_database: str, empty_database: str, tmp_path: Path
) -> None:
    file = tmp_path / "prepaid.backup"
    with pytest.raises(SetupError, match="There is no file"):
        await asyncio.to_thread(restore, empty_database, file)
    file.write_bytes(b"no backup")
    with pytest.raises(SetupError, match="pg_restore failed"):
        await asyncio.to_thread(restore, empty_database, file)
    with pytest.raises(SetupError, match="is not empty"):
        await asyncio.to_thread(restore, fresh_database, file)
    with pytest.raises(SetupError, match=r"Cannot write .* choose another place"):
        await asyncio.to_thread(backup, fresh_database, tmp_path / "missing" / "file")
    assert file.read_bytes() == b"no backup"


async def test_no_password_stands_in_the_command_line(fresh_database: str) -> None:
    assert "@127.0.0.1" in _without_password(fresh_database)
    assert _without_password("postgresql://postgres:se%40cret@h:1/d") == "postgresql://postgres@h:1/d"
