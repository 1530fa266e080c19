"""Loading a file of physical cards, chunk by chunk: each chunk is whole or not there, and is never loaded twice."""

import csv
import io
from collections.abc import Sequence
from typing import Final
from uuid import UUID

import anyio.to_thread

from prepaid.core import tasks
from prepaid.core.database import WriteSession
from prepaid.core.files import CSV
from prepaid.core.jobs import JobContext, job
from prepaid.core.tables import StoredFile
from prepaid.domains.cards.commands.file_kinds import CARD_STOCK_ERRORS
from prepaid.domains.cards.commands.import_stock import READ_STOCK_FILE
from prepaid.domains.cards.commands.load_stock import CHUNK, begin_loading, finish_loading, load_chunk, refuse_file
from prepaid.domains.cards.reads.stock import batch_errors, batch_of
from prepaid.domains.cards.rules.stock import FileFault, RowCode
from prepaid.domains.cards.rules.stock_file import FileRefused, Line, csv_rows, lines_of
from prepaid.domains.cards.rules.stock_words import HEADINGS, ROW_WORDS
from prepaid.domains.catalog.reads.versions import card_type_in_force

BYTE_ORDER_MARK: Final = "\ufeff"


@job(READ_STOCK_FILE, at_once=2)
async def read_stock_file(ctx: JobContext, *, batch_id: UUID) -> None:
    """Load what is not loaded yet. A run that was cut off goes on after its last whole chunk."""
    merchant_id, database = ctx.actor.tenant, ctx.services.database
    batch = await batch_of(ctx.tx, merchant_id, batch_id)
    progress = tasks.Progress(database, merchant_id, batch.task_id)
    try:
        await progress.begin()
        lines = await _lines(ctx, merchant_id, batch_id)
        done = await database.run(ctx.actor, lambda tx: begin_loading(tx, merchant_id, batch_id, len(lines)))
        progress = tasks.Progress(database, merchant_id, batch.task_id, total=len(lines))
        while done < len(lines):
            chunk = lines[done : done + CHUNK]
            done = await database.run(ctx.actor, _loading(merchant_id, batch_id, done, chunk))
            await progress.report(done)
        await database.run(ctx.actor, lambda tx: _finish(tx, ctx, merchant_id, batch_id))
    except tasks.TaskEnded:
        refused = FileRefused(FileFault.CANCELLED)
        await database.run(ctx.actor, lambda tx: refuse_file(tx, merchant_id, batch_id, refused))
    except FileRefused as error:
        fault = error
        await database.run(ctx.actor, lambda tx: refuse_file(tx, merchant_id, batch_id, fault))


def _loading(merchant_id: UUID, batch_id: UUID, done: int, chunk: Sequence[Line]):  # type: ignore[no-untyped-def]
    return lambda tx: load_chunk(tx, merchant_id, batch_id, done, chunk)


async def _lines(ctx: JobContext, merchant_id: UUID, batch_id: UUID) -> list[Line]:
    batch = await batch_of(ctx.tx, merchant_id, batch_id)
    stored = await ctx.tx.get_one(StoredFile, (merchant_id, batch.file_id))
    card_type = await card_type_in_force(ctx.tx, merchant_id, batch.card_type_id)
    assert stored.key is not None
    content = b"".join([part async for part in ctx.services.files.store.get(stored.key, 0, stored.size)])
    is_csv = stored.content_type == CSV.media_type
    return await anyio.to_thread.run_sync(_read, content, is_csv, card_type.number_prefix)


def _read(content: bytes, is_csv: bool, prefix: str) -> list[Line]:
    return lines_of(csv_rows(content) if is_csv else _sheet(content), prefix)


def _sheet(content: bytes) -> Sequence[Sequence[object]]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise FileRefused(FileFault.UNREADABLE) from error
    return rows


async def _finish(tx: WriteSession, ctx: JobContext, merchant_id: UUID, batch_id: UUID) -> None:
    batch = await batch_of(tx, merchant_id, batch_id, lock=True)
    errors = await batch_errors(tx, batch)
    file_id = None
    if errors:
        text = io.StringIO(newline="")
        writer = csv.writer(text)
        writer.writerow(HEADINGS)
        # A leading apostrophe keeps a spreadsheet from reading the number, or a formula, into the cell.
        writer.writerows([row, f"'{value}", code, ROW_WORDS[RowCode(code)][0]] for row, value, code in errors)
        content = (BYTE_ORDER_MARK + text.getvalue()).encode()
        name = f"{batch.number}-错误明细.csv"
        put = ctx.services.files.put
        file_id = await put(tx, CARD_STOCK_ERRORS.code, name, content, CSV.media_type, tenant=merchant_id)
    await finish_loading(tx, batch, error_file_id=file_id)
