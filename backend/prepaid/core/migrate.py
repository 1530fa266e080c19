"""Schema migrations and the database roles, run as an administrator of the database."""

import asyncio
from collections.abc import Callable

import asyncpg
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.engine import make_url
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from prepaid.core.actor import DbRole
from prepaid.core.database import APP_LOGIN
from prepaid.core.revisions import MAINTENANCE, MIGRATIONS, OWNER

EXTENSIONS = ("pg_trgm", "btree_gist")
MIGRATION_LOCK = 7_112_026
"""Advisory lock: of several servers that start at once, one migrates and the others wait."""


def upgrade(url: str, app_password: str, revision: str = "head") -> None:
    """Make missing roles and bring the database at `url` (an administrator's) to `revision`."""
    asyncio.run(prepare(url, app_password))
    asyncio.run(_migrate(url, lambda config: command.upgrade(config, revision)))


def downgrade(url: str, revision: str) -> None:
    """Take the database back to `revision` (`base`: no tables)."""
    asyncio.run(_migrate(url, lambda config: command.downgrade(config, revision)))


def check_drift(url: str) -> None:
    """Raise when the models and the migrated schema differ."""
    asyncio.run(_migrate(url, command.check))


def alembic_config() -> Config:
    """Alembic's configuration: the folder of migrations and nothing else."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config


async def _migrate(url: str, act: Callable[[Config], None]) -> None:
    engine = create_async_engine(make_url(url).set(drivername="postgresql+asyncpg"), poolclass=NullPool)

    def run(connection: Connection) -> None:
        config = alembic_config()
        config.attributes["connection"] = connection
        act(config)

    try:
        async with engine.connect() as connection:
            await connection.exec_driver_sql(f"SELECT pg_advisory_lock({MIGRATION_LOCK})")
            await connection.commit()
            await connection.run_sync(run)
    finally:
        await engine.dispose()


async def prepare(url: str, app_password: str) -> None:
    """Roles are the cluster's, so they are made if missing; privileges on the database are its own."""
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        await connection.execute(f"SELECT pg_advisory_lock({MIGRATION_LOCK})")
        have = {row["rolname"] for row in await connection.fetch("SELECT rolname FROM pg_roles")}
        wanted = {
            OWNER: "NOLOGIN",
            MAINTENANCE: "NOLOGIN BYPASSRLS",
            **{role.value: "NOLOGIN" for role in DbRole},
            APP_LOGIN: "LOGIN NOINHERIT",
        }
        for name, options in wanted.items():
            if name not in have:
                await connection.execute(f"CREATE ROLE {name} {options}")
        password = await connection.fetchval("SELECT quote_literal($1::text)", app_password)
        await connection.execute(f"ALTER ROLE {APP_LOGIN} PASSWORD {password}")
        administrator = await connection.fetchval("SELECT quote_ident(current_user)")
        # The worker's as well: functions that run as it can only be made by a login that may become it.
        for role in (OWNER, MAINTENANCE, DbRole.WORKER):
            await connection.execute(f"GRANT {role} TO {administrator} WITH INHERIT FALSE, SET TRUE")
        for role in DbRole:
            await connection.execute(f"GRANT {role} TO {APP_LOGIN} WITH INHERIT FALSE, SET TRUE")
        for extension in EXTENSIONS:
            await connection.execute(f"CREATE EXTENSION IF NOT EXISTS {extension}")
        await connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        await connection.execute(f"GRANT USAGE, CREATE ON SCHEMA public TO {OWNER}")
        await connection.execute(f"GRANT USAGE ON SCHEMA public TO {MAINTENANCE}, {', '.join(DbRole)}")
    finally:
        await connection.close()
