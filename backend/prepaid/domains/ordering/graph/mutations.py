"""Mutations of ordering: of buyers in the mini-program, and of cashiers at the counter."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Unauthenticated
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter
from prepaid.domains.identity.commands.enter_identity import enter_identity
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.ordering.commands import close_order as closing
from prepaid.domains.ordering.commands.pay_order import Paying
from prepaid.domains.ordering.commands.pay_order import pay_order as pay_command
from prepaid.domains.ordering.commands.place_order import Wanted
from prepaid.domains.ordering.commands.place_order import place_order as place_command
from prepaid.domains.ordering.graph.inputs import OrderInput, PlaceCounterOrderInput, PlaceOrderInput, items_of
from prepaid.domains.ordering.graph.types import Order
from prepaid.domains.ordering.rules.orders import SaleChannel
from prepaid.domains.payment.graph.payment_types import Payment
from prepaid.domains.salesforce.reads.people import by_share_code, of_member
from prepaid.graph.types import MutationContext, mutation, ref
from prepaid.providers.mini_program import own_appid
from prepaid.providers.payments import PaymentMethod

PLACED = {"order": Order, "resumed": bool}
PAID = {"order": Order, "payment": Payment}


@mutation(permission="order.buy", idempotent=True, payload=PLACED)
async def place_order(ctx: MutationContext, input: PlaceOrderInput) -> Mapping[str, Any]:
    """Order for oneself. With `resumed`, an order that waited for the same card is answered, to be paid now."""
    merchant_id = input.merchant_id.of("Merchant", path=("merchantId",)).id
    placed = await place_command(
        ctx.tx,
        ctx.actor,
        Wanted(
            merchant_id=merchant_id,
            account_id=_account(ctx.actor),
            channel=SaleChannel.MINI_PROGRAM,
            items=items_of(input.items),
            expected_total_fen=input.expected_total_fen,
            idempotency_key=str(input.idempotency_key),
            salesperson_id=await _shared_by(ctx.tx, merchant_id, input.share_code),
            card_id=optional_id(input.card_id, "Card", "cardId"),
            agreement_sha256=input.accepted(),
            balance=input.balance.read() if input.balance else None,
        ),
    )
    return {"order": ref(Order, merchant_id, placed.order.id), "resumed": placed.resumed}


@mutation(permission="order.sell", idempotent=True, payload=PLACED)
async def place_counter_order(ctx: MutationContext, input: PlaceCounterOrderInput) -> Mapping[str, Any]:
    """Order for whom stands at the counter, known by his mobile number, and by his identity card where it is needed."""
    services = ctx.services
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    account_id = await consumer_at_counter(
        ctx.tx, keyring=services.keyring, data_keys=services.data_keys, phone=input.phone
    )
    if input.real_name is not None and input.id_card is not None:
        await enter_identity(
            ctx.tx,
            ctx.actor,
            keyring=services.keyring,
            data_keys=services.data_keys,
            account_id=account_id,
            real_name=input.real_name,
            id_card=input.id_card,
            accept_fictitious=not services.settings.production,
        )
    placed = await place_command(
        ctx.tx,
        ctx.actor,
        Wanted(
            merchant_id=merchant_id,
            account_id=account_id,
            channel=SaleChannel.COUNTER,
            items=items_of(input.items),
            expected_total_fen=input.expected_total_fen,
            idempotency_key=str(input.idempotency_key),
            store_id=input.store_id.of("Store", path=("storeId",)).id,
            salesperson_id=optional_id(input.salesperson_id, "Salesperson", "salespersonId")
            or await _cashier(ctx.tx, ctx.actor, merchant_id),
            card_id=optional_id(input.card_id, "Card", "cardId"),
            agreement_sha256=input.accepted(),
            balance=input.balance.read() if input.balance else None,
        ),
    )
    return {"order": ref(Order, merchant_id, placed.order.id), "resumed": placed.resumed}


@mutation(permission="order.buy", payload=PAID)
async def pay_order(ctx: MutationContext, input: OrderInput) -> Mapping[str, Any]:
    """Ask for what one pays with in the mini-program; it is on the payment as soon as that is READY."""
    return _paying(await _pay(ctx, input, PaymentMethod.JSAPI))


@mutation(permission="order.sell", payload=PAID)
async def offer_counter_payment(ctx: MutationContext, input: OrderInput) -> Mapping[str, Any]:
    """Ask for a QR code that the buyer scans; it is on the payment as soon as that is READY."""
    return _paying(await _pay(ctx, input, PaymentMethod.NATIVE))


@mutation(permission="order.close", payload={"order": Order})
async def close_order(ctx: MutationContext, input: OrderInput) -> Mapping[str, Any]:
    """Give an unpaid order up; what it held is free again."""
    which = input.order_id.of("Order", path=("orderId",))
    order = await closing.close_order(ctx.tx, ctx.actor, merchant_id=which.tenant, order_id=which.id)
    return {"order": ref(Order, order.merchant_id, order.id)}


async def _pay(ctx: MutationContext, input: OrderInput, method: PaymentMethod) -> Paying:
    which = input.order_id.of("Order", path=("orderId",))
    appid = own_appid(ctx.services.settings)
    return await pay_command(ctx.tx, ctx.actor, merchant_id=which.tenant, order_id=which.id, method=method, appid=appid)


def _paying(paying: Paying) -> Mapping[str, Any]:
    order, payment = paying.order, paying.payment
    return {
        "order": ref(Order, order.merchant_id, order.id),
        "payment": ref(Payment, payment.merchant_id, payment.id) if payment else None,
    }


async def _shared_by(tx: WriteSession, merchant_id: UUID, code: str | None) -> UUID | None:
    if code is None:
        return None
    person = await by_share_code(tx, merchant_id, code)
    if person is None:
        raise NotFound(path=("shareCode",))
    return person.id


async def _cashier(tx: WriteSession, actor: Actor, merchant_id: UUID) -> UUID | None:
    if actor.membership_id is None:
        return None
    async with tx.under(DbRole.WORKER):
        person = await of_member(tx, merchant_id, actor.membership_id)
    return person.id if person else None


def _account(actor: Actor) -> UUID:
    if actor.account_id is None:
        raise Unauthenticated
    return actor.account_id
