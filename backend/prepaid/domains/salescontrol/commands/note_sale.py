"""Noting what was sold and refunded: figures of rules, and an agent's sales."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import or_, select, update
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.salescontrol.models import AgentSale, ControlTake, RegionAgent
from prepaid.domains.stores.reads.regions import regions_of_store
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import floor_share


async def note_sale(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    order_line_id: UUID,
    store_id: UUID,
    amount_fen: int,
    at: datetime | None = None,
) -> None:
    """A line is paid: its takes are sold, and the agent of the nearest region above the store gains a sale.

    The share is frozen as it is now. The same line again changes nothing.
    """
    at = at or clock.now()
    sold = update(ControlTake).where(
        ControlTake.merchant_id == merchant_id,
        ControlTake.order_line_id == order_line_id,
        ControlTake.given_back_at.is_(None),
        ControlTake.sold_at.is_(None),
    )
    async with tx.under(DbRole.WORKER):
        await tx.execute(sold.values(sold_at=at).execution_options(synchronize_session=False))
        agent = await _agent_of(tx, merchant_id, store_id, at)
        if agent is None:
            return
        row = {
            "merchant_id": merchant_id,
            "id": uuid7(),
            "agent_id": agent.id,
            "order_line_id": order_line_id,
            "store_id": store_id,
            "sold_at": at,
            "amount_fen": amount_fen,
            "share_bps": agent.share_bps,
            "share_fen": floor_share(amount_fen, agent.share_bps),
        }
        await tx.execute(insert(AgentSale).values(refunded_fen=0, **row).on_conflict_do_nothing())


async def note_refund(
    tx: WriteSession, *, merchant_id: UUID, order_line_id: UUID, amount_fen: int, at: datetime | None = None
) -> None:
    """A refund of a line was paid; the agent's share falls with it, never below 0.

    A quota is not given back: what was sold stays sold. Call once for each refund of the line.
    """
    of_line = {"merchant_id": merchant_id, "order_line_id": order_line_id}
    async with tx.under(DbRole.WORKER):
        sold = update(ControlTake).filter_by(**of_line).where(ControlTake.sold_at.is_not(None))
        await tx.execute(sold.values(refunded_at=at or clock.now()).execution_options(synchronize_session=False))
        sale = await tx.scalar(select(AgentSale).filter_by(**of_line).with_for_update())
        if sale is not None:
            sale.refunded_fen = min(sale.amount_fen, sale.refunded_fen + amount_fen)
            sale.share_fen = floor_share(sale.amount_fen - sale.refunded_fen, sale.share_bps)
            await tx.flush()


async def _agent_of(tx: WriteSession, merchant_id: UUID, store_id: UUID, at: datetime) -> RegionAgent | None:
    day = clock.shanghai_day(at)
    regions = await regions_of_store(tx, merchant_id, store_id, day)
    rows = await tx.scalars(
        select(RegionAgent).where(
            RegionAgent.merchant_id == merchant_id,
            RegionAgent.region_id.in_(regions),
            RegionAgent.since <= day,
            or_(RegionAgent.last_day.is_(None), RegionAgent.last_day >= day),
        )
    )
    nearest = {row.region_id: row for row in rows}
    return next((nearest[region] for region in regions if region in nearest), None)
