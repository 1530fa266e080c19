"""Where bytes lie: a folder of this machine or an S3-compatible store, through one library (obstore)."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, BinaryIO, Protocol

import obstore
from obstore.exceptions import BaseError, NotFoundError
from obstore.store import LocalStore, ObjectStore, from_url

from prepaid.core.errors import Unavailable
from prepaid.core.settings import Settings
from prepaid.core.setup_error import SetupError

if TYPE_CHECKING:
    from obstore.store import RetryConfig  # declared in its stub only

CHUNK_BYTES = 256 * 1024
LISTED_AT_ONCE = 500
RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": timedelta(seconds=10)}


class FileStore(Protocol):
    """Bytes by key. Keys are made by the server and never shown."""

    async def put(self, key: str, file: BinaryIO) -> None:
        """Store the whole file, or nothing."""

    def get(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """The bytes from `start` to before `end`. Raises `FileNotFoundError`."""

    async def size(self, key: str) -> int | None:
        """How many bytes; None when there is no such key."""

    async def delete(self, key: str) -> None:
        """Remove; nothing happens when there is no such key."""

    def older_than(self, instant: datetime) -> AsyncIterator[Sequence[str]]:
        """Keys of everything that was stored before an instant of the store's clock, some hundred at a time."""


class ObjectFileStore:
    """A `FileStore` on anything that obstore knows. Raises `Unavailable` when the store does not answer."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    async def put(self, key: str, file: BinaryIO) -> None:
        """See `FileStore`."""
        file.seek(0)
        with _answering():
            await obstore.put_async(self._store, key, file)

    async def get(self, key: str, start: int, end: int) -> AsyncIterator[bytes]:
        """See `FileStore`."""
        with _answering():
            found = await obstore.get_async(self._store, key, options={"range": (start, end)})
            async for chunk in found.stream(CHUNK_BYTES):
                yield bytes(chunk)

    async def size(self, key: str) -> int | None:
        """See `FileStore`."""
        try:
            with _answering():
                return int((await obstore.head_async(self._store, key))["size"])
        except FileNotFoundError:
            return None

    async def delete(self, key: str) -> None:
        """See `FileStore`."""
        with suppress(FileNotFoundError), _answering():
            await obstore.delete_async(self._store, key)

    async def older_than(self, instant: datetime) -> AsyncIterator[Sequence[str]]:
        """See `FileStore`."""
        with _answering():
            async for found in obstore.list(self._store, chunk_size=LISTED_AT_ONCE):
                yield [each["path"] for each in found if each["last_modified"] < instant]


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except NotFoundError as error:
        raise FileNotFoundError from error
    except FileNotFoundError:
        raise
    except (BaseError, OSError) as error:
        raise Unavailable from error


def open_store(settings: Settings) -> FileStore:
    """The store of `PREPAID_FILE_STORE`.

    Raises:
        SetupError: its address is malformed, or its folder cannot be made.
    """
    try:
        if settings.file_store == "local":
            folder = settings.data_dir.resolve() / "files"
            return ObjectFileStore(LocalStore(folder, mkdir=True, automatic_cleanup=True))
        return ObjectFileStore(from_url(settings.file_store, retry_config=RETRIES))
    except (BaseError, ValueError, OSError) as error:
        raise SetupError(
            f"PREPAID_FILE_STORE is `local` or `s3://bucket/prefix`, and its place must be reachable: {error}."
        ) from error
