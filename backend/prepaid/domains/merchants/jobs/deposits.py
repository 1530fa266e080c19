"""The day of deposits, documents and closings, and cash that follows payments."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.identity.models import Merchant
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.errors import TransferAlreadyResolved
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.merchants.commands.assess_deposit import assess_deposit
from prepaid.domains.merchants.commands.close_merchant import close_if_settled
from prepaid.domains.merchants.commands.document_expiry import note_expiry
from prepaid.domains.merchants.commands.receive_deposit_payment import MOVE_CASH
from prepaid.domains.merchants.commands.waive_deposit import end_past_waivers
from prepaid.domains.merchants.models import MerchantClosing
from prepaid.kit import clock

DAY: Final = "merchants.deposit_day"
ASSESS: Final = "merchants.assess_deposit"
EXPIRY: Final = "merchants.document_expiry"
CLOSE: Final = "merchants.close"


@job(DAY, at_once=1)
async def deposit_day(ctx: JobContext) -> None:
    """Have every merchant's deposit assessed that is not closed."""
    for merchant_id in await ctx.tx.scalars(select(Merchant.id).where(Merchant.gate != "CLOSED")):
        payload = {"merchant_id": merchant_id}
        await enqueue(ctx.tx, ASSESS, payload=payload, dedupe_key=f"{ASSESS}:{merchant_id}", tenant=merchant_id)


@job(ASSESS)
async def assess_one(ctx: JobContext, *, merchant_id: UUID) -> None:
    """End waivers whose time is over, then assess one merchant's deposit; again on the same day changes nothing."""
    await end_past_waivers(ctx.tx, merchant_id)
    await assess_deposit(ctx.tx, merchant_id)


@job(MOVE_CASH)
async def move_cash(ctx: JobContext, *, merchant_id: UUID, deposit_payment_id: UUID) -> None:
    """The channel has paid a deposit's money to the bank."""
    try:
        await confirm(ctx.tx, merchant_id, TransferKind.DEPOSIT_CASH, deposit_payment_id)
    except TransferAlreadyResolved:
        return


@job(EXPIRY, at_once=1)
async def document_expiry(ctx: JobContext) -> None:
    """Tell of documents that end soon, or have ended."""
    await note_expiry(ctx.tx)


@job(CLOSE, at_once=1)
async def close_merchants(ctx: JobContext) -> None:
    """Close the merchants whose day has come and whose consumers are owed nothing."""
    due = select(MerchantClosing.merchant_id).where(
        MerchantClosing.state == "ANNOUNCED", MerchantClosing.closes_on <= clock.today_shanghai()
    )
    for merchant_id in (await ctx.tx.scalars(due)).all():
        await close_if_settled(ctx.tx, merchant_id)


schedule(DAY, "20 0 * * *")
schedule(EXPIRY, "0 9 * * *")
schedule(CLOSE, "40 0 * * *")
