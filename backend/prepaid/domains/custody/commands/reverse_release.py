"""Bringing released money back into custody."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.requesting import Wanted, cash_for, request
from prepaid.domains.custody.errors.wallets import WalletEnded
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.wallets import find_operation, wallet_of
from prepaid.domains.custody.rules.cash import CASH_OF
from prepaid.domains.custody.rules.wallets import ENDED, WalletState
from prepaid.providers.custody_wallet import Place, WalletAct


async def reverse_release(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, contract_id: UUID, redemption_id: UUID, evidence: str = ""
) -> WalletOperation | None:
    """Instruct what `ledger.undo_redemption` left pending: from the settlement account back into the sub-wallet.

    It waits for the release itself, should that still be under way. The odd fen of an undo out of turn may also go
    the other way. None is returned when nothing has to move.

    Raises:
        NotFound: the contract has no wallet.
        WalletEnded.
    """
    async with tx.under(DbRole.WORKER):
        wallet = await wallet_of(tx, merchant_id, contract_id)
        known = await find_operation(tx, merchant_id, redemption_id, CASH_OF[WalletAct.REVERSE])
        if known is not None:
            return known
        cash = await cash_for(tx, merchant_id, WalletAct.REVERSE, redemption_id)
        if not cash:
            return None
        if WalletState(wallet.state) in ENDED:
            raise WalletEnded(state=wallet.state)
        outwards = any(each.move.source is Place.WALLET for each in cash)
        act = WalletAct.RELEASE if outwards else WalletAct.REVERSE
        wanted = Wanted(act=act, subject_id=redemption_id, cash=cash, evidence=evidence)
        return await request(tx, merchant_id, wallet, wanted)
