"""A savepoint inside a block under another role keeps that role, and gives the old one back with the block."""

import pytest
from sqlalchemy import text

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
