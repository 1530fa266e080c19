"""Tickets, uploads and downloads of one process."""

import os
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import sha256
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, cast
from uuid import UUID

import anyio.to_thread
from sqlalchemy import CursorResult, select, update

from prepaid.core.actor import SYSTEM
from prepaid.core.audit import record
from prepaid.core.crypto import BadTicket, SecretBox
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.files.errors import FileEmpty, FileIncomplete, FileTooLarge, UploadRefused
from prepaid.core.files.names import clean_name
from prepaid.core.files.purposes import purpose_of
from prepaid.core.files.store import FileStore
from prepaid.core.files.uploads import upload_token
from prepaid.core.settings import Settings
from prepaid.core.tables import StoredFile
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

UPLOAD, DOWNLOAD = "file-upload", "file-download"
UPLOAD_TIME = timedelta(minutes=15)
DOWNLOAD_TIME = timedelta(minutes=5)
WAITS_FOR = timedelta(days=1)
"""So long an uploaded file waits for the command that takes it."""
MEMORY_BYTES = 1024 * 1024
PENDING, READY, REJECTED = "PENDING", "READY", "REJECTED"


@dataclass(frozen=True, slots=True)
class UploadTicket:
    """Where to PUT the bytes, until when, and the token to name the file by afterwards."""

    url: str
    file_id: UUID
    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class DownloadLink:
    """Where to GET the bytes, until when."""

    url: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """What a ticket says: which file, and the only session that may use it (None: whoever holds it)."""

    merchant_id: UUID
    file_id: UUID
    session_id: UUID | None


class Files:
    """Files of a process: in its store, known by rows of `stored_file`."""

    def __init__(self, database: Database, store: FileStore, box: SecretBox, settings: Settings) -> None:
        self.store = store
        self._database = database
        self._box = box
        self._base = settings.public_url.rstrip("/")
        self._max_bytes = settings.upload_max_bytes

    async def create_upload(
        self, tx: WriteSession, purpose: str, name: str, size: int, declared_type: str, *, tenant: UUID | None = None
    ) -> UploadTicket:
        """Announce a file of `size` bytes; the ticket is for the session of the actor.

        The file goes after a day unless a command takes it (`take_upload`).

        Raises:
            FileTooLarge, FileEmpty, FileTypeNotAllowed, InvalidValue: the purpose does not take such a file.
        """
        asked = purpose_of(purpose)
        name = clean_name(name)
        kind = asked.kind_of(declared_type, name)
        _require_size(size, min(asked.max_bytes, self._max_bytes))
        now = clock.now()
        row = StoredFile(
            merchant_id=tenant or tx.actor.tenant,
            id=uuid7(),
            purpose=purpose,
            name=name,
            content_type=kind.media_type,
            size=size,
            status=PENDING,
            created_by=tx.actor.account_id,
            created_at=now,
            expires_at=now + WAITS_FOR,
        )
        tx.add(row)
        await tx.flush()
        ticket = self._sign(UPLOAD, Held(row.merchant_id, row.id, tx.actor.session_id), UPLOAD_TIME)
        address, token = f"{self._base}/files/upload/{ticket}", upload_token(row.merchant_id, row.id)
        return UploadTicket(address, row.id, token, now + UPLOAD_TIME)

    async def receive(self, ticket: str, body: AsyncIterator[bytes], session_id: UUID | None) -> UUID:
        """Take the bytes of an announced file; returns its id.

        Raises:
            NotFound: no such ticket, or not for this session, or used before.
            UploadRefused: the file is not what was announced; it cannot be uploaded again with this ticket.
        """
        held = self._open(UPLOAD, ticket, session_id)
        row = await self._row(held, PENDING)
        with SpooledTemporaryFile(max_size=MEMORY_BYTES) as spool:
            file = cast(BinaryIO, spool)
            try:
                digest = await _spool(body, file, row.size)
                await anyio.to_thread.run_sync(_check, row, file)
            except UploadRefused as refusal:
                await self._decide(held, row.created_by, status=REJECTED, rejection=refusal.code)
                raise
            key = f"{held.merchant_id}/{held.file_id}/{os.urandom(8).hex()}"
            await self.store.put(key, file)
        if not await self._decide(held, row.created_by, status=READY, sha256=digest, key=key):
            await self.store.delete(key)
            raise NotFound
        return held.file_id

    async def download_link(self, tx: WriteSession, file_id: UUID, *, tenant: UUID | None = None) -> DownloadLink:
        """An address for the session of the actor, who must be able to see the file's row.

        Raises:
            NotFound: no such file, or it is not ready.
        """
        held = Held(tenant or tx.actor.tenant, file_id, tx.actor.session_id)
        where = {"merchant_id": held.merchant_id, "id": file_id, "status": READY}
        if await tx.scalar(select(StoredFile.id).filter_by(**where)) is None:
            raise NotFound
        return self.address_of(held.merchant_id, file_id, held.session_id)

    def address_of(self, tenant: UUID, file_id: UUID, session_id: UUID | None) -> DownloadLink:
        """The same for a ready file whose row the caller has read already, in a list of many."""
        ticket = self._sign(DOWNLOAD, Held(tenant, file_id, session_id), DOWNLOAD_TIME)
        return DownloadLink(f"{self._base}/files/{ticket}", clock.now() + DOWNLOAD_TIME)

    async def find_download(self, ticket: str, session_id: UUID | None) -> StoredFile:
        """The row of the file that a download ticket is for. Raises `NotFound`."""
        return await self._row(self._open(DOWNLOAD, ticket, session_id), READY)

    async def put(
        self,
        tx: WriteSession,
        purpose: str,
        name: str,
        content: bytes | BinaryIO,
        media_type: str,
        *,
        tenant: UUID | None = None,
        expires_at: datetime | None = None,
    ) -> UUID:
        """Store a file that the product itself made (a contract, an export); returns its id.

        With `expires_at` it is purged from then on.
        """
        file_id, merchant_id = uuid7(), tenant or tx.actor.tenant
        file = BytesIO(content) if isinstance(content, bytes) else content
        digest = await anyio.to_thread.run_sync(_digest, file)
        key = f"{merchant_id}/{file_id}/{os.urandom(8).hex()}"
        await self.store.put(key, file)
        tx.add(
            StoredFile(
                merchant_id=merchant_id,
                id=file_id,
                purpose=purpose,
                name=clean_name(name),
                content_type=media_type,
                size=file.seek(0, os.SEEK_END),
                sha256=digest,
                status=READY,
                key=key,
                created_by=tx.actor.account_id,
                created_at=clock.now(),
                expires_at=expires_at,
            )
        )
        await tx.flush()
        return file_id

    async def _row(self, held: Held, status: str) -> StoredFile:
        where = {"merchant_id": held.merchant_id, "id": held.file_id, "status": status}
        async with self._database.write(SYSTEM) as tx:
            row = await tx.scalar(select(StoredFile).filter_by(**where))
        if row is None:
            raise NotFound
        return row

    async def _decide(self, held: Held, account_id: UUID | None, **values: Any) -> bool:
        """Settle a pending file, once; False when it was settled before."""
        where = {"merchant_id": held.merchant_id, "id": held.file_id, "status": PENDING}
        actor = replace(SYSTEM, merchant_id=held.merchant_id, account_id=account_id, session_id=held.session_id)
        async with self._database.write(actor) as tx:
            statement = update(StoredFile).filter_by(**where).values(**values)
            if cast(CursorResult[Any], await tx.execute(statement)).rowcount != 1:
                return False
            change = {name: value for name, value in values.items() if name in ("status", "rejection")}
            await record(tx, "file.received", object_type="StoredFile", object_id=held.file_id, after=change)
        return True

    def _sign(self, purpose: str, held: Held, ttl: timedelta) -> str:
        session = str(held.session_id) if held.session_id else None
        return self._box.sign(purpose, {"m": str(held.merchant_id), "f": str(held.file_id), "s": session}, ttl)

    def _open(self, purpose: str, ticket: str, session_id: UUID | None) -> Held:
        try:
            values = self._box.open(purpose, ticket)
        except BadTicket as error:
            raise NotFound from error
        held = Held(UUID(values["m"]), UUID(values["f"]), UUID(values["s"]) if values["s"] else None)
        if held.session_id is not None and held.session_id != session_id:
            raise NotFound
        return held


async def _spool(body: AsyncIterator[bytes], file: BinaryIO, size: int) -> bytes:
    """Write the body into `file`; returns its SHA-256. It must have exactly the announced `size`."""
    digest, received = sha256(), 0
    async for chunk in body:
        received += len(chunk)
        if received > size:
            raise FileTooLarge(max_bytes=size)
        digest.update(chunk)
        file.write(chunk)
    if received == 0:
        raise FileEmpty
    if received < size:
        raise FileIncomplete
    return digest.digest()


def _digest(file: BinaryIO) -> bytes:
    """SHA-256 of the whole file, which may be too large for the memory."""
    digest = sha256()
    file.seek(0)
    while chunk := file.read(MEMORY_BYTES):
        digest.update(chunk)
    return digest.digest()


def _check(row: StoredFile, file: BinaryIO) -> None:
    purpose_of(row.purpose).kind_of(row.content_type, row.name).check(file)


def _require_size(size: int, max_bytes: int) -> None:
    if size <= 0:
        raise FileEmpty(path=("size",))
    if size > max_bytes:
        raise FileTooLarge(path=("size",), max_bytes=max_bytes)
