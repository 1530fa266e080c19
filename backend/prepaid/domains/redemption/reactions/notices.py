"""Who is told of redemptions."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.notifications.commands.notify import Recipient, notify, notify_holders
from prepaid.domains.notifications.rules.kinds import NoticeKind
from prepaid.domains.redemption.events import ItemDisputed, Redeemed, RedemptionUndone
from prepaid.domains.redemption.reads.redemptions import items_of, redemption_of
from prepaid.domains.redemption.rules import notices
from prepaid.domains.redemption.rules.redemptions import RedemptionKind
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId


@reacts_to(Redeemed)
async def tell_redeemed(tx: WriteSession, fact: Redeemed) -> None:
    """The consumer, of what was done at a counter; days of a period pass without a word."""
    await _tell(tx, notices.REDEEMED, fact.merchant_id, fact.redemption_id)


@reacts_to(RedemptionUndone)
async def tell_undone(tx: WriteSession, fact: RedemptionUndone) -> None:
    """The consumer."""
    await _tell(tx, notices.UNDONE, fact.merchant_id, fact.redemption_id)


@reacts_to(ItemDisputed)
async def tell_disputed(tx: WriteSession, fact: ItemDisputed) -> None:
    """The merchant's people who may undo."""
    redemption = await redemption_of(tx, fact.merchant_id, fact.redemption_id)
    names = [item.name for item in await items_of(tx, redemption) if item.id == fact.item_id]
    await notify_holders(
        tx,
        notices.DISPUTED,
        fact.merchant_id,
        "redemption.value",
        data={"what": "、".join(names), "number": redemption.number},
        target=GlobalId("Redemption", fact.merchant_id, redemption.id),
    )


async def _tell(tx: WriteSession, kind: NoticeKind, merchant_id: UUID, redemption_id: UUID) -> None:
    redemption = await redemption_of(tx, merchant_id, redemption_id)
    if redemption.account_id is None or redemption.kind != RedemptionKind.COUNTER:
        return
    what = "、".join(item.name for item in await items_of(tx, redemption))
    await notify(
        tx,
        kind,
        [Recipient(PLATFORM_TENANT, redemption.account_id)],
        data={"what": what, "number": redemption.number, "store": redemption.store_name},
        target=GlobalId("Redemption", merchant_id, redemption.id),
    )
