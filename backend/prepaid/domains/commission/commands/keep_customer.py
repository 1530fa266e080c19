"""Who looks after a customer."""

from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CustomerKeeper
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def keep_customer(
    tx: WriteSession, *, merchant_id: UUID, account_id: UUID, salesperson_id: UUID, buyer_masked: str
) -> None:
    """From now on this person looks after the customer. Runs as the worker."""
    table = CustomerKeeper.__table__
    assert isinstance(table, Table)
    values = {"salesperson_id": salesperson_id, "buyer_masked": buyer_masked, "since": clock.now()}
    statement = insert(table).values(merchant_id=merchant_id, id=uuid7(), account_id=account_id, **values)
    await tx.execute(statement.on_conflict_do_update(index_elements=["merchant_id", "account_id"], set_=values))
