"""Lines of commission, locked in the order of their ids."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.commission.models import CommissionLine
from prepaid.domains.ordering.models import Order


async def lock_lines(tx: WriteSession, merchant_id: UUID, *where: ColumnElement[bool]) -> Sequence[CommissionLine]:
    """Lines that fit, locked and as they are now; the caller works as the worker."""
    found = (
        select(CommissionLine)
        .where(CommissionLine.merchant_id == merchant_id, *where)
        .order_by(CommissionLine.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    return (await tx.scalars(found)).all()


async def lines_by_id(tx: WriteSession, merchant_id: UUID, ids: Collection[UUID]) -> Sequence[CommissionLine]:
    """The same by id. Raises `NotFound` when one is missing."""
    lines = await lock_lines(tx, merchant_id, CommissionLine.id.in_(ids))
    if len(lines) != len(set(ids)):
        raise NotFound(path=("lineIds",))
    return lines


async def lock_orders(tx: WriteSession, merchant_id: UUID, ids: Collection[UUID | None]) -> Sequence[Order]:
    """Orders by id, locked before their lines (domain/01, 18)."""
    wanted = sorted({each for each in ids if each is not None})
    found = select(Order).where(Order.merchant_id == merchant_id, Order.id.in_(wanted)).order_by(Order.id)
    return (await tx.scalars(found.with_for_update().execution_options(populate_existing=True))).all()


def original(**values: Any) -> list[ColumnElement[bool]]:
    """Conditions of lines that reverse nothing."""
    return [CommissionLine.reverses_id.is_(None), *(getattr(CommissionLine, key) == of for key, of in values.items())]
