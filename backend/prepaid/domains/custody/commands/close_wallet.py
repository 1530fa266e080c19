"""Closing an empty sub-wallet."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, request
from prepaid.domains.custody.errors.wallets import WalletBusy, WalletEnded
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.wallets import unsettled, wallet_of
from prepaid.domains.custody.rules.wallets import ENDED, WalletState
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_wallet import WalletAct


async def close_wallet(tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID) -> WalletOperation:
    """The card contract is fulfilled: instruct the closing of its wallet. Nothing is loaded any more.

    Raises:
        NotFound, WalletEnded.
        WalletBusy: it holds money, or an instruction is under way.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        if WalletState(wallet.state) in ENDED:
            raise WalletEnded(state=wallet.state)
        if wallet.held_fen or await unsettled(tx, wallet):
            raise WalletBusy
        wallet.ending = True
        return await request(tx, merchant_id, wallet, Wanted(act=WalletAct.CLOSE, subject_id=uuid7()))
