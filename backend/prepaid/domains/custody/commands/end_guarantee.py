"""Ending a guarantee before its term."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.errors.sufficiency import GuaranteeEnded
from prepaid.domains.custody.models import Guarantee
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock


async def end_guarantee(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, guarantee_id: UUID, reason: str
) -> Guarantee:
    """From today on it no longer counts; the merchant's custody is tested at once.

    Raises:
        NotFound, GuaranteeEnded, ReasonTooShort.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "guaranteeId")
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        guarantee = await tx.get(Guarantee, (merchant_id, guarantee_id), with_for_update=True)
        if account is None or guarantee is None:
            raise NotFound(path=("guaranteeId",))
        if guarantee.ended_on is not None:
            raise GuaranteeEnded
        guarantee.ended_on, guarantee.end_reason = clock.today_shanghai(), reason
        await tx.flush()
        await audit.record(
            tx,
            "custody.guarantee_ended",
            object_type="CustodyGuarantee",
            object_id=guarantee.id,
            tenant=merchant_id,
            after={"endedOn": guarantee.ended_on.isoformat()},
            reason=reason,
        )
    if account.state == AccountState.OPEN:
        await check_sufficiency(tx, merchant_id=merchant_id)
    return guarantee
