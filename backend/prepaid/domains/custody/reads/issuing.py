"""Whether a merchant may issue cards and draw money, as far as custody is concerned."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.errors.issuing import BankStoppedIssuing, IssuingStopped
from prepaid.domains.custody.errors.sufficiency import CustodyShort
from prepaid.domains.custody.errors.wallets import CustodyAccountNotOpen
from prepaid.domains.custody.models import IssuingSwitch
from prepaid.domains.custody.reads.sufficiency import last_check
from prepaid.domains.custody.reads.wallets import account_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.issuing import IssuingStop
from prepaid.kit.ids import PLATFORM_TENANT
from prepaid.kit.money import format_yuan


async def issuing_stops(tx: WriteSession, merchant_id: UUID) -> list[IssuingStop]:
    """Every reason why the merchant may not sell or recharge cards now; empty when it may.

    Reads beyond the caller's own rows: the bank's switch holds for everybody.
    """
    async with tx.under(DbRole.WORKER):
        query = select(IssuingSwitch.merchant_id).where(
            IssuingSwitch.merchant_id.in_((merchant_id, PLATFORM_TENANT)), IssuingSwitch.stopped
        )
        stopped = set(await tx.scalars(query))
        account = await account_of(tx, merchant_id)
    found = []
    if PLATFORM_TENANT in stopped:
        found.append(IssuingStop.BANK_SWITCH)
    if merchant_id in stopped:
        found.append(IssuingStop.MERCHANT_SWITCH)
    if account is None or account.state != AccountState.OPEN:
        found.append(IssuingStop.CUSTODY_NOT_OPEN)
    elif account.short_since is not None:
        found.append(IssuingStop.CUSTODY_SHORT)
    return found


async def ensure_issuing_allowed(tx: WriteSession, merchant_id: UUID) -> None:
    """Refuse a sale or a recharge.

    Raises:
        BankStoppedIssuing, IssuingStopped: a switch is off.
        CustodyAccountNotOpen, CustodyShort.
    """
    for stop in await issuing_stops(tx, merchant_id):
        match stop:
            case IssuingStop.BANK_SWITCH:
                raise BankStoppedIssuing
            case IssuingStop.MERCHANT_SWITCH:
                raise IssuingStopped
            case IssuingStop.CUSTODY_NOT_OPEN:
                raise CustodyAccountNotOpen
            case IssuingStop.CUSTODY_SHORT:
                await ensure_drawing_allowed(tx, merchant_id)


async def ensure_drawing_allowed(tx: WriteSession, merchant_id: UUID) -> None:
    """Refuse a withdrawal while custody is short; whether payouts are stopped, payment knows.

    Raises:
        CustodyShort: with what is missing.
    """
    async with tx.under(DbRole.WORKER):
        account = await account_of(tx, merchant_id)
        if account is None or account.short_since is None:
            return
        check = await last_check(tx, merchant_id)
    raise CustodyShort(shortfall_yuan=format_yuan(check.shortfall_fen if check else 0))
