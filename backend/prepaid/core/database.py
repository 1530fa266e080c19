"""Sessions: `ReadSession` (one snapshot, raw connection) and `WriteSession` (ORM, one transaction)."""

import asyncio
import random
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

import asyncpg
import orjson
from sqlalchemy import Connection, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlalchemy.orm import Session, SessionTransaction
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import await_

from prepaid.core.actor import SYSTEM, Actor, DbRole
from prepaid.core.errors import Unavailable
from prepaid.core.tenancy import settings_sql, writing_settings_sql

APP_LOGIN = "prepaid_app"
RETRYABLE_SQLSTATES = {"40001", "40P01"}
"""serialization_failure and deadlock_detected: the transaction did nothing and may run again."""
READ_ONLY_BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"

T = TypeVar("T")
Hook = Callable[["WriteSession"], Awaitable[None]]


class ReadSession:
    """One REPEATABLE READ, READ ONLY transaction of an actor; all reads of an operation share it.

    Not for concurrent use: statements run one after the other on one connection.
    """

    def __init__(self, connection: asyncpg.Connection, actor: Actor) -> None:
        self.connection = connection
        self.actor = actor
        self.statements = 0

    async def fetchval(self, sql: str, *args: Any) -> Any:
        self.statements += 1
        return await self.connection.fetchval(sql, *args)

    async def fetch(self, sql: str, *args: Any) -> list[asyncpg.Record]:
        self.statements += 1
        rows: list[asyncpg.Record] = await self.connection.fetch(sql, *args)
        return rows


class WriteSession(AsyncSession):
    """The transaction of one command. Commands never commit; whoever opened it does."""

    @property
    def actor(self) -> Actor:
        actor: Actor = self.info["actor"]
        return actor

    @property
    def database(self) -> "Database":
        database: Database = self.info["database"]
        return database

    async def raw(self) -> asyncpg.Connection:
        """The driver's connection inside this same transaction (jobs, COPY)."""
        connection = await self.connection()
        assert connection.sync_connection is not None
        driver: asyncpg.Connection = connection.sync_connection.connection.driver_connection
        return driver

    @asynccontextmanager
    async def under(self, role: DbRole) -> AsyncIterator[None]:
        """Run a block of this transaction under another database role, e.g. to find an account by its login.

        Only for commands whose own guards decide what the block may touch. The role before it is there again after
        it, also when the block raises and somebody outside goes on.
        """
        outer: DbRole = self.info.get("role", self.actor.db_role)
        if role is outer:
            yield
            await self.flush()
            return
        await self.flush()
        await self._become(role)
        try:
            yield
            await self.flush()
        except Exception:
            self.info["role"] = outer
            # A transaction that takes no statement any more goes on after a savepoint alone, which gives the role back.
            with suppress(SQLAlchemyError):
                await self._become(outer)
            raise
        await self._become(outer)

    async def _become(self, role: DbRole) -> None:
        await self.execute(text(f"SET LOCAL ROLE {role.value}"))
        self.info["role"] = role

    def if_refused(self, hook: Hook) -> None:
        """Run `hook` in a transaction of its own when the command refuses: counters, alerts, refused attempts."""
        self.info.setdefault("if_refused", []).append(hook)

    def after_commit(self, callback: Callable[[], None]) -> None:
        """Run `callback` in this process after the commit; losing it in a crash must be harmless."""
        self.info.setdefault("after_commit", []).append(callback)


@event.listens_for(Session, "after_begin")
def _carry_settings(session: Session, transaction: SessionTransaction, connection: Connection) -> None:
    actor = session.info.get("actor")
    if actor is None or transaction.nested:
        # A savepoint keeps what is set, above all the role of a block `under` another one.
        return
    adapter: Any = connection.connection.dbapi_connection
    sql = writing_settings_sql(actor, timeout_ms=session.info["timeout_ms"])
    try:
        if adapter._transaction is None:
            adapter.driver_connection.opening = sql
            await_(adapter._start_transaction())
        else:
            connection.connection.run_async(lambda driver: driver.execute(sql))
    except BaseException as error:
        # Past SQLAlchemy's own statements it sees no lost connection, and none whose answer nobody waited for:
        # the pool would hand this one out for ever.
        connection.invalidate(error)
        raise


class _WriteConnection(asyncpg.Connection):  # type: ignore[misc]
    """Sends the settings of a transaction together with its BEGIN: one round trip less in every command."""

    opening = ""

    async def execute(self, query: str, *args: Any, **options: Any) -> str:
        if self.opening and query.startswith("BEGIN"):
            query, self.opening = f"{query} {self.opening}", ""
        status: str = await super().execute(query, *args, **options)
        return status


class _ReadConnection(asyncpg.Connection):  # type: ignore[misc]
    """Every setting on it is local to a transaction, so giving it back needs no round trip to reset it."""

    def get_reset_query(self) -> str:
        return ""


class Database:
    """The pools of one process: SQLAlchemy for commands, bare asyncpg for read plans."""

    def __init__(self, url: str, *, pool_size: int = 10, timeout_ms: int = 10_000) -> None:
        """`url`: `postgresql://…` of the role `prepaid_app`."""
        self.url = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
        self.pool_size = pool_size
        self.timeout_ms = timeout_ms
        # Read plans look dear to the planner and run in a millisecond; compiling one would take a hundred.
        self._server_settings = {"statement_timeout": str(timeout_ms), "jit": "off"}
        self.engine: AsyncEngine = create_async_engine(
            make_url(url).set(drivername="postgresql+asyncpg"),
            pool_size=pool_size,
            max_overflow=0,
            pool_timeout=5,
            hide_parameters=True,
            connect_args={"server_settings": self._server_settings, "connection_class": _WriteConnection},
            json_serializer=lambda value: orjson.dumps(value).decode(),
            json_deserializer=orjson.loads,
        )
        self._sessions = async_sessionmaker(self.engine, class_=WriteSession, expire_on_commit=False)
        self._pool: asyncpg.Pool | None = None

    async def open(self) -> None:
        self._pool = await asyncpg.create_pool(
            self.url,
            min_size=1,
            max_size=self.pool_size,
            max_inactive_connection_lifetime=300,
            connection_class=_ReadConnection,
            # A read plan of a wide page is longer than the driver's default limit of 15 kB.
            max_cacheable_statement_size=0,
            statement_cache_size=200,
            server_settings=self._server_settings,
        )

    def pool_usage(self) -> Iterator[tuple[str, int, int]]:
        """(`read` or `write`, connections in use, connections that wait) for metrics."""
        if self._pool is not None:
            idle = self._pool.get_idle_size()
            yield "read", self._pool.get_size() - idle, idle
        pool = self.engine.pool
        assert isinstance(pool, QueuePool)
        yield "write", pool.checkedout(), pool.checkedin()

    async def close(self) -> None:
        if self._pool is not None:
            await self._pool.close()
        await self.engine.dispose()

    @asynccontextmanager
    async def read(self, actor: Actor, *, timeout_ms: int | None = None) -> AsyncIterator[ReadSession]:
        """One snapshot for all reads of an operation. Raises `Unavailable` when no connection is free in 5 s."""
        async with self._reader() as connection:
            await connection.execute(f"{READ_ONLY_BEGIN}; {settings_sql(actor, timeout_ms=timeout_ms)}")
            try:
                yield ReadSession(connection, actor)
            finally:
                # Nothing was written: the end is the same whether all went well or not.
                if not gone(connection):
                    await connection.execute("ROLLBACK")

    @asynccontextmanager
    async def _reader(self) -> AsyncIterator[asyncpg.Connection]:
        assert self._pool is not None, "Database.open() first"
        try:
            connection = await self._pool.acquire(timeout=5)
        except (TimeoutError, OSError, asyncpg.PostgresConnectionError, asyncpg.CannotConnectNowError) as error:
            raise Unavailable from error
        try:
            yield connection
        finally:
            # `release` rolls an open transaction back and cancels what still runs.
            await self._pool.release(connection)

    @asynccontextmanager
    async def write(self, actor: Actor = SYSTEM, *, timeout_ms: int | None = None) -> AsyncIterator[WriteSession]:
        """One transaction: commits at the end of the block, rolls back when it raises."""
        # The session's own context managers take a task and two switches more, in every command of the product.
        session = self._sessions()
        session.info.update(actor=actor, database=self, timeout_ms=timeout_ms)
        try:
            yield session
            await session.commit()
        except BaseException:
            await asyncio.shield(asyncio.create_task(session.close()))
            raise
        session.sync_session.close()
        for callback in session.info.get("after_commit", ()):
            callback()

    @asynccontextmanager
    async def aside(self, actor: Actor, *, timeout_ms: int | None = None) -> AsyncIterator[asyncpg.Connection]:
        """A short transaction of its own beside a running command: what must survive the command's refusal.

        It takes its connection from the pool of reads, so that commands which wait here cannot exhaust
        the pool that they hold a connection of. Raises `Unavailable` when no connection is free in 5 s.
        """
        async with self._reader() as connection, connection.transaction():
            await connection.execute(writing_settings_sql(actor, timeout_ms=timeout_ms))
            yield connection

    async def run(
        self,
        actor: Actor,
        command: Callable[[WriteSession], Awaitable[T]],
        *,
        attempts: int = 5,
        timeout_ms: int | None = None,
    ) -> T:
        """Run a command in its transaction; serialization failures and deadlocks run it again, up to `attempts` times.

        When it raises, what `if_refused` noted runs in a transaction of its own and the error goes on.
        """
        for attempt in range(1, attempts + 1):
            hooks: list[Hook] = []
            try:
                async with self.write(actor, timeout_ms=timeout_ms) as tx:
                    hooks = tx.info.setdefault("if_refused", [])
                    return await command(tx)
            except DBAPIError as error:
                if sqlstate(error) not in RETRYABLE_SQLSTATES:
                    raise
                if attempt == attempts:
                    raise Unavailable from error
                await asyncio.sleep(random.uniform(0, 0.01 * 2**attempt))  # noqa: S311 - jitter, not a secret
            except Exception:
                await self._run_refused(hooks)
                raise
        raise AssertionError("unreachable")

    async def _run_refused(self, hooks: list[Hook]) -> None:
        if hooks:
            async with self.write(SYSTEM) as tx:
                for hook in hooks:
                    await hook(tx)


def gone(connection: asyncpg.Connection) -> bool:
    """Whether the server has ended the connection; the pool may have taken it back already."""
    try:
        closed: bool = connection.is_closed()
    except asyncpg.InterfaceError:
        return True
    return closed


def sqlstate(error: BaseException) -> str | None:
    """SQLSTATE of a driver error, also through SQLAlchemy's wrapping."""
    origin = getattr(error, "orig", None) or error
    state: str | None = getattr(origin, "sqlstate", None) or getattr(
        getattr(origin, "__cause__", None), "sqlstate", None
    )
    return state


def app_url(admin_url: str, password: str) -> str:
    """The server's own connection string: the same place, as the role that owns no table."""
    return (
        make_url(admin_url)
        .set(drivername="postgresql", username=APP_LOGIN, password=password)
        .render_as_string(hide_password=False)
    )
