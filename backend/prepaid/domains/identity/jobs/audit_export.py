"""Writing the audit trail into a file."""

import csv
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from functools import partial
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, Final, cast
from uuid import UUID

from prepaid.core import tasks
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import ReadSession
from prepaid.core.files import CSV, file_purpose
from prepaid.core.jobs import JobContext, job
from prepaid.domains.identity.commands.export_audit import WRITE_AUDIT_EXPORT
from prepaid.domains.identity.reads.audit_trail import count_events, event_pages
from prepaid.domains.identity.rules import audit_csv as table
from prepaid.domains.identity.rules.audit_csv import Language, TrailFilter
from prepaid.kit import clock

STATEMENT: Final = timedelta(seconds=60)
MEMORY_BYTES: Final = 4 * 1024 * 1024
KEPT_FOR: Final = timedelta(days=7)
EXPORT: Final = file_purpose("export", max_bytes=1024**3, kinds=[CSV], made_here=True)


@job(WRITE_AUDIT_EXPORT, at_once=2, timeout=STATEMENT)
async def write_audit_export(
    ctx: JobContext, *, task_id: UUID, chosen: TrailFilter, columns: list[str], language: Language, whole: bool
) -> None:
    """Write the events of one snapshot. `whole`: of all tenants, for the bank; otherwise of the job's own.

    A task that was cancelled, or done by a run that did not live to say so, leaves nothing to do.
    """
    tenant = ctx.actor.tenant
    with SpooledTemporaryFile(max_size=MEMORY_BYTES) as spool:
        file = cast(BinaryIO, spool)
        try:
            await tasks.Progress(ctx.services.database, tenant, task_id).begin()
            async with _sight(ctx, whole) as source:
                result = await _write(ctx, source, file, task_id, chosen, columns, language)
        except tasks.TaskEnded:
            return
        name = table.file_name(language, clock.now())
        put = partial(ctx.services.files.put, tenant=tenant, expires_at=clock.now() + KEPT_FOR)
        file_id = await put(ctx.tx, EXPORT.code, name, file, CSV.media_type)
    await tasks.finish(ctx.tx, tenant, task_id, result=result, file_id=file_id)


@asynccontextmanager
async def _sight(ctx: JobContext, whole: bool) -> AsyncIterator[ReadSession]:
    """One snapshot under the database role of the person who asked: row-level security holds for the file too."""
    role = DbRole.BANK if whole else DbRole.MERCHANT
    reader: Actor = replace(ctx.actor, db_role=role, merchant_id=None if whole else ctx.actor.tenant)
    async with ctx.services.database.read(reader, timeout_ms=int(STATEMENT.total_seconds() * 1000)) as source:
        yield source


async def _write(
    ctx: JobContext,
    source: ReadSession,
    file: BinaryIO,
    task_id: UUID,
    chosen: TrailFilter,
    columns: list[str],
    language: Language,
) -> dict[str, int | bool]:
    """Fill the file; how many rows it holds, and whether some were left out."""
    found = await count_events(source, chosen, table.MOST_ROWS + 1)
    total = min(found, table.MOST_ROWS)
    progress = tasks.Progress(ctx.services.database, ctx.actor.tenant, task_id, total=total)
    file.write(table.BYTE_ORDER_MARK.encode())
    _lines(file, [table.header(columns, language)])
    done = 0
    await progress.report(done)
    async for page in event_pages(source, chosen, total):
        _lines(file, [list(table.cells(row, columns, language)) for row in page])
        done += len(page)
        await progress.report(done)
    if found > total:
        _lines(file, [[table.cut_off(language, total)]])
    return {"rows": done, "truncated": found > total}


def _lines(file: BinaryIO, rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    file.write(text.getvalue().encode())
