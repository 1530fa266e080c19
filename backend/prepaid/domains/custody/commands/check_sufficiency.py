"""Testing whether a merchant's custody is enough, and what follows from it."""

from datetime import date
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.pausing import become_enough, become_short
from prepaid.domains.custody.errors.wallets import CustodyAccountNotOpen
from prepaid.domains.custody.models import CustodyAccount, QuarterSnapshot, SufficiencyCheck
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.sufficiency import (
    balances_before,
    balances_now,
    guaranteed_fen,
    in_transit_fen,
    snapshot_of,
)
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.quarters import Quarter
from prepaid.domains.custody.rules.tiers import CustodyTier, required_fen, shortfall_fen
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def check_sufficiency(tx: WriteSession, *, merchant_id: UUID) -> SufficiencyCheck:
    """Compare what is required today with what is held and guaranteed; pause issuing when it is short, or resume it.

    Daily, and whenever a tier or a guarantee changes. A redemption is never touched by it (domain/01, 1).

    Raises:
        NotFound: no such merchant.
        CustodyAccountNotOpen: the merchant has no custody to test.
    """
    await ensure_seen(tx, merchant_id, "accountId")
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id, lock=True)
        if account is None or account.state != AccountState.OPEN:
            raise CustodyAccountNotOpen
        check = await _measure(tx, account, clock.today_shanghai())
        tx.add(check)
        await tx.flush()
        if check.shortfall_fen and account.short_since is None:
            await become_short(tx, account, check)
        elif not check.shortfall_fen and account.short_since is not None:
            await become_enough(tx, account)
    return check


async def _measure(tx: WriteSession, account: CustodyAccount, day: date) -> SufficiencyCheck:
    merchant_id, tier = account.merchant_id, CustodyTier(account.tier)
    snapshot = await _last_quarter(tx, merchant_id, day)
    now = await balances_now(tx, merchant_id)
    principal, held = now.get(AccountCode.CARD_LIABILITY, 0), now.get(AccountCode.CUSTODY_BANK, 0)
    transit = await in_transit_fen(tx, merchant_id)
    guaranteed = await guaranteed_fen(tx, merchant_id, day)
    required = required_fen(
        tier,
        quarter_end_fen=snapshot.principal_fen,
        principal_fen=principal,
        prior_year_revenue_fen=account.prior_year_revenue_fen,
    )
    return SufficiencyCheck(
        merchant_id=merchant_id,
        id=uuid7(),
        day=day,
        tier=tier.value,
        quarter=snapshot.quarter,
        principal_fen=principal,
        quarter_end_fen=snapshot.principal_fen,
        required_fen=required,
        guaranteed_fen=guaranteed,
        held_fen=held,
        in_transit_fen=transit,
        shortfall_fen=shortfall_fen(required=required, guaranteed=guaranteed, held=held + transit),
        checked_at=clock.now(),
    )


async def _last_quarter(tx: WriteSession, merchant_id: UUID, day: date) -> QuarterSnapshot:
    """The snapshot of the last quarter, taken now if nobody has; then it never changes."""
    quarter = Quarter.before(day)
    known = await snapshot_of(tx, merchant_id, str(quarter))
    if known is not None:
        return known
    _, until = clock.day_bounds(quarter.last_day)
    then = await balances_before(tx, merchant_id, until)
    snapshot = QuarterSnapshot(
        merchant_id=merchant_id,
        id=uuid7(),
        quarter=str(quarter),
        last_day=quarter.last_day,
        principal_fen=then.get(AccountCode.CARD_LIABILITY, 0),
        held_fen=then.get(AccountCode.CUSTODY_BANK, 0),
        guaranteed_fen=await guaranteed_fen(tx, merchant_id, quarter.last_day),
        taken_at=clock.now(),
    )
    tx.add(snapshot)
    await tx.flush()
    return snapshot
