"""Mutations of the stock of physical cards."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.core.errors import InvalidValue
from prepaid.domains.cards.commands import import_stock as importing
from prepaid.domains.cards.commands import move_stock as moving
from prepaid.domains.cards.graph.inputs import (
    AllocateStockInput,
    BlockStockInput,
    ImportStockInput,
    MoveStockInput,
)
from prepaid.domains.cards.graph.stock_types import CardBatch, PhysicalCard
from prepaid.domains.cards.models import CardBatch as BatchRow
from prepaid.domains.cards.reads.stock import plastic_of
from prepaid.domains.cards.rules.stock import StockState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref


@mutation(permission="card_stock.import", idempotent=True, payload={"batch": CardBatch, "task_id": UUID})
async def import_stock(ctx: MutationContext, input: ImportStockInput) -> Mapping[str, Any]:
    """Take a delivery of physical cards into stock by a file of their numbers; the task tells how far it is."""
    if len(input.file) != 1:
        raise InvalidValue(path=("file",), reason="1")
    batch = await importing.import_stock(
        ctx.tx,
        ctx.actor,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
        card_type_id=input.card_type_id.of("CardType", path=("cardTypeId",)).id,
        store_id=optional_id(input.store_id, "Store", "storeId"),
        file=input.file[0],
    )
    return {**_batch(batch), "task_id": batch.task_id}


@mutation(permission="card_stock.allocate", idempotent=True, payload={"batch": CardBatch})
async def allocate_stock(ctx: MutationContext, input: AllocateStockInput) -> Mapping[str, Any]:
    """Give the next cards of a delivery to a store."""
    found = input.batch_id.of("CardBatch", path=("batchId",))
    batch = await moving.allocate_stock(
        ctx.tx,
        ctx.actor,
        merchant_id=found.tenant,
        batch_id=found.id,
        store_id=input.store_id.of("Store", path=("storeId",)).id,
        count=input.count,
    )
    return _batch(batch)


@mutation(permission="card_stock.allocate", payload={"physical_card": PhysicalCard})
async def move_stock(ctx: MutationContext, input: MoveStockInput) -> Mapping[str, Any]:
    """Give one physical card to a store, or take it back into stock."""
    store_id = optional_id(input.store_id, "Store", "storeId")
    to = StockState.ALLOCATED if store_id else StockState.IN_STOCK
    return await _moved(ctx, input.physical_card_id, to=to, store_id=store_id)


@mutation(permission="card_stock.allocate", payload={"physical_card": PhysicalCard})
async def block_stock(ctx: MutationContext, input: BlockStockInput) -> Mapping[str, Any]:
    """Block a physical card that was not sold, e.g. a damaged one."""
    return await _moved(ctx, input.physical_card_id, to=StockState.BLOCKED, reason=reason_text(input.reason))


async def _moved(ctx: MutationContext, which: GlobalID, **change: Any) -> Mapping[str, Any]:
    found = which.of("PhysicalCard", path=("physicalCardId",))
    plastic = await plastic_of(ctx.tx, found.tenant, found.id, "physicalCardId")
    await moving.move_stock(ctx.tx, ctx.actor, merchant_id=found.tenant, numbers=[plastic.number], **change)
    return {"physical_card": ref(PhysicalCard, plastic.merchant_id, plastic.id)}


def _batch(batch: BatchRow) -> Mapping[str, Any]:
    return {"batch": ref(CardBatch, batch.merchant_id, batch.id)}
