"""Scheduling the release of what was performed."""

from datetime import datetime
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.advancing import advance
from prepaid.domains.custody.commands.requesting import Wanted, cash_for, request
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.wallets import find_operation, wallet_of
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.domains.custody.rules.wallets import WalletState
from prepaid.providers.custody_wallet import WalletAct


async def schedule_release(
    tx: WriteSession,
    actor: Actor,
    *,
    merchant_id: UUID,
    contract_id: UUID,
    redemption_id: UUID,
    not_before: datetime,
    evidence: str = "",
) -> WalletOperation | None:
    """Instruct what `ledger.book_redemption` left pending: Δc from the sub-wallet to the merchant's settlement account.

    It is sent once the undo window is over, at `not_before`; until then `cancel_release` takes it back. None is
    returned when nothing of the redemption lies in custody. A frozen wallet takes the instruction and releases
    after it is unfrozen. `evidence`, e.g. the redemption's number, stays with the provider.

    Raises:
        NotFound: the contract has no wallet.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        known = await find_operation(tx, merchant_id, redemption_id, CASH_OF[WalletAct.RELEASE])
        if known is not None:
            return known
        cash = await cash_for(tx, merchant_id, WalletAct.RELEASE, redemption_id)
        if not cash:
            return None
        wanted = Wanted(
            act=WalletAct.RELEASE, subject_id=redemption_id, cash=cash, not_before=not_before, evidence=evidence
        )
        operation = await request(tx, merchant_id, wallet, wanted)
        if wallet.state == WalletState.LOADED:
            await advance(tx, wallet, WalletState.ACTIVE)
        return operation
