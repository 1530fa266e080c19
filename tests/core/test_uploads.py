"""Files between their upload and the command that takes them, and what becomes of those that nobody takes."""

import io
import os
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via
from prepaid.core.errors import NotFound
from prepaid.core.files import CSV, file_purpose, take_upload, upload_purposes
from prepaid.core.files.errors import UploadGone, UploadsTooMany
from prepaid.core.files.purge import ORPHANED_AFTER, delete_orphans
from prepaid.core.files.uploads import MOST_WAITING, ensure_room, upload_token
from prepaid.core.jobs import enqueue, run_due
from prepaid.core.services import Services
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, uuid7

LIST = file_purpose("test.list", max_bytes=100, kinds=[CSV])
OTHER = file_purpose("test.other", max_bytes=100, kinds=[CSV])
REPORT = file_purpose("test.report", max_bytes=100, kinds=[CSV], made_here=True)
CONTENT = b"a,b\n"


@pytest.fixture
def banker() -> Actor:
    return Actor(via=Via.COOKIE, db_role=DbRole.BANK, account_id=uuid7(), scope=ScopeKind.BANK_ALL)


@pytest.fixture
def operator(cashier: Actor) -> Actor:
    """Staff of who runs the cashier's merchant."""
    changes = {"db_role": DbRole.OPERATOR, "scope": ScopeKind.OPERATOR, "merchant_id": None, "account_id": uuid7()}
    return replace(cashier, **changes)  # type: ignore[arg-type]


async def uploaded(services: Services, actor: Actor, content: bytes = CONTENT) -> str:
    """The token of a file that has arrived."""

    async def body() -> AsyncIterator[bytes]:
        yield content

    async with services.database.write(actor) as tx:
        ticket = await services.files.create_upload(tx, LIST.code, "a.csv", len(content), "text/csv")
    await services.files.receive(ticket.url.rpartition("/")[2], body(), actor.session_id)
    return ticket.token


async def expire(services: Services) -> None:
    async with services.database.write(SYSTEM) as tx:
        await enqueue(tx, "files.expire", payload={})
    await run_due(services)


def stored_in(folder: Path) -> list[Path]:
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def test_what_the_product_makes_is_never_uploaded() -> None:
    assert upload_purposes()["test.list"] is LIST
    assert "test.report" not in upload_purposes()


async def test_a_file_that_a_command_takes_stays_and_what_nobody_takes_goes(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    kept, left = await uploaded(services, cashier), await uploaded(services, cashier)
    async with services.database.write(cashier) as tx:
        file_id = await take_upload(tx, kept, LIST.code)
        assert await take_upload(tx, kept, LIST.code) == file_id, "a corrected form names the same file again"
        never_came = await services.files.create_upload(tx, LIST.code, "a.csv", 3, "text/csv")
    with clock.travel(timedelta(days=2)):
        await expire(services)
        async with services.database.write(cashier) as tx:
            await services.files.download_link(tx, file_id)
            with pytest.raises(UploadGone):
                await take_upload(tx, left, LIST.code)
    rows = {row["id"]: row for row in await superuser.fetch("SELECT * FROM stored_file")}
    assert (rows[file_id]["status"], rows[file_id]["key"] is None) == ("READY", False)
    assert (rows[never_came.file_id]["status"], rows[never_came.file_id]["rejection"]) == ("REJECTED", "EXPIRED")
    gone = next(row for key, row in rows.items() if key not in {file_id, never_came.file_id})
    assert (gone["status"], gone["key"]) == ("EXPIRED", None)
    assert len(stored_in(services.settings.data_dir)) == 1


async def test_nobody_takes_what_another_uploaded_or_for_another_purpose(
    services: Services, cashier: Actor, neighbour: Actor
) -> None:
    token = await uploaded(services, cashier)
    for actor, given, purpose in (
        (neighbour, token, LIST.code),
        (cashier, token, OTHER.code),
        (cashier, upload_token(cashier.tenant, uuid7()), LIST.code),
        (cashier, "no token", LIST.code),
        (cashier, token.replace("File_", "Member_"), LIST.code),
    ):
        async with services.database.write(actor) as tx:
            with pytest.raises(UploadGone) as refusal:
                await take_upload(tx, given, purpose, path=("licence", "files", "0"))
        assert refusal.value.path == ("licence", "files", "0")


async def test_a_file_goes_to_the_merchant_whose_record_takes_it(
    services: Services, banker: Actor, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    token = await uploaded(services, banker)
    assert await superuser.fetchval("SELECT merchant_id FROM stored_file") == PLATFORM_TENANT
    async with services.database.write(banker) as tx:
        file_id = await take_upload(tx, token, LIST.code, tenant=cashier.merchant_id)
    async with services.database.write(cashier) as tx:
        assert (await services.files.download_link(tx, file_id)).url


async def test_operators_staff_upload_in_the_tenant_of_the_bank_and_see_only_their_own(
    services: Services, operator: Actor, banker: Actor
) -> None:
    token, foreign = await uploaded(services, operator), await uploaded(services, banker)
    async with services.database.write(operator) as tx:
        with pytest.raises(UploadGone):
            await take_upload(tx, foreign, LIST.code)
        file_id = await take_upload(tx, token, LIST.code, tenant=operator.merchant_ids[0])
    async with services.database.write(operator) as tx:
        assert (await services.files.download_link(tx, file_id, tenant=operator.merchant_ids[0])).url
        with pytest.raises(NotFound):
            await services.files.download_link(tx, file_id)


async def test_uploads_that_wait_are_bounded(services: Services, cashier: Actor, superuser: asyncpg.Connection) -> None:
    async with services.database.write(cashier) as tx:
        await services.files.create_upload(tx, LIST.code, "a.csv", 3, "text/csv")
        await ensure_room(tx)
    await superuser.execute(
        "INSERT INTO stored_file (merchant_id, id, purpose, name, content_type, size, status, created_by, created_at,"
        " expires_at) SELECT merchant_id, gen_random_uuid(), purpose, name, content_type, size, status, created_by,"
        " created_at, expires_at FROM stored_file, generate_series(2, $1)",
        MOST_WAITING,
    )
    async with services.database.write(cashier) as tx:
        with pytest.raises(UploadsTooMany):
            await ensure_room(tx)


async def test_a_report_goes_when_its_time_is_over(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    expires = clock.now() + timedelta(days=7)
    async with services.database.write(cashier) as tx:
        await services.files.put(tx, REPORT.code, "r.csv", CONTENT, "text/csv", expires_at=expires)
    for days, status in ((6, "READY"), (8, "EXPIRED")):
        with clock.travel(timedelta(days=days)):
            await expire(services)
        assert await superuser.fetchval("SELECT status FROM stored_file") == status
    assert stored_in(services.settings.data_dir) == []


async def test_bytes_without_a_row_are_deleted_when_they_are_old(services: Services, cashier: Actor) -> None:
    await uploaded(services, cashier)
    store, folder = services.files.store, services.settings.data_dir
    known = stored_in(folder)
    for name in ("young", "old"):
        await store.put(f"{PLATFORM_TENANT}/{uuid7()}/{name}", io.BytesIO(b"x"))
    past = clock.now().timestamp() - ORPHANED_AFTER.total_seconds() - 60
    for path in [*known, *(path for path in stored_in(folder) if path.name == "old")]:
        os.utime(path, (past, past))
    assert await delete_orphans(services.database, store) == 1
    assert sorted(path.name for path in stored_in(folder)) == sorted([known[0].name, "young"])
