"""Opening a merchant's account at the custody provider."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, request
from prepaid.domains.custody.errors.sufficiency import RevenueOnlyForLocal
from prepaid.domains.custody.errors.wallets import CustodyAccountExists
from prepaid.domains.custody.models import CustodyAccount
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import ACCOUNT_STATES, AccountState
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_wallet import WalletAct


async def open_merchant_wallet(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    tier: CustodyTier,
    prior_year_revenue_fen: int | None = None,
) -> CustodyAccount:
    """Instruct the provider to open the account in which all of a merchant's sub-wallets will be.

    The sale gate opens when its state is OPEN (`CustodyAccountOpened`). A failed opening is instructed anew.

    Raises:
        NotFound: no such merchant.
        CustodyAccountExists: it is open or being opened.
        RevenueOnlyForLocal: a revenue for another tier than LOCAL.
    """
    if prior_year_revenue_fen is not None and tier is not CustodyTier.LOCAL:
        raise RevenueOnlyForLocal(path=("priorYearRevenueFen",))
    await ensure_seen(tx, merchant_id, "merchantId")
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        if account is None:
            account = CustodyAccount(merchant_id=merchant_id, id=uuid7(), created_at=clock.now(), gate_closed=False)
            tx.add(account)
        elif not ACCOUNT_STATES.can(AccountState(account.state), AccountState.OPENING):
            raise CustodyAccountExists
        account.state = AccountState.OPENING.value
        account.tier = tier.value
        account.prior_year_revenue_fen = prior_year_revenue_fen
        await tx.flush()
        await request(tx, merchant_id, None, Wanted(act=WalletAct.OPEN_ACCOUNT, subject_id=uuid7()))
        await audit.record(
            tx,
            "custody_account.requested",
            object_type="CustodyAccount",
            object_id=account.id,
            tenant=merchant_id,
            after={"tier": tier, "priorYearRevenueFen": prior_year_revenue_fen},
        )
    return account
