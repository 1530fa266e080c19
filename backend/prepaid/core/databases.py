"""Creating databases on a server: right locale, right encoding, once."""

from urllib.parse import urlsplit

import asyncpg

from prepaid.core.setup_error import SetupError

MINIMUM_VERSION = 18


class ServerUnusableError(SetupError):
    """A PostgreSQL server cannot be used; `str()` is one sentence that says what to do."""


async def ensure_database(url_admin: str, name: str) -> bool:
    """Create the database `name` unless it exists; True if it was created. Safe to run in several processes.

    `url_admin` names a role that may create databases and any database that exists, e.g. `postgres`.
    LC_CTYPE is given explicitly: with the server's default it may be C, and then trigram search
    finds nothing in Chinese text.
    """
    connection = await asyncpg.connect(url_admin)
    try:
        if await connection.fetchval("SELECT true FROM pg_database WHERE datname = $1", name):
            return False
        quoted = '"' + name.replace('"', '""') + '"'
        await connection.execute(
            f"CREATE DATABASE {quoted} TEMPLATE template0 ENCODING 'UTF8' "
            f"LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
        )
    except (asyncpg.DuplicateDatabaseError, asyncpg.UniqueViolationError):
        return False
    finally:
        await connection.close()
    return True


async def require_server(url: str) -> None:
    """Check that the server answers and is new enough.

    Raises:
        ServerUnusableError: it does not answer, refuses the login, or is older than PostgreSQL 18.
    """
    parts = urlsplit(url)
    place = f"{parts.hostname or 'localhost'}:{parts.port or 5432}"
    try:
        connection = await asyncpg.connect(url, timeout=10)
    except asyncpg.InvalidCatalogNameError as error:
        raise ServerUnusableError(
            f"The server {place} has no database {parts.path.lstrip('/')}: create it, or correct DATABASE_URL."
        ) from error
    except (asyncpg.InvalidAuthorizationSpecificationError, asyncpg.InvalidPasswordError) as error:
        raise ServerUnusableError(
            f"The server {place} refuses the login of DATABASE_URL: correct its name and password."
        ) from error
    except (OSError, TimeoutError, ValueError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        raise ServerUnusableError(
            f"No PostgreSQL answers at {place} ({error or type(error).__name__}): "
            f"start it or correct DATABASE_URL; without DATABASE_URL an embedded server is used."
        ) from error
    try:
        major = connection.get_server_version().major
        if major < MINIMUM_VERSION:
            raise ServerUnusableError(
                f"The server {place} is PostgreSQL {major}: point DATABASE_URL to version {MINIMUM_VERSION} or later."
            )
    finally:
        await connection.close()
