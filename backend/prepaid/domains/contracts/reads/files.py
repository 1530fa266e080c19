"""Bytes of stored files."""

from hashlib import sha256
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.files import Files
from prepaid.core.tables import StoredFile


class DamagedFile(Exception):
    """A file in the store is not what was put there: a fault of the store, or of whoever has its keys."""


async def file_bytes(tx: WriteSession, files: Files, tenant: UUID, file_id: UUID) -> bytes:
    """The whole file.

    Raises:
        NotFound: no such file for this actor, or not ready.
        DamagedFile: its hash is another one.
    """
    row = await tx.get(StoredFile, (tenant, file_id))
    if row is None or row.status != "READY" or row.key is None:
        raise NotFound
    content = b"".join([chunk async for chunk in files.store.get(row.key, 0, row.size)])
    if sha256(content).digest() != row.sha256:
        raise DamagedFile(f"stored_file {tenant}/{file_id}")
    return content
