"""Files: from ticket to download over HTTP, and everything that is not taken."""

import hashlib
import io
import struct
import zipfile
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from urllib.parse import urlsplit
from uuid import UUID

import asyncpg
import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from prepaid.core.actor import Actor
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.files import CSV, JPEG, PDF, PNG, WEBP, XLSX, file_purpose, file_routes
from prepaid.core.files.errors import (
    FileContentMismatch,
    FileEmpty,
    FileTooLarge,
    FileTypeNotAllowed,
    FileUnsafe,
    UploadRefused,
)
from prepaid.core.files.kinds import FileKind
from prepaid.core.files.names import clean_name
from prepaid.core.services import Services
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

KINDS = (PDF, PNG, JPEG, WEBP, XLSX, CSV)
file_purpose("test.evidence", max_bytes=100_000, kinds=KINDS)
file_purpose("test.picture", max_bytes=1_000, kinds=[PNG, JPEG])


def png(width: int = 10, height: int = 10) -> bytes:
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + header + b"\x00" * 4 + b"\x00\x00\x00\x00IEND\xaeB`\x82"


def jpeg(width: int = 10, height: int = 10) -> bytes:
    frame = b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" + frame + b"\xff\xda\x00\x02\xff\xd9"


def webp() -> bytes:
    body = b"WEBPVP8 " + struct.pack("<I", 10) + b"\x00" * 10
    return b"RIFF" + struct.pack("<I", len(body)) + body


def xlsx(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in ({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"} | parts).items():
            archive.writestr(name, content)
    return file.getvalue()


PDF_BYTES = b"%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n"
GENUINE = {
    "pdf": (PDF, PDF_BYTES),
    "png": (PNG, png()),
    "jpeg": (JPEG, jpeg()),
    "webp": (WEBP, webp()),
    "xlsx": (XLSX, xlsx()),
    "csv": (CSV, "姓名,次数\n张三,3\n".encode()),
    "csv of an old Excel": (CSV, "姓名,次数\n张三,3\n".encode("gb18030")),
}


@pytest.mark.parametrize("case", GENUINE)
def test_genuine_files_are_recognised(case: str) -> None:
    kind, content = GENUINE[case]
    kind.check(io.BytesIO(content))


DISGUISED = {
    **{
        f"{case} as {kind.media_type}": (kind, content)
        for case, (true, content) in GENUINE.items()
        for kind in KINDS
        if kind is not true and kind is not CSV
    },
    "a program": (PNG, b"MZ\x90\x00" + bytes(60)),
    "html as csv": (CSV, b"  <script>alert(1)</script>"),
    "a program as csv": (CSV, b"MZ\x90\x00" + bytes(60)),
    "a picture as csv": (CSV, png()),
    "html behind a picture": (PNG, png() + b"<script>"),
    "half a picture": (PNG, png()[:40]),
    "half a jpeg": (JPEG, jpeg()[:24]),
    "a jpeg without frame": (JPEG, b"\xff\xd8\xff\xe0\x00\x04\x00\x00\xff\xda\x00\x02"),
    "half a pdf": (PDF, PDF_BYTES[:10]),
    "a pdf inside something": (PDF, b"GIF89a" + PDF_BYTES),
    "a longer webp": (WEBP, webp() + b"PK"),
    "half an archive": (XLSX, xlsx()[:30]),
    "another archive": (XLSX, xlsx().replace(b"xl/workbook.xml", b"xl/workbook.abc")),
}  # fmt: skip


@pytest.mark.parametrize("case", DISGUISED)
def test_disguised_and_damaged_files_are_not(case: str) -> None:
    kind, content = DISGUISED[case]
    with pytest.raises(FileContentMismatch):
        kind.check(io.BytesIO(content))


def encrypted(archive: bytes) -> bytes:
    """Set the encryption flag of every entry, in the local and the central headers."""
    flagged = bytearray(archive)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        position = flagged.find(mark)
        while position >= 0:
            flagged[position + at] |= 1
            position = flagged.find(mark, position + 4)
    return bytes(flagged)


UNSAFE: dict[str, tuple[FileKind, Callable[[], bytes]]] = {
    "macros": (XLSX, lambda: xlsx(**{"xl/vbaProject.bin": b"x"})),
    "an embedded program": (XLSX, lambda: xlsx(**{"xl/embeddings/oleObject1.bin": b"x"})),
    "a link outside": (XLSX, lambda: xlsx(**{"xl/externalLinks/externalLink1.xml": b"x"})),
    "a bomb": (XLSX, lambda: xlsx(**{"xl/sheet.xml": bytes(30_000_000)})),
    "many entries": (XLSX, lambda: xlsx(**{f"xl/{number}.xml": b"" for number in range(2_001)})),
    "a way out of the folder": (XLSX, lambda: xlsx(**{"../../etc/passwd": b"x"})),
    "encryption": (XLSX, lambda: encrypted(xlsx())),
    "a huge picture": (PNG, lambda: png(100_000, 100_000)),
    "a huge photo": (JPEG, lambda: jpeg(65_000, 65_000)),
}


@pytest.mark.parametrize("case", UNSAFE)
def test_dangerous_files_are_refused(case: str) -> None:
    kind, make = UNSAFE[case]
    with pytest.raises(FileUnsafe):
        kind.check(io.BytesIO(make()))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("营业执照.pdf", "营业执照.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\tmp\\a.pdf", "a.pdf"),
        ("a:b*c?.pdf", "a_b_c_.pdf"),
        ("..hidden.pdf", "hidden.pdf"),
        ("长" * 300 + ".pdf", "长" * 116 + ".pdf"),
    ],
)
def test_names_are_made_harmless(given: str, kept: str) -> None:
    assert clean_name(given) == kept


@pytest.mark.parametrize("name", ["", "...", "/", "a\x00.pdf", "\u202efdp.exe", "\ud800.pdf"])
def test_names_that_cannot_be_kept_are_refused(name: str) -> None:
    with pytest.raises(InvalidValue):
        clean_name(name)


@pytest.fixture
async def client(services: Services) -> AsyncIterator[httpx.AsyncClient]:
    """A browser whose session is in the header `X-Session`."""

    async def session_of(request: Request) -> UUID | None:
        return UUID(request.headers["x-session"]) if "x-session" in request.headers else None

    app = Starlette(routes=file_routes(lambda: services.files, session_of))
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        yield client


@pytest.fixture
def uploader(cashier: Actor) -> Actor:
    return replace(cashier, session_id=uuid7())


def headers_of(actor: Actor) -> dict[str, str]:
    return {"x-session": str(actor.session_id)}


async def ticket(services: Services, actor: Actor, content: bytes, name: str = "证据.pdf", kind: FileKind = PDF) -> str:
    async with services.database.write(actor) as tx:
        upload = await services.files.create_upload(tx, "test.evidence", name, len(content), kind.media_type)
    return urlsplit(upload.url).path


async def uploaded(services: Services, client: httpx.AsyncClient, actor: Actor, content: bytes = PDF_BYTES) -> UUID:
    answer = await client.put(await ticket(services, actor, content), content=content, headers=headers_of(actor))
    assert answer.status_code == 201, answer.text
    return UUID(answer.json()["fileId"])


async def link(services: Services, actor: Actor, file_id: UUID) -> str:
    async with services.database.write(actor) as tx:
        return urlsplit((await services.files.download_link(tx, file_id)).url).path


async def test_a_file_goes_in_and_comes_out(
    services: Services, client: httpx.AsyncClient, uploader: Actor, superuser: asyncpg.Connection
) -> None:
    file_id = await uploaded(services, client, uploader)
    answer = await client.get(await link(services, uploader, file_id), headers=headers_of(uploader))
    assert (answer.status_code, answer.content) == (200, PDF_BYTES)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''%E8%AF%81%E6%8D%AE.pdf"
    assert answer.headers["x-content-type-options"] == "nosniff"
    row = await superuser.fetchrow("SELECT * FROM stored_file")
    assert (row["status"], row["sha256"]) == ("READY", hashlib.sha256(PDF_BYTES).digest())
    assert await superuser.fetchval("SELECT actor_account_id FROM audit_event") == uploader.account_id


RANGES = {
    "bytes=0-4": (206, PDF_BYTES[:5]),
    "bytes=-6": (206, PDF_BYTES[-6:]),
    "bytes=5-": (206, PDF_BYTES[5:]),
    "bytes=5-9999": (206, PDF_BYTES[5:]),
    "bytes=9999-": (416, b""),
    "bytes=5-4": (416, b""),
    "bytes=-0": (416, b""),
    "bytes=-": (200, PDF_BYTES),
    "bytes=0-1,3-4": (200, PDF_BYTES),
    "lines=1-2": (200, PDF_BYTES),
}


@pytest.mark.parametrize("asked", RANGES)
async def test_parts_of_a_file(services: Services, client: httpx.AsyncClient, uploader: Actor, asked: str) -> None:
    path = await link(services, uploader, await uploaded(services, client, uploader))
    answer = await client.get(path, headers=headers_of(uploader) | {"Range": asked})
    assert (answer.status_code, answer.content) == RANGES[asked]
    if answer.status_code == 206:
        assert answer.headers["content-range"].endswith(f"/{len(PDF_BYTES)}")
    other = await client.get(path, headers=headers_of(uploader) | {"Range": asked, "If-Range": '"older"'})
    assert (other.status_code, other.content) == (200, PDF_BYTES)


async def test_tickets_work_for_their_session_once_and_for_a_while(
    services: Services, client: httpx.AsyncClient, uploader: Actor
) -> None:
    path = await ticket(services, uploader, PDF_BYTES)
    thief = {"x-session": str(uuid7())}
    for headers in ({}, thief):
        assert (await client.put(path, content=PDF_BYTES, headers=headers)).status_code == 404
    with clock.travel(timedelta(minutes=16)):
        assert (await client.put(path, content=PDF_BYTES, headers=headers_of(uploader))).status_code == 404
    assert (await client.put(path, content=PDF_BYTES, headers=headers_of(uploader))).status_code == 201
    assert (await client.put(path, content=PDF_BYTES, headers=headers_of(uploader))).status_code == 404
    forged = path[:-3] + "abc"
    assert (await client.put(forged, content=PDF_BYTES, headers=headers_of(uploader))).status_code == 404


async def test_an_upload_ticket_is_no_download_ticket(
    services: Services, client: httpx.AsyncClient, uploader: Actor
) -> None:
    await uploaded(services, client, uploader)
    path = (await ticket(services, uploader, PDF_BYTES)).replace("/files/upload/", "/files/")
    assert (await client.get(path, headers=headers_of(uploader))).status_code == 404


def chunks(content: bytes) -> Iterator[bytes]:
    """Sent without a Content-Length."""
    yield from (content[position : position + 7] for position in range(0, len(content), 7))


@pytest.mark.parametrize(
    ("announced", "sent", "status", "code"),
    [
        (PDF_BYTES, PDF_BYTES + b"x", 413, "FILE_TOO_LARGE"),
        (PDF_BYTES, PDF_BYTES[:-1], 422, "FILE_INCOMPLETE"),
        (PDF_BYTES, b"", 422, "FILE_EMPTY"),
        (png(), png(), 415, "FILE_CONTENT_MISMATCH"),
    ],
)
async def test_an_upload_that_is_not_what_was_announced_is_rejected_for_good(
    services: Services, client: httpx.AsyncClient, uploader: Actor, superuser: asyncpg.Connection,
    announced: bytes, sent: bytes, status: int, code: str,
) -> None:  # fmt: skip
    path = await ticket(services, uploader, announced)

    async def body() -> AsyncIterator[bytes]:
        for chunk in chunks(sent):
            yield chunk

    answer = await client.put(path, content=body(), headers=headers_of(uploader) | {"Accept-Language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["message"].isascii()
    row = await superuser.fetchrow("SELECT status, rejection, key FROM stored_file")
    assert tuple(row) == ("REJECTED", code, None)
    assert (await client.put(path, content=announced, headers=headers_of(uploader))).status_code == 404


async def test_what_a_purpose_does_not_take_gets_no_ticket(services: Services, uploader: Actor) -> None:
    cases: list[tuple[str, int, str, type[UploadRefused]]] = [
        ("a.png", 1_001, "image/png", FileTooLarge),
        ("a.png", 0, "image/png", FileEmpty),
        ("a.png", -1, "image/png", FileEmpty),
        ("a.pdf", 10, "application/pdf", FileTypeNotAllowed),
        ("a.exe", 10, "image/png", FileTypeNotAllowed),
        ("a.png", 10, "text/html", FileTypeNotAllowed),
    ]
    for name, size, declared, refusal in cases:
        async with services.database.write(uploader) as tx:
            with pytest.raises(refusal):
                await services.files.create_upload(tx, "test.picture", name, size, declared)


async def test_a_neighbour_gets_no_link(
    services: Services, client: httpx.AsyncClient, uploader: Actor, neighbour: Actor
) -> None:
    file_id = await uploaded(services, client, uploader)
    for tenant in (None, uploader.merchant_id):
        async with services.database.write(neighbour) as tx:
            with pytest.raises(NotFound):
                await services.files.download_link(tx, file_id, tenant=tenant)


async def test_a_file_that_left_the_store_is_not_found(
    services: Services, client: httpx.AsyncClient, uploader: Actor, superuser: asyncpg.Connection
) -> None:
    path = await link(services, uploader, await uploaded(services, client, uploader))
    await services.files.store.delete(await superuser.fetchval("SELECT key FROM stored_file"))
    assert (await client.get(path, headers=headers_of(uploader))).status_code == 404


async def test_the_product_stores_what_it_made(services: Services, client: httpx.AsyncClient, uploader: Actor) -> None:
    async with services.database.write(uploader) as tx:
        file_id = await services.files.put(tx, "test.export", "导出.csv", b"a,b\n", "text/csv")
    answer = await client.get(await link(services, uploader, file_id), headers=headers_of(uploader))
    assert answer.content == b"a,b\n"
    assert answer.headers["content-type"].startswith("text/csv")
