"""`PUT /files/upload/{ticket}` and `GET /files/{ticket}`: bytes, outside GraphQL."""

import re
from collections.abc import Awaitable, Callable
from typing import TypeAlias
from urllib.parse import quote
from uuid import UUID

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from prepaid.core.errors import Locale, NotFound, Refusal, RequestError
from prepaid.core.files.errors import UploadRefused
from prepaid.core.files.service import Files
from prepaid.core.tables import StoredFile

SessionOf: TypeAlias = Callable[[Request], Awaitable[UUID | None]]
"""Finds the signed-in session of a request (cookie or bearer), None when there is none."""
_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
HARMLESS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-store",
    "Accept-Ranges": "bytes",
}


def file_routes(files: Callable[[], Files], session_of: SessionOf) -> list[Route]:
    """The two routes; `files` gives the process's `Files` when a request comes."""

    async def upload(request: Request) -> Response:
        try:
            session_id = await session_of(request)
            file_id = await files().receive(request.path_params["ticket"], request.stream(), session_id)
        except ClientDisconnect:
            return Response(status_code=499)
        except (Refusal, RequestError) as refusal:
            return _refused(request, refusal)
        return JSONResponse({"fileId": str(file_id)}, status_code=201)

    async def download(request: Request) -> Response:
        try:
            file = await files().find_download(request.path_params["ticket"], await session_of(request))
            return await _answer(request, files(), file)
        except (Refusal, RequestError) as refusal:
            return _refused(request, refusal)
        except FileNotFoundError:
            return _refused(request, NotFound())

    return [
        Route("/files/upload/{ticket}", upload, methods=["PUT"]),
        Route("/files/{ticket}", download, methods=["GET", "HEAD"]),
    ]


async def _answer(request: Request, files: Files, file: StoredFile) -> Response:
    assert file.key is not None
    assert file.sha256 is not None
    if await files.store.size(file.key) != file.size:
        raise FileNotFoundError(file.key)
    headers = HARMLESS | {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
        "ETag": f'"{file.sha256.hex()}"',
    }
    start, end = 0, file.size
    status = 200
    asked = _asked_range(request, headers["ETag"])
    if asked is not None:
        start, end = _bounds(*asked, size=file.size)
        if start >= end:
            return Response(status_code=416, headers=headers | {"Content-Range": f"bytes */{file.size}"})
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{file.size}"
        status = 206
    headers["Content-Length"] = str(end - start)
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=file.content_type)
    body = files.store.get(file.key, start, end)
    return StreamingResponse(body, status_code=status, headers=headers, media_type=file.content_type)


def _asked_range(request: Request, etag: str) -> tuple[str, str] | None:
    """First and last byte of a single range, as written; several ranges are answered with the whole file."""
    match = _RANGE.fullmatch(request.headers.get("range", ""))
    if match is None or request.headers.get("if-range", etag) != etag:
        return None
    first, last = match.groups()
    return (first, last) if first or last else None


def _bounds(first: str, last: str, *, size: int) -> tuple[int, int]:
    """Start and end (exclusive) of a byte range (RFC 9110, 14.1.2); empty when it cannot be satisfied."""
    if not first:
        return max(0, size - int(last)), size
    return int(first), min(int(last) + 1 if last else size, size)


def _refused(request: Request, refusal: Refusal | RequestError) -> Response:
    locale: Locale = "en" if request.headers.get("accept-language", "").startswith("en") else "zh-CN"
    status = refusal.status if isinstance(refusal, UploadRefused | RequestError) else 404
    # What was not read of the body is not waited for.
    headers = {"Connection": "close"} if request.method == "PUT" else {}
    return JSONResponse({"code": refusal.code, "message": refusal.message(locale)}, status, headers)
