"""What the sufficiency of a merchant's custody is computed from."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.database import WriteSession
from prepaid.domains.custody.models import Guarantee, QuarterSnapshot, SufficiencyCheck, WalletOperation
from prepaid.domains.custody.rules.guarantees import in_force
from prepaid.domains.custody.rules.operations import UNSETTLED
from prepaid.domains.ledger.models import LedgerAccount
from prepaid.domains.ledger.reads.figures import trial_balance
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.providers.custody_wallet import WalletAct

BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


async def last_check(tx: WriteSession, merchant_id: UUID) -> SufficiencyCheck | None:
    """The check that counts."""
    query = select(SufficiencyCheck).filter_by(merchant_id=merchant_id)
    return await tx.scalar(query.order_by(SufficiencyCheck.id.desc()).limit(1))


async def snapshot_of(tx: WriteSession, merchant_id: UUID, quarter: str) -> QuarterSnapshot | None:
    """The merchant's figures at the end of a quarter, if they were taken."""
    return await tx.scalar(select(QuarterSnapshot).filter_by(merchant_id=merchant_id, quarter=quarter))


async def balances_now(tx: WriteSession, merchant_id: UUID) -> Mapping[AccountCode, int]:
    """Posted balances by account code, all card contracts together."""
    query = select(LedgerAccount.code, func.sum(LedgerAccount.balance_fen))
    query = query.where(LedgerAccount.merchant_id == merchant_id).group_by(LedgerAccount.code)
    rows = await tx.execute(query)
    return {AccountCode(code): int(balance) for code, balance in rows}


async def balances_before(tx: WriteSession, merchant_id: UUID, until: datetime) -> Mapping[AccountCode, int]:
    """The same by everything that was effective before an instant."""
    lines = await trial_balance(await tx.raw(), since=BEGINNING, until=until, merchant_id=merchant_id)
    return {line.code: line.closing_fen for line in lines}


async def in_transit_fen(tx: WriteSession, merchant_id: UUID) -> int:
    """Captured from consumers and instructed to be loaded, not yet confirmed."""
    query = select(func.sum(WalletOperation.wallet_fen)).where(
        WalletOperation.merchant_id == merchant_id,
        WalletOperation.act == WalletAct.LOAD,
        WalletOperation.state.in_(UNSETTLED),
    )
    return int(await tx.scalar(query) or 0)


async def guaranteed_fen(tx: WriteSession, merchant_id: UUID, day: date) -> int:
    """Sum of the merchant's guarantees that are in force on a day."""
    registered = await tx.scalars(select(Guarantee).filter_by(merchant_id=merchant_id))
    return sum(
        each.amount_fen
        for each in registered
        if in_force(day, valid_from=each.valid_from, valid_until=each.valid_until, ended_on=each.ended_on)
    )
