"""Issuing the receipt of a sale."""

from collections.abc import Sequence

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.settings import settings
from prepaid.domains.catalog.models import PackageVersion
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.contracts.reads.merchant_facts import merchant_facts
from prepaid.domains.contracts.rules.parameters import RuleParameters, read_parameters
from prepaid.domains.identity.reads.consumers import consumer_facts
from prepaid.domains.ordering.models import Order, OrderLine, OrderReceipt
from prepaid.domains.ordering.rules.disclosure import SaleFacts, disclosure
from prepaid.domains.payment.events import PaymentSucceeded
from prepaid.domains.payment.models import SubMerchant
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def issue_receipt(
    tx: WriteSession, order: Order, lines: Sequence[OrderLine], payment: PaymentSucceeded | None
) -> None:
    """The twelve items as they are at this sale; written once. Runs as the worker."""
    merchant, _ = await merchant_facts(tx, order.merchant_id)
    buyer = await consumer_facts(tx, order.account_id)
    payee = await tx.scalar(select(SubMerchant.number).filter_by(id=order.merchant_id)) if payment else None
    bank = settings()
    term_days = None
    if lines[0].product_kind == ProductKind.PACKAGE:
        term_days = (await tx.get_one(PackageVersion, (order.merchant_id, lines[0].version_id))).term_days
    facts = SaleFacts(
        merchant=merchant.name,
        merchant_code=merchant.code,
        buyer=" ".join(filter(None, (buyer.name_masked, order.buyer_masked))),
        payee=payee or "–",
        bank=bank.bank_name,
        bank_phone=bank.bank_phone,
        store=order.store_name,
        products="、".join(f"{line.name}×{line.quantity}" for line in lines),
        list_fen=order.list_fen,
        paid_fen=order.total_fen,
        custody_bps=order.custody_bps,
        term_days=term_days,
        lease_until=None,
        has_gifts=any(line.gifts for line in lines),
        parameters=read_parameters(order.terms)[0] if order.terms else RuleParameters(),
    )
    tx.add(
        OrderReceipt(
            merchant_id=order.merchant_id,
            id=uuid7(),
            order_id=order.id,
            account_id=order.account_id,
            items=disclosure(facts),
            issued_at=clock.now(),
        )
    )
