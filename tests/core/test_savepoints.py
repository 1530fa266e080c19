"""A savepoint inside a block under another role keeps that role, and gives the old one back with the block."""

from contextlib import nullcontext

import pytest
from sqlalchemy import event, text
from sqlalchemy.exc import DBAPIError

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound

WHO = text("SELECT current_user")


@pytest.mark.parametrize("refused", [False, True], ids=["kept", "rolled back"])
async def test_a_savepoint_keeps_the_role(db: Database, cashier: Actor, refused: bool) -> None:
    async def inside(tx: WriteSession) -> str:
        async with tx.begin_nested():
            role: str = (await tx.execute(WHO)).scalar_one()
            if refused:
                raise NotFound
            return role

    async with db.write(cashier) as tx:
        async with tx.under(DbRole.WORKER):
            try:
                assert await inside(tx) == DbRole.WORKER
            except NotFound:
                assert refused
            assert (await tx.execute(WHO)).scalar_one() == DbRole.WORKER
        assert (await tx.execute(WHO)).scalar_one() == cashier.db_role


async def test_a_block_within_one_of_its_role_asks_the_server_nothing(db: Database, cashier: Actor) -> None:
    said: list[str] = []
    async with db.write(cashier) as tx:
        event.listen(db.engine.sync_engine, "before_cursor_execute", lambda *given: said.append(given[2]))
        async with tx.under(DbRole.WORKER), tx.under(DbRole.WORKER):
            assert (await tx.execute(WHO)).scalar_one() == DbRole.WORKER
        assert (await tx.execute(WHO)).scalar_one() == cashier.db_role
    assert [sql for sql in said if "ROLE" in sql] == [
        f"SET LOCAL ROLE {DbRole.WORKER.value}",
        f"SET LOCAL ROLE {cashier.db_role.value}",
    ]


@pytest.mark.parametrize(
    ("savepoint", "broken"),
    [(False, False), (True, False), (True, True)],
    ids=["refused", "refused in a savepoint", "broken off by the database in a savepoint"],
)
async def test_after_a_block_that_raised_the_role_is_the_one_before(
    db: Database, cashier: Actor, savepoint: bool, broken: bool
) -> None:
    async def failing(tx: WriteSession) -> None:
        async with tx.begin_nested() if savepoint else nullcontext(), tx.under(DbRole.WORKER):
            if broken:
                await tx.execute(text("SELECT 1 / 0"))
            raise NotFound

    async with db.write(cashier) as tx:
        with pytest.raises(DBAPIError if broken else NotFound):
            await failing(tx)
        assert (await tx.execute(WHO)).scalar_one() == cashier.db_role
        async with tx.under(DbRole.WORKER):
            assert (await tx.execute(WHO)).scalar_one() == DbRole.WORKER
        assert (await tx.execute(WHO)).scalar_one() == cashier.db_role
