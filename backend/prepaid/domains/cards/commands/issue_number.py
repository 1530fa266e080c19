"""Numbers of virtual cards."""

from typing import cast
from uuid import UUID

from sqlalchemy import Table, exists, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.domains.cards.models import Card, CardNumberSeries, PhysicalCard
from prepaid.domains.cards.rules.numbers import card_number
from prepaid.kit.ids import uuid7

SERIES = cast(Table, CardNumberSeries.__table__)


async def issue_number(tx: WriteSession, merchant_id: UUID, prefix: str) -> str:
    """The next number of a prefix that no card of the merchant has, of plastic or not."""
    while True:
        begin = insert(SERIES).values(merchant_id=merchant_id, id=uuid7(), prefix=prefix, last=1)
        step = begin.on_conflict_do_update(
            index_elements=["merchant_id", "prefix"], set_={"last": SERIES.c.last + 1}
        ).returning(SERIES.c.last)
        number = card_number(prefix, (await tx.execute(step)).scalar_one())
        taken = select(
            exists().where(PhysicalCard.merchant_id == merchant_id, PhysicalCard.number == number)
            | exists().where(Card.merchant_id == merchant_id, Card.number == number)
        )
        if not await tx.scalar(taken):
            return number
