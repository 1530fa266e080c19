"""The built web admin, served by the server itself: one process, one origin, no cross-site requests.

Files are read once, when the server starts, with the compressed forms that the build has put beside them. What the
build has named after its contents is kept by browsers for ever; the page that names those files is asked for each time.
"""

import mimetypes
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from prepaid.core.http import json_error
from prepaid.core.setup_error import SetupError

INDEX: Final = "index.html"
NAMED_BY_CONTENTS: Final = "assets/"
CODINGS: Final[Mapping[str, str]] = {"br": ".br", "gzip": ".gz"}
"""Content codings with the ending of their files, the best one first."""
SERVERS_OWN: Final = frozenset({"assets", "auth", "files", "graphql"})
"""First steps of addresses that are never pages, whatever is configured."""
TYPES: Final[Mapping[str, str]] = {".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2"}
"""Where the machine's own table may say otherwise, or nothing."""
FOR_EVER: Final = "public, max-age=31536000, immutable"
POLICY: Final = (
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob:; "
    "object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
)
PAGE: Final = re.compile(r"(/[A-Za-z0-9_~%:-]+)*/?")
"""Addresses that may be pages; files have a dot in their names."""


@dataclass(frozen=True, slots=True)
class Form:
    """A file's bytes in one coding."""

    content: bytes
    etag: str

    @classmethod
    def of(cls, content: bytes) -> "Form":
        return cls(content, f'"{sha256(content).hexdigest()[:32]}"')


@dataclass(frozen=True, slots=True)
class AdminFile:
    """A file of the build: its plain form under `identity`, and those that are compressed."""

    media_type: str
    forms: Mapping[str, Form]
    headers: Mapping[str, str]

    def answer(self, request: Request) -> Response:
        """The best form that the browser takes; nothing anew when it has it. Ranges are answered with the whole."""
        coding = accepted(request.headers.get("accept-encoding", ""), self.forms)
        form = self.forms[coding]
        headers = {**self.headers, "etag": form.etag, "vary": "Accept-Encoding"}
        if form.etag in known(request.headers.get("if-none-match", "")):
            return Response(status_code=304, headers=headers)
        if coding != "identity":
            headers["content-encoding"] = coding
        headers["content-length"] = str(len(form.content))
        content = b"" if request.method == "HEAD" else form.content
        return Response(content, headers=headers, media_type=self.media_type)


def admin_routes(folder: Path, others: Iterable[BaseRoute]) -> list[Route]:
    """The routes of the admin in `folder`, after all `others`: its files, and its page at every other address.

    Raises:
        SetupError: there is no built admin.
    """
    files = {file.relative_to(folder).as_posix(): _read(folder, file) for file in _shipped(folder)}
    if INDEX not in files:
        raise SetupError(f"There is no web admin in {folder}: build it (`scripts/build-admin`), or set none.")
    taken = {str(getattr(route, "path", "/")).split("/")[1] for route in others} | SERVERS_OWN

    async def answer(request: Request) -> Response:
        path = request.path_params["path"]
        found = files.get(path) if path != INDEX else None
        if found is None and is_page(f"/{path}", taken):
            found = files[INDEX]
        return found.answer(request) if found else json_error(404, "NOT_FOUND", "Not found")

    return [Route("/{path:path}", answer, methods=["GET", "HEAD"])]


def is_page(path: str, taken: Collection[str]) -> bool:
    """Whether the admin's page answers here: no file, and nothing that belongs to the server."""
    return PAGE.fullmatch(path) is not None and path.split("/")[1] not in taken


def accepted(header: str, forms: Collection[str]) -> str:
    """The best coding of `forms` that an Accept-Encoding header takes (RFC 9110, 12.5.3)."""
    weights: dict[str, float] = {}
    for part in header.lower().split(","):
        name, _, parameters = part.partition(";")
        weights[name.strip()] = _weight(parameters)
    for coding in CODINGS:
        if coding in forms and weights.get(coding, weights.get("*", 0)) > 0:
            return coding
    return "identity"


def known(header: str) -> set[str]:
    """The tags in an If-None-Match header; a weak one is as good."""
    return {part.strip().removeprefix("W/") for part in header.split(",")}


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0


def _shipped(folder: Path) -> list[Path]:
    """The files that browsers may have: nothing hidden, and no compressed form by itself."""
    return [
        file
        for file in sorted(folder.rglob("*"))
        if file.is_file()
        and file.suffix not in CODINGS.values()
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
    ]


def _read(folder: Path, file: Path) -> AdminFile:
    forms = {"identity": Form.of(file.read_bytes())}
    for coding, ending in CODINGS.items():
        compressed = file.with_name(file.name + ending)
        # An older build may have left it behind.
        if compressed.is_file() and compressed.stat().st_mtime >= file.stat().st_mtime:
            forms[coding] = Form.of(compressed.read_bytes())
    name = file.relative_to(folder).as_posix()
    headers = {"cache-control": FOR_EVER if name.startswith(NAMED_BY_CONTENTS) else "no-cache", "accept-ranges": "none"}
    if name == INDEX:
        headers["content-security-policy"] = POLICY
    media_type = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    return AdminFile(media_type, forms, headers)
