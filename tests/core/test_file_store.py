"""The same store on a folder and on an S3 endpoint over HTTP."""

import io
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from prepaid.core.errors import Unavailable
from prepaid.core.files import FileStore, open_store
from prepaid.core.settings import Settings
from prepaid.core.setup_error import SetupError
from tests.core.object_store_server import KEY_ID, object_store

LARGE = os.urandom(6 * 1024 * 1024)
"""More than one part of a multipart upload."""


def point_to(monkeypatch: pytest.MonkeyPatch, address: str, key_id: str = KEY_ID) -> None:
    for name, value in {
        "AWS_ENDPOINT_URL": address,
        "AWS_ALLOW_HTTP": "true",
        "AWS_ACCESS_KEY_ID": key_id,
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "cn-test",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture(params=["local", "s3"])
async def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[FileStore]:
    if request.param == "local":
        yield open_store(Settings.model_validate({"data_dir": tmp_path}))
        return
    async with object_store() as (address, bucket):
        point_to(monkeypatch, address)
        yield open_store(Settings.model_validate({"file_store": "s3://files/prepaid"}))
        assert all(key.startswith("prepaid/") for key in bucket.objects)


async def read(store: FileStore, key: str, start: int, end: int) -> bytes:
    return b"".join([chunk async for chunk in store.get(key, start, end)])


async def test_what_lies_there_is_listed_by_the_key_it_was_put_under(store: FileStore) -> None:
    keys = {"m/f/1", "m/f/2", "n/g/3"}
    for key in keys:
        await store.put(key, io.BytesIO(b"x"))
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    assert {key async for found in store.older_than(tomorrow) for key in found} == keys
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    assert [key async for found in store.older_than(long_ago) for key in found] == []


async def test_what_is_put_can_be_read_in_parts_and_deleted(store: FileStore) -> None:
    await store.put("m/f/1", io.BytesIO(b"0123456789"))
    await store.put("m/f/2", io.BytesIO(LARGE))
    assert await read(store, "m/f/1", 0, 10) == b"0123456789"
    assert await read(store, "m/f/1", 3, 5) == b"34"
    assert await read(store, "m/f/2", 0, len(LARGE)) == LARGE
    assert (await store.size("m/f/1"), await store.size("m/f/2")) == (10, len(LARGE))
    await store.delete("m/f/1")
    await store.delete("m/f/1")
    assert await store.size("m/f/1") is None
    assert await read(store, "m/f/2", 5_500_000, 5_500_010) == LARGE[5_500_000:5_500_010]


async def test_what_is_not_there_is_not_found(store: FileStore) -> None:
    assert await store.size("nowhere") is None
    with pytest.raises(FileNotFoundError):
        await read(store, "nowhere", 0, 1)


@pytest.mark.parametrize("address", ["ftp://x", "somewhere", ""])
def test_a_malformed_address_is_refused_in_a_sentence(address: str) -> None:
    with pytest.raises(SetupError, match="PREPAID_FILE_STORE is"):
        open_store(Settings.model_validate({"file_store": address}))


def test_a_folder_that_cannot_be_made_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file stands there")
    with pytest.raises(SetupError, match="its place must be reachable"):
        open_store(Settings.model_validate({"data_dir": tmp_path}))


async def test_a_store_that_does_not_answer_is_unavailable(monkeypatch: pytest.MonkeyPatch) -> None:
    async with object_store() as (address, _):
        point_to(monkeypatch, address, key_id="SOMEBODY")
        refusing = open_store(Settings.model_validate({"file_store": "s3://files"}))
        with pytest.raises(Unavailable):
            await refusing.put("m/f/1", io.BytesIO(b"x"))
        with pytest.raises(Unavailable):
            await refusing.size("m/f/1")
