"""Loading the rows of a file of physical cards: three statements a chunk, whatever its size."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit, tasks
from prepaid.core.database import WriteSession
from prepaid.domains.cards.models import CardBatch
from prepaid.domains.cards.reads.stock import batch_of
from prepaid.domains.cards.rules.stock import BatchState, RowCode, StockState
from prepaid.domains.cards.rules.stock_file import FileRefused, Line
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

CHUNK: Final = 5_000
TAKEN: Final = """
SELECT number FROM physical_card WHERE merchant_id = $1 AND number = ANY ($2::text[])
UNION SELECT number FROM card WHERE merchant_id = $1 AND number = ANY ($2::text[])
"""
LOAD: Final = """
INSERT INTO physical_card (merchant_id, id, number, card_type_id, batch_id, row_number, state, store_id, changed_at)
SELECT $1, id, number, $2, $3, row_number, $4, $5, $6
FROM unnest($7::uuid[], $8::text[], $9::bigint[]) AS row (id, number, row_number)
"""
REFUSE: Final = """
INSERT INTO card_batch_error (merchant_id, id, batch_id, row_number, value, code)
SELECT $1, id, $2, row_number, value, code
FROM unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[]) AS row (id, row_number, value, code)
"""


async def begin_loading(tx: WriteSession, merchant_id: UUID, batch_id: UUID, rows: int) -> int:
    """The file has been read and holds so many rows; returns how many of them were loaded or refused before."""
    batch = await batch_of(tx, merchant_id, batch_id, lock=True)
    if batch.state in (BatchState.DONE.value, BatchState.FAILED.value):
        return rows
    batch.state, batch.rows_total = BatchState.READING.value, rows
    return batch.rows_done


async def load_chunk(tx: WriteSession, merchant_id: UUID, batch_id: UUID, done: int, lines: Sequence[Line]) -> int:
    """Load or refuse the lines that follow the first `done` ones; returns how many are done then.

    Where another run was here already, nothing happens but that its figure comes back.
    """
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"card-stock:{merchant_id}", 0))))
    batch = await batch_of(tx, merchant_id, batch_id, lock=True)
    if batch.rows_done != done or batch.state != BatchState.READING.value:
        return batch.rows_done
    driver = await tx.raw()
    good = [line for line in lines if line.code is None]
    numbers = [line.value for line in good]
    taken = {row["number"] for row in await driver.fetch(TAKEN, merchant_id, numbers)}
    loaded = [line for line in good if line.value not in taken]
    refused = [(line, line.code or RowCode.NUMBER_TAKEN) for line in lines if line.code or line.value in taken]
    state = StockState.ALLOCATED if batch.store_id else StockState.IN_STOCK
    await driver.execute(
        LOAD,
        *(merchant_id, batch.card_type_id, batch.id, state.value, batch.store_id, clock.now()),
        [uuid7() for _ in loaded],
        [line.value for line in loaded],
        [line.row_number for line in loaded],
    )
    await driver.execute(
        REFUSE,
        *(merchant_id, batch.id, [uuid7() for _ in refused]),
        [line.row_number for line, _ in refused],
        [line.value for line, _ in refused],
        [code.value for _, code in refused],
    )
    batch.rows_done += len(lines)
    batch.loaded += len(loaded)
    batch.refused += len(refused)
    await tx.flush()
    return batch.rows_done


async def finish_loading(tx: WriteSession, batch: CardBatch, *, error_file_id: UUID | None) -> None:
    """Every row is loaded or refused; ends the task. A batch that has ended stays as it is."""
    if batch.state != BatchState.READING.value:
        return
    batch.state, batch.finished_at, batch.error_file_id = BatchState.DONE.value, clock.now(), error_file_id
    result = {"loaded": batch.loaded, "refused": batch.refused}
    await tx.flush()
    await audit.record(
        tx,
        "card_batch.loaded",
        object_type="CardBatch",
        object_id=batch.id,
        tenant=batch.merchant_id,
        after={"number": batch.number, **result},
    )
    await tasks.finish(tx, batch.merchant_id, batch.task_id, result=result, file_id=error_file_id)


async def refuse_file(tx: WriteSession, merchant_id: UUID, batch_id: UUID, refused: FileRefused) -> None:
    """The file is not taken, or not any further; what was loaded of it stays."""
    batch = await batch_of(tx, merchant_id, batch_id, lock=True)
    if batch.state in (BatchState.DONE.value, BatchState.FAILED.value):
        return
    batch.state, batch.finished_at = BatchState.FAILED.value, clock.now()
    batch.failure, batch.failure_place = refused.fault.value, refused.place
    await tx.flush()
    try:
        async with tx.begin_nested():
            await tasks.fail(tx, merchant_id, batch.task_id, refused.fault.value)
    except tasks.TaskEnded:
        return
