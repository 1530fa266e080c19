"""The one snapshot that all reads of an operation share."""

import asyncio
from contextlib import AbstractAsyncContextManager
from types import TracebackType
from typing import Any

import asyncpg

from prepaid.core.actor import Actor
from prepaid.core.database import Database, ReadSession, gone
from prepaid.core.errors import Unavailable


class SharedReadSession(ReadSession):
    """A read session that root fields running at the same time may use: their statements wait for each other."""

    def __init__(self, connection: asyncpg.Connection, actor: Actor) -> None:
        super().__init__(connection, actor)
        self._turn = asyncio.Lock()

    async def fetchval(self, sql: str, *args: Any) -> Any:
        async with self._turn:
            self._check()
            return await super().fetchval(sql, *args)

    async def fetch(self, sql: str, *args: Any) -> list[asyncpg.Record]:
        async with self._turn:
            self._check()
            return await super().fetch(sql, *args)

    def _check(self) -> None:
        if gone(self.connection):
            raise Unavailable


class OperationReads:
    """Opens the transaction when the first root field reads, and ends it with the operation."""

    def __init__(self, database: Database, actor: Actor) -> None:
        self._database = database
        self._actor = actor
        self._opening = asyncio.Lock()
        self._transaction: AbstractAsyncContextManager[ReadSession] | None = None
        self._session: SharedReadSession | None = None
        self.statements = 0
        """Statements of all sessions that have ended."""

    @classmethod
    def over(cls, database: Database, session: ReadSession) -> "OperationReads":
        """In a snapshot that somebody else has opened and ends: several operations see the same rows."""
        reads = cls(database, session.actor)
        reads._session = SharedReadSession(session.connection, session.actor)
        return reads

    async def session(self) -> SharedReadSession:
        """The operation's session.

        Raises:
            Unavailable: no connection is free.
        """
        async with self._opening:
            if self._session is None:
                transaction = self._database.read(self._actor)
                opened = await transaction.__aenter__()
                self._transaction = transaction
                self._session = SharedReadSession(opened.connection, self._actor)
            return self._session

    async def end(
        self,
        kind: type[BaseException] | None = None,
        error: BaseException | None = None,
        trace: TracebackType | None = None,
    ) -> None:
        """End the transaction; the next read opens a new one, with what was committed since."""
        transaction, session = self._transaction, self._session
        self._transaction = self._session = None
        if session is not None:
            self.statements += session.statements
        if transaction is not None:
            await transaction.__aexit__(kind, error, trace)

    async def __aenter__(self) -> "OperationReads":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.end(kind, error, trace)
