"""Telling WeChat that what was paid for was delivered: money of virtual goods is held until then."""

from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.jobs import JobContext, Retry, job
from prepaid.domains.ordering.commands.complete_order import REPORT_DELIVERY
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.orders import channel_tender, lines_of, locked_order
from prepaid.domains.payment.models import Payment
from prepaid.kit import clock
from prepaid.providers.mini_program import VirtualDelivery, WeChatMiniProgram
from prepaid.providers.payments import PaymentMethod
from prepaid.providers.wechat_pay import WeChatPayConfig


@job(REPORT_DELIVERY, retry=Retry(attempts=16))
async def report_delivery(ctx: JobContext, *, merchant_id: UUID, order_id: UUID) -> None:
    """Once an order; what is paid at a counter by a QR code is no order of the mini-program, and not reported."""
    settings = ctx.services.settings
    async with ctx.services.database.write(SYSTEM) as tx:
        delivery = await _delivery(tx, merchant_id, order_id, WeChatPayConfig.of(settings).mchid)
    if delivery is None:
        return
    async with WeChatMiniProgram.of(settings) as provider:
        await provider.upload_shipping_info(delivery)
    await ctx.services.database.run(SYSTEM, lambda tx: _reported(tx, merchant_id, order_id))


async def _delivery(tx: WriteSession, merchant_id: UUID, order_id: UUID, mchid: str) -> VirtualDelivery | None:
    order = await tx.get_one(Order, (merchant_id, order_id))
    tender = await channel_tender(tx, order)
    if order.delivery_reported_at is not None or order.paid_at is None or tender is None or tender.payment_id is None:
        return None
    payment = await tx.get_one(Payment, (merchant_id, tender.payment_id))
    if payment.method != PaymentMethod.JSAPI or payment.payer_openid is None:
        return None
    return VirtualDelivery(
        mchid=mchid,
        reference=payment.reference,
        description="、".join(line.name for line in await lines_of(tx, order)),
        payer=payment.payer_openid,
        delivered_at=order.paid_at,
    )


async def _reported(tx: WriteSession, merchant_id: UUID, order_id: UUID) -> None:
    order = await locked_order(tx, merchant_id, order_id)
    if order.delivery_reported_at is None:
        order.delivery_reported_at = clock.now()
