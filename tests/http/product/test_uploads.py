"""A file's way in, as the admin sends it: announced by a mutation, put to its address, named by its token."""

import struct
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from prepaid.core.files import PNG, file_purpose
from prepaid.kit.ids import GlobalId
from tests.http.product.conftest import Browser, Product

START = """mutation Start($input: StartUploadInput!) { startUpload(input: $input) {
  upload { url token expiresAt } userErrors { code path } } }"""
file_purpose("test.guarded", max_bytes=1000, kinds=[PNG], permission="test.nobody_has_it")


def picture() -> bytes:
    """What the server looks at of a picture."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 3, 2, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\r" + header + bytes(8) + b"IEND\xaeB`\x82"


def announced(**changes: Any) -> dict[str, Any]:
    content = picture()
    return {"purpose": "premises", "name": "门店.png", "contentType": "image/png", "size": len(content)} | changes


@pytest.fixture
async def owner(development: Product) -> AsyncIterator[Browser]:
    async with development.browser("owner@example.com") as browser:
        yield browser


async def put(browser: Browser, url: str, content: bytes) -> httpx.Response:
    return await browser.http.put(url, content=content, headers={"content-type": "image/png"})


async def test_a_file_is_announced_and_put_once(owner: Browser) -> None:
    payload = (await owner.ask(START, input=announced()))["startUpload"]
    assert payload["userErrors"] == []
    assert GlobalId.decode(payload["upload"]["token"]).type_code == "File"
    answer = await put(owner, payload["upload"]["url"], picture())
    assert answer.status_code == 201, answer.text
    again = await put(owner, payload["upload"]["url"], picture())
    assert (again.status_code, again.json()["code"]) == (404, "NOT_FOUND")


async def test_an_address_is_of_no_use_to_others(development: Product, owner: Browser) -> None:
    url = (await owner.ask(START, input=announced()))["startUpload"]["upload"]["url"]
    async with development.browser() as stranger, development.browser("cashier@example.com") as colleague:
        for other in (stranger, colleague):
            assert (await put(other, url, picture())).status_code == 404
    assert (await put(owner, url, picture())).status_code == 201


@pytest.mark.parametrize(
    ("changes", "code", "path"),
    [
        ({"purpose": "export"}, "INVALID_VALUE", ["purpose"]),
        ({"purpose": "unheard_of"}, "INVALID_VALUE", ["purpose"]),
        ({"size": 11 * 1024 * 1024}, "FILE_TOO_LARGE", ["size"]),
        ({"size": 0}, "FILE_EMPTY", ["size"]),
        ({"contentType": "application/pdf", "name": "a.pdf"}, "FILE_TYPE_NOT_ALLOWED", ["contentType"]),
        ({"contentType": "image/png", "name": "a.exe"}, "FILE_TYPE_NOT_ALLOWED", ["contentType"]),
    ],
    ids=["made here", "unknown", "large", "empty", "kind", "name"],
)
async def test_what_no_purpose_takes_is_refused_at_its_field(
    owner: Browser, changes: dict[str, Any], code: str, path: list[str]
) -> None:
    payload = (await owner.ask(START, input=announced(**changes)))["startUpload"]
    assert payload == {"upload": None, "userErrors": [{"code": code, "path": path}]}


async def test_other_contents_than_announced_are_refused_with_a_message(owner: Browser) -> None:
    program = b"MZ" + bytes(len(picture()) - 2)
    url = (await owner.ask(START, input=announced()))["startUpload"]["upload"]["url"]
    answer = await put(owner, url, program)
    assert (answer.status_code, answer.json()["code"]) == (415, "FILE_CONTENT_MISMATCH")
    assert answer.json()["message"]


async def test_a_purpose_may_take_a_permission(development: Product, owner: Browser) -> None:
    answer = (await owner.send(START, input=announced(purpose="test.guarded"))).json()
    assert answer["errors"][0]["extensions"]["code"] == "FORBIDDEN"
    async with development.browser() as stranger:
        answer = (await stranger.send(START, input=announced())).json()
        assert answer["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
