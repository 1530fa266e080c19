"""The database that commands work on: the user's own server, or the embedded one while it is needed."""

import asyncio
import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from prepaid.core.database import app_url
from prepaid.core.databases import ensure_database, require_server
from prepaid.core.embedded_postgres import EmbeddedPostgres
from prepaid.core.settings import settings

DATABASE = "prepaid"
"""Name of the database on the embedded server."""


@contextmanager
def administrator_url() -> Iterator[str]:
    """Address of the database for an administrator; an embedded server runs at least as long as the block.

    Raises:
        SetupError: no usable server; its text says what to do.
    """
    given = settings().database_url
    if given is not None:
        asyncio.run(require_server(given))
        yield given
        return
    with EmbeddedPostgres(settings().data_dir).lease() as embedded:
        asyncio.run(ensure_database(embedded.url(), DATABASE))
        yield embedded.url(DATABASE)


@contextmanager
def application_database() -> Iterator[str]:
    """The same database for the role that owns no table; this process and its children see no other login.

    An address of the user's own needs no administrator's login here: name and password are replaced.

    Raises:
        SetupError: no usable server, or `prepaid migrate` has not made the role yet.
    """
    password = settings().app_database_password.get_secret_value()
    with ExitStack() as stack:
        given = settings().database_url
        own_url = app_url(given or stack.enter_context(administrator_url()), password)
        asyncio.run(require_server(own_url))
        os.environ["PREPAID_DATABASE_URL"] = own_url
        settings.cache_clear()
        yield own_url


@contextmanager
def scratch_url() -> Iterator[str]:
    """An empty database on a server of its own, gone after the block."""
    with tempfile.TemporaryDirectory(prefix="prepaid-scratch-") as folder:
        Path(folder).chmod(0o755)
        with EmbeddedPostgres(Path(folder), durable=False).lease() as embedded:
            asyncio.run(ensure_database(embedded.url(), DATABASE))
            yield embedded.url(DATABASE)
