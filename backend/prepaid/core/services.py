"""The long-lived parts of a process, made once by `app.py`, the worker or a test and passed in as one value."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

from prepaid.core.crypto import DataKeys, KeyRing, SecretBox
from prepaid.core.database import Database
from prepaid.core.files import Files, open_store
from prepaid.core.settings import Settings
from prepaid.core.setup_error import SetupError
from prepaid.core.signals import Signals


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """What commands, jobs and routes share."""

    settings: Settings
    database: Database
    signals: Signals
    files: Files
    keyring: KeyRing
    data_keys: DataKeys
    box: SecretBox


@asynccontextmanager
async def open_services(settings: Settings) -> AsyncIterator[Services]:
    """Connect everything; closed in reverse order at the end of the block.

    `settings.database_url` is the address for the role `prepaid_app`.

    Raises:
        SetupError: a key or an address in the settings is missing or malformed.
    """
    if settings.database_url is None:
        raise SetupError("DATABASE_URL is not set: start with `prepaid`, which sets it, or set it yourself.")
    keyring = KeyRing.from_settings(settings)
    box = SecretBox.from_settings(settings)
    database = Database(
        settings.database_url,
        pool_size=settings.database_pool_size,
        timeout_ms=int(settings.request_timeout_seconds * 1000),
    )
    signals = Signals(settings.database_url)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(database.close)
        await database.open()
        stack.push_async_callback(signals.close)
        await signals.open()
        yield Services(
            settings=settings,
            database=database,
            signals=signals,
            files=Files(database, open_store(settings), box, settings),
            keyring=keyring,
            data_keys=DataKeys(keyring),
            box=box,
        )
