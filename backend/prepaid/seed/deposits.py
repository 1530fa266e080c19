"""Deposits, documents and the blacklist of the demo: paid, topped up, waived in part, short after a deduction."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.crypto import KeyRing
from prepaid.core.database import Database
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.commands.deduct_from_deposit import propose_deduction
from prepaid.domains.merchants.commands.document_expiry import keep_documents
from prepaid.domains.merchants.commands.edit_blacklist import add_to_blacklist
from prepaid.domains.merchants.commands.request_deposit_payment import request_deposit_payment
from prepaid.domains.merchants.commands.waive_deposit import propose_waiver
from prepaid.domains.merchants.models import BlacklistEntry, DepositPayment, MerchantDocument
from prepaid.domains.merchants.rules.blacklist import BlacklistKind
from prepaid.domains.merchants.rules.deposits import DeductionPurpose
from prepaid.domains.merchants.rules.document_expiry import AcceptedDocument
from prepaid.domains.payment.commands.receive_charge import receive_charge
from prepaid.domains.payment.models import Payment
from prepaid.domains.payment.rules.states import EventSource
from prepaid.kit import clock
from prepaid.kit.identifiers import fictitious
from prepaid.seed.acting import acting, person_with
from prepaid.seed.agreements import approved
from prepaid.seed.opened import SEEDER
from prepaid.seed.payments import OWN, charged

WAIVED: Final = "yunling"
TOPPED_UP: Final = "xinghe"
SHORT: Final = "liuan"
"""By the merchants' keys: whose deposit has a waiver, a top-up, a deduction that left it short."""
EXPIRES_IN_DAYS: Final = {"yunling": 200, "xinghe": 25, "binghe": 90, "liuan": 320}
LISTED: Final = (
    (BlacklistKind.NAME, "北郊（示例）健身有限公司", "停业后未退还预付款", "市场监管通报"),
    (BlacklistKind.COMPANY_CODE, fictitious.uscc(9_001), "列入严重违法失信名单", "企业信用公示系统"),
    (BlacklistKind.ID_NUMBER, fictitious.id_card(9_001), "列为失信被执行人", "法院公告"),
)


async def seed_deposits(database: Database, merchants: Mapping[str, UUID], keyring: KeyRing) -> None:
    """Deposits of the merchants that have paid none, their documents, and a blacklist; `merchants` by their keys."""
    async with database.write(SEEDER) as tx:
        maker, checker = [await acting(tx, person_with(role)) for role in ("finance", "administrator")]
        compliance = await acting(tx, person_with("compliance"))
        paid = set(await tx.scalars(select(DepositPayment.merchant_id)))
        documented = set(await tx.scalars(select(MerchantDocument.merchant_id)))
        listed = await tx.scalar(select(BlacklistEntry.id).limit(1)) is not None
    for key, merchant_id in merchants.items():
        async with database.write(SYSTEM) as tx:
            await assess_deposit(tx, merchant_id)
        if merchant_id not in paid:
            await _story(database, key, merchant_id, maker, checker)
        if merchant_id not in documented:
            await _documents(database, merchant_id, EXPIRES_IN_DAYS.get(key, 180))
    if not listed:
        async with database.write(compliance) as tx:
            for kind, value, reason, source in LISTED:
                await add_to_blacklist(
                    tx, compliance, keyring=keyring, kind=kind, value=value, reason=reason, source=source
                )


async def _story(database: Database, key: str, merchant_id: UUID, maker: Actor, checker: Actor) -> None:
    if key == WAIVED:
        until = clock.today_shanghai() + timedelta(days=180)
        async with database.write(maker) as tx:
            change = await propose_waiver(
                tx,
                maker,
                merchant_id=merchant_id,
                amount_fen=500_000,
                valid_until=until,
                reason="合作满三年且无投诉，减免部分保证金",
            )
        await approved(database, checker, change)
    await _pay(database, merchant_id)
    if key == TOPPED_UP:
        await _pay(database, merchant_id, 500_000)
    if key == SHORT:
        async with database.write(maker) as tx:
            change = await propose_deduction(
                tx,
                maker,
                merchant_id=merchant_id,
                amount_fen=120_000,
                purpose=DeductionPurpose.COMPENSATION,
                case_number="AS-DEMO-0001",
                reason="课程停开纠纷经调解，由保证金先行赔付",
            )
        await approved(database, checker, change)


async def _pay(database: Database, merchant_id: UUID, amount_fen: int | None = None) -> None:
    async with database.write(SYSTEM) as tx:
        row = await request_deposit_payment(tx, SYSTEM, merchant_id=merchant_id, amount_fen=amount_fen)
        assert row.payment_id is not None
        payment = await tx.get_one(Payment, (merchant_id, row.payment_id))
        which = {"merchant_id": merchant_id, "payment_id": payment.id}
        await receive_charge(tx, OWN, **which, status=charged(payment), source=EventSource.NOTIFICATION)
        await confirm(tx, merchant_id, TransferKind.DEPOSIT_CASH, row.id)


async def _documents(database: Database, merchant_id: UUID, days: int) -> None:
    insured_until = clock.today_shanghai() + timedelta(days=days)
    documents = [
        AcceptedDocument(code="licence", name_zh="营业执照", name_en="Business licence", expires_on=None),
        AcceptedDocument(
            code="liabilityInsurance",
            name_zh="公众责任险保单",
            name_en="Public liability insurance",
            expires_on=insured_until,
        ),
    ]
    async with database.write(SYSTEM) as tx:
        await keep_documents(tx, merchant_id=merchant_id, documents=documents)
