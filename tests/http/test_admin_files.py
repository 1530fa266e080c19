"""The built web admin from the server's own process, over real HTTP: caching, compressed forms, pages, refusals."""

import gzip
import os
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from prepaid.core.admin_files import FOR_EVER, POLICY, accepted, admin_routes
from prepaid.core.http import EXCEPTION_HANDLERS, RequestFrame
from prepaid.core.setup_error import SetupError
from tests.http.support.live import served

PAGE = "<!doctype html><div id=root></div>"
SCRIPT = "console.log('hello');" * 100


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """What a build leaves."""
    for name, content in {
        "index.html": PAGE.encode(),
        "favicon.svg": b"<svg/>",
        "assets/main-abc123.js": SCRIPT.encode(),
        "assets/main-abc123.js.gz": gzip.compress(SCRIPT.encode()),
        "assets/main-abc123.js.br": b"brotli form",
        "assets/style-abc123.css": b"a{}",
        ".vite/manifest.json": b"{}",
        ".built": b"123",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


@pytest.fixture
async def browser(folder: Path) -> AsyncIterator[httpx.AsyncClient]:
    async def graphql(_: Request) -> Response:
        return PlainTextResponse("graphql")

    others = [Route("/graphql", graphql, methods=["POST"]), Route("/healthz", graphql)]
    inner = Starlette(routes=[*others, *admin_routes(folder, others)], exception_handlers=EXCEPTION_HANDLERS)
    async with (
        served(RequestFrame(inner, https=False)) as address,
        httpx.AsyncClient(base_url=f"http://{address}", trust_env=False) as client,
    ):
        yield client


@pytest.mark.parametrize("path", ["/", "/members", "/members/Member_AZ-_09", "/sign-in", "/changes/x/", "/index.html"])
async def test_every_page_is_the_one_page_asked_for_anew_each_time(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    if path == "/index.html":
        assert answer.status_code == 404, "the page has its own addresses"
        return
    assert (answer.status_code, answer.text) == (200, PAGE)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["content-security-policy"] == POLICY
    assert "script-src 'self'" in POLICY
    assert "unsafe-inline" not in POLICY.partition("style-src")[0]
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    [
        *("/assets/gone-abc123.js", "/assets/main-abc123.js.br", "/assets/", "/robots.txt", "/.built"),
        *("/.vite/manifest.json", "/assets/../.built", "/%2e%2e/secret", "/graphql/x", "/files/x", "/auth/x"),
        *("/healthz/x", "/a.php", "/members//x"),
    ],
)
async def test_what_is_no_file_and_no_page_is_not_found(browser: httpx.AsyncClient, path: str) -> None:
    answer = await browser.get(path)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (404, "NOT_FOUND")


async def test_files_named_by_their_contents_are_kept_for_ever(browser: httpx.AsyncClient) -> None:
    answer = await browser.get("/assets/style-abc123.css")
    assert (answer.text, answer.headers["cache-control"]) == ("a{}", FOR_EVER)
    icon = await browser.get("/favicon.svg")
    assert (icon.headers["content-type"], icon.headers["cache-control"]) == ("image/svg+xml", "no-cache")


async def test_the_form_that_the_browser_takes_is_sent_as_the_build_made_it(browser: httpx.AsyncClient) -> None:
    script = "/assets/main-abc123.js"
    tags = set()
    for header, coding in (("gzip, deflate, br, zstd", "br"), ("gzip", "gzip"), ("identity", None), ("br;q=0", None)):
        async with browser.stream("GET", script, headers={"accept-encoding": header}) as answer:
            raw = b"".join([chunk async for chunk in answer.aiter_raw()])
        assert answer.headers.get("content-encoding") == coding
        assert int(answer.headers["content-length"]) == len(raw)
        assert answer.headers["vary"] == "Accept-Encoding"
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        tags.add(answer.headers["etag"])
    assert len(tags) == 3
    assert (await browser.get(script, headers={"accept-encoding": "gzip"})).text == SCRIPT


async def test_a_browser_that_has_it_is_told_so(browser: httpx.AsyncClient) -> None:
    tag = (await browser.get("/")).headers["etag"]
    for header in (tag, f'"other", {tag}', f"W/{tag}"):
        answer = await browser.get("/members", headers={"if-none-match": header})
        assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", tag)
    assert (await browser.get("/", headers={"if-none-match": '"other"'})).status_code == 200


async def test_head_has_the_headers_alone_and_ranges_are_answered_with_the_whole(browser: httpx.AsyncClient) -> None:
    whole, head = await browser.get("/"), await browser.head("/")
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-length", "etag", "content-type", "cache-control"):
        assert head.headers[name] == whole.headers[name]
    ranged = await browser.get("/favicon.svg", headers={"range": "bytes=0-1"})
    assert (ranged.status_code, ranged.content, ranged.headers["accept-ranges"]) == (200, b"<svg/>", "none")


async def test_nothing_is_sent_to_the_admin(browser: httpx.AsyncClient) -> None:
    answer = await browser.post("/members")
    assert (answer.status_code, set(answer.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})
    assert (await browser.post("/graphql")).text == "graphql"


def test_a_compressed_form_of_an_older_build_is_not_used(folder: Path) -> None:
    script = folder / "assets/main-abc123.js"
    later = script.stat().st_mtime + 10
    os.utime(script, (later, later))
    (route,) = admin_routes(folder, [])
    assert route.path == "/{path:path}"
    assert not any(form == b"brotli form" for form in _forms(folder))


def _forms(folder: Path) -> list[bytes]:
    from prepaid.core import admin_files

    read = admin_files._read(folder, folder / "assets/main-abc123.js")
    return [form.content for form in read.forms.values()]


def test_a_folder_without_an_admin_is_said_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no web admin"):
        admin_routes(tmp_path, [])


@pytest.mark.parametrize(
    ("header", "coding"),
    [
        ("", "identity"),
        ("br", "br"),
        ("gzip, br", "br"),
        ("gzip;q=1, br;q=0.1", "br"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("br;q=x", "identity"),
        ("deflate, zstd", "identity"),
        ("GZIP", "gzip"),
    ],
)
def test_codings_are_chosen_as_the_header_says(header: str, coding: str) -> None:
    assert accepted(header, {"identity", "br", "gzip"}) == coding
