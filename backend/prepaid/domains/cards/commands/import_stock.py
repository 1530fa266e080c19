"""Taking a delivery of physical cards into stock, by a file of their numbers."""

from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit, tasks
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.core.files import take_upload
from prepaid.core.jobs import enqueue
from prepaid.core.tables import StoredFile
from prepaid.domains.cards.commands.file_kinds import CARD_STOCK
from prepaid.domains.cards.models import CardBatch
from prepaid.domains.cards.rules.stock import BatchState
from prepaid.domains.catalog.reads.versions import card_type_in_force
from prepaid.domains.catalog.rules.products import CardForm
from prepaid.domains.stores.reads.stores import store_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

IMPORT_STOCK: Final = tasks.task_kind("cards.import_stock", "导入实体卡", "Import of physical cards")
"""Kind of the task."""
READ_STOCK_FILE: Final = "cards.read_stock_file"


async def import_stock(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, card_type_id: UUID, store_id: UUID | None, file: str
) -> CardBatch:
    """Begin to read an uploaded file (its token); a job loads it, and tells how far it is by the batch and a task.

    `store_id`: allocate what is loaded to this store at once.

    Raises:
        NotFound: card type or store. InvalidValue: the card type has no physical cards. UploadGone.
    """
    card_type = await card_type_in_force(tx, merchant_id, card_type_id, "cardTypeId")
    if card_type.form != CardForm.PHYSICAL.value:
        raise InvalidValue(path=("cardTypeId",), reason="VIRTUAL")
    if store_id is not None:
        await store_of(tx, merchant_id, store_id, "storeId")
    file_id = await take_upload(tx, file, CARD_STOCK.code, tenant=merchant_id, path=("file",))
    stored = await tx.get_one(StoredFile, (merchant_id, file_id))
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"card-batch:{merchant_id}", 0))))
    count = await tx.scalar(select(func.count()).select_from(CardBatch).filter_by(merchant_id=merchant_id)) or 0
    task_id = await tasks.start(tx, IMPORT_STOCK, tenant=merchant_id)
    batch = CardBatch(
        merchant_id=merchant_id,
        id=uuid7(),
        number=f"B{count + 1:04d}",
        card_type_id=card_type_id,
        store_id=store_id,
        file_id=file_id,
        file_name=stored.name,
        state=BatchState.WAITING.value,
        task_id=task_id,
        created_at=clock.now(),
        created_by=actor.account_id,
    )
    tx.add(batch)
    await tx.flush()
    await enqueue(tx, READ_STOCK_FILE, payload={"batch_id": batch.id}, tenant=merchant_id, task_id=task_id)
    await audit.record(
        tx,
        "card_batch.imported",
        object_type="CardBatch",
        object_id=batch.id,
        tenant=merchant_id,
        after={"number": batch.number, "file": stored.name},
    )
    return batch
