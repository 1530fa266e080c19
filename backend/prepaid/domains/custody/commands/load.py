"""Bringing a captured payment from the channel to where it belongs."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, cash_for, request
from prepaid.domains.custody.errors.wallets import WalletEnded
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.wallets import find_operation, wallet_of
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.domains.custody.rules.wallets import ENDED, WalletState
from prepaid.providers.custody_wallet import WalletAct


async def load(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, funding_id: UUID, evidence: str = ""
) -> WalletOperation:
    """Instruct what `ledger.apply_to_card` left pending for this funding (a purchase or a recharge).

    c(P) goes from the channel into the sub-wallet and a(P) to the merchant's settlement account. Until the provider
    has done it the money is in transit. Asked again for the same funding, it gives the instruction that is there.

    Raises:
        NotFound: the contract has no wallet.
        WalletEnded: it is closed, refunded, failed, or ends with a refund under way.
        ValueError: nothing was booked for the funding before.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        known = await find_operation(tx, merchant_id, funding_id, CASH_OF[WalletAct.LOAD])
        if known is not None:
            return known
        if wallet.ending or WalletState(wallet.state) in ENDED:
            raise WalletEnded(state=wallet.state)
        cash = await cash_for(tx, merchant_id, WalletAct.LOAD, funding_id)
        if not cash:
            raise ValueError("book the funding before its cash is moved")
        wanted = Wanted(act=WalletAct.LOAD, subject_id=funding_id, cash=cash, evidence=evidence)
        return await request(tx, merchant_id, wallet, wanted)
