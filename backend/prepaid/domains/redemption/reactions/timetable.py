"""A lesson is redeemed for a meeting of its class, today and here; an undone one was not attended."""

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.redemption.events import Redeemed
from prepaid.domains.redemption.reads.redemptions import items_of, redemption_of
from prepaid.domains.redemption.reads.timetable import ensure_meeting


@reacts_to(Redeemed)
async def ensure_class_meets(tx: WriteSession, fact: Redeemed) -> None:
    """Refuse the redemption when its meeting is another day's or store's, is cancelled, or takes another service."""
    if fact.class_session_id is None:
        return
    redemption = await redemption_of(tx, fact.merchant_id, fact.redemption_id)
    await ensure_meeting(
        tx,
        merchant_id=fact.merchant_id,
        session_id=fact.class_session_id,
        store_id=fact.store_id,
        service_ids={item.service_id for item in await items_of(tx, redemption)},
    )
