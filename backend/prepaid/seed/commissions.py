"""Commission of the demo: lines in every state, a run that was paid and failed in part, a debt, a handover.

Each through the commands, weeks back, in the order in which it would happen: three people sell services, of which
some are performed so that the merchant has the money; one of the three leaves.
"""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via
from prepaid.core.crypto import DataKeys, KeyRing
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import Refusal
from prepaid.core.settings import settings
from prepaid.domains.catalog.models import Service, ServiceVersion
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.commission.commands.hand_over import start_handover
from prepaid.domains.commission.commands.order_payout import fail_payout, order_payout
from prepaid.domains.commission.commands.refund_commission import on_service_return
from prepaid.domains.commission.commands.review_lines import approve_lines, reject_lines
from prepaid.domains.commission.commands.run_payout import start_run
from prepaid.domains.commission.commands.save_account import save_account
from prepaid.domains.commission.commands.save_setting import save_setting
from prepaid.domains.commission.models import CommissionLine, CommissionPayout, CommissionSetting
from prepaid.domains.commission.rules.payouts import Cadence, LeaverPolicy, PayoutTerms, RunKind
from prepaid.domains.ordering.commands.pay_order import pay_order
from prepaid.domains.ordering.commands.place_order import Wanted, place_order
from prepaid.domains.ordering.commands.quote import CartItem
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.rules.orders import SaleChannel
from prepaid.domains.payment.commands.receive_charge import receive_charge
from prepaid.domains.payment.commands.receive_payout import receive_payout
from prepaid.domains.payment.models import Payout
from prepaid.domains.payment.rules.states import EventSource
from prepaid.domains.redemption.commands.codes import issue_code
from prepaid.domains.redemption.commands.redeem import redeem
from prepaid.domains.redemption.commands.settle import settle_redemption
from prepaid.domains.redemption.rules.wanted import Wanted as Redeeming
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.domains.salesforce.commands.grant_sales import grant_sales
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.rules.details import PersonDetails
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.kit import clock
from prepaid.providers.mini_program import own_appid
from prepaid.providers.payments import PaymentMethod, PayoutState, PayoutStatus
from prepaid.seed.acting import acting, person_with
from prepaid.seed.orders import SELLING
from prepaid.seed.payments import OWN, charged

SERVICE: Final = 1
"""Place of the service that is sold here."""
LEAVER: Final = "方晴"
LEAVER_NUMBER: Final = "X005"
MONTHLY: Final = PayoutTerms(automatic=True, cadence=Cadence.MONTHLY, month_day=10, pay_at=time(10), minimum_fen=1_000)


async def seed_commissions(database: Database, merchants: Mapping[str, UUID], keyring: KeyRing) -> None:
    """Give the merchant that sells its settings, and its people a history, once; `merchants` by their keys."""
    merchant_id = merchants[SELLING]
    async with database.write(SYSTEM) as tx:
        if await tx.scalar(select(CommissionSetting.id).limit(1)) is not None:
            return
        people = await _people(tx, merchant_id)
    story = _Story(database, DataKeys(keyring), merchant_id, people)
    with _days_ago(24):
        await story.begin()
    with _days_ago(22):
        first = await story.sold("X001", 2, performed=2)
        second = await story.sold("X004", 1, performed=1)
        await story.sold(LEAVER_NUMBER, 1, performed=1)
    with _days_ago(14):
        await story.reviewed(first, second)
        await story.pay()
    with _days_ago(13):
        await story.returned(first)
        await story.placed(LEAVER_NUMBER, 1)
        await story.hand_over()
    with _days_ago(12):
        refused = await story.sold("X004", 1)
    with _days_ago(10):
        await story.sold("X001", 1)
    with _days_ago(3):
        await story.rejected(refused)
        await story.sold("X001", 2)


class _People:
    def __init__(self, cashier: Actor, finance: Actor, owner: Actor, buyer: UUID, store: UUID) -> None:
        self.cashier, self.finance, self.owner, self.buyer, self.store = cashier, finance, owner, buyer, store

    @property
    def consumer(self) -> Actor:
        return Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=self.buyer, scope=ScopeKind.SELF)


async def _people(tx: WriteSession, merchant_id: UUID) -> _People:
    cashier, finance, owner = [
        await acting(tx, person_with(role, merchant=SELLING)) for role in ("cashier", "finance", "owner")
    ]
    buyers = select(Order.account_id).filter_by(merchant_id=merchant_id, kind="SINGLE_SERVICE").limit(1)
    direct = select(Store.id).filter_by(merchant_id=merchant_id, type=StoreType.DIRECT.value).order_by(Store.number)
    buyer, store = (await tx.scalars(buyers)).one(), (await tx.scalars(direct.limit(1))).one()
    return _People(cashier, finance, owner, buyer, store)


class _Story:
    """What happened, step by step; `who` is a staff number."""

    def __init__(self, database: Database, data_keys: DataKeys, merchant_id: UUID, people: _People) -> None:
        self.database, self.data_keys, self.merchant_id, self.people = database, data_keys, merchant_id, people
        self.orders = 0

    async def begin(self) -> None:
        """The settings, somebody who will leave, and accounts of all but one."""
        who = self.people.owner
        async with self.database.write(SYSTEM) as tx:
            details = PersonDetails(
                name=LEAVER,
                staff_number=LEAVER_NUMBER,
                title="会籍顾问",
                store_id=self.people.store,
                hired_on=clock.today_shanghai() - timedelta(days=200),
            )
            person = await save_salesperson(tx, SYSTEM, merchant_id=self.merchant_id, details=details)
            which = {"merchant_id": self.merchant_id, "salesperson_id": person.id}
            await grant_sales(tx, SYSTEM, **which, kind=ProductKind.SERVICE, product_id=None)
        async with self.database.write(who) as tx:
            await save_setting(tx, who, merchant_id=self.merchant_id, terms=MONTHLY)
        for number, openid in (("X001", "oDemoWuDi0001"), (LEAVER_NUMBER, "oDemoFangQing01")):
            async with self.database.write(self.people.finance) as tx:
                seller = await self._person(tx, number)
                await save_account(
                    tx,
                    self.people.finance,
                    data_keys=self.data_keys,
                    merchant_id=self.merchant_id,
                    salesperson_id=seller.id,
                    openid=openid,
                    real_name=seller.name,
                )

    async def sold(self, who: str, pieces: int, *, performed: int = 0) -> Order:
        """Sold and paid; what was performed is settled, so that the merchant has its money."""
        order = await self.placed(who, pieces)
        cashier = self.people.cashier
        async with self.database.write(cashier) as tx:
            paying = await pay_order(
                tx,
                cashier,
                merchant_id=self.merchant_id,
                order_id=order.id,
                method=PaymentMethod.NATIVE,
                appid=own_appid(settings()),
            )
        payment = paying.payment
        assert payment is not None
        async with self.database.write(SYSTEM) as tx:
            which = {"merchant_id": self.merchant_id, "payment_id": payment.id}
            await receive_charge(tx, OWN, **which, status=charged(payment), source=EventSource.NOTIFICATION)
        if performed:
            await self._performed(order, performed)
        return order

    async def placed(self, who: str, pieces: int) -> Order:
        cashier = self.people.cashier
        self.orders += 1
        async with self.database.write(cashier) as tx:
            of = {"merchant_id": self.merchant_id}
            services = await tx.scalars(select(Service).filter_by(**of).order_by(Service.number))
            service = services.all()[SERVICE]
            version = await tx.get_one(ServiceVersion, (self.merchant_id, service.on_sale_version_id))
            wanted = Wanted(
                merchant_id=self.merchant_id,
                account_id=self.people.buyer,
                channel=SaleChannel.COUNTER,
                items=[CartItem(ProductRef(ProductKind.SERVICE, service.id), pieces)],
                expected_total_fen=version.unit_price_fen * pieces,
                idempotency_key=f"demo-commission-{self.orders:04d}",
                store_id=self.people.store,
                salesperson_id=(await self._person(tx, who)).id,
            )
            return (await place_order(tx, cashier, wanted)).order

    async def _performed(self, order: Order, pieces: int) -> None:
        consumer, cashier = self.people.consumer, self.people.cashier
        async with self.database.write(SYSTEM) as tx:
            lines = select(OrderLine.id).filter_by(merchant_id=self.merchant_id, order_id=order.id)
            line_id = (await tx.scalars(lines)).one()
        code = await self.database.run(consumer, lambda tx: issue_code(tx, consumer, merchant_id=self.merchant_id))
        wanted = Redeeming(
            merchant_id=self.merchant_id,
            store_id=self.people.store,
            items=[WantedItem(order_line_id=line_id, quantity=pieces)],
            code=code.code,
        )
        done = await self.database.run(cashier, lambda tx: redeem(tx, cashier, wanted))
        with clock.travel(timedelta(days=7, hours=2)):
            await self.database.run(
                SYSTEM, lambda tx: settle_redemption(tx, merchant_id=self.merchant_id, redemption_id=done.id)
            )

    async def reviewed(self, *orders: Order) -> None:
        who = self.people.finance
        ids = await self._lines(*orders)
        async with self.database.write(who) as tx:
            await approve_lines(tx, who, merchant_id=self.merchant_id, line_ids=ids)

    async def rejected(self, order: Order) -> None:
        who = self.people.finance
        ids = await self._lines(order)
        async with self.database.write(who) as tx:
            await reject_lines(
                tx, who, merchant_id=self.merchant_id, line_ids=ids, reason="顾客为自行到店，非该员工介绍"
            )

    async def pay(self) -> None:
        """One run: who has an account is paid, who has none fails."""
        who = self.people.finance
        async with self.database.write(who) as tx:
            await start_run(tx, who, merchant_id=self.merchant_id, kind=RunKind.MANUAL)
        await self._transferred()

    async def _transferred(self) -> None:
        async with self.database.write(SYSTEM) as tx:
            open_ = select(CommissionPayout.id).filter_by(merchant_id=self.merchant_id, state="PAYING")
            payouts = list(await tx.scalars(open_))
        for payout_id in payouts:
            which = {"merchant_id": self.merchant_id, "payout_id": payout_id}
            try:
                async with self.database.write(SYSTEM) as tx:
                    await order_payout(tx, self.data_keys, **which)
            except Refusal as refusal:
                async with self.database.write(SYSTEM) as tx:
                    await fail_payout(tx, **which, code=refusal.code)
                continue
            async with self.database.write(SYSTEM) as tx:
                row = (await tx.scalars(select(Payout).filter_by(cause_id=payout_id))).one()
                which = {"merchant_id": self.merchant_id, "payout_id": row.id}
                await receive_payout(tx, OWN, **which, status=_arrived(row), source=EventSource.NOTIFICATION)

    async def returned(self, order: Order) -> None:
        """A piece of what was paid goes back: the seller owes its share."""
        async with self.database.write(SYSTEM) as tx:
            of = select(OrderLine).filter_by(merchant_id=self.merchant_id, order_id=order.id)
            line = (await tx.scalars(of)).one()
            await on_service_return(
                tx,
                merchant_id=self.merchant_id,
                refund_id=line.id,
                line_id=line.id,
                returned_fen=line.unit_fen[0],
            )

    async def hand_over(self) -> None:
        who = self.people.owner
        async with self.database.write(who) as tx:
            leaver, successor = await self._person(tx, LEAVER_NUMBER), await self._person(tx, "X001")
            await start_handover(
                tx,
                who,
                merchant_id=self.merchant_id,
                leaver_id=leaver.id,
                successor_ids=[successor.id],
                policy=LeaverPolicy.LEAVER_RECEIVABLE,
                reason="本人申请离职，工作移交吴迪",
            )
        await self._transferred()

    async def _lines(self, *orders: Order) -> list[UUID]:
        async with self.database.write(SYSTEM) as tx:
            of = select(CommissionLine.id).where(CommissionLine.order_id.in_([order.id for order in orders]))
            return list(await tx.scalars(of))

    async def _person(self, tx: WriteSession, number: str) -> Salesperson:
        of = select(Salesperson).filter_by(merchant_id=self.merchant_id, staff_number=number)
        return (await tx.scalars(of)).one()


def _arrived(row: Payout) -> PayoutStatus:
    """The provider's word that a transfer reached its payee, now."""
    return PayoutStatus(
        reference=row.reference,
        state=PayoutState.SUCCEEDED,
        source=row.sub_merchant_number,
        partner=OWN.partner,
        payee=row.payee_openid,
        amount_fen=row.amount_fen,
        provider_reference=f"13{row.id.hex[:26]}",
        settled_at=clock.now(),
    )


def _days_ago(days: int) -> AbstractContextManager[None]:
    """The clock at two in the afternoon, so many days ago."""
    day: date = clock.today_shanghai() - timedelta(days=days)
    return clock.travel(datetime.combine(day, time(14), clock.SHANGHAI) - clock.now())
