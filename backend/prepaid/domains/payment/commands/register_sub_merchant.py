"""Registering a merchant's own number at the provider."""

import re
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.payment.errors import SubMerchantNumberInvalid, SubMerchantNumberTaken
from prepaid.domains.payment.models import SubMerchant
from prepaid.domains.payment.reads.subjects import merchant_number
from prepaid.kit import clock

NUMBER: Final = re.compile(r"[0-9]{8,10}")


async def register_sub_merchant(tx: WriteSession, *, merchant_id: UUID, number: str) -> SubMerchant:
    """From now on payments of the merchant are paid to this number; those under way keep the one they were made with.

    Raises:
        NotFound: no such merchant.
        SubMerchantNumberInvalid, SubMerchantNumberTaken.
    """
    if NUMBER.fullmatch(number) is None:
        raise SubMerchantNumberInvalid(path=("number",))
    async with tx.under(DbRole.WORKER):
        await merchant_number(tx, merchant_id)
        owner: UUID | None = await tx.scalar(select(SubMerchant.id).filter_by(number=number))
        if owner is not None and owner != merchant_id:
            raise SubMerchantNumberTaken(path=("number",))
        row = await tx.get(SubMerchant, merchant_id, with_for_update=True)
        before = row.number if row else None
        if row is None:
            row = SubMerchant(id=merchant_id, number=number, changed_at=clock.now())
            tx.add(row)
        elif before != number:
            row.number, row.changed_at = number, clock.now()
        await tx.flush()
        if before != number:
            await audit.record(
                tx,
                "sub_merchant.registered",
                object_type="SubMerchant",
                object_id=merchant_id,
                tenant=merchant_id,
                before={"number": before},
                after={"number": number},
            )
    return row
