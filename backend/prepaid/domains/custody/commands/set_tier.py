"""Setting the tier by which a merchant's custody is measured."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.errors.sufficiency import RevenueOnlyForLocal
from prepaid.domains.custody.models import CustodyAccount
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.commands.wording import reason_text


async def set_tier(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    tier: CustodyTier,
    prior_year_revenue_fen: int | None = None,
    reason: str,
) -> CustodyAccount:
    """Measure the merchant by this tier from now on; its custody is tested at once.

    `prior_year_revenue_fen` only for LOCAL, and not for a merchant of less than a year.

    Raises:
        NotFound: the merchant has no custody account.
        RevenueOnlyForLocal, InvalidValue, ReasonTooShort.
    """
    reason = reason_text(reason)
    if prior_year_revenue_fen is not None and tier is not CustodyTier.LOCAL:
        raise RevenueOnlyForLocal(path=("priorYearRevenueFen",))
    if prior_year_revenue_fen is not None and prior_year_revenue_fen < 0:
        raise InvalidValue(path=("priorYearRevenueFen",), reason="NEGATIVE")
    await ensure_seen(tx, merchant_id, "accountId")
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        if account is None:
            raise NotFound(path=("merchantId",))
        before = {"tier": account.tier, "priorYearRevenueFen": account.prior_year_revenue_fen}
        account.tier, account.prior_year_revenue_fen = tier.value, prior_year_revenue_fen
        await tx.flush()
        await audit.record(
            tx,
            "custody.tier_set",
            object_type="CustodyAccount",
            object_id=account.id,
            tenant=merchant_id,
            before=before,
            after={"tier": tier, "priorYearRevenueFen": prior_year_revenue_fen},
            reason=reason,
        )
    if account.state == AccountState.OPEN:
        await check_sufficiency(tx, merchant_id=merchant_id)
    return account
