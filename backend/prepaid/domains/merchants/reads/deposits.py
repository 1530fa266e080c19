"""Deposits as commands read them: the row, what the ledger holds, what the rule counts."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Final, TypeAlias
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.ledger.models import LedgerAccount
from prepaid.domains.ledger.reads.figures import Standing, standing
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import AccountRef
from prepaid.domains.merchants.models import Deposit, DepositWaiver, MerchantTypeVersion
from prepaid.domains.merchants.rules.deposits import DepositRule
from prepaid.kit.money import Fen

StoreCount: TypeAlias = Callable[[WriteSession, UUID], Awaitable[int]]
"""How many stores of a merchant the rule counts. Runs under the worker's role."""
HELD: Final = AccountRef(AccountCode.DEPOSIT)
AT_BANK: Final = AccountRef(AccountCode.DEPOSIT_BANK)
_store_counts: Final[list[StoreCount]] = []


def store_count_from(source: StoreCount) -> StoreCount:
    """Decorator: the domain that keeps stores counts them here."""
    _store_counts.append(source)
    return source


async def store_count(tx: WriteSession, merchant_id: UUID) -> int:
    """Stores that the rule counts."""
    return sum([await source(tx, merchant_id) for source in _store_counts])


async def deposit_of(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> Deposit | None:
    """A merchant's deposit; None before its first assessment. Under the worker's role when locked."""
    query = select(Deposit).filter_by(merchant_id=merchant_id).execution_options(populate_existing=True)
    found: Deposit | None = await tx.scalar(query.with_for_update() if lock else query)
    return found


async def deposit_to_change(tx: WriteSession, merchant_id: UUID, *path: str) -> Deposit:
    """The same, locked. Raises `NotFound`."""
    found = await deposit_of(tx, merchant_id, lock=True)
    if found is None:
        raise NotFound(path=path)
    return found


async def held(tx: WriteSession, merchant_id: UUID) -> Standing:
    """Account DEPOSIT: `balance_fen` is there, `outgoing_fen` of it frozen."""
    return await standing(await tx.raw(), merchant_id, HELD)


async def deductible_fen(tx: WriteSession, merchant_id: UUID) -> Fen:
    """What can be taken: not frozen, and its cash is at the bank."""
    at_bank = await standing(await tx.raw(), merchant_id, AT_BANK)
    return min((await held(tx, merchant_id)).available_fen, at_bank.available_fen)


async def prepaid_balance(tx: WriteSession, merchant_id: UUID) -> Fen:
    """Unperformed principal of all cards of a merchant."""
    total = select(func.coalesce(func.sum(LedgerAccount.balance_fen), 0)).filter_by(
        merchant_id=merchant_id, code=AccountCode.CARD_LIABILITY.value
    )
    return int(await tx.scalar(total) or 0)


async def waived_fen(tx: WriteSession, merchant_id: UUID, day: date) -> Fen:
    """Waivers in force on a legal day."""
    total = select(func.coalesce(func.sum(DepositWaiver.amount_fen), 0)).where(
        DepositWaiver.merchant_id == merchant_id,
        DepositWaiver.ended_at.is_(None),
        DepositWaiver.valid_from <= day,
        DepositWaiver.valid_until >= day,
    )
    return int(await tx.scalar(total) or 0)


async def rule_of(tx: WriteSession, version_id: UUID | None) -> DepositRule:
    """The rule of a version of a type; of none: nothing is due."""
    version = await tx.get(MerchantTypeVersion, version_id) if version_id else None
    if version is None:
        return DepositRule()
    return DepositRule(
        base_fen=version.deposit_base_fen,
        per_store_fen=version.deposit_per_store_fen,
        balance_bps=version.deposit_balance_bps,
        cap_fen=version.deposit_cap_fen,
        grace_days=version.deposit_grace_days,
    )
