"""Recording what was redeemed of a card as an order (卡消费), so that all that a consumer did is in one list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.catalog.models import Service, ServiceVersion
from prepaid.domains.ordering.commands.advance import advance_payment, note_placed
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.reads.orders import locked_order
from prepaid.domains.ordering.rules.orders import OrderKind, PaymentStatus, SaleChannel
from prepaid.domains.ordering.rules.pricing import unit_shares
from prepaid.kit.ids import uuid7

UNDONE = "REDEMPTION_UNDONE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consumption:
    """What is recorded: who consumed what, where, of which card."""

    merchant_id: UUID
    number: str
    account_id: UUID
    buyer_masked: str
    cashier_id: UUID
    store_id: UUID
    store_name: str
    card_id: UUID
    card_number: str
    key: str
    """One record for one redemption."""
    at: datetime


@dataclass(frozen=True, slots=True)
class ConsumedService:
    """One service of it; stored value that was spent on none has no line."""

    service_id: UUID
    quantity: int
    value_fen: int


async def record_consumption(
    tx: WriteSession, what: Consumption, services: Sequence[ConsumedService], *, total_fen: int
) -> Order:
    """Write the order, paid as it stands: nothing is paid with it, so it has no tenders and makes no deal.

    `total_fen`: worth of all that was redeemed. Runs as the worker.
    """
    order = Order(
        merchant_id=what.merchant_id,
        id=uuid7(),
        number=what.number,
        kind=OrderKind.CARD_CONSUMPTION.value,
        channel=SaleChannel.COUNTER.value,
        account_id=what.account_id,
        buyer_masked=what.buyer_masked,
        placed_by=what.cashier_id,
        idempotency_key=what.key,
        store_id=what.store_id,
        store_name=what.store_name,
        payment_status=PaymentStatus.PAID.value,
        commission_status="NONE",
        list_fen=total_fen,
        gross_fen=total_fen,
        total_fen=total_fen,
        refunded_fen=0,
        card_id=what.card_id,
        card_number=what.card_number,
        terms={},
        custody_bps=0,
        holdback_bps=0,
        placed_at=what.at,
        expires_at=what.at,
        paid_at=what.at,
    )
    tx.add(order)
    await tx.flush()
    versions = await _versions(tx, what.merchant_id, [each.service_id for each in services])
    for position, each in enumerate(services):
        tx.add(_line(order, position, each, versions[each.service_id]))
    await note_placed(tx, order)
    return order


async def undo_consumption(tx: WriteSession, merchant_id: UUID, order_id: UUID) -> None:
    """The redemption never was: its record says so. Runs as the worker."""
    order = await locked_order(tx, merchant_id, order_id)
    order.refunded_fen = order.total_fen
    await advance_payment(tx, order, PaymentStatus.REFUNDED, reason=UNDONE)


async def _versions(tx: WriteSession, merchant_id: UUID, services: Sequence[UUID]) -> dict[UUID, tuple[UUID, str, str]]:
    """The version of each service that is on sale, or was last: id, name, unit."""
    columns = (ServiceVersion.product_id, ServiceVersion.id, ServiceVersion.name, ServiceVersion.unit)
    query = (
        select(*columns)
        .join(Service, (Service.merchant_id == ServiceVersion.merchant_id) & (Service.id == ServiceVersion.product_id))
        .where(ServiceVersion.merchant_id == merchant_id, ServiceVersion.product_id.in_(services))
        .order_by(ServiceVersion.id == Service.on_sale_version_id, ServiceVersion.version)
    )
    return {product: (version, name, unit) for product, version, name, unit in await tx.execute(query)}


def _line(order: Order, position: int, each: ConsumedService, version: tuple[UUID, str, str]) -> OrderLine:
    version_id, name, unit = version
    # The price of one is that of the dearest piece: what its uneven worth is short of it counts as taken off.
    pieces = unit_shares(each.value_fen, each.quantity)
    price = max(pieces)
    return OrderLine(
        merchant_id=order.merchant_id,
        id=uuid7(),
        order_id=order.id,
        account_id=order.account_id,
        position=position,
        product_kind="SERVICE",
        product_id=each.service_id,
        version_id=version_id,
        name=name,
        unit=unit,
        quantity=each.quantity,
        unit_list_fen=price,
        unit_price_fen=price,
        list_fen=price * each.quantity,
        gross_fen=price * each.quantity,
        net_fen=each.value_fen,
        unit_fen=pieces,
        entitlements=[],
        gifts=[],
    )
