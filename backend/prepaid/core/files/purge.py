"""Files that have served their time: first nobody can have them any more, then their bytes go."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select, update

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession
from prepaid.core.files.store import FileStore
from prepaid.core.tables import StoredFile
from prepaid.kit import clock

BATCH = 200
ORPHANED_AFTER = timedelta(days=2)
"""By the store's own clock: longer than any upload or job takes from its first byte to its row."""


async def expire_files(tx: WriteSession) -> None:
    """Close uploads that never came, and all files whose time is over and that no command has taken."""
    over = StoredFile.expires_at < clock.now()
    never_came = update(StoredFile).where(over, StoredFile.status == "PENDING")
    await tx.execute(never_came.values(status="REJECTED", rejection="EXPIRED"))
    await tx.execute(update(StoredFile).where(over, StoredFile.status == "READY").values(status="EXPIRED"))


async def delete_expired(database: Database, store: FileStore) -> int:
    """Delete the bytes of expired files; returns how many. A run that was cut off is continued by the next."""
    deleted = 0
    while keys := await _expired(database):
        for key in keys:
            await store.delete(key)
        async with database.write(SYSTEM) as tx:
            await tx.execute(update(StoredFile).where(StoredFile.key.in_(keys)).values(key=None))
        deleted += len(keys)
    return deleted


async def delete_orphans(database: Database, store: FileStore) -> int:
    """Delete old bytes that no row knows: their transaction did not commit; returns how many."""
    deleted = 0
    async for keys in store.older_than(datetime.now(UTC) - ORPHANED_AFTER):
        async with database.write(SYSTEM) as tx:
            known = set(await tx.scalars(select(StoredFile.key).where(StoredFile.key.in_(keys))))
        for key in set(keys) - known:
            await store.delete(key)
            deleted += 1
    return deleted


async def _expired(database: Database) -> list[str]:
    wanted = select(StoredFile.key).where(StoredFile.status == "EXPIRED", StoredFile.key.is_not(None)).limit(BATCH)
    async with database.write(SYSTEM) as tx:
        return [key for key in await tx.scalars(wanted) if key is not None]
