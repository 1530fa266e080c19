"""Orders of the demo: services that a consumer bought, one given up, one that waits, each through the commands.

What was paid lies weeks back, before the first bill that is fetched; it is services, because cards need a custody
account, which the worker opens at the sandbox after the demo is made.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import SYSTEM, Actor, DbRole
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import Database, WriteSession
from prepaid.core.settings import settings
from prepaid.domains.catalog.models import Service, ServiceVersion
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.commands.bind_phone import set_phone
from prepaid.domains.identity.models import Consumer, Membership
from prepaid.domains.identity.rules.consumers import ConsumerOrigin
from prepaid.domains.ordering.commands.close_order import close_order
from prepaid.domains.ordering.commands.pay_order import pay_order
from prepaid.domains.ordering.commands.place_order import Wanted, place_order
from prepaid.domains.ordering.commands.quote import CartItem
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.rules.orders import SaleChannel
from prepaid.domains.payment.commands.receive_charge import receive_charge
from prepaid.domains.payment.rules.states import EventSource
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.kit import clock
from prepaid.providers.mini_program import own_appid
from prepaid.providers.payments import PaymentMethod
from prepaid.seed.acting import acting, person_with
from prepaid.seed.payments import DAYS_AGO, OWN, charged
from prepaid.seed.people import PEOPLE, phone_of

SELLING: Final = "yunling"
SOLD: Final = ((0, 2), (1, 1), (0, 1), (1, 2), (0, 4))
"""Place of the service in their order, and pieces."""
GIVEN_UP: Final = (0, 3)
WAITING: Final = (1, 1)


async def seed_orders(database: Database, merchants: Mapping[str, UUID], keyring: KeyRing) -> None:
    """Make the demo's consumer known by his number and sell to him, once; `merchants` by their keys."""
    merchant_id = merchants[SELLING]
    async with database.write(SYSTEM) as tx:
        if await tx.scalar(select(Order.id).limit(1)) is not None:
            return
        buyer = await _consumer(tx, keyring)
        cashier = await acting(tx, person_with("cashier", merchant=SELLING))
    for days, (place, pieces) in enumerate(SOLD):
        with clock.travel(-timedelta(days=DAYS_AGO - days)):
            order = await _placed(database, cashier, merchant_id, buyer, place, pieces)
            await _paid(database, cashier, order)
    with clock.travel(-timedelta(days=DAYS_AGO - len(SOLD))):
        order = await _placed(database, cashier, merchant_id, buyer, *GIVEN_UP)
        which = {"merchant_id": merchant_id, "order_id": order.id}
        async with database.write(cashier) as tx:
            await close_order(tx, cashier, **which)
    await _placed(database, cashier, merchant_id, buyer, *WAITING)


async def _consumer(tx: WriteSession, keyring: KeyRing) -> UUID:
    """The demo's consumer, as if he had signed in from the mini-program and bound his number."""
    person = next(each for each in PEOPLE if each.template == "consumer")
    account_id = (await tx.scalars(select(Membership.account_id).filter_by(display_name=person.name))).one()
    async with tx.under(DbRole.IDENTITY):
        tx.add(Consumer(id=account_id, origin=ConsumerOrigin.MINI_PROGRAM.value, created_at=clock.now()))
        await tx.flush()
        await set_phone(tx, keyring, DataKeys(keyring), account_id, phone_of(person))
    return account_id


async def _placed(database: Database, cashier: Actor, merchant_id: UUID, buyer: UUID, place: int, pieces: int) -> Order:
    async with database.write(cashier) as tx:
        of_merchant = {"merchant_id": merchant_id}
        services = await tx.scalars(select(Service).filter_by(**of_merchant).order_by(Service.number))
        service = services.all()[place]
        version = await tx.get_one(ServiceVersion, (merchant_id, service.on_sale_version_id))
        direct = select(Store.id).filter_by(**of_merchant, type=StoreType.DIRECT.value).order_by(Store.number)
        count = await tx.scalar(select(func.count()).select_from(Order).filter_by(**of_merchant))
        wanted = Wanted(
            merchant_id=merchant_id,
            account_id=buyer,
            channel=SaleChannel.COUNTER,
            items=[CartItem(ProductRef(ProductKind.SERVICE, service.id), pieces)],
            expected_total_fen=version.unit_price_fen * pieces,
            idempotency_key=f"demo-order-{count:06d}",
            store_id=await tx.scalar(direct.limit(1)),
        )
        return (await place_order(tx, cashier, wanted)).order


async def _paid(database: Database, cashier: Actor, order: Order) -> None:
    async with database.write(cashier) as tx:
        paying = await pay_order(
            tx,
            cashier,
            merchant_id=order.merchant_id,
            order_id=order.id,
            method=PaymentMethod.NATIVE,
            appid=own_appid(settings()),
        )
    payment = paying.payment
    assert payment is not None
    async with database.write(SYSTEM) as tx:
        which = {"merchant_id": payment.merchant_id, "payment_id": payment.id}
        await receive_charge(tx, OWN, **which, status=charged(payment), source=EventSource.NOTIFICATION)
