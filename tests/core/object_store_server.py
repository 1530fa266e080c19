"""An S3 endpoint over HTTP with what the file store uses of it, after AWS's API reference.

Objects by key, ranges, multipart uploads, deletion of several. It checks that requests are signed (SigV4) with
the right key id, not the signature itself.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import md5

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

KEY_ID = "TESTKEY"


class Bucket:
    """Objects and unfinished uploads."""

    def __init__(self) -> None:
        self.objects: dict[str, bytes] = {}
        self.parts: dict[str, dict[int, bytes]] = {}

    async def answer(self, request: Request) -> Response:
        signature = request.headers.get("authorization", "")
        if not signature.startswith(f"AWS4-HMAC-SHA256 Credential={KEY_ID}/"):
            return _error(403, "AccessDenied")
        key, query = request.path_params["key"], request.query_params
        if request.method == "POST" or "uploadId" in query:
            return await self._multipart(request, key)
        if request.method == "PUT":
            self.objects[key] = await request.body()
            return _tagged(self.objects[key])
        return self._get(request, key)

    async def delete_objects(self, request: Request) -> Response:
        keys = re.findall(r"<Key>([^<]+)</Key>", (await request.body()).decode())
        for key in keys:
            self.objects.pop(key, None)
        deleted = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
        return _xml(f"<DeleteResult>{deleted}</DeleteResult>")

    async def list_objects(self, request: Request) -> Response:
        prefix = request.query_params.get("prefix", "")
        contents = "".join(
            f"<Contents><Key>{key}</Key><LastModified>2026-03-02T09:00:00.000Z</LastModified>"
            f'<ETag>"x"</ETag><Size>{len(body)}</Size></Contents>'
            for key, body in sorted(self.objects.items())
            if key.startswith(prefix)
        )
        return _xml(f"<ListBucketResult><IsTruncated>false</IsTruncated>{contents}</ListBucketResult>")

    async def _multipart(self, request: Request, key: str) -> Response:
        query = request.query_params
        if "uploads" in query:
            upload = f"upload-{len(self.parts)}"
            self.parts[upload] = {}
            return _xml(f"<InitiateMultipartUploadResult><UploadId>{upload}</UploadId></InitiateMultipartUploadResult>")
        parts = self.parts[query["uploadId"]]
        if request.method == "PUT":
            parts[int(query["partNumber"])] = body = await request.body()
            return _tagged(body)
        self.objects[key] = b"".join(parts[number] for number in sorted(parts))
        return _xml("<CompleteMultipartUploadResult><ETag>whole</ETag></CompleteMultipartUploadResult>")

    def _get(self, request: Request, key: str) -> Response:
        body = self.objects.get(key)
        if body is None:
            return _error(404, "NoSuchKey")
        headers = {"ETag": f'"{md5(body).hexdigest()}"', "Last-Modified": "Mon, 02 Mar 2026 09:00:00 GMT"}
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers.get("range", ""))
        if asked is None:
            return Response(body, headers=headers)
        start, end = int(asked[1]), min(int(asked[2]) + 1, len(body))
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(body)}"
        return Response(body[start:end], 206, headers)


@asynccontextmanager
async def object_store() -> AsyncIterator[tuple[str, Bucket]]:
    """A running endpoint: its address, and the bucket `files` in it."""
    bucket = Bucket()
    objects = Route("/files/{key:path}", bucket.answer, methods=["GET", "HEAD", "PUT", "POST"])
    whole = [
        Route("/files", bucket.delete_objects, methods=["POST"]),
        Route("/files", bucket.list_objects, methods=["GET"]),
    ]
    app = Starlette(routes=[*whole, objects])
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", lifespan="off"))
    serving = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}", bucket
    finally:
        server.should_exit = True
        await serving


def _tagged(body: bytes) -> Response:
    return Response(headers={"ETag": f'"{md5(body).hexdigest()}"'})


def _xml(body: str) -> Response:
    return Response(f'<?xml version="1.0" encoding="UTF-8"?>{body}', media_type="application/xml")


def _error(status: int, code: str) -> Response:
    return Response(f"<Error><Code>{code}</Code></Error>", status, media_type="application/xml")
