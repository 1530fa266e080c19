"""What every merchant has of stores from its first moment."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.stores.commands.create_store import next_number
from prepaid.domains.stores.models import RegionLevel, Store
from prepaid.domains.stores.rules.stores import StoreStatus, StoreType
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text

NAME = "线上店"
LEVELS = ("大区", "城市", "片区")
"""What a tree of regions begins with; a merchant renames them."""


async def begin_stores(tx: WriteSession, *, merchant_id: UUID) -> Store:
    """Make a new merchant's ONLINE store (domain/01, 7: always open, everywhere and nowhere) and its first levels."""
    store = Store(
        merchant_id=merchant_id,
        id=uuid7(),
        number=await next_number(tx, merchant_id),
        name=NAME,
        search=search_text(NAME),
        type=StoreType.ONLINE.value,
        status=StoreStatus.OPEN.value,
        address="",
        opened_on=clock.today_shanghai(),
        created_at=clock.now(),
    )
    tx.add(store)
    for depth, level in enumerate(LEVELS, 1):
        tx.add(RegionLevel(merchant_id=merchant_id, id=uuid7(), depth=depth, name=level))
    await tx.flush()
    return store
