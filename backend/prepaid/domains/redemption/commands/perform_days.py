"""Days of a PERIOD: performed by themselves as they begin (domain/100)."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.core.events import publish
from prepaid.domains.cards.commands.consume import Taken
from prepaid.domains.cards.commands.freeze_lots import perform_period
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.cards.rules.cards import LotUnit, Source
from prepaid.domains.catalog.models import Service
from prepaid.domains.identity.models import Consumer
from prepaid.domains.ordering.rules.numbers import new_order_number
from prepaid.domains.redemption.commands.perform_card import book_taken, settles_at, worth_of
from prepaid.domains.redemption.events import Redeemed
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.rules.redemptions import (
    TAKEN_BY,
    ItemSource,
    ItemStatus,
    Means,
    RedemptionKind,
    RedemptionStatus,
)
from prepaid.domains.stores.models import Store
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def perform_days(tx: WriteSession, *, merchant_id: UUID, card_id: UUID, lot_id: UUID) -> Redemption | None:
    """Perform the days of a lot that have begun; None when all of them are, or while the card is held.

    A held card stands still: its days are performed when the last hold is lifted, or by the refund. Runs as the worker.
    """
    card = await card_of(tx, merchant_id, card_id, lock=True)
    if card.holds:
        return None
    item_id = uuid7()
    taken = await perform_period(tx, card, lot_id, source=Source(TAKEN_BY, item_id))
    if taken is None:
        return None
    redemption = await _begun(tx, card)
    booked = await book_taken(tx, card, item_id, [taken], release_at=redemption.redeemed_at, evidence=redemption.number)
    redemption.value_fen, redemption.pending_fen = taken.principal_fen + taken.bonus_fen, booked.pending_fen
    tx.add(redemption)
    await tx.flush()
    tx.add(await _item(tx, redemption, card, taken, item_id, booked.pending_fen, booked.transfer_id))
    await tx.flush()
    await _tell(tx, redemption, taken.units)
    return redemption


async def _begun(tx: WriteSession, card: Card) -> Redemption:
    now = clock.now()
    store = await tx.get_one(Store, (card.merchant_id, card.store_id))
    known = await tx.scalar(select(Consumer.id).filter_by(id=card.holder_account_id))
    return Redemption(
        merchant_id=card.merchant_id,
        id=uuid7(),
        number=new_order_number(clock.shanghai_day(now)),
        kind=RedemptionKind.PERIOD_DAY.value,
        status=RedemptionStatus.PENDING.value,
        means=Means.SCHEDULE.value,
        account_id=known,
        holder_masked=card.holder_phone_masked or "",
        store_id=store.id,
        store_name=store.name,
        redeemed_at=now,
        redeemed_on=clock.shanghai_day(now),
        value_fen=0,
        pending_fen=0,
        undo_until=now,
    )


async def _item(
    tx: WriteSession,
    redemption: Redemption,
    card: Card,
    taken: Taken,
    item_id: UUID,
    pending_fen: int,
    transfer_id: UUID | None,
) -> RedemptionItem:
    lot = await tx.get_one(CardLot, (card.merchant_id, taken.lot_id))
    query = select(Service.name).where(Service.merchant_id == card.merchant_id, Service.id.in_(lot.service_ids))
    names = (await tx.scalars(query.order_by(Service.number))).all()
    return RedemptionItem(
        merchant_id=card.merchant_id,
        id=item_id,
        redemption_id=redemption.id,
        position=0,
        account_id=redemption.account_id,
        store_id=redemption.store_id,
        source=ItemSource.CARD.value,
        card_id=card.id,
        card_number=card.number,
        contract_id=card.contract_id,
        unit=LotUnit.PERIOD.value,
        service_id=lot.service_ids[0] if len(lot.service_ids) == 1 else None,
        name="、".join(names),
        quantity=taken.units,
        units_before=0,
        units_left=taken.available_after,
        **worth_of([taken]),
        pending_fen=pending_fen,
        channel_fen=0,
        commission_fen=0,
        transfer_id=transfer_id,
        status=ItemStatus.PENDING.value,
        redeemed_at=redemption.redeemed_at,
        settle_at=settles_at(card, redemption.redeemed_at),
    )


async def _tell(tx: WriteSession, redemption: Redemption, days: int) -> None:
    await audit.record(
        tx,
        "redemption.days_performed",
        object_type="Redemption",
        object_id=redemption.id,
        tenant=redemption.merchant_id,
        after={"number": redemption.number, "days": days, "valueFen": redemption.value_fen},
    )
    await publish(
        tx,
        Redeemed(
            merchant_id=redemption.merchant_id,
            redemption_id=redemption.id,
            store_id=redemption.store_id,
            account_id=redemption.account_id,
            order_id=None,
            class_session_id=None,
            value_fen=redemption.value_fen,
            commission_fen=0,
            redeemed_at=redemption.redeemed_at,
        ),
    )
